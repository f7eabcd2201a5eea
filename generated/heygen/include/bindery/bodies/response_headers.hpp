// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/response_headers.hpp".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bindery/compiled.hpp"
#include "bindery/headers.hpp"
#include "bindery/json_kind.hpp"
#include "bindery/response_headers.hpp"

namespace bindery {
inline namespace v1 {

namespace detail {

BINDERY_BODY std::string_view trimmed(std::string_view text) noexcept {
  constexpr std::string_view space = " \t";
  const std::size_t first = text.find_first_not_of(space);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(space) - first + 1);
}

BINDERY_BODY void append_elements(std::vector<std::string_view>& elements, std::string_view text) {
  while (!text.empty()) {
    const std::size_t comma = text.find(',');
    const std::string_view element = trimmed(text.substr(0, comma));
    if (!element.empty()) elements.push_back(element);
    text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
  }
}

BINDERY_BODY bool is_json_literal(std::string_view text) {
  JsonCursor in(text);
  const JsonKind kind = in.kind();
  return (kind == JsonKind::number || kind == JsonKind::boolean) && in.skip_value() && in.finish();
}

}  // namespace detail

// The one field that cannot be put together with others of its name (RFC 9110 5.3).
BINDERY_BODY bool HeaderReader::is_whole(std::string_view name) noexcept {
  return equals_ignoring_case(name, "Set-Cookie");
}

// All fields of a name as one (RFC 9110 5.3).
BINDERY_BODY std::optional<std::string> HeaderReader::combined(std::string_view name) const {
  std::optional<std::string> text;
  for (const std::string_view field : headers_.all(name)) {
    if (!text) {
      text = std::string(field);
      if (is_whole(name)) break;
    } else {
      text->append(", ").append(field);
    }
  }
  return text;
}

}  // namespace v1
}  // namespace bindery
