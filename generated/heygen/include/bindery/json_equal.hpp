// SPDX-License-Identifier: MIT-0
// Equality of JSON texts by what they mean.
// Must not be given text that was not checked.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "bindery/json_cursor.hpp"

namespace bindery {
inline namespace v1 {
namespace detail {

/// A number as its significant digits, and where the point stands: `0.d1d2d3... x 10^power`. Equal
/// numbers have equal ones, however large.
struct DecimalNumber {
  std::string digits{};
  std::int64_t power = 0;
  bool is_negative = false;
};

DecimalNumber to_decimal(std::string_view text);

bool equal_numbers(std::string_view left, std::string_view right);

/// The members of an object by name; the last of those that stand twice.
std::map<std::string, std::string_view> read_members(JsonCursor& in);

}  // namespace detail

/// True when both texts mean the same: numbers by value (`1.0` is `1e0`), strings by what they
/// spell, members by name and in any order, items in order. Both must be valid JSON.
bool json_equal(std::string_view left, std::string_view right);

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/json_equal.hpp"
#endif
