// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/link_header.hpp".
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "bindery/compiled.hpp"
#include "bindery/headers.hpp"
#include "bindery/link_header.hpp"

namespace bindery {
inline namespace v1 {

namespace detail {

BINDERY_BODY std::optional<std::string> LinkReader::target(std::string_view relation) {
  while (true) {
    skip(" \t,");
    if (rest_.empty() || rest_.front() != '<') return std::nullopt;
    const std::size_t end = rest_.find('>');
    if (end == std::string_view::npos) return std::nullopt;
    std::string url(rest_.substr(1, end - 1));
    rest_.remove_prefix(end + 1);
    bool is_it = false;
    bool has_relation = false;
    while (skip(" \t"), !rest_.empty() && rest_.front() == ';') {
      rest_.remove_prefix(1);
      skip(" \t;");
      const std::string name(take(" \t=;,"));
      skip(" \t");
      std::string value;
      if (!rest_.empty() && rest_.front() == '=') {
        rest_.remove_prefix(1);
        skip(" \t");
        value = read_value();
      }
      // The first `rel` counts alone.
      if (!equals_ignoring_case(name, "rel") || has_relation) continue;
      has_relation = true;
      is_it = has_word(value, relation);
    }
    if (is_it) return url;
  }
}

BINDERY_BODY void LinkReader::skip(std::string_view characters) {
  rest_.remove_prefix((std::min)(rest_.find_first_not_of(characters), rest_.size()));
}

BINDERY_BODY std::string_view LinkReader::take(std::string_view ends) {
  const std::string_view taken = rest_.substr(0, rest_.find_first_of(ends));
  rest_.remove_prefix(taken.size());
  return taken;
}

BINDERY_BODY std::string LinkReader::read_value() {
  if (rest_.empty() || rest_.front() != '"') return std::string(take(" \t;,"));
  std::string value;
  std::size_t at = 1;
  for (; at < rest_.size() && rest_[at] != '"'; ++at) {
    if (rest_[at] == '\\' && at + 1 < rest_.size()) ++at;
    value += rest_[at];
  }
  rest_.remove_prefix((std::min)(at + 1, rest_.size()));
  return value;
}

BINDERY_BODY bool LinkReader::has_word(std::string_view words, std::string_view word) {
  while (!words.empty()) {
    const std::string_view first = words.substr(0, words.find(' '));
    if (equals_ignoring_case(first, word)) return true;
    words.remove_prefix((std::min)(first.size() + 1, words.size()));
  }
  return false;
}

}  // namespace detail

BINDERY_BODY std::optional<std::string> link_target(const Headers& headers,
                                                    std::string_view relation) {
  for (const Header& field : headers) {
    if (!equals_ignoring_case(field.name, "Link")) continue;
    if (auto target = detail::LinkReader(field.value).target(relation)) return target;
  }
  return std::nullopt;
}

}  // namespace v1
}  // namespace bindery
