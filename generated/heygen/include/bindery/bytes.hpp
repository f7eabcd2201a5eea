// SPDX-License-Identifier: MIT-0
// The type of base64 members.
// Must not encode or decode: see base64.hpp.
#pragma once

#include <cstdint>
#include <vector>

namespace bindery {
inline namespace v1 {

/// Bytes that travel as base64 text inside JSON.
using Bytes = std::vector<std::uint8_t>;

}  // namespace v1
}  // namespace bindery
