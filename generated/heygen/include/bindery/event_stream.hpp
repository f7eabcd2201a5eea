// SPDX-License-Identifier: MIT-0
// Server-Sent Events out of bytes (WHATWG HTML 9.2.6, text/event-stream).
// Must not know where bytes come from, nor what the data of an event means.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace bindery {
inline namespace v1 {

/// One event as it was sent.
struct RawEvent {
  /// `message` where the server names none.
  std::string event{};
  /// Its lines joined by line feeds.
  std::string data{};
  /// The last one the server sent, with this event or before.
  std::string id{};
};

/// Puts events together from pieces that may be cut anywhere. An event that the stream ends in the
/// middle of is dropped, as the standard has it.
class EventParser {
 public:
  /// `max_event_bytes` bounds the lines of one event together: what memory a server can take.
  explicit EventParser(std::size_t max_event_bytes) : max_event_bytes_(max_event_bytes) {}

  /// Calls `on_event(RawEvent&&)` for each event that is whole now. False when `on_event` returned
  /// false, or an event is too large (`is_too_large`); nothing more may be fed then.
  template <class OnEvent>
  bool feed(std::string_view bytes, OnEvent&& on_event) {
    while (!bytes.empty()) {
      if (skips_line_feed_) {
        skips_line_feed_ = false;
        if (bytes.front() == '\n') {
          bytes.remove_prefix(1);
          continue;
        }
      }
      const std::size_t end = bytes.find_first_of("\r\n");
      line_ += bytes.substr(0, end);
      if (line_.size() + event_.data.size() > max_event_bytes_) {
        is_too_large_ = true;
        return false;
      }
      if (end == std::string_view::npos) return true;
      // A carriage return ends a line by itself; the line feed behind it may be in the next piece.
      skips_line_feed_ = bytes[end] == '\r';
      bytes.remove_prefix(end + 1);
      if (!take_line(on_event)) return false;
    }
    return true;
  }

  bool is_too_large() const noexcept { return is_too_large_; }
  /// The id to resume from; empty when the server gave none.
  const std::string& last_id() const noexcept { return last_id_; }
  /// How long the server asks to wait before connecting again.
  std::optional<std::chrono::milliseconds> retry() const noexcept { return retry_; }

  /// Drops what is unfinished, for a stream that begins anew and goes on from `last_id`.
  void restart();

 private:
  template <class OnEvent>
  bool take_line(OnEvent& on_event) {
    std::string_view line = line_;
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (is_first_line_ && line.substr(0, byte_order_mark.size()) == byte_order_mark) {
      line.remove_prefix(byte_order_mark.size());
    }
    is_first_line_ = false;
    bool goes_on = true;
    if (line.empty()) {
      goes_on = dispatch(on_event);
    } else if (line.front() != ':') {
      const std::size_t colon = line.find(':');
      std::string_view value = colon == std::string_view::npos ? "" : line.substr(colon + 1);
      if (!value.empty() && value.front() == ' ') value.remove_prefix(1);
      take_field(line.substr(0, colon), value);
    }
    line_.clear();
    return goes_on;
  }

  void take_field(std::string_view name, std::string_view value);

  template <class OnEvent>
  bool dispatch(OnEvent& on_event) {
    RawEvent event = std::exchange(event_, {});
    if (!std::exchange(has_data_, false)) return true;
    if (event.event.empty()) event.event = "message";
    event.id = last_id_;
    return on_event(std::move(event));
  }

  const std::size_t max_event_bytes_;
  std::string line_;
  RawEvent event_;
  std::string last_id_;
  std::optional<std::chrono::milliseconds> retry_;
  bool has_data_ = false;
  bool skips_line_feed_ = false;
  bool is_first_line_ = true;
  bool is_too_large_ = false;
};

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/event_stream.hpp"
#endif
