// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/retry_budget.hpp".
#pragma once

#include <cstdint>

#include "bindery/compiled.hpp"
#include "bindery/retry_budget.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY bool RetryBudget::take() noexcept {
  if (most_ <= 0) return true;
  std::int64_t left = left_.load();
  while (left >= whole) {
    if (left_.compare_exchange_weak(left, left - whole)) return true;
  }
  return false;
}

BINDERY_BODY void RetryBudget::put_back() noexcept {
  std::int64_t left = left_.load();
  while (left < most_ && !left_.compare_exchange_weak(left, left + 1)) {
  }
}

}  // namespace v1
}  // namespace bindery
