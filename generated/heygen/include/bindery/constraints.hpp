// SPDX-License-Identifier: MIT-0
// The constraints a document can put on a value, as values that generated rules are written with.
// Must not check anything: checker.hpp does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace bindery {
inline namespace v1 {

/// No upper bound.
inline constexpr std::uint64_t unbounded = (std::numeric_limits<std::uint64_t>::max)();

/// `minLength` and `maxLength`: code points of a text, bytes of a file.
struct Length {
  std::uint64_t least;
  std::uint64_t most;
};
constexpr Length length(std::uint64_t least, std::uint64_t most = unbounded) noexcept {
  return {least, most};
}

/// `minItems` and `maxItems`.
struct Items {
  std::uint64_t least;
  std::uint64_t most;
};
constexpr Items items(std::uint64_t least, std::uint64_t most = unbounded) noexcept {
  return {least, most};
}

/// `minProperties` and `maxProperties`: entries of a map, members of a struct that are present.
struct Properties {
  std::uint64_t least;
  std::uint64_t most;
};
constexpr Properties properties(std::uint64_t least, std::uint64_t most = unbounded) noexcept {
  return {least, most};
}

/// `uniqueItems`: no two items mean the same JSON.
struct UniqueItems {};
inline constexpr UniqueItems unique_items{};

/// `pattern`, as the document has it. Checked where `ValidateOptions::patterns` is set.
struct Pattern {
  std::string_view text;
};
constexpr Pattern pattern(std::string_view text) noexcept { return {text}; }

/// The type that holds a bound of type `Number` without changing it.
template <class Number>
using WideNumber =
    std::conditional_t<std::is_floating_point_v<Number>, double,
                       std::conditional_t<std::is_signed_v<Number>, std::int64_t, std::uint64_t>>;

/// The four ways a number can be bounded.
enum class BoundKind : int { at_least, above, at_most, below };

/// `minimum`, `exclusiveMinimum`, `maximum` or `exclusiveMaximum`.
template <BoundKind kind, class Number>
struct Bound {
  Number number;
};
template <class Number>
constexpr Bound<BoundKind::at_least, WideNumber<Number>> at_least(Number number) noexcept {
  return {number};
}
template <class Number>
constexpr Bound<BoundKind::above, WideNumber<Number>> above(Number number) noexcept {
  return {number};
}
template <class Number>
constexpr Bound<BoundKind::at_most, WideNumber<Number>> at_most(Number number) noexcept {
  return {number};
}
template <class Number>
constexpr Bound<BoundKind::below, WideNumber<Number>> below(Number number) noexcept {
  return {number};
}

/// `multipleOf`. A step that is not above 0 means nothing.
template <class Number>
struct MultipleOf {
  Number step;
};
template <class Number>
constexpr MultipleOf<WideNumber<Number>> multiple_of(Number step) noexcept {
  return {step};
}

/// What holds for each item of a list or each value of a map: `each(length(1, 20))`.
template <class... Constraints>
struct Each {
  std::tuple<Constraints...> constraints;
};
template <class... Constraints>
constexpr Each<Constraints...> each(const Constraints&... constraints) {
  return {std::tuple<Constraints...>(constraints...)};
}

/// What holds for the item of a tuple in place `index`, or for a union while it holds the
/// alternative `index`: `at<1>(at_least(0))`.
template <std::size_t index, class... Constraints>
struct At {
  std::tuple<Constraints...> constraints;
};
template <std::size_t index, class... Constraints>
constexpr At<index, Constraints...> at(const Constraints&... constraints) {
  return {std::tuple<Constraints...>(constraints...)};
}

}  // namespace v1
}  // namespace bindery
