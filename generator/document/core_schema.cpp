// The core schema's table of scalars.
// Must not know the older rules of YAML 1.1.
#include "document/core_schema.hpp"

#include <utility>

#include "document/number.hpp"

namespace bindery::document {
namespace {

bool is_any_of(std::string_view text, std::string_view a, std::string_view b, std::string_view c) {
  return text == a || text == b || text == c;
}

bool may_begin_number(char c) { return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.'; }

}  // namespace

Node resolve_plain_scalar(std::string_view text) {
  Node node;
  if (text.empty() || text == "~" || is_any_of(text, "null", "Null", "NULL")) return node;
  if (is_any_of(text, "true", "True", "TRUE") || is_any_of(text, "false", "False", "FALSE")) {
    node.kind = Node::Kind::boolean;
    node.boolean = text.front() == 't' || text.front() == 'T';
    return node;
  }
  if (may_begin_number(text.front())) {
    if (auto number = core_schema_number(text)) {
      node.kind = Node::Kind::number;
      node.text = std::move(*number);
      return node;
    }
  }
  node.kind = Node::Kind::string;
  node.text = text;
  return node;
}

}  // namespace bindery::document
