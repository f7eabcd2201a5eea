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
inline std::string base64_encode(const std::uint8_t* bytes, std::size_t size) {
  constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  text.reserve((size + 2) / 3 * 4);
  for (std::size_t at = 0; at < size; at += 3) {
    const std::size_t rest = size - at;
    const std::uint32_t group = std::uint32_t{bytes[at]} << 16 |
                                (rest > 1 ? std::uint32_t{bytes[at + 1]} << 8 : 0u) |
                                (rest > 2 ? std::uint32_t{bytes[at + 2]} : 0u);
    text.push_back(alphabet[group >> 18]);
    text.push_back(alphabet[group >> 12 & 63u]);
    text.push_back(rest > 1 ? alphabet[group >> 6 & 63u] : '=');
    text.push_back(rest > 2 ? alphabet[group & 63u] : '=');
  }
  return text;
}
inline std::string base64_encode(const Bytes& bytes) {
  return base64_encode(bytes.data(), bytes.size());
}

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
inline bool base64_decode(std::string_view text, Bytes& bytes) {
  bytes.clear();
  if (text.size() % 4 != 0) return false;
  bytes.reserve(text.size() / 4 * 3);
  while (!text.empty()) {
    std::size_t padding = 0;
    if (text.size() == 4 && text[3] == '=') padding = text[2] == '=' ? 2 : 1;
    std::uint32_t group = 0;
    for (std::size_t i = 0; i < 4 - padding; ++i) {
      const std::uint32_t digit = detail::base64_digit(text[i]);
      if (digit == 64) return false;
      group |= digit << (18 - 6 * i);
    }
    const std::uint32_t unused = padding == 2 ? 0xFFFFu : padding == 1 ? 0xFFu : 0u;
    if ((group & unused) != 0) return false;
    bytes.push_back(static_cast<std::uint8_t>(group >> 16));
    if (padding < 2) bytes.push_back(static_cast<std::uint8_t>(group >> 8 & 0xFFu));
    if (padding < 1) bytes.push_back(static_cast<std::uint8_t>(group & 0xFFu));
    text.remove_prefix(4);
  }
  return true;
}

}  // namespace v1
}  // namespace bindery
