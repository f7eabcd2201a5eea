// SPDX-License-Identifier: MIT-0
// One constraint against one text, number or count.
// Must not know where the value stands, nor look into containers.
#pragma once

#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

#include "bindery/code_points.hpp"
#include "bindery/constraints.hpp"
#include "bindery/exact_number.hpp"
#include "bindery/json.hpp"
#include "bindery/pattern.hpp"

namespace bindery {
inline namespace v1 {
namespace detail {

/// `3 items`; one of them loses its `s`.
inline std::string counted(std::uint64_t count, std::string_view things) {
  std::string text = std::to_string(count);
  text.append(" ").append(things);
  if (count == 1) text.pop_back();
  return text;
}

/// Empty when `count` is between the two; else why not. `things` is a plural with an `s`.
inline std::string check_count(std::uint64_t count, std::uint64_t least, std::uint64_t most,
                               std::string_view things) {
  if (count >= least && count <= most) return {};
  return (count < least ? "expected at least " + counted(least, things)
                        : "expected at most " + counted(most, things)) +
         ", found " + std::to_string(count);
}

inline std::string check_length(std::string_view text, const Length& length) {
  // A code point has at most four bytes, which mostly answers without counting.
  if (text.size() <= length.most && text.size() / 4 >= length.least) return {};
  return check_count(count_code_points(text), length.least, length.most, "characters");
}

inline std::string check_pattern(std::string_view text, const Pattern& pattern,
                                 const PatternEngine* engine) {
  if (engine == nullptr || engine->match(pattern.text, text) != PatternMatch::differs) return {};
  return "does not match the pattern " + Json::string(pattern.text).text();
}

/// False for the floats that JSON cannot say.
template <class Number>
bool has_json_form(Number number) noexcept {
  if constexpr (std::is_floating_point_v<Number>) return std::isfinite(number);
  return true;
}

template <class Number, BoundKind kind, class Limit>
std::string check_bound(Number number, const Bound<kind, Limit>& bound) {
  if (!has_json_form(number)) return "is not finite";
  const int order = compare_numbers(number, bound.number);
  const bool holds = kind == BoundKind::at_least  ? order >= 0
                     : kind == BoundKind::above   ? order > 0
                     : kind == BoundKind::at_most ? order <= 0
                                                  : order < 0;
  if (holds) return {};
  const std::string_view words = kind == BoundKind::at_least  ? "at least "
                                 : kind == BoundKind::above   ? "more than "
                                 : kind == BoundKind::at_most ? "at most "
                                                              : "less than ";
  return std::string("expected ").append(words) + number_text(bound.number) + ", found " +
         number_text(number);
}

template <class Number, class Step>
std::string check_multiple(Number number, const MultipleOf<Step>& multiple) {
  if (!has_json_form(number)) return "is not finite";
  if (is_multiple(number, multiple.step)) return {};
  return "expected a multiple of " + number_text(multiple.step) + ", found " + number_text(number);
}

}  // namespace detail
}  // namespace v1
}  // namespace bindery
