// Words that generated code must not use as names: keywords, macros, names of the runtime.
// Must not know how names are made (identifier.hpp).
#pragma once

#include <string_view>

namespace bindery::cpp {

/// True for keywords and alternative tokens of C and C++ up to C++20, for macros that the standard
/// library, POSIX, windows.h, X.h or sys/sysmacros.h define, and for `std` and `bindery`.
bool is_reserved_word(std::string_view word);

}  // namespace bindery::cpp
