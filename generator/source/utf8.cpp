// Decoding, checking and encoding of UTF-8.
// Must not know what the text means.
#include "source/utf8.hpp"

#include <cstdint>
#include <cstring>

namespace bindery::source {
namespace {

/// What the first byte of a sequence promises; `size` 0 when no sequence begins so.
struct Lead {
  std::size_t size = 0;
  unsigned char second_low = 0x80;   ///< Narrower than a continuation byte where the plain
  unsigned char second_high = 0xBF;  ///< range would admit overlong forms and surrogates.
};

Lead lead_of(unsigned char byte) {
  if (byte < 0x80) return {1};
  if (byte < 0xC2) return {};
  if (byte < 0xE0) return {2};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte < 0xF0) return {3};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte < 0xF4) return {4};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {};
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t offset) {
  const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
  const unsigned char first = byte(offset);
  const Lead lead = lead_of(first);
  const CodePoint invalid{first, 1, false};
  if (lead.size == 1) return {first, 1, true};
  if (lead.size == 0 || text.size() - offset < lead.size) return invalid;
  if (byte(offset + 1) < lead.second_low || byte(offset + 1) > lead.second_high) return invalid;
  char32_t value = first & (0x7Fu >> lead.size);
  for (std::size_t i = 1; i < lead.size; ++i) {
    if (!is_continuation_byte(text[offset + i])) return invalid;
    value = (value << 6) | (byte(offset + i) & 0x3Fu);
  }
  return {value, lead.size, true};
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    // Documents are nearly all ASCII: eight bytes at a time while no high bit is set.
    while (text.size() - offset >= 8) {
      std::uint64_t block = 0;
      std::memcpy(&block, text.data() + offset, 8);
      if ((block & 0x8080808080808080u) != 0) break;
      offset += 8;
    }
    if (offset == text.size()) break;
    const CodePoint point = code_point_at(text, offset);
    if (!point.valid) return offset;
    offset += point.size;
  }
  return std::nullopt;
}

void append_utf8(std::string& text, char32_t value) {
  const auto append = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (value < 0x80) {
    append(value);
  } else if (value < 0x800) {
    append(0xC0 | (value >> 6));
    append(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    append(0xE0 | (value >> 12));
    append(0x80 | ((value >> 6) & 0x3F));
    append(0x80 | (value & 0x3F));
  } else {
    append(0xF0 | (value >> 18));
    append(0x80 | ((value >> 12) & 0x3F));
    append(0x80 | ((value >> 6) & 0x3F));
    append(0x80 | (value & 0x3F));
  }
}

}  // namespace bindery::source
