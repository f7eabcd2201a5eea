// SPDX-License-Identifier: MIT-0
// The kinds of JSON values.
// Must not read more than one character.
#pragma once

#include <string_view>

namespace bindery {
inline namespace v1 {

/// What a JSON value is.
enum class JsonKind : int {
  /// Not a value: the end, or a character none begins with.
  none,
  /// Not called `null`: g++ would see bindery::null shadowed.
  null_value,
  boolean,
  number,
  string,
  array,
  object,
};

/// The kind of a value that begins with `first`.
constexpr JsonKind json_kind_of(char first) noexcept {
  switch (first) {
    case '"':
      return JsonKind::string;
    case '{':
      return JsonKind::object;
    case '[':
      return JsonKind::array;
    case 't':
    case 'f':
      return JsonKind::boolean;
    case 'n':
      return JsonKind::null_value;
    case '-':
      return JsonKind::number;
    default:
      return first >= '0' && first <= '9' ? JsonKind::number : JsonKind::none;
  }
}

/// The kind's name, for messages.
constexpr std::string_view to_string(JsonKind kind) noexcept {
  switch (kind) {
    case JsonKind::none:
      return "none";
    case JsonKind::null_value:
      return "null";
    case JsonKind::boolean:
      return "boolean";
    case JsonKind::number:
      return "number";
    case JsonKind::string:
      return "string";
    case JsonKind::array:
      return "array";
    case JsonKind::object:
      return "object";
  }
  return {};
}

}  // namespace v1
}  // namespace bindery
