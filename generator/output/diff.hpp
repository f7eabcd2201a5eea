// What changed between two texts, line by line.
// Must not touch a disk.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bindery::output {

/// A unified diff with three lines of context, headed by the two names; empty when the texts are
/// equal. Takes time linear in the texts for as long as they differ little; texts that differ a lot
/// are shown as one removed and one added block. At most `max_lines` lines, then a line that counts
/// the rest. Control characters are shown as `?`, for a terminal reads this.
std::string unified_diff(std::string_view old_name, std::string_view old_text,
                         std::string_view new_name, std::string_view new_text,
                         std::size_t max_lines);

}  // namespace bindery::output
