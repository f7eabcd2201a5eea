// UTF-8 as bytes: decoding one code point, finding the first byte that is none, encoding.
// Must not know what the text means.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace bindery::source {

/// One code point of a text, or one byte that belongs to none.
struct CodePoint {
  char32_t value = 0;    ///< The scalar value; the byte itself when not `valid`.
  std::size_t size = 1;  ///< Bytes taken, 1 to 4; always 1 when not `valid`.
  bool valid = true;     ///< False for stray, overlong, surrogate and truncated bytes.
};

/// The code point at `offset`, which must be inside the text.
CodePoint code_point_at(std::string_view text, std::size_t offset);

/// Offset of the first byte that is not part of well-formed UTF-8 (Unicode 3.9, table 3-7).
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// True for the second to fourth byte of a code point.
constexpr bool is_continuation_byte(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u;
}

/// Appends a scalar value (at most U+10FFFF).
void append_utf8(std::string& text, char32_t value);

}  // namespace bindery::source
