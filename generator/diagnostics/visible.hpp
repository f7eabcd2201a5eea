// Hostile text made harmless for a terminal: what would move the cursor is spelt out.
// Must not know diagnostics.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bindery::diagnostics {

/// One code point (or stray byte) as it is shown.
struct Glyph {
  std::string text;
  std::size_t width = 1;  ///< Terminal columns; 2 for CJK and emoji, 0 for combining marks.
  std::size_t size = 1;   ///< Bytes of the source it stands for.
};

/// The code point at `offset`, which must be inside the text. Control and bidi characters become
/// `\u{1b}`, bytes that are not UTF-8 `\xff`, a line feed `\n`; a tab is kept for the caller to
/// expand.
Glyph glyph_at(std::string_view text, std::size_t offset);

/// A text on one line, in glyphs; a tab becomes a space. Cut with `...` after `limit` glyphs.
std::string visible(std::string_view text, std::size_t limit = 1000);

}  // namespace bindery::diagnostics
