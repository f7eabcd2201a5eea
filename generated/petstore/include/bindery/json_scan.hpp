// SPDX-License-Identifier: MIT-0
// Finding the end of plain text inside JSON strings, many bytes at a time.
// Must never read a byte at or past the end it is given.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__) && defined(__GNUC__)
#include <emmintrin.h>
#endif

namespace bindery {
inline namespace v1 {
namespace detail {

/// True for the bytes a JSON string cannot simply hold: `"`, `\`, controls and all but ASCII.
constexpr bool is_special(char byte) noexcept {
  const auto value = static_cast<unsigned char>(byte);
  return value < 0x20 || value >= 0x80 || byte == '"' || byte == '\\';
}

/// The first special byte, or `end`: eight bytes at a time, on any machine.
inline const char* find_special_portable(const char* at, const char* end) noexcept {
  constexpr std::uint64_t ones = 0x0101010101010101u;
  constexpr std::uint64_t highs = 0x8080808080808080u;
  while (end - at >= 8) {
    std::uint64_t word;
    std::memcpy(&word, at, sizeof word);
    const std::uint64_t quotes = word ^ (ones * 0x22u);
    const std::uint64_t slashes = word ^ (ones * 0x5Cu);
    // Each term sets the high bit of a byte that is special. A borrow can only reach bytes beside
    // one that is, so the sum of them is exact.
    const std::uint64_t found =
        word | (((quotes - ones) & ~quotes) | ((slashes - ones) & ~slashes) |
                ((word - ones * 0x20u) & ~word));
    if ((found & highs) != 0) break;
    at += 8;
  }
  while (at != end && !is_special(*at)) ++at;
  return at;
}

/// The first special byte, or `end`.
inline const char* find_special(const char* at, const char* end) noexcept {
#if defined(__SSE2__) && defined(__GNUC__)
  const __m128i quote = _mm_set1_epi8('"');
  const __m128i slash = _mm_set1_epi8('\\');
  const __m128i space = _mm_set1_epi8(' ');
  while (end - at >= 16) {
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    // Compared as signed bytes, what is not ASCII is below the space too.
    const __m128i found =
        _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(block, quote), _mm_cmpeq_epi8(block, slash)),
                     _mm_cmplt_epi8(block, space));
    const auto mask = static_cast<unsigned>(_mm_movemask_epi8(found));
    if (mask != 0) return at + __builtin_ctz(mask);
    at += 16;
  }
#endif
  return find_special_portable(at, end);
}

/// Bytes of the well-formed UTF-8 sequence that begins with the non-ASCII byte at `at` (2 to 4);
/// 0 when there is none (Unicode 3.9, table 3-7: no overlong form, no surrogate, no truncation).
inline std::size_t utf8_sequence_size(const char* at, const char* end) noexcept {
  const auto byte = [at](int index) { return static_cast<unsigned char>(at[index]); };
  const auto is_tail = [&byte](int index) { return (byte(index) & 0xC0u) == 0x80u; };
  const unsigned first = byte(0);
  if (first < 0xC2u) return 0;
  if (first < 0xE0u) return end - at >= 2 && is_tail(1) ? 2 : 0;
  if (first < 0xF0u) {
    if (end - at < 3 || !is_tail(1) || !is_tail(2)) return 0;
    if (first == 0xE0u && byte(1) < 0xA0u) return 0;
    if (first == 0xEDu && byte(1) > 0x9Fu) return 0;
    return 3;
  }
  if (first > 0xF4u || end - at < 4 || !is_tail(1) || !is_tail(2) || !is_tail(3)) return 0;
  if (first == 0xF0u && byte(1) < 0x90u) return 0;
  if (first == 0xF4u && byte(1) > 0x8Fu) return 0;
  return 4;
}

/// The end of the text that stands for itself: a `"`, a `\`, a control, a byte that is not UTF-8,
/// or `end`.
inline const char* find_text_end(const char* at, const char* end) noexcept {
  for (;;) {
    at = find_special(at, end);
    if (at == end || static_cast<unsigned char>(*at) < 0x80u) return at;
    // Text that is not ASCII mostly stays so for a while.
    do {
      const std::size_t size = utf8_sequence_size(at, end);
      if (size == 0) return at;
      at += size;
    } while (at != end && static_cast<unsigned char>(*at) >= 0x80u);
  }
}

/// Appends a code point that is not a surrogate.
template <class Text>
void append_utf8(Text& text, char32_t code_point) {
  const auto push = [&text](char32_t byte) {
    text.push_back(static_cast<char>(static_cast<unsigned char>(byte)));
  };
  if (code_point < 0x80u) {
    push(code_point);
  } else if (code_point < 0x800u) {
    push(0xC0u | code_point >> 6);
    push(0x80u | (code_point & 0x3Fu));
  } else if (code_point < 0x10000u) {
    push(0xE0u | code_point >> 12);
    push(0x80u | (code_point >> 6 & 0x3Fu));
    push(0x80u | (code_point & 0x3Fu));
  } else {
    push(0xF0u | code_point >> 18);
    push(0x80u | (code_point >> 12 & 0x3Fu));
    push(0x80u | (code_point >> 6 & 0x3Fu));
    push(0x80u | (code_point & 0x3Fu));
  }
}

}  // namespace detail
}  // namespace v1
}  // namespace bindery
