// "Did you mean": the nearest of some names.
// Must not know what the names stand for.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bindery::diagnostics {

/// The candidate with the smallest edit distance to `name`, if it is near enough to be a slip
/// (at most a third of its length, or differing only by case). Ties go to the first.
std::optional<std::string> nearest(std::string_view name,
                                   const std::vector<std::string>& candidates);

}  // namespace bindery::diagnostics
