// Looking into trees, comparing them and writing them as JSON.
// Must not read any text format.
#include "document/node.hpp"

#include <algorithm>
#include <cstddef>

#include "document/number.hpp"

namespace bindery::document {
namespace {

/// Below this, looking every key up is cheaper than sorting.
constexpr std::size_t few_members = 16;

std::vector<const Member*> by_key(const std::vector<Member>& members) {
  std::vector<const Member*> sorted;
  sorted.reserve(members.size());
  for (const Member& member : members) sorted.push_back(&member);
  std::sort(sorted.begin(), sorted.end(),
            [](const Member* a, const Member* b) { return a->key < b->key; });
  return sorted;
}

bool same_members(const Node& a, const Node& b) {
  if (a.members.size() != b.members.size()) return false;
  if (a.members.size() <= few_members) {
    return std::all_of(a.members.begin(), a.members.end(), [&](const Member& member) {
      const Node* other = b.find(member.key);
      return other != nullptr && same_value(member.value, *other);
    });
  }
  const auto left = by_key(a.members);
  const auto right = by_key(b.members);
  return std::equal(left.begin(), left.end(), right.begin(), [](const Member* x, const Member* y) {
    return x->key == y->key && same_value(x->value, y->value);
  });
}

void append_string(std::string& json, std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  json += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      json += '\\';
      json += c;
    } else if (c == '\n') {
      json += "\\n";
    } else if (c == '\r') {
      json += "\\r";
    } else if (c == '\t') {
      json += "\\t";
    } else if (byte < 0x20) {
      json += "\\u00";
      json += digits[byte / 16];
      json += digits[byte % 16];
    } else {
      json += c;
    }
  }
  json += '"';
}

void append_json(std::string& json, const Node& node) {
  switch (node.kind) {
    case Node::Kind::null:
      json += "null";
      return;
    case Node::Kind::boolean:
      json += node.boolean ? "true" : "false";
      return;
    case Node::Kind::number:
      json += node.text;
      return;
    case Node::Kind::string:
      append_string(json, node.text);
      return;
    case Node::Kind::sequence:
      json += '[';
      for (std::size_t i = 0; i < node.items.size(); ++i) {
        if (i != 0) json += ',';
        append_json(json, node.items[i]);
      }
      json += ']';
      return;
    case Node::Kind::mapping:
      json += '{';
      for (std::size_t i = 0; i < node.members.size(); ++i) {
        if (i != 0) json += ',';
        append_string(json, node.members[i].key);
        json += ':';
        append_json(json, node.members[i].value);
      }
      json += '}';
      return;
  }
}

}  // namespace

const Member* Node::find_member(std::string_view key) const {
  for (const Member& member : members) {
    if (member.key == key) return &member;
  }
  return nullptr;
}

const Node* Node::find(std::string_view key) const {
  const Member* member = find_member(key);
  return member == nullptr ? nullptr : &member->value;
}

bool same_value(const Node& a, const Node& b) {
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case Node::Kind::null:
      return true;
    case Node::Kind::boolean:
      return a.boolean == b.boolean;
    case Node::Kind::number:
      return same_number(a.text, b.text);
    case Node::Kind::string:
      return a.text == b.text;
    case Node::Kind::sequence:
      return std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same_value);
    case Node::Kind::mapping:
      return same_members(a, b);
  }
  return false;
}

std::string_view to_string(Node::Kind kind) {
  switch (kind) {
    case Node::Kind::null:
      return "null";
    case Node::Kind::boolean:
      return "boolean";
    case Node::Kind::number:
      return "number";
    case Node::Kind::string:
      return "string";
    case Node::Kind::sequence:
      return "sequence";
    case Node::Kind::mapping:
      return "mapping";
  }
  return {};
}

std::string to_json(const Node& node) {
  std::string json;
  append_json(json, node);
  return json;
}

}  // namespace bindery::document
