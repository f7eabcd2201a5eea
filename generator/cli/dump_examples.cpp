#include "cli/dump_examples.hpp"

#include <ostream>
#include <string>
#include <utility>

#include "cpp/expressed_type.hpp"
#include "document/node.hpp"

namespace bindery::cli {
namespace {

using document::Node;

Node text_node(std::string text) {
  Node node;
  node.kind = Node::Kind::string;
  node.text = std::move(text);
  return node;
}

Node flag_node(bool flag) {
  Node node;
  node.kind = Node::Kind::boolean;
  node.boolean = flag;
  return node;
}

void add(Node& object, std::string key, Node value) {
  object.kind = Node::Kind::mapping;
  object.members.push_back({std::move(key), {}, std::move(value)});
}

}  // namespace

void dump_examples(const model::Api& api, const cpp::Names& names, const cpp::Layout& layout,
                   const source::SourceMap& sources, std::ostream& out) {
  for (const model::Example& example : api.examples) {
    const cpp::ExpressedType type = cpp::express(api, names, layout, example.type);
    const source::SourceFile& file = sources.file(example.origin.where.source);
    Node headers;
    headers.kind = Node::Kind::sequence;
    for (const std::string& header : type.headers) headers.items.push_back(text_node(header));
    Node line;
    line.kind = Node::Kind::number;
    line.text = std::to_string(file.lines.at(file.text, example.origin.where.begin).line);
    Node object;
    add(object, "file", text_node(file.name));
    add(object, "line", std::move(line));
    add(object, "pointer", text_node(example.origin.pointer));
    add(object, "type", text_node(type.spelling));
    add(object, "headers", std::move(headers));
    add(object, "single_precision", flag_node(example.holds_single_precision));
    if (!example.violation.empty()) add(object, "violation", text_node(example.violation));
    add(object, "value", *example.value);
    out << document::to_json(object) << '\n';
  }
}

}  // namespace bindery::cli
