// SPDX-License-Identifier: MIT-0
// What holds for a type wherever it stands, and how values are held to it.
// Must not check anything: checker.hpp does.
#pragma once

#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>

#include "bindery/pattern.hpp"

namespace bindery {
inline namespace v1 {

/// How values are validated.
struct ValidateOptions {
  /// Checking stops when so many were found.
  std::size_t max_violations = 100;
  /// Members and items inside each other; a value nested deeper is a violation itself.
  int max_depth = 512;
  /// Without an engine, patterns are not checked (`re2_patterns()` of pattern_re2.hpp is one).
  std::shared_ptr<const PatternEngine> patterns{};
};

/// What holds for a `T` wherever it stands. Generated for the structs and unions that have
/// something to check, in themselves or below:
///
///     template <class Checker>
///     static void check(Checker& in, const T& value) {
///       in.member("prompt", value.prompt, bindery::length(1, 10000));
///     }
///
/// A struct whose count of members is limited also has `static std::uint64_t size(const T&)`.
template <class T>
struct Rules {
  static constexpr bool is_empty = true;
};

namespace detail {

template <class T, class = void>
struct HasRules : std::true_type {};
template <class T>
struct HasRules<T, std::void_t<decltype(Rules<T>::is_empty)>> : std::false_type {};

template <class T, class = void>
struct HasSize : std::false_type {};
template <class T>
struct HasSize<T, std::void_t<decltype(Rules<T>::size(std::declval<const T&>()))>>
    : std::true_type {};

}  // namespace detail
}  // namespace v1
}  // namespace bindery
