// SPDX-License-Identifier: MIT-0
// The longer bodies of "bindery/json_cursor.hpp".
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "bindery/compiled.hpp"
#include "bindery/decode_error.hpp"
#include "bindery/json_cursor.hpp"
#include "bindery/json_escape.hpp"
#include "bindery/json_kind.hpp"
#include "bindery/json_number.hpp"
#include "bindery/json_scan.hpp"
#include "bindery/json_skip.hpp"

#if defined(__GNUC__)
#define BINDERY_COLD __attribute__((cold, noinline))
#else
#define BINDERY_COLD
#endif

namespace bindery {
inline namespace v1 {

BINDERY_BODY bool JsonCursor::read_magnitude(bool& is_negative, std::uint64_t& magnitude) {
  skip_space();
  const char* at = position_;
  if (at != end_ && *at == '-') ++at;
  const char* const first = at;
  std::uint64_t value = 0;
  at = detail::take_digits(at, end_, value);
  const std::ptrdiff_t count = at - first;
  const bool is_plain = count > 0 && count <= 19 && (*first != '0' || count == 1) &&
                        (at == end_ || (*at != '.' && *at != 'e' && *at != 'E'));
  if (is_plain) {
    is_negative = first != position_ && value != 0;
    magnitude = value;
    position_ = at;
    return true;
  }
  if (kind() != JsonKind::number) return expected("integer");
  detail::JsonNumber number;
  if (!read_number(number)) return false;
  switch (detail::to_magnitude(number, magnitude)) {
    case detail::Conversion::done:
      is_negative = number.is_negative && magnitude != 0;
      return true;
    case detail::Conversion::not_integer:
      return fail_at(number.begin, "expected integer, found " + excerpt(number.text()));
    case detail::Conversion::out_of_range:
      break;
  }
  return fail_at(number.begin, excerpt(number.text()) + " is out of range for a 64-bit integer");
}

BINDERY_BODY bool JsonCursor::read_number(detail::JsonNumber& number) {
  skip_space();
  if (kind() != JsonKind::number) return expected("number");
  if (!detail::scan_number(position_, end_, number)) {
    return fail_at(number.end, "invalid number");
  }
  position_ = number.end;
  return true;
}

// Unescapes block by block: escapes stand close together where there are any, and appending every
// few bytes to a std::string costs more than reading them.
BINDERY_BODY bool JsonCursor::read_rest_of_string(std::string& value, const char* start,
                                                  const char* at) {
  char block[1024];
  char* const full = block + sizeof block - 128;  // behind it, no step of the loop has room
  char* out = block;
  const char* const end = end_;
  const auto plain = static_cast<std::size_t>(at - start);
  if (plain < 64) {
    value.clear();
    at = start;  // again: a copy of a size that compilers do not see is a call
  } else {
    value.assign(start, plain);
  }
  while (at != end) {
    if (out > full) {
      value.append(block, static_cast<std::size_t>(out - block));
      out = block;
    }
    if (end - at >= detail::most_read && detail::unescape_block(at, out)) continue;
    if (*at == '"') break;
    if (*at == '\\') {
      const char* next = at;
      char32_t code_point = 0;
      if (const char* const message = detail::read_escape(next, end, code_point)) {
        return fail_at(at, message);
      }
      out = detail::write_utf8(out, code_point);
      at = next;
    } else if (detail::is_special(*at)) {
      const char* const stop = detail::find_text_end(at, end);
      if (stop == at) break;
      const auto size = static_cast<std::size_t>(stop - at);
      if (size > static_cast<std::size_t>(full - out) || size >= sizeof block / 2) {
        value.append(block, static_cast<std::size_t>(out - block));
        out = block;
      }
      if (size < sizeof block / 2) {
        std::memcpy(out, at, size);
        out += size;
      } else {
        value.append(at, size);
      }
      at = stop;
    } else {
      at = detail::copy_plain(at, end, out);
    }
  }
  if (at == end || *at != '"') return fail_in_string(at);
  value.append(block, static_cast<std::size_t>(out - block));
  position_ = at + 1;
  return true;
}

// The place behind the string whose text begins at `at`; null after an error.
BINDERY_BODY const char* JsonCursor::skip_string(const char* at) {
  at = detail::find_text_end(at, end_);
  while (at != end_ && *at == '\\') {
    char32_t code_point = 0;
    if (const char* const message = detail::read_escape(at, end_, code_point)) {
      fail_at(at, message);
      return nullptr;
    }
    at = detail::find_text_end(at, end_);
  }
  if (at != end_ && *at == '"') return at + 1;
  fail_in_string(at);
  return nullptr;
}

// The place behind the string, number or literal that begins at `at`; null after an error.
BINDERY_BODY const char* JsonCursor::skip_scalar(const char* at) {
  position_ = at;
  switch (kind()) {
    case JsonKind::string:
      return skip_string(at + 1);
    case JsonKind::number: {
      detail::JsonNumber number;
      if (detail::scan_number(at, end_, number)) return number.end;
      fail_at(number.end, "invalid number");
      return nullptr;
    }
    default:
      if (take_literal("true") || take_literal("false") || take_literal("null")) return position_;
      expected("a value");
      return nullptr;
  }
}

BINDERY_BODY bool JsonCursor::skip_value() {
  const int outer_depth = frame_ == nullptr ? 0 : frame_->depth;
  const char* const after = detail::pass_value(position_, end_, max_depth_ - outer_depth);
  if (after == nullptr) return skip_step_by_step();
  position_ = after;
  return true;
}

// skip_value for what is not well-formed, which is reported, and for what is very deep.
BINDERY_NOINLINE BINDERY_BODY bool JsonCursor::skip_step_by_step() {
  // One bit for each container inside the value: set for an object.
  std::uint64_t is_object[DecodeOptions::highest_depth / 64];
  const int outer_depth = frame_ == nullptr ? 0 : frame_->depth;
  int depth = 0;
  const auto in_object = [&is_object, &depth] {
    const auto top = static_cast<unsigned>(depth - 1);
    return (is_object[top / 64] >> top % 64 & 1u) != 0;
  };
  bool at_first = false;  // of the container just entered
  for (;;) {
    // Before a value, or the end of an empty container.
    if (depth > 0) {
      std::string_view name;
      bool has_escapes = false;
      const bool has_next =
          in_object() ? next_name(at_first, name, has_escapes) : next_item(at_first);
      at_first = false;
      if (!has_next) {
        if (has_failed_) return false;
        if (--depth == 0) return true;
        continue;
      }
    }
    skip_space();
    const char first = position_ == end_ ? '\0' : *position_;
    if (first == '{' || first == '[') {
      if (outer_depth + depth >= max_depth_) return too_deep();
      const auto top = static_cast<unsigned>(depth);
      const std::uint64_t bit = std::uint64_t{1} << top % 64;
      if (first == '{') {
        is_object[top / 64] |= bit;
      } else {
        is_object[top / 64] &= ~bit;
      }
      ++depth;
      ++position_;
      at_first = true;
      continue;
    }
    const char* const after = skip_scalar(position_);
    if (after == nullptr) return false;
    position_ = after;
    if (depth == 0) return true;
  }
}

BINDERY_NOINLINE BINDERY_BODY bool JsonCursor::enter(char bracket, std::string_view what,
                                                     JsonFrame& frame) {
  if (!take(bracket)) return expected(what);
  const int depth = frame_ == nullptr ? 1 : frame_->depth + 1;
  if (depth > max_depth_) {
    --position_;
    return too_deep();
  }
  frame.depth = depth;
  frame.parent = frame_;
  frame_ = &frame;
  return true;
}

BINDERY_BODY bool JsonCursor::next_name(bool is_first, std::string_view& name, bool& has_escapes) {
  skip_space();
  if (position_ != end_ && *position_ == '}') {
    ++position_;
    return false;
  }
  if (!is_first) {
    if (position_ == end_ || *position_ != ',') return expected("`,` or `}`");
    ++position_;
    skip_space();
  }
  if (position_ == end_ || *position_ != '"') return expected("the name of a member");
  const char* const start = position_ + 1;
  const char* stop = detail::find_special_near(start, end_);
  has_escapes = false;
  if (stop == end_ || *stop != '"') {
    stop = detail::find_text_end(stop, end_);
    has_escapes = stop != end_ && *stop == '\\';
    const char* const after = skip_string(stop);
    if (after == nullptr) return false;
    stop = after - 1;
  }
  name = std::string_view(start, static_cast<std::size_t>(stop - start));
  position_ = stop + 1;
  skip_space();
  if (position_ == end_ || *position_ != ':') return expected("`:`");
  ++position_;
  return true;
}

BINDERY_BODY bool JsonCursor::next_item(bool is_first) {
  skip_space();
  if (position_ != end_ && *position_ == ']') {
    ++position_;
    return false;
  }
  if (is_first) return position_ != end_ || expected("a value");
  if (position_ == end_ || *position_ != ',') return expected("`,` or `]`");
  ++position_;
  return true;
}

BINDERY_COLD BINDERY_BODY bool JsonCursor::out_of_range(const char* start, bool is_signed,
                                                        std::size_t bits) {
  while (start != end_ && is_space(*start)) ++start;
  const std::string text = excerpt({start, static_cast<std::size_t>(position_ - start)});
  return fail_at(
      start, text + " is out of range for " + (is_signed ? "int" : "uint") + std::to_string(bits));
}

BINDERY_COLD BINDERY_BODY bool JsonCursor::expected(std::string_view what) {
  const JsonKind found = kind();
  if (found == JsonKind::boolean || found == JsonKind::null_value) {
    const char* const start = position_;
    if (!take_literal("true") && !take_literal("false") && !take_literal("null")) {
      return fail_at(start, "invalid literal");
    }
    position_ = start;
  }
  std::string message = "expected ";
  message.append(what).append(", found ");
  if (position_ == end_) {
    message += "the end of the text";
  } else if (found != JsonKind::none) {
    message += to_string(found);
  } else if (*position_ > ' ' && *position_ < '\x7F') {
    message.append("`").append(1, *position_).append("`");
  } else {
    constexpr char digits[] = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(*position_);
    message.append("byte 0x").append(1, digits[byte >> 4]).append(1, digits[byte & 15u]);
  }
  return fail_at(position_, std::move(message));
}

BINDERY_COLD BINDERY_BODY bool JsonCursor::fail_in_string(const char* at) {
  if (at == end_) return fail_at(at, "unterminated string");
  return fail_at(at, static_cast<unsigned char>(*at) < 0x20u
                         ? "control character in a string"
                         : "text that is not UTF-8 in a string");
}

BINDERY_COLD BINDERY_BODY bool JsonCursor::fail_at(const char* at, std::string message,
                                                   std::string_view limit) {
  if (has_failed_) return false;
  has_failed_ = true;
  stopped_at_ = at;
  if (trials_ == 0) {
    // Of millions of mismatches, most are not kept.
    const bool is_passed_over = is_tolerant_ && !has_room() && !is_broken_;
    error_.path = is_passed_over ? "$" : path();
    error_.message = std::move(message);
    error_.offset = static_cast<std::size_t>(at - begin_);
    error_.limit = limit;
  }
  position_ = end_;
  return false;
}

BINDERY_COLD BINDERY_BODY bool JsonCursor::too_deep() {
  return fail_at(position_,
                 "nested deeper than " + std::to_string(max_depth_) + " (max_json_depth)",
                 "max_json_depth");
}

// `$.data[3]["odd name"]`; of more than `most` containers the inner ones, as JSONPath has it:
// `$..id`.
BINDERY_COLD BINDERY_BODY std::string JsonCursor::path() const {
  constexpr std::size_t most = 32;
  const JsonFrame* frames[most];
  std::size_t count = 0;
  const JsonFrame* next = frame_;
  for (; next != nullptr && count < most; next = next->parent) frames[count++] = next;
  std::string text;
  for (std::size_t i = count; i-- > 0;) {
    const JsonFrame& frame = *frames[i];
    if (frame.is_array) {
      text.append("[").append(std::to_string(frame.index)).append("]");
      continue;
    }
    if (frame.name.data() == nullptr) continue;  // before its first member
    bool is_plain = !frame.name.empty();
    for (const char character : frame.name) {
      const bool is_letter = (character >= 'a' && character <= 'z') ||
                             (character >= 'A' && character <= 'Z') || character == '_';
      is_plain = is_plain && (is_letter || detail::is_digit(character));
    }
    if (is_plain) {
      text.append(".").append(excerpt(frame.name));
    } else {
      text.append("[\"").append(excerpt(frame.name)).append("\"]");
    }
  }
  if (next != nullptr) text.insert(0, text.front() == '[' ? ".." : ".");
  return "$" + text;
}

// At most 40 bytes of a text, cut between code points.
BINDERY_COLD BINDERY_BODY std::string JsonCursor::excerpt(std::string_view text) {
  constexpr std::size_t max = 40;
  if (text.size() <= max) return std::string(text);
  std::size_t size = max;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0u) == 0x80u) --size;
  return std::string(text.substr(0, size)) + "...";
}

BINDERY_COLD BINDERY_BODY bool JsonCursor::recover(const char* start) {
  if (!is_tolerant_ || trials_ > 0 || is_broken_) return false;
  DecodeError error = std::exchange(error_, DecodeError{});
  has_failed_ = false;
  position_ = start;
  // What is not JSON at all fails again here, and now for good.
  is_broken_ = true;
  is_broken_ = !skip_value();
  if (is_broken_) return false;
  if (has_room()) mismatches_.push_back(std::move(error));
  return true;
}

BINDERY_COLD BINDERY_BODY bool JsonCursor::mismatch(std::string message) {
  if (!is_tolerant_ || trials_ > 0 || has_failed_) return fail(std::move(message));
  if (has_room()) {
    mismatches_.push_back(
        {path(), std::move(message), static_cast<std::size_t>(position_ - begin_), {}});
  }
  return true;
}

BINDERY_BODY JsonTrial::~JsonTrial() {
  --in_.trials_;
  in_.fit_ = fit_;
  in_.frame_ = frame_;
  if (had_failed_) return;
  const char* const reached = in_.has_failed_ ? in_.stopped_at_ : in_.position_;
  in_.has_failed_ = false;
  in_.position_ = start_;
  in_.bytes_tried_ += static_cast<std::size_t>(reached - start_);
  // Unions inside unions can ask for exponentially many looks at the same bytes; real documents
  // need a few.
  const auto size = static_cast<std::size_t>(in_.end_ - in_.begin_);
  if (in_.bytes_tried_ / 64 > size + (std::size_t{1} << 18)) {
    in_.fail("too many alternatives to try");
  }
}

}  // namespace v1
}  // namespace bindery

#undef BINDERY_COLD
