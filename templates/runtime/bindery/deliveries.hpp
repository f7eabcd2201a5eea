// SPDX-License-Identifier: MIT-0
// Knows a webhook again that was delivered before.
// Must not know whether a delivery is genuine: prove that first, or strangers fill it.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace bindery {
inline namespace v1 {

/// Remembers the ids of deliveries, for at least as long as senders repeat them, in this process
/// alone. Safe with many threads.
class Deliveries {
 public:
  using Clock = std::chrono::system_clock;

  /// Of more than `most` ids the oldest are forgotten.
  explicit Deliveries(std::chrono::seconds kept = std::chrono::hours(48), std::size_t most = 100000)
      : kept_(kept), most_((std::max)(most, std::size_t{1})) {}

  /// Notes the id; false when it was noted before. One that is empty is always the first.
  bool is_first(std::string_view id, Clock::time_point now = Clock::now());

 private:
  void forget_oldest();

  const std::chrono::seconds kept_;
  const std::size_t most_;
  std::mutex mutex_;
  std::unordered_set<std::string> known_;
  std::deque<std::pair<std::string, Clock::time_point>> order_;
};

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/deliveries.hpp"
#endif
