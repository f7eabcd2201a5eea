// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/event_stream.hpp".
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "bindery/compiled.hpp"
#include "bindery/event_stream.hpp"
#include "bindery/retry.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY void EventParser::restart() {
  line_.clear();
  event_ = {};
  has_data_ = false;
  skips_line_feed_ = false;
  is_first_line_ = true;
}

BINDERY_BODY void EventParser::take_field(std::string_view name, std::string_view value) {
  if (name == "data") {
    if (has_data_) event_.data += '\n';
    event_.data += value;
    has_data_ = true;
  } else if (name == "event") {
    event_.event = std::string(value);
  } else if (name == "id") {
    if (value.find('\0') == std::string_view::npos) last_id_ = std::string(value);
  } else if (name == "retry") {
    if (const auto wait = parse_decimal(value)) retry_ = std::chrono::milliseconds(*wait);
  }
}

}  // namespace v1
}  // namespace bindery
