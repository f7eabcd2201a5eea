// SPDX-License-Identifier: MIT-0
// Taking lists of constraints apart: which are about the items, which about one part.
// Must not touch a value.
#pragma once

#include <cstddef>
#include <tuple>
#include <type_traits>

#include "bindery/constraints.hpp"

namespace bindery {
inline namespace v1 {
namespace detail {

template <class Constraint>
struct IsEach : std::false_type {};
template <class... Constraints>
struct IsEach<Each<Constraints...>> : std::true_type {};

template <std::size_t index, class Constraint>
struct IsAt : std::false_type {
  static constexpr bool is_here = false;
};
template <std::size_t index, std::size_t place, class... Constraints>
struct IsAt<index, At<place, Constraints...>> : std::true_type {
  static constexpr bool is_here = index == place;
};

template <class Constraint>
struct IsBound : std::false_type {};
template <BoundKind kind, class Number>
struct IsBound<Bound<kind, Number>> : std::true_type {};

template <class Constraint>
struct IsMultipleOf : std::false_type {};
template <class Number>
struct IsMultipleOf<MultipleOf<Number>> : std::true_type {};

/// What holds for the items of a container: the constraints of the first `each` among them.
constexpr std::tuple<> each_of() { return {}; }
template <class First, class... Rest>
constexpr auto each_of(const First& first, const Rest&... rest) {
  if constexpr (IsEach<First>::value) {
    return first.constraints;
  } else {
    return each_of(rest...);
  }
}

/// What one constraint of a union or tuple says about the part in place `index`, as a tuple of
/// constraints. What is said of a union as a whole is said of each alternative.
template <std::size_t index, bool is_union, class Constraint>
constexpr auto part_of(const Constraint& constraint) {
  if constexpr (IsAt<index, Constraint>::is_here) {
    return constraint.constraints;
  } else if constexpr (is_union && !IsAt<index, Constraint>::value) {
    return std::tuple<Constraint>(constraint);
  } else {
    return std::tuple<>();
  }
}

/// The same for a list of them.
template <std::size_t index, bool is_union, class... Constraints>
constexpr auto parts_of(const Constraints&... constraints) {
  return std::tuple_cat(part_of<index, is_union>(constraints)...);
}

}  // namespace detail
}  // namespace v1
}  // namespace bindery
