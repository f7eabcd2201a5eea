// SPDX-License-Identifier: MIT-0
// Finding two items of a list that mean the same.
// Must not take quadratic time for long lists, whose length the other side may choose.
#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "bindery/json_codec.hpp"

namespace bindery {
inline namespace v1 {
namespace detail {

/// The places of two equal items.
struct EqualItems {
  std::size_t first = 0;
  std::size_t second = 0;
};

/// The same for a list too long to compare each item with each: `less` puts places in an order
/// where equal items meet.
template <class Less>
std::optional<EqualItems> find_equal_by_order(std::size_t size, const Less& less) {
  std::vector<std::size_t> order(size);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), less);
  std::optional<EqualItems> found;
  for (std::size_t i = 1; i < size; ++i) {
    if (less(order[i - 1], order[i])) continue;
    if (!found || order[i] < found->second) found = EqualItems{order[i - 1], order[i]};
  }
  return found;
}

/// Two items that are equal; of several pairs, the one that ends first. Items of long lists are
/// compared as JSON text, unless their type has an order.
template <class T>
std::optional<EqualItems> find_equal_items(const std::vector<T>& items) {
  constexpr std::size_t most_pairwise = 64;
  const std::size_t size = items.size();
  if (size <= most_pairwise) {
    for (std::size_t second = 1; second < size; ++second) {
      for (std::size_t first = 0; first < second; ++first) {
        if (items[first] == items[second]) return EqualItems{first, second};
      }
    }
    return std::nullopt;
  }
  if constexpr (std::is_integral_v<T> || std::is_same_v<T, std::string>) {
    return find_equal_by_order(
        size, [&](std::size_t left, std::size_t right) { return items[left] < items[right]; });
  } else {
    std::vector<std::string> texts;
    texts.reserve(size);
    for (const auto& item : items) texts.push_back(to_json(item));
    return find_equal_by_order(
        size, [&](std::size_t left, std::size_t right) { return texts[left] < texts[right]; });
  }
}

}  // namespace detail
}  // namespace v1
}  // namespace bindery
