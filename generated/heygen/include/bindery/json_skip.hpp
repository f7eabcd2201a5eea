// SPDX-License-Identifier: MIT-0
// Passing over JSON values that are well-formed, which is most of what nobody asked for.
// Must not say what is wrong with the others: reading them step by step does.
#pragma once

#include <cstddef>
#include <cstdint>

#include "bindery/json_escape.hpp"
#include "bindery/json_number.hpp"
#include "bindery/json_scan.hpp"

namespace bindery {
inline namespace v1 {
namespace detail {

/// The first byte that is no white space, or `end`.
BINDERY_ALWAYS_INLINE const char* pass_space(const char* at, const char* end) noexcept {
  while (at != end && (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t')) ++at;
  return at;
}

// pass_text from something that does not stand for itself, as seldom happens. A call of its own.
BINDERY_NOINLINE inline const char* pass_rest_of_text(const char* at, const char* end) noexcept {
  for (;;) {
    at = find_text_end(at, end);
    if (at == end) return nullptr;
    if (*at == '"') return at + 1;
    char32_t code_point = 0;
    if (*at != '\\' || read_escape(at, end, code_point) != nullptr) return nullptr;
  }
}

/// The place behind the string that goes on at `at`; null when there is none.
BINDERY_ALWAYS_INLINE const char* pass_text(const char* at, const char* end) noexcept {
  at = find_special_near(at, end);
  return at != end && *at == '"' ? at + 1 : pass_rest_of_text(at, end);
}

/// The place behind the name and the colon that begin at `at`; null when there are none.
BINDERY_ALWAYS_INLINE const char* pass_name(const char* at, const char* end) noexcept {
  at = pass_space(at, end);
  if (at == end || *at != '"') return nullptr;
  at = pass_text(at + 1, end);
  if (at == nullptr) return nullptr;
  at = pass_space(at, end);
  return at != end && *at == ':' ? at + 1 : nullptr;
}

/// The place behind the number at `at`; null when there is none.
BINDERY_ALWAYS_INLINE const char* pass_number(const char* at, const char* end) noexcept {
  if (at != end && *at == '-') ++at;
  const char* from = at;
  at = pass_digits(at, end);
  if (at == from || (*from == '0' && at - from > 1)) return nullptr;
  if (at != end && *at == '.') {
    from = ++at;
    at = pass_digits(at, end);
    if (at == from) return nullptr;
  }
  if (at == end || (*at != 'e' && *at != 'E')) return at;
  std::int64_t exponent = 0;
  return take_exponent(at, end, exponent) ? at : nullptr;
}

template <std::size_t N>
BINDERY_ALWAYS_INLINE const char* pass_literal(const char* at, const char* end,
                                               const char (&literal)[N]) noexcept {
  constexpr std::size_t size = N - 1;
  if (static_cast<std::size_t>(end - at) < size) return nullptr;
  return same_bytes(at, literal, size) ? at + size : nullptr;
}

/// The place behind the value at `at`, whose containers are at most `most_depth` deep; null where
/// it is not well-formed, and where it is deeper than a word has bits.
inline const char* pass_value(const char* at, const char* end, int most_depth) noexcept {
  std::uint64_t is_object = 0;  // a bit for each container, the innermost one lowest
  int depth = 0;
  for (;;) {
    at = pass_space(at, end);
    if (at == end) return nullptr;
    switch (*at) {
      case '"':
        at = pass_text(at + 1, end);
        break;
      case '{':
      case '[': {
        if (depth == most_depth || depth == 64) return nullptr;
        const bool is_next_object = *at == '{';
        at = pass_space(at + 1, end);
        if (at != end && *at == (is_next_object ? '}' : ']')) {
          ++at;
          break;
        }
        ++depth;
        is_object = is_object << 1 | (is_next_object ? 1u : 0u);
        if (is_next_object) at = pass_name(at, end);
        if (at == nullptr) return nullptr;
        continue;
      }
      case 't':
        at = pass_literal(at, end, "true");
        break;
      case 'f':
        at = pass_literal(at, end, "false");
        break;
      case 'n':
        at = pass_literal(at, end, "null");
        break;
      default:
        at = pass_number(at, end);
        break;
    }
    if (at == nullptr) return nullptr;
    for (;; --depth, is_object >>= 1) {
      if (depth == 0) return at;
      at = pass_space(at, end);
      if (at == end) return nullptr;
      const char next = *at++;
      if (next == ',') break;
      if (next != ((is_object & 1u) != 0 ? '}' : ']')) return nullptr;
    }
    if ((is_object & 1u) != 0) at = pass_name(at, end);
    if (at == nullptr) return nullptr;
  }
}

}  // namespace detail
}  // namespace v1
}  // namespace bindery
