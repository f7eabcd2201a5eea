// SPDX-License-Identifier: MIT-0
// The JSON texts of a stream, one by one: JSON lines (one a line) and JSON text sequences
// (RFC 7464). Must not decode them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bindery {
inline namespace v1 {

/// Cuts a stream of JSON texts, whose pieces may be cut anywhere, into texts.
class JsonItemParser {
 public:
  /// `separator` stands between texts: a line feed, or the record separator that begins each text
  /// of a sequence. `max_item_bytes` bounds one text.
  JsonItemParser(char separator, std::size_t max_item_bytes)
      : separator_(separator), max_item_bytes_(max_item_bytes) {}

  /// Calls `on_item(std::string_view)` for each text that is whole now. False when that returned
  /// false, or a text is too large (`is_too_large`); nothing more may be fed then.
  template <class OnItem>
  bool feed(std::string_view bytes, OnItem&& on_item) {
    while (true) {
      const std::size_t end = bytes.find(separator_);
      item_ += bytes.substr(0, end);
      if (item_.size() > max_item_bytes_) {
        is_too_large_ = true;
        return false;
      }
      if (end == std::string_view::npos) return true;
      bytes.remove_prefix(end + 1);
      if (!finish(on_item)) return false;
    }
  }

  /// The stream is over: what is left is the last text.
  template <class OnItem>
  bool finish(OnItem&& on_item) {
    constexpr std::string_view white_space = " \t\r\n";
    const std::size_t begin = item_.find_first_not_of(white_space);
    bool goes_on = true;
    if (begin != std::string::npos) {
      const std::size_t last = item_.find_last_not_of(white_space);
      goes_on = on_item(std::string_view(item_).substr(begin, last - begin + 1));
    }
    item_.clear();
    return goes_on;
  }

  bool is_too_large() const noexcept { return is_too_large_; }

 private:
  const char separator_;
  const std::size_t max_item_bytes_;
  std::string item_;
  bool is_too_large_ = false;
};

}  // namespace v1
}  // namespace bindery
