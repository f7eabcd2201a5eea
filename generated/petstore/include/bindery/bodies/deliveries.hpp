// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/deliveries.hpp".
#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "bindery/compiled.hpp"
#include "bindery/deliveries.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY bool Deliveries::is_first(std::string_view id, Clock::time_point now) {
  if (id.empty()) return true;
  const std::lock_guard<std::mutex> lock(mutex_);
  // In seconds: a time to keep for ever does not fit into finer ones.
  const auto age = [now](Clock::time_point then) {
    return std::chrono::duration_cast<std::chrono::seconds>(now - then);
  };
  while (!order_.empty() && age(order_.front().second) > kept_) forget_oldest();
  std::string text(id);
  if (!known_.insert(text).second) return false;
  if (order_.size() >= most_) forget_oldest();
  order_.emplace_back(std::move(text), now);
  return true;
}

BINDERY_BODY void Deliveries::forget_oldest() {
  known_.erase(order_.front().first);
  order_.pop_front();
}

}  // namespace v1
}  // namespace bindery
