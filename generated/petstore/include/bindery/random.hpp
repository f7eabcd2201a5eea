// SPDX-License-Identifier: MIT-0
// Numbers that differ from call to call: for jitter, boundaries and keys, never for secrets.
// Must not be a reason to include <random>, which costs more than all else here.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>

namespace bindery {
inline namespace v1 {

/// Mixes 64 bits so that each of them depends on all (the finalizer of SplitMix64).
constexpr std::uint64_t mixed_bits(std::uint64_t value) noexcept {
  value += 0x9e3779b97f4a7c15u;
  value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9u;
  value = (value ^ (value >> 27)) * 0x94d049bb133111ebu;
  return value ^ (value >> 31);
}

/// 64 bits that differ between calls, threads and runs of the program. Guessable: the seed is the
/// times and an address.
inline std::uint64_t next_random() noexcept {
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
