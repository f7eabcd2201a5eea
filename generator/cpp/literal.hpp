// The only escaper of generated C++: strings and numbers; and where lines of code break.
// Must not know what the values are for; comments are comment.hpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace bindery::cpp {

/// Longest line of generated code, but for a token that is longer.
inline constexpr std::size_t max_columns = 100;

/// A C++ string literal of any bytes, in ASCII: what is not printable is escaped in octal, which
/// cannot run on, and a second `?` too, so that no trigraph is left. A text that holds a NUL byte
/// becomes `std::string_view("...", size)`, since a literal alone would end there.
std::string string_literal(std::string_view text);

/// A JSON number as an `std::int64_t`; none when it is no integer of that range (`1.0` and `1e3`
/// are integers).
std::optional<long long> as_integer(std::string_view number);

/// An integer as an expression of its own type: the smallest one has no literal.
std::string integer_literal(long long value);

/// A JSON number as a `double` literal; what is beyond the range becomes the nearest bound.
std::string double_literal(std::string_view number);

/// Lines over max_columns broken: `text`, which begins in `column`, after its spaces, or behind `<`
/// where a type offers nothing else, each further line indented by `indent`, of which the template
/// adds `added` by itself. Literals stay whole.
std::string folded(std::string_view text, std::size_t column, std::size_t indent,
                   std::size_t added = 0);

}  // namespace bindery::cpp
