// SPDX-License-Identifier: MIT-0
// "Did you mean": the nearest of some names.
// Must not know what the names stand for.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace bindery {
inline namespace v1 {

/// Letters inserted, left out, replaced or swapped with their neighbour between two names, capital
/// or small; more than `limit` counts as `limit`. Time is the product of both lengths.
inline std::size_t slips_between(std::string_view a, std::string_view b, std::size_t limit) {
  const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  if (a.size() >= b.size() + limit || b.size() >= a.size() + limit) return limit;
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = small(a[i - 1]) == small(b[j - 1]);
      const bool swapped = i > 1 && j > 1 && small(a[i - 1]) == small(b[j - 2]) &&
                           small(a[i - 2]) == small(b[j - 1]);
      const std::size_t replaced = last[j - 1] + (same ? 0u : 1u);
      current[j] = std::min({last[j] + 1, current[j - 1] + 1, replaced});
      if (swapped) current[j] = std::min(current[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, current);
  }
  return std::min(last[b.size()], limit);
}

/// The nearest of `count` names, `name_at(index)` each, when it is near enough to be a slip (at
/// most a third of `name`); empty when none is. Ties go to the first.
template <class NameAt>
std::string_view nearest_name(std::string_view name, std::size_t count, NameAt name_at) {
  constexpr std::size_t longest = 200;
  if (name.size() > longest) return {};
  std::string_view best;
  std::size_t fewest = name.size() / 3 + 1;
  for (std::size_t index = 0; index < count; ++index) {
    const std::string_view candidate = name_at(index);
    const std::size_t slips = slips_between(name, candidate, fewest);
    if (slips < fewest) {
      best = candidate;
      fewest = slips;
    }
  }
  return best;
}

}  // namespace v1
}  // namespace bindery
