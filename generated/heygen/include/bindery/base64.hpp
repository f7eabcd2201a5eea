// SPDX-License-Identifier: MIT-0
// Base64 as RFC 4648 section 4 has it.
// Must not know JSON.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "bindery/bytes.hpp"

namespace bindery {
inline namespace v1 {

/// The base64 text of `size` bytes: standard alphabet, padded, in one line.
std::string base64_encode(const std::uint8_t* bytes, std::size_t size);
std::string base64_encode(const Bytes& bytes);

namespace detail {

// The six bits a character stands for; 64 for one that is not in the alphabet.
constexpr std::uint32_t base64_digit(char character) noexcept {
  if (character >= 'A' && character <= 'Z') return static_cast<std::uint32_t>(character - 'A');
  if (character >= 'a' && character <= 'z') return static_cast<std::uint32_t>(character - 'a') + 26;
  if (character >= '0' && character <= '9') return static_cast<std::uint32_t>(character - '0') + 52;
  if (character == '+') return 62;
  if (character == '/') return 63;
  return 64;
}

}  // namespace detail

/// Replaces `bytes` by what `text` stands for. Only the canonical form is taken (padding present,
/// unused bits zero, no line breaks), so that encoding again gives `text`. On false, `bytes` is
/// unspecified.
bool base64_decode(std::string_view text, Bytes& bytes);

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/base64.hpp"
#endif
