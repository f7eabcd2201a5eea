// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/base64.hpp".
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "bindery/base64.hpp"
#include "bindery/bytes.hpp"
#include "bindery/compiled.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY std::string base64_encode(const std::uint8_t* bytes, std::size_t size) {
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

BINDERY_BODY std::string base64_encode(const Bytes& bytes) {
  return base64_encode(bytes.data(), bytes.size());
}

BINDERY_BODY bool base64_decode(std::string_view text, Bytes& bytes) {
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
