// SPDX-License-Identifier: MIT-0
// Sets of bytes that are asked of each byte of a text.
// Must not know what any set is for.
#pragma once

#include <string_view>

namespace bindery {
inline namespace v1 {

/// Bytes as a table: one look per byte, where comparing costs a branch for each range of them.
class CharacterSet {
 public:
  constexpr CharacterSet() = default;

  constexpr CharacterSet with(std::string_view members) const noexcept {
    CharacterSet all = *this;
    for (const char c : members) all.has_[static_cast<unsigned char>(c)] = true;
    return all;
  }
  /// Both ends are in it.
  constexpr CharacterSet with_range(int first, int last) const noexcept {
    CharacterSet all = *this;
    for (int byte = first; byte <= last; ++byte) all.has_[byte] = true;
    return all;
  }

  constexpr bool has(char c) const noexcept { return has_[static_cast<unsigned char>(c)]; }
  constexpr bool has_all_of(std::string_view text) const noexcept {
    bool has_all = true;
    for (const char c : text) has_all &= has(c);  // Without branches: mostly it has all.
    return has_all;
  }

 private:
  bool has_[256] = {};
};

/// Of ASCII.
inline constexpr CharacterSet letters_and_digits =
    CharacterSet().with_range('a', 'z').with_range('A', 'Z').with_range('0', '9');

}  // namespace v1
}  // namespace bindery
