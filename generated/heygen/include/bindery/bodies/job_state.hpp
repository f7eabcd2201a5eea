// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/job_state.hpp".
#pragma once

#include <string>
#include <string_view>

#include "bindery/compiled.hpp"
#include "bindery/job_state.hpp"

namespace bindery {
inline namespace v1 {

namespace detail {

BINDERY_BODY std::string state_text(std::string_view value) { return std::string(value); }

BINDERY_BODY std::string state_text(bool value) { return value ? "true" : "false"; }

}  // namespace detail

BINDERY_BODY std::string job_name() { return {}; }

}  // namespace v1
}  // namespace bindery
