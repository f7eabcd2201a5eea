// SPDX-License-Identifier: MIT-0
// `Error::body_as`, apart from error.hpp so that errors cost no decoder to include.
// Must not know calls.
#pragma once

#include <optional>
#include <utility>

#include "bindery/error.hpp"
#include "bindery/json_codec.hpp"

namespace bindery {
inline namespace v1 {

template <class T>
std::optional<T> Error::body_as() const {
  Result<T> decoded = from_json<T>(body(), decode_options());
  if (!decoded) return std::nullopt;
  return *std::move(decoded);
}

}  // namespace v1
}  // namespace bindery
