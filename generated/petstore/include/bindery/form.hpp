// SPDX-License-Identifier: MIT-0
// Bodies of application/x-www-form-urlencoded.
// Must not know files: those need multipart.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bindery/parameters.hpp"

namespace bindery {
inline namespace v1 {

/// The fields of a form, in order. Spaces become `%20`, which all servers read, unlike `+`.
class Form {
 public:
  /// Adds what `value` becomes (OAS 3.1 4.8.15): a list repeats the name, a nested object is JSON.
  /// Absent values are passed over.
  template <class T>
  void add(std::string_view name, const T& value, const Serialization& how = {}) {
    ParameterValue parameter = parameter_value(value);
    if (parameter.kind == ParameterValue::Kind::object && how.style == Style::form && how.explode) {
      // A member that is an object: its JSON (OAS 3.1 4.8.14.3); exploded it would lose its name.
      parameter.kind = ParameterValue::Kind::scalar;
      parameter.items.clear();
    }
    for (EncodedPair& pair : query_pairs(name, parameter, how)) pairs_.push_back(std::move(pair));
  }

  /// `a=1&b=2`.
  std::string text() const { return joined_pairs(pairs_, "&"); }

 private:
  std::vector<EncodedPair> pairs_;
};

}  // namespace v1
}  // namespace bindery
