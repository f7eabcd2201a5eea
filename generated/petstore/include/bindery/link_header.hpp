// SPDX-License-Identifier: MIT-0
// Links that a response has in its headers (RFC 8288 3).
// Must not follow them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "bindery/headers.hpp"

namespace bindery {
inline namespace v1 {
namespace detail {

/// Reads one field from left to right; what it cannot read ends the field.
class LinkReader {
 public:
  explicit LinkReader(std::string_view field) : rest_(field) {}

  /// The target of the next link that has the relation type.
  std::optional<std::string> target(std::string_view relation);

 private:
  void skip(std::string_view characters);
  std::string_view take(std::string_view ends);
  std::string read_value();
  static bool has_word(std::string_view words, std::string_view word);

  std::string_view rest_;
};

}  // namespace detail

/// The target of the first `Link` with that relation type, as it was written: it may be relative.
std::optional<std::string> link_target(const Headers& headers, std::string_view relation);

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/link_header.hpp"
#endif
