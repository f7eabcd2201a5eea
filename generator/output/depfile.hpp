// What a build tool must watch, in the words of Make.
// Must not touch a disk.
#pragma once

#include <string>
#include <vector>

namespace bindery::output {

/// `target: dependency ...` with blanks, `#`, `$` and backslashes before blanks escaped as GCC does
/// and Ninja reads. Dependencies keep their order; what is named twice is named once, and names
/// with a line end, which Make cannot spell, are left out.
std::string print_depfile(const std::string& target, const std::vector<std::string>& dependencies);

}  // namespace bindery::output
