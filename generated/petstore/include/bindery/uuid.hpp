// SPDX-License-Identifier: MIT-0
// The text of random UUIDs (RFC 9562).
// Must not choose where the random bits come from.
#pragma once

#include <cstdint>
#include <string>

namespace bindery {
inline namespace v1 {

/// A version 4 UUID (RFC 9562 5.4) in lower case, of 122 of the 128 bits given: the version takes
/// bits 12 to 15 of `high`, the variant the upper two of `low`. As unguessable as those bits are:
/// `next_random` is fit for an idempotency key, not for a secret.
inline std::string uuid_v4(std::uint64_t high, std::uint64_t low) {
  constexpr char digits[] = "0123456789abcdef";
  high = (high & ~std::uint64_t{0xf000}) | std::uint64_t{0x4000};
  low = (low & ~(std::uint64_t{3} << 62)) | (std::uint64_t{2} << 62);
  std::string text;
  text.reserve(36);
  for (unsigned i = 0; i < 32; ++i) {
    if (i == 8 || i == 12 || i == 16 || i == 20) text += '-';
    text += digits[(i < 16 ? high : low) >> (60 - i % 16 * 4) & 15];
  }
  return text;
}

}  // namespace v1
}  // namespace bindery
