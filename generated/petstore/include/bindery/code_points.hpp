// SPDX-License-Identifier: MIT-0
// The length of a text as JSON Schema counts it.
// Must not normalise: a letter with a combining accent is two.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "bindery/json_scan.hpp"

namespace bindery {
inline namespace v1 {
namespace detail {

/// Code points of a UTF-8 text. A byte that is not UTF-8 counts as the U+FFFD it is sent as.
inline std::uint64_t count_code_points(std::string_view text) noexcept {
  const char* at = text.data();
  const char* const end = at + text.size();
  std::uint64_t count = 0;
  while (at != end) {
    const bool is_ascii = static_cast<unsigned char>(*at) < 0x80u;
    const std::size_t size = is_ascii ? 1 : utf8_sequence_size(at, end);
    at += size == 0 ? 1 : size;
    ++count;
  }
  return count;
}

}  // namespace detail
}  // namespace v1
}  // namespace bindery
