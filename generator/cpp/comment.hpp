// Text of a document as comment: harmless, and wrapped.
// Must not add text of its own but escapes; what is said is docs.hpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace bindery::cpp {

/// Text of a document as the lines of a comment: without the slashes, at most `columns` wide but
/// for a longer word. Lines of the text stay lines and keep their indentation; blank ones are never
/// first, last or doubled. Nothing that a compiler, an editor or Doxygen would obey is left:
/// control and bidirectional characters are spelled `<U+202E>`, `@` and backslash commands, escaped
/// newlines and trigraphs are taken apart.
std::vector<std::string> comment_lines(std::string_view text, std::size_t columns);

/// The same for one line: line ends become spaces.
std::string comment_text(std::string_view text);

/// A text between backquotes, made harmless; backquotes inside become apostrophes.
std::string code_span(std::string_view text);

}  // namespace bindery::cpp
