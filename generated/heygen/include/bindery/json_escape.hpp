// SPDX-License-Identifier: MIT-0
// What the escapes of JSON strings stand for.
// Must never read a byte at or past the end it is given.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "bindery/json_scan.hpp"

namespace bindery {
inline namespace v1 {
namespace detail {

/// The value of each hexadecimal digit; 0xFF for what is none.
struct HexValues {
  std::uint8_t value[256] = {};

  constexpr HexValues() {
    for (std::uint8_t& entry : value) entry = 0xFF;
    for (std::uint8_t digit = 0; digit < 10; ++digit) value['0' + digit] = digit;
    for (std::uint8_t digit = 10; digit < 16; ++digit) {
      value['a' + digit - 10] = digit;
      value['A' + digit - 10] = digit;
    }
  }
};
inline constexpr HexValues hex_values{};

// The number of the four hexadecimal digits at `at`; beyond 0xFFFF when one of them is none.
BINDERY_ALWAYS_INLINE std::uint32_t hex4(const char* at) noexcept {
  const auto digit = [at](std::size_t index) {
    return std::uint32_t{hex_values.value[static_cast<unsigned char>(at[index])]};
  };
  const std::uint32_t first = digit(0), second = digit(1), third = digit(2), last = digit(3);
  const std::uint32_t wrong = (first | second | third | last) & 0xF0u;
  return wrong << 12 | first << 12 | second << 8 | third << 4 | last;
}

/// What a letter behind a backslash stands for; NUL for those that begin no escape of two bytes.
struct ShortEscapes {
  char meaning[256] = {};

  constexpr ShortEscapes() {
    meaning[static_cast<unsigned char>('"')] = '"';
    meaning[static_cast<unsigned char>('\\')] = '\\';
    meaning[static_cast<unsigned char>('/')] = '/';
    meaning[static_cast<unsigned char>('b')] = '\b';
    meaning[static_cast<unsigned char>('f')] = '\f';
    meaning[static_cast<unsigned char>('n')] = '\n';
    meaning[static_cast<unsigned char>('r')] = '\r';
    meaning[static_cast<unsigned char>('t')] = '\t';
  }
};
inline constexpr ShortEscapes short_escapes{};

/// The code point of the escape whose backslash is at `at`, which moves behind it. On an error
/// returns a message and leaves `at`. RFC 8259 section 7; half a surrogate pair is an error, since
/// UTF-8 cannot hold it.
inline const char* read_escape(const char*& at, const char* end, char32_t& code_point) noexcept {
  if (end - at < 2) return "unterminated string";
  const char meaning = short_escapes.meaning[static_cast<unsigned char>(at[1])];
  if (meaning != 0) {
    code_point = static_cast<unsigned char>(meaning);
    at += 2;
    return nullptr;
  }
  if (at[1] != 'u' || end - at < 6) return "invalid escape in a string";
  const std::uint32_t unit = hex4(at + 2);
  if (unit > 0xFFFFu) return "invalid escape in a string";
  code_point = static_cast<char32_t>(unit);
  const char* const next = at + 6;
  if (unit < 0xD800u || unit > 0xDFFFu) {
    at = next;
    return nullptr;
  }
  const bool is_pair = unit < 0xDC00u && end - next >= 6 && next[0] == '\\' && next[1] == 'u';
  const std::uint32_t low = is_pair ? hex4(next + 2) : 0;
  if (low < 0xDC00u || low > 0xDFFFu) return "half a surrogate pair in a string";
  code_point = 0x10000u + ((static_cast<char32_t>(unit) - 0xD800u) << 10) +
               (static_cast<char32_t>(low) - 0xDC00u);
  at = next + 6;
  return nullptr;
}

/// Writes a code point below U+10000 that is no surrogate to `out` (room for 4 bytes) and returns
/// its end. How long it becomes is computed: scripts alternate, and a branch would be guessed
/// wrong.
BINDERY_ALWAYS_INLINE char* write_unit(char* out, std::uint32_t unit) noexcept {
  const std::uint32_t last = 0x80u | (unit & 0x3Fu);
  const std::uint32_t two = 0xC0u | unit >> 6 | last << 8;
  const std::uint32_t three = 0xE0u | unit >> 12 | (0x80u | (unit >> 6 & 0x3Fu)) << 8 | last << 16;
  std::uint32_t bytes = unit < 0x800u ? two : three;
  bytes = unit < 0x80u ? unit : bytes;
  for (int place = 0; place < 3; ++place) {
    out[place] = static_cast<char>(static_cast<unsigned char>(bytes >> 8 * place & 0xFFu));
  }
  return out + 1 + (unit >= 0x80u ? 1 : 0) + (unit >= 0x800u ? 1 : 0);
}

/// How many bytes from the first one on unescape_block may read, and how many it may write.
inline constexpr std::ptrdiff_t most_read = 96;
inline constexpr std::ptrdiff_t most_written = 112;

/// Copies the next 64 bytes of a string from `at` to `out`, escapes as what they stand for, and
/// goes behind both. Stops at a quote, and at what another way has to judge: then returns false.
/// Where the specials are is found out once for all of them, since a look for each costs more than
/// the short text up to it.
BINDERY_ALWAYS_INLINE bool unescape_block(const char*& at, char*& out) noexcept {
  const char* const block = at;
  const char* from = at;
  char* to = out;
  const auto copy_until = [&from, &to](const char* stop) {
    const std::ptrdiff_t size = stop - from;
    std::memcpy(to, from, 32);
    if (size > 32) std::memcpy(to + 32, from + 32, 32);
    to += size;
    from = stop;
  };
  std::uint64_t specials = special_mask(block);
  while (specials != 0) {
    const int place = lowest_bit(specials);
    copy_until(block + place);
    at = from;
    out = to;
    if (*from != '\\') return false;
    if (from[1] != 'u') {
      const char meaning = short_escapes.meaning[static_cast<unsigned char>(from[1])];
      if (meaning == 0) return false;
      *to++ = meaning;
      from += 2;
      specials &= ~(std::uint64_t{3} << place);
      continue;
    }
    const std::uint32_t unit = hex4(from + 2);
    specials &= specials - 1;
    if (unit - 0xD800u >= 0x800u) {
      if (unit > 0xFFFFu) return false;
      to = write_unit(to, unit);
      from += 6;
      continue;
    }
    const std::uint32_t low = hex4(from + 8) - 0xDC00u;
    if (unit >= 0xDC00u || from[6] != '\\' || from[7] != 'u' || low >= 0x400u) return false;
    to = write_utf8(to, 0x10000u + ((unit - 0xD800u) << 10) + low);
    from += 12;
    if (place < 64 - 6) specials &= specials - 1;
  }
  if (from < block + 64) copy_until(block + 64);
  at = from;
  out = to;
  return true;
}

}  // namespace detail
}  // namespace v1
}  // namespace bindery
