// What holds of generated C++ whatever the document said, seen without a compiler.
#pragma once

#include <string>

namespace bindery::fuzz {

/// Comments and literals end where they should, brackets are in pairs, and there is no character
/// that is not printable ASCII or a line feed outside of comments. Prints the text when not.
void claim_lexically_closed(const std::string& text);

}  // namespace bindery::fuzz
