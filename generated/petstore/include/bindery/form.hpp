// SPDX-License-Identifier: MIT-0
// Bodies of application/x-www-form-urlencoded.
// Must not know files: those need multipart.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "bindery/parameters.hpp"
#include "bindery/serialization.hpp"
#include "bindery/uri.hpp"

namespace bindery {
inline namespace v1 {

/// The fields of a form, in order. Spaces become `%20`, which all servers read, unlike `+`. Absent
/// and null values are passed over: a form has no null.
class Form {
 public:
  /// Adds what `value` becomes by its type (OAS 3.1 4.8.14.3): a list repeats the name, what has
  /// members is JSON.
  template <class T>
  void add(std::string_view name, const T& value) {
    add_value(name, parameter_value(value));
  }
  /// The same in a style (OAS 3.1 4.8.15.1.2), as a query would have it.
  template <class T>
  void add(std::string_view name, const T& value, const Serialization& how) {
    add_pairs(name, parameter_value(value), how);
  }
  /// One JSON text, whatever the value is: a property whose `contentType` is JSON.
  template <class T>
  void add_json(std::string_view name, const T& value) {
    if constexpr (HasState<T>::value) {
      if (value.has_value()) add_json(name, *value);
    } else {
      pairs_.push_back({percent_encoded(name), percent_encoded(json_text(value))});
    }
  }

  /// The members of `value`, whatever it is, each by its type.
  template <class T>
  void add_members(const T& value) {
    const ParameterValue whole = parameter_value(value);
    if (whole.kind != ParameterValue::Kind::object && !whole.is_absent()) has_no_members_ = true;
    for (std::size_t i = 0; i < whole.names.size(); ++i) add_value(whole.names[i], whole.items[i]);
  }

  /// Why it cannot be sent; empty when it can.
  std::string obstacle() const;

  /// `a=1&b=2`.
  std::string text() const;

 private:
  void add_value(std::string_view name, ParameterValue value);
  void add_pairs(std::string_view name, const ParameterValue& value, const Serialization& how);

  std::vector<EncodedPair> pairs_;
  bool has_no_members_ = false;
};

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/form.hpp"
#endif
