// SPDX-License-Identifier: MIT-0
// Keeps the clients of a server in trouble from making it worse.
// Must not know why an attempt failed.
#pragma once

#include <atomic>
#include <cstdint>

namespace bindery {
inline namespace v1 {

/// A bucket of retries that a client's calls share: each retry takes one out, each answer that is
/// no failure puts a tenth of one back. While it is empty nothing is repeated, so that in the long
/// run retries add at most a tenth to what a server has to do. For any number of threads.
class RetryBudget {
 public:
  /// Full, with so many retries; 0 for no bound.
  explicit RetryBudget(int retries) : most_(std::int64_t{whole} * retries), left_(most_) {}

  /// Takes one out; false when there is none.
  bool take() noexcept;

  void put_back() noexcept;

 private:
  static constexpr int whole = 10;

  const std::int64_t most_;
  std::atomic<std::int64_t> left_;
};

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/retry_budget.hpp"
#endif
