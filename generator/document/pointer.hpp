// JSON pointers (RFC 6901).
// Must not follow references.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/node.hpp"

namespace bindery::document {

/// A path from the root of a document to a node, as unescaped reference tokens.
class Pointer {
 public:
  Pointer() = default;
  explicit Pointer(std::vector<std::string> tokens) : tokens_(std::move(tokens)) {}

  /// `"/a~1b/0"` or, as a URI fragment, `"#/a~1b/0"` (then percent-decoded, RFC 6901 6).
  /// Nothing when the text is neither empty nor begins with '/', or an escape is wrong.
  static std::optional<Pointer> parse(std::string_view text);

  Pointer operator/(std::string_view token) const;
  Pointer operator/(std::size_t index) const;

  const std::vector<std::string>& tokens() const { return tokens_; }
  /// As a fragment for people: `#/paths/~1pets/get`. Not percent-encoded.
  std::string to_string() const;

  friend bool operator==(const Pointer&, const Pointer&) = default;

 private:
  std::vector<std::string> tokens_;
};

/// The node a pointer leads to; null when there is none.
const Node* resolve(const Node& root, const Pointer& pointer);

/// `a~b/c` as a reference token: `a~0b~1c`.
std::string escape_token(std::string_view token);

}  // namespace bindery::document
