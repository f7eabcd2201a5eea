// SPDX-License-Identifier: MIT-0
// Writes JSON text, compact, into one growing buffer.
// Must not check nesting: the codecs write values in order.
#pragma once

#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "bindery/json_number.hpp"
#include "bindery/json_scan.hpp"

namespace bindery {
inline namespace v1 {

/// Appends values one after the other; commas between members and items are the caller's
/// (`ObjectWriter`, `ArrayWriter`). What JSON cannot hold is replaced, and `is_exact` tells.
class JsonWriter {
 public:
  JsonWriter() = default;

  void null() { append("null"); }
  void boolean(bool value) { append(value ? std::string_view("true") : std::string_view("false")); }

  template <class Integer>
  void integer(Integer value) {
    char* const at = reserve(24);
    size_ = static_cast<std::size_t>(std::to_chars(at, at + 24, value).ptr - buffer_.data());
  }

  /// The shortest text that reads back as `value`; `null` for what is not finite.
  template <class Float>
  void number(Float value) {
    if (!std::isfinite(value)) {
      is_exact_ = false;
      return null();
    }
    char* const at = reserve(32);
    size_ = static_cast<std::size_t>(detail::write_float(at, value) - buffer_.data());
  }

  /// `text` in quotes, escaped where it must be; bytes that are not UTF-8 become U+FFFD.
  void string(std::string_view text) {
    const char* at = text.data();
    const char* const end = at + text.size();
    *reserve(text.size() + 2) = '"';
    ++size_;
    for (;;) {
      const char* const stop = detail::find_text_end(at, end);
      append(std::string_view(at, static_cast<std::size_t>(stop - at)));
      if (stop == end) break;
      escape(*stop);
      at = stop + 1;
    }
    put('"');
  }

  /// Text that is one JSON value already.
  void raw(std::string_view json) { append(json); }

  /// One structural character.
  void put(char character) {
    *reserve(1) = character;
    ++size_;
  }

  /// The last character written; NUL before the first.
  char last() const noexcept { return size_ == 0 ? '\0' : buffer_[size_ - 1]; }

  /// False once a text was not UTF-8 or a number not finite: the JSON does not say what was meant.
  bool is_exact() const noexcept { return is_exact_; }

  /// The text so far.
  std::string_view text() const noexcept { return std::string_view(buffer_.data(), size_); }

  /// Hands out the text; the writer is empty then.
  std::string take() {
    buffer_.resize(size_);
    size_ = 0;
    return std::exchange(buffer_, std::string());
  }

 private:
  // Room for `count` bytes at the end; they count when `size_` says so.
  char* reserve(std::size_t count) {
    if (buffer_.size() - size_ < count) grow(count);
    return &buffer_[size_];
  }
  void grow(std::size_t count) {
    const std::size_t doubled = buffer_.size() * 2;
    buffer_.resize(size_ + count > doubled ? size_ + count + 64 : doubled);
  }
  void append(std::string_view text) {
    if (text.empty()) return;
    std::memcpy(reserve(text.size()), text.data(), text.size());
    size_ += text.size();
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

  std::string buffer_;  // its size is the room there is, `size_` what is written
  std::size_t size_ = 0;
  bool is_exact_ = true;
};

}  // namespace v1
}  // namespace bindery
