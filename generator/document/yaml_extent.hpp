// Where the pieces of a YAML text end. yaml-cpp tells only where they begin, and for values that
// are not written at all, where the next piece begins. Must not build nodes.
#pragma once

#include <cstddef>
#include <string_view>

namespace bindery::document {

/// Bytes `[begin, end)` of a text.
struct Extent {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool closed = true;  ///< False for quotes that never end, which yaml-cpp lets pass.
};

/// The offset behind white space, line breaks and comments.
std::size_t skip_blank(std::string_view text, std::size_t offset);

/// The offset behind tags (`!!str`), anchors (`&name`) and the blanks that follow them.
std::size_t skip_properties(std::string_view text, std::size_t offset);

/// The scalar that begins at `begin`, which the parser read as `value`: plain, quoted or block.
/// A block scalar's extent begins at its `|` or `>` and ends behind its last visible character.
Extent scalar_extent(std::string_view text, std::size_t begin, std::string_view value);

/// The alias `*name` at `begin`.
Extent alias_extent(std::string_view text, std::size_t begin);

/// A null value: the `null` or `~` written at `mark`, or, when there is none, the empty place
/// behind the `:` or `-` that follows `cursor`, the end of the piece before. `is_key` tells `null:
/// 1` from an empty value followed by that key.
Extent null_extent(std::string_view text, std::size_t mark, std::size_t cursor, bool is_key);

/// Behind the bracket that closes the flow collection whose last piece ends at `cursor`.
std::size_t flow_end(std::string_view text, std::size_t cursor, char bracket);

}  // namespace bindery::document
