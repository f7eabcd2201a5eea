// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/random.hpp".
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>

#include "bindery/compiled.hpp"
#include "bindery/random.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY std::uint64_t next_random() noexcept {
  static std::atomic<std::uint64_t> counter{0};
  const auto time = std::chrono::steady_clock::now().time_since_epoch().count();
  const auto wall_time = std::chrono::system_clock::now().time_since_epoch().count();
  const auto place = reinterpret_cast<std::uintptr_t>(&time);
  const std::uint64_t turn = counter.fetch_add(1, std::memory_order_relaxed);
  return mixed_bits(mixed_bits(static_cast<std::uint64_t>(time)) ^ mixed_bits(place) ^
                    mixed_bits(mixed_bits(static_cast<std::uint64_t>(wall_time))) ^ turn);
}

}  // namespace v1
}  // namespace bindery
