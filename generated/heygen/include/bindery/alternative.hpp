// SPDX-License-Identifier: MIT-0
// Looks into bodies that are one of several types.
// Must not know what the types are.
#pragma once

#include <cstddef>
#include <optional>
#include <variant>

namespace bindery {
inline namespace v1 {

/// The alternative number `index` when the body holds it; else null, as for a body that is absent.
template <std::size_t index, class... Ts>
auto alternative(const std::variant<Ts...>& body) noexcept {
  return std::get_if<index>(&body);
}
template <std::size_t index, class... Ts>
auto alternative(const std::optional<std::variant<Ts...>>& body) noexcept {
  return body ? std::get_if<index>(&*body) : nullptr;
}

}  // namespace v1
}  // namespace bindery
