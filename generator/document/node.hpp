// A JSON-shaped tree that remembers where every node stands.
// Must not know a keyword of OpenAPI.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/location.hpp"

namespace bindery::document {

struct Member;

/// One value of a document. A value type: copies are deep.
struct Node {
  enum class Kind : std::uint8_t { null, boolean, number, string, sequence, mapping };
  /// Quoted text is always a string: `'200'` is not `200`.
  enum class Style : std::uint8_t { plain, quoted };

  Kind kind = Kind::null;
  Style style = Style::plain;
  bool boolean = false;
  std::string text;             ///< The string, or the number as it was written in JSON's grammar.
  std::vector<Node> items;      ///< Of a sequence.
  std::vector<Member> members;  ///< Of a mapping, in document order, keys unique.
  source::Location where;

  bool is_null() const { return kind == Kind::null; }
  bool is_boolean() const { return kind == Kind::boolean; }
  bool is_number() const { return kind == Kind::number; }
  bool is_string() const { return kind == Kind::string; }
  bool is_sequence() const { return kind == Kind::sequence; }
  bool is_mapping() const { return kind == Kind::mapping; }

  /// The value of a member of a mapping; null when there is none or this is no mapping.
  const Node* find(std::string_view key) const;
  const Member* find_member(std::string_view key) const;
};

/// One entry of a mapping.
struct Member {
  std::string key;
  source::Location key_where;
  Node value;
};

/// Equality of values: places and styles do not count, the order of members does not count,
/// numbers are equal when they are the same number (`1.0` and `1`, `1e2` and `100`).
bool same_value(const Node& a, const Node& b);

/// `"null"`, `"boolean"`, `"number"`, `"string"`, `"sequence"`, `"mapping"`.
std::string_view to_string(Node::Kind kind);

/// The node as compact JSON text (RFC 8259).
std::string to_json(const Node& node);

}  // namespace bindery::document
