// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/decode_error.hpp".
#pragma once

#include <string>

#include "bindery/compiled.hpp"
#include "bindery/decode_error.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY std::string DecodeError::text() const { return path + ": " + message; }

}  // namespace v1
}  // namespace bindery
