// Template text to tokens: what is literal, what is a tag, which lines vanish.
// Must not know sections or shapes.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "source/location.hpp"
#include "source/source_file.hpp"

namespace bindery::render {

/// A piece of a template. Points into the source file's text.
struct Token {
  enum class Kind {
    text,           ///< Literal; at most one line end, then at its end, and that is always LF.
    name,           ///< `{{name}}`
    open,           ///< `{{#name}}`
    open_inverted,  ///< `{{^name}}`
    close,          ///< `{{/name}}`
    partial,        ///< `{{>name}}`
    note,           ///< `{{! anything, also over several lines }}`; never leaves tokenize.
  };
  Kind kind = Kind::text;
  std::string_view text;   ///< The literal, or the name alone.
  source::Location where;  ///< Of `text`: messages point at the name inside the braces.
  bool own_line = false;   ///< Of a partial: nothing else is on its line.
  std::size_t indent = 0;  ///< Of a partial on its own line: the blanks before it.
};

/// Whether a tag can spell `name`: a letter or underscore, then letters, digits and underscores.
bool is_tag_name(std::string_view name);

/// Splits a template. Of three or more opening braces the last two open the tag, and the first two
/// closing braces close it, so `p{{{name}}}` is a brace around a tag. Lines that hold nothing but
/// section tags and notes are dropped, and so is the rest of a line that holds nothing but a
/// partial. Reports T0001 for tags that do not end or name nothing, and reads them as nothing.
std::vector<Token> tokenize(const source::SourceFile& file, diagnostics::Diagnostics& diagnostics);

}  // namespace bindery::render
