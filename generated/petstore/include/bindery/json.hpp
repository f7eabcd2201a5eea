// SPDX-License-Identifier: MIT-0
// Free-form JSON: what a document leaves open, kept as checked text.
// Must not need RapidJSON: json_value.hpp gives the same as a document of it.
#pragma once

#include <string>
#include <string_view>
#include <type_traits>

#include "bindery/json_equal.hpp"
#include "bindery/json_kind.hpp"
#include "bindery/json_writer.hpp"

namespace bindery {
inline namespace v1 {

template <class T>
class Result;
template <class T>
Result<T> from_json(std::string_view text);
template <class T>
std::string to_json(const T& value);

/// One JSON value as its text, so nothing of it is lost: not the digits of a number, nor the order
/// of members. A new one is null. `parse`, `from` and `as` need "bindery/json_codec.hpp".
class Json {
 public:
  Json() : text_("null") {}

  static Json null() { return Json(); }
  static Json boolean(bool value);
  static Json string(std::string_view text);
  /// Null for a float that is not finite, which JSON cannot say.
  template <class Number>
  static Json number(Number value) {
    static_assert(std::is_arithmetic_v<Number> && !std::is_same_v<Number, bool>,
                  "an integer or a float");
    return written([&](JsonWriter& out) {
      if constexpr (std::is_integral_v<Number>) {
        out.integer(value);
      } else {
        out.number(value);
      }
    });
  }
  /// Any value that has a codec: `Json::from(std::vector<std::string>{"a"})`.
  template <class T>
  static Json from(const T& value) {
    return from_checked_text(to_json(value));
  }
  /// Checks `text`, all of which must be one JSON value.
  template <class T = Json>
  static Result<T> parse(std::string_view text) {
    return from_json<T>(text);
  }
  /// Takes text that is known to be one valid JSON value without white space around it.
  static Json from_checked_text(std::string text);

  const std::string& text() const noexcept { return text_; }
  JsonKind kind() const noexcept;
  bool is_null() const noexcept { return kind() == JsonKind::null_value; }

  /// The value as a type that has a codec: `json.as<std::map<std::string, bindery::Json>>()`.
  template <class T>
  Result<T> as() const {
    return from_json<T>(text_);
  }

  /// Equal when both mean the same: see `json_equal`.
  friend bool operator==(const Json& left, const Json& right) {
    return json_equal(left.text_, right.text_);
  }
  friend bool operator!=(const Json& left, const Json& right) { return !(left == right); }

 private:
  template <class Write>
  static Json written(Write write) {
    JsonWriter out;
    write(out);
    return from_checked_text(out.take());
  }

  std::string text_;
};

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/json.hpp"
#endif
