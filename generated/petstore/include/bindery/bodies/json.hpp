// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/json.hpp".
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "bindery/compiled.hpp"
#include "bindery/json.hpp"
#include "bindery/json_kind.hpp"
#include "bindery/json_writer.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY Json Json::boolean(bool value) {
  return written([&](JsonWriter& out) { out.boolean(value); });
}

BINDERY_BODY Json Json::string(std::string_view text) {
  return written([&](JsonWriter& out) { out.string(text); });
}

BINDERY_BODY Json Json::from_checked_text(std::string text) {
  Json json;
  json.text_ = std::move(text);
  return json;
}

BINDERY_BODY JsonKind Json::kind() const noexcept {
  return text_.empty() ? JsonKind::null_value : json_kind_of(text_[0]);
}

}  // namespace v1
}  // namespace bindery
