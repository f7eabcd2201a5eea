// SPDX-License-Identifier: MIT-0
// Numbers that differ from call to call: for jitter, boundaries and keys, never for secrets.
// Must not be a reason to include <random>, which costs more than all else here.
#pragma once

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
std::uint64_t next_random() noexcept;

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/random.hpp"
#endif
