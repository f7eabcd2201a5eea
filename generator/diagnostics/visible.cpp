// Which code points are shown as they are, and how wide they are.
// Must not know diagnostics.
#include "diagnostics/visible.hpp"

#include <algorithm>
#include <array>

#include "source/utf8.hpp"

namespace bindery::diagnostics {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

template <std::size_t N>
bool contains(const std::array<Range, N>& ranges, char32_t value) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](Range range) { return value >= range.first && value <= range.last; });
}

/// Controls, soft hyphen, bidi marks and overrides, invisible separators, byte-order mark, tags.
constexpr std::array<Range, 11> escaped{{{0x00, 0x1F},
                                         {0x7F, 0x9F},
                                         {0xAD, 0xAD},
                                         {0x061C, 0x061C},
                                         {0x200B, 0x200B},
                                         {0x200E, 0x200F},
                                         {0x2028, 0x202E},
                                         {0x2060, 0x206F},
                                         {0xFEFF, 0xFEFF},
                                         {0xFFF9, 0xFFFB},
                                         {0xE0000, 0xE007F}}};

/// East Asian wide and emoji, coarsely (Unicode TR 11): a caret needs no more.
constexpr std::array<Range, 9> wide{{{0x1100, 0x115F},
                                     {0x2E80, 0xA4CF},
                                     {0xAC00, 0xD7A3},
                                     {0xF900, 0xFAFF},
                                     {0xFE30, 0xFE6F},
                                     {0xFF00, 0xFF60},
                                     {0xFFE0, 0xFFE6},
                                     {0x1F300, 0x1FAFF},
                                     {0x20000, 0x3FFFD}}};

constexpr std::array<Range, 4> combining{
    {{0x0300, 0x036F}, {0x200C, 0x200D}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}}};

std::string hexadecimal(char32_t value) {
  std::string digits;
  do {
    digits.insert(digits.begin(), "0123456789abcdef"[value % 16]);
    value /= 16;
  } while (value != 0);
  return digits.size() < 2 ? "0" + digits : digits;
}

}  // namespace

Glyph glyph_at(std::string_view text, std::size_t offset) {
  const source::CodePoint point = source::code_point_at(text, offset);
  Glyph glyph{std::string(text.substr(offset, point.size)), 1, point.size};
  if (!point.valid) {
    glyph.text = "\\x" + hexadecimal(point.value);
  } else if (point.value == '\t') {
    return glyph;
  } else if (point.value == '\n') {
    glyph.text = "\\n";
  } else if (contains(escaped, point.value)) {
    glyph.text = "\\u{" + hexadecimal(point.value) + "}";
  } else {
    if (contains(wide, point.value)) glyph.width = 2;
    if (contains(combining, point.value)) glyph.width = 0;
    return glyph;
  }
  glyph.width = glyph.text.size();
  return glyph;
}

std::string visible(std::string_view text, std::size_t limit) {
  std::string shown;
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++count) {
    if (count == limit) return shown + "...";
    const Glyph glyph = glyph_at(text, offset);
    shown += glyph.text == "\t" ? " " : glyph.text;
    offset += glyph.size;
  }
  return shown;
}

}  // namespace bindery::diagnostics
