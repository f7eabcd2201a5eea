// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/form.hpp".
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "bindery/compiled.hpp"
#include "bindery/form.hpp"
#include "bindery/serialization.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY std::string Form::obstacle() const {
  return has_no_members_ ? "a form has members, and the value has none" : "";
}

BINDERY_BODY std::string Form::text() const { return joined_pairs(pairs_, "&"); }

BINDERY_BODY void Form::add_value(std::string_view name, ParameterValue value) {
  if (value.kind == ParameterValue::Kind::object) {
    value.kind = ParameterValue::Kind::scalar;
    value.items.clear();
  }
  add_pairs(name, value, {});
}

BINDERY_BODY void Form::add_pairs(std::string_view name, const ParameterValue& value,
                                  const Serialization& how) {
  for (EncodedPair& pair : query_pairs(name, value, how)) pairs_.push_back(std::move(pair));
}

}  // namespace v1
}  // namespace bindery
