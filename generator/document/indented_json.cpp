#include "document/indented_json.hpp"

#include <cstddef>

namespace bindery::document {
namespace {

constexpr std::size_t max_columns = 100;

// One blank after each comma and colon, as it is written by hand.
void append_line(std::string& out, const Node& node) {
  if (node.is_mapping()) {
    out += '{';
    for (std::size_t i = 0; i < node.members.size(); ++i) {
      if (i != 0) out += ", ";
      Node key;
      key.kind = Node::Kind::string;
      key.text = node.members[i].key;
      out += to_json(key) + ": ";
      append_line(out, node.members[i].value);
    }
    out += '}';
  } else if (node.is_sequence()) {
    out += '[';
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      if (i != 0) out += ", ";
      append_line(out, node.items[i]);
    }
    out += ']';
  } else {
    out += to_json(node);
  }
}

// `before` is what stands in the line already, `after` what will follow in it.
void append(std::string& out, const Node& node, std::size_t indent, std::size_t before,
            std::size_t after) {
  std::string line;
  append_line(line, node);
  const bool is_empty = node.members.empty() && node.items.empty();
  if (is_empty || before + line.size() + after <= max_columns) {
    out += line;
    return;
  }
  const std::string margin(indent + 2, ' ');
  const std::size_t count = node.is_mapping() ? node.members.size() : node.items.size();
  out += node.is_mapping() ? "{\n" : "[\n";
  for (std::size_t i = 0; i < count; ++i) {
    std::string opening = margin;
    if (node.is_mapping()) {
      Node key;
      key.kind = Node::Kind::string;
      key.text = node.members[i].key;
      opening += to_json(key) + ": ";
    }
    out += opening;
    append(out, node.is_mapping() ? node.members[i].value : node.items[i], indent + 2,
           opening.size(), 1);
    out += i + 1 == count ? "\n" : ",\n";
  }
  out += std::string(indent, ' ') + (node.is_mapping() ? '}' : ']');
}

}  // namespace

std::string to_indented_json(const Node& node) {
  std::string out;
  append(out, node, 0, 0, 0);
  return out;
}

}  // namespace bindery::document
