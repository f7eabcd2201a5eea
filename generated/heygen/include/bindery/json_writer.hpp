// SPDX-License-Identifier: MIT-0
// Writes JSON text, compact.
// Must not check nesting: the codecs write values in order.
#pragma once

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "bindery/float_text.hpp"
#include "bindery/json_number.hpp"
#include "bindery/json_scan.hpp"

namespace bindery {
inline namespace v1 {
namespace detail {

// True for a literal that needs no escape. Written as a fold so that compilers see constants; clang
// nests at most 256 of its parts.
template <std::size_t N, std::size_t... I>
constexpr bool is_plain_name(const char (&name)[N], std::index_sequence<I...>) noexcept {
  return (!is_special(name[I]) && ...);
}
template <std::size_t N>
constexpr bool is_plain_name(const char (&name)[N]) noexcept {
  if constexpr (N <= 256) {
    return is_plain_name(name, std::make_index_sequence<N - 1>());
  } else {
    for (std::size_t at = 0; at < N - 1; ++at) {
      if (is_special(name[at])) return false;
    }
    return true;
  }
}

}  // namespace detail

/// Appends values one after the other; commas between members and items are the caller's
/// (`ObjectWriter`, `ArrayWriter`). What JSON cannot hold is replaced, and `is_exact` tells.
class JsonWriter {
 public:
  JsonWriter() {}  // leaves the block as it is

  void null() { append("null"); }
  void boolean(bool value) { append(value ? std::string_view("true") : std::string_view("false")); }

  template <class Integer>
  void integer(Integer value) {
    char* const at = reserve(24);
    size_ = static_cast<std::size_t>(std::to_chars(at, at + 24, value).ptr - block_);
  }

  /// The shortest text that reads back as `value`; `null` for what is not finite.
  template <class Float>
  void number(Float value) {
    if (!detail::is_finite(value)) {
      is_exact_ = false;
      return null();
    }
    char* const at = reserve(32);
    size_ = static_cast<std::size_t>(detail::write_float(at, value) - block_);
  }

  /// `text` in quotes, escaped where it must be; bytes that are not UTF-8 become U+FFFD.
  void string(std::string_view text) {
    const char* const end = text.data() + text.size();
    const char* const stop = detail::find_text_end(text.data(), end);
    if (stop != end || text.size() > block_size - 2) return string_in_parts(text, stop);
    char* const at = reserve(text.size() + 2);
    at[0] = '"';
    if (!text.empty()) std::memcpy(at + 1, text.data(), text.size());
    at[text.size() + 1] = '"';
    size_ += text.size() + 2;
  }

  /// `{"name":` or `,"name":`, as `before` says. The checks of a literal fold into constants.
  template <std::size_t N>
  void member_name(char before, const char (&name)[N]) {
    if (N + 3 > block_size || !detail::is_plain_name(name)) {
      return member_name(before, std::string_view(name, N - 1));
    }
    char* const at = reserve(N + 3);
    at[0] = before;
    at[1] = '"';
    std::memcpy(at + 2, name, N - 1);
    at[N + 1] = '"';
    at[N + 2] = ':';
    size_ += N + 3;
  }
  void member_name(char before, std::string_view name) {
    put(before);
    string(name);
    put(':');
  }

  /// Text that is one JSON value already.
  void raw(std::string_view json) { append(json); }

  /// One structural character.
  void put(char character) {
    *reserve(1) = character;
    ++size_;
  }

  /// Takes over what another writer found of a text that is now part of this one.
  void note_inexact(bool is_exact) noexcept { is_exact_ = is_exact_ && is_exact; }

  /// False once a text was not UTF-8 or a number not finite: the JSON does not say what was meant.
  bool is_exact() const noexcept { return is_exact_; }

  /// Hands out the text; the writer is empty then.
  std::string take() {
    flush();
    return std::exchange(text_, std::string());
  }

 private:
  // Large enough that moving a block costs little, small enough to stay in the nearest cache.
  static constexpr std::size_t block_size = 4096;

  // Room for `count` bytes (at most a block), which count once `size_` says so.
  char* reserve(std::size_t count) {
    if (block_size - size_ < count) flush();
    return block_ + size_;
  }
  void flush() {
    append_to_text(std::string_view(block_, size_));
    size_ = 0;
  }
  void append_to_text(std::string_view more) {
    // Memory that is reserved and never written costs nothing; growing in small steps writes all of
    // a long text several times over.
    constexpr std::size_t large = std::size_t{1} << 16;
    const std::size_t needed = text_.size() + more.size();
    if (needed > text_.capacity() && needed > large) text_.reserve(needed * 4);
    text_.append(more);
  }
  void append(std::string_view more) {
    if (more.size() > block_size) {
      flush();
      return append_to_text(more);
    }
    char* const at = reserve(more.size());
    if (!more.empty()) std::memcpy(at, more.data(), more.size());
    size_ += more.size();
  }

  void string_in_parts(std::string_view text, const char* stop) {
    const char* at = text.data();
    const char* const end = at + text.size();
    put('"');
    for (; stop != end; stop = detail::find_text_end(at, end)) {
      append(std::string_view(at, static_cast<std::size_t>(stop - at)));
      escape(*stop);
      at = stop + 1;
    }
    append(std::string_view(at, static_cast<std::size_t>(end - at)));
    put('"');
  }

  void escape(char character) {
    switch (character) {
      case '"':
        return append("\\\"");
      case '\\':
        return append("\\\\");
      case '\b':
        return append("\\b");
      case '\f':
        return append("\\f");
      case '\n':
        return append("\\n");
      case '\r':
        return append("\\r");
      case '\t':
        return append("\\t");
      default:
        break;
    }
    const auto byte = static_cast<unsigned char>(character);
    if (byte >= 0x80u) {
      is_exact_ = false;
      return append("\xEF\xBF\xBD");
    }
    constexpr char digits[] = "0123456789abcdef";
    append("\\u00");
    put(digits[byte >> 4]);
    put(digits[byte & 15u]);
  }

  char block_[block_size];  // the end of the text; of it, `size_` bytes are written
  std::size_t size_ = 0;
  std::string text_{};  // all before it
  bool is_exact_ = true;
};

}  // namespace v1
}  // namespace bindery
