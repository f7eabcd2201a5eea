// SPDX-License-Identifier: MIT-0
// A pull reader over JSON text (RFC 8259): one value at a time, straight into C++ variables.
// Must not allocate but for texts and errors, nor read outside of the text it is given.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "bindery/decode_error.hpp"
#include "bindery/json_kind.hpp"
#include "bindery/json_number.hpp"
#include "bindery/json_scan.hpp"

namespace bindery {
inline namespace v1 {

/// How a type is read and written; specialised by json_codec.hpp and by generated code as
///     template <class Reader> static bool decode(Reader& in, T& out);
///     template <class Writer> static void encode(Writer& out, const T& value);
template <class T, class Enable = void>
struct Codec;

class Json;

/// One container around the value being read. Lives on the stack of whoever reads the container,
/// linked to the one around it: a path costs nothing until an error asks for it.
struct JsonFrame {
  const JsonFrame* parent = nullptr;
  /// The member being read, as it stands between the quotes.
  std::string_view name{};
  /// The item being read, in an array.
  std::size_t index = 0;
  /// 1 for the outermost container; 0 while it is not entered.
  int depth = 0;
  bool is_array = false;
};

/// How well a value fits a type, counted while it is read.
struct JsonFit {
  std::size_t known_members = 0;
  std::size_t unknown_members = 0;
  /// Enum values and unions nobody knows, kept as they came.
  std::size_t unknown_values = 0;
};

/// Reads one JSON text from front to back. Every `read` says whether it worked; after the first
/// error all of them fail at once, so only the last one needs a look. The text must outlive it.
class JsonCursor {
 public:
  explicit JsonCursor(std::string_view text, const DecodeOptions& options = {})
      : begin_(text.data()),
        position_(text.data()),
        end_(text.data() + text.size()),
        max_depth_(std::clamp(options.max_json_depth, 1, DecodeOptions::highest_depth)),
        is_tolerant_(options.mode == Decode::tolerant) {}

  JsonCursor(const JsonCursor&) = delete;
  JsonCursor& operator=(const JsonCursor&) = delete;

  /// The kind of the next value; `none` before anything that begins no value.
  JsonKind kind() noexcept {
    skip_space();
    return position_ == end_ ? JsonKind::none : json_kind_of(*position_);
  }

  /// Takes a null if one comes next; otherwise takes nothing and is no error.
  bool read_null() noexcept {
    skip_space();
    return take_literal("null");
  }

  bool read_bool(bool& value) {
    skip_space();
    if (take_literal("true")) {
      value = true;
      return true;
    }
    if (take_literal("false")) {
      value = false;
      return true;
    }
    return expected("boolean");
  }

  /// Reads an integer into a type of at most 64 bits; `1.0` and `1e2` are integers. One that does
  /// not fit is an error, never a wrap.
  template <class Integer>
  bool read_integer(Integer& value) {
    bool is_negative = false;
    std::uint64_t magnitude = 0;
    const char* const start = position_;
    if (!read_magnitude(is_negative, magnitude)) return false;
    constexpr auto most = static_cast<std::uint64_t>((std::numeric_limits<Integer>::max)());
    if (!is_negative && magnitude <= most) {
      value = static_cast<Integer>(magnitude);
      return true;
    }
    constexpr std::uint64_t lowest = std::is_signed_v<Integer> ? most + 1 : 0;
    if (is_negative && magnitude <= lowest) {
      value = static_cast<Integer>(std::uint64_t{0} - magnitude);
      return true;
    }
    return out_of_range(start, std::is_signed_v<Integer>, sizeof(Integer) * 8);
  }

  /// Reads a number as the nearest `float` or `double`; one beyond its range is an error.
  template <class Float>
  bool read_float(Float& value) {
    skip_space();
    const char* const start = position_;
    detail::Conversion conversion{};
    const char* const after = detail::take_float(start, end_, value, conversion);
    if (after == nullptr) {
      detail::JsonNumber number;
      return read_number(number);  // says why
    }
    position_ = after;
    if (conversion == detail::Conversion::done) return true;
    const std::string_view text(start, static_cast<std::size_t>(position_ - start));
    return fail_at(start, excerpt(text) + " is out of range for " +
                              (std::is_same_v<Float, float> ? "float" : "double"));
  }

  /// Replaces `value` by the next string, unescaped and checked to be UTF-8.
  bool read_string(std::string& value) {
    skip_space();
    if (position_ == end_ || *position_ != '"') return expected("string");
    const char* const start = position_ + 1;
    const char* const stop = detail::find_text_end(start, end_);
    if (stop != end_ && *stop == '"') {
      const auto size = static_cast<std::size_t>(stop - start);
      // What has no room is made anew: to grow looks at what was there before.
      if (size <= value.capacity()) {
        value.assign(start, size);
      } else {
        value = std::string(start, size);
      }
      position_ = stop + 1;
      return true;
    }
    return read_rest_of_string(value, start, stop);
  }

  /// The same into what holds a string or nothing, as std::optional does.
  template <class Holder>
  bool emplace_string(Holder& holder) {
    skip_space();
    if (position_ == end_ || *position_ != '"') return expected("string");
    const char* const start = position_ + 1;
    const char* const stop = detail::find_text_end(start, end_);
    if (stop == end_ || *stop != '"') return read_rest_of_string(holder.emplace(), start, stop);
    holder.emplace(start, static_cast<std::size_t>(stop - start));
    position_ = stop + 1;
    return true;
  }

  /// The next string without a copy where it has no escapes, else held by `storage`.
  bool read_text(std::string_view& value, std::string& storage) {
    skip_space();
    if (position_ == end_ || *position_ != '"') return expected("string");
    const char* const start = position_ + 1;
    const char* const stop = detail::find_text_end(start, end_);
    if (stop != end_ && *stop == '"') {
      value = std::string_view(start, static_cast<std::size_t>(stop - start));
      position_ = stop + 1;
      return true;
    }
    if (!read_rest_of_string(storage, start, stop)) return false;
    value = storage;
    return true;
  }

  /// Takes the next string where it is ASCII without escapes; otherwise takes nothing and is no
  /// error.
  BINDERY_ALWAYS_INLINE bool take_plain_text(std::string_view& text) noexcept {
    const char* const at = without_space(position_);
    if (at == end_ || *at != '"') return false;
    const char* const stop = detail::find_special_near(at + 1, end_);
    if (stop == end_ || *stop != '"') return false;
    text = std::string_view(at + 1, static_cast<std::size_t>(stop - at - 1));
    position_ = stop + 1;
    return true;
  }

  /// The same, where it may be the tag of a union, which was read to find the alternative.
  BINDERY_ALWAYS_INLINE bool take_tag(std::string_view& text) noexcept {
    if (position_ != tag_at_ || position_ == end_) return take_plain_text(text);
    text = tag_;
    position_ = tag_end_;
    return true;
  }

  /// Takes the next value whatever it is, checking all of it.
  bool skip_value();

  /// The same, and its text.
  bool read_raw(std::string_view& value) {
    skip_space();
    const char* const start = position_;
    if (!skip_value()) return false;
    value = std::string_view(start, static_cast<std::size_t>(position_ - start));
    return true;
  }

  /// Checks that only white space is left.
  bool finish() {
    skip_space();
    if (has_failed()) return false;
    return position_ == end_ || expected("end of text");
  }

  /// The index in `tags` of the string that member `name` of the next value holds; -1 when it is
  /// none of them, or no string, or not there. Takes nothing, reports nothing.
  template <std::size_t N>
  int tag(std::string_view name, const std::string_view (&tags)[N]) {
    if (kind() != JsonKind::object) return -1;
    const int first = find_first_tag(name, tags, N);
    return first >= 0 ? first : find_any_tag(name, tags, N);
  }

  /// True when the next value is an object with that member. Takes nothing, reports nothing.
  bool has_member(std::string_view name);
  /// The index of the one of `names` that is a member of the next value; -1 when none is, or more
  /// than one. Takes nothing, reports nothing.
  template <std::size_t N>
  int only_member(const std::string_view (&names)[N]);

  /// Reads the next value as one alternative of a union.
  template <class T, class Union>
  bool alternative(Union& out) {
    if constexpr (std::is_same_v<T, Json>) note_unknown_value();
    return Codec<T>::decode(*this, out.template emplace<T>());
  }

  /// Records an error at the next byte, with the path read so far; always false.
  bool fail(std::string message) { return fail_at(position_, std::move(message)); }

  /// The same for a value that began at `start`, which was a position of this cursor.
  bool fail_from(const char* start, std::string message) {
    return fail_at(start, std::move(message));
  }

  /// Records `expected number, found string`; always false.
  bool expected(std::string_view what);

  bool has_failed() const noexcept { return has_failed_; }
  /// The first error; meaningless without one.
  const DecodeError& error() const noexcept { return error_; }

  /// What a tolerant reader passed over, in the order of the text; at most `max_mismatches`.
  const std::vector<DecodeError>& mismatches() const noexcept { return mismatches_; }
  std::vector<DecodeError> take_mismatches() noexcept { return std::move(mismatches_); }
  /// A server can send millions; each is kept in a few kilobytes at most.
  static constexpr std::size_t max_mismatches = 1000;

  // What follows is for the readers of containers and unions built on this one.

  /// Takes that byte if it comes next; otherwise takes nothing and is no error.
  BINDERY_ALWAYS_INLINE bool take(char expected) noexcept {
    const char* const at = without_space(position_);
    if (at == end_ || *at != expected) return false;
    position_ = at + 1;
    return true;
  }
  /// Enters a container if `bracket` comes next; `what` is its name for the error.
  bool enter(char bracket, std::string_view what, JsonFrame& frame);
  void leave(const JsonFrame& frame) noexcept { frame_ = frame.parent; }

  /// Takes the name of the next member and the colon; false at the end of the object, which is
  /// taken, and on an error. `has_escapes` tells that `name` is not what it spells.
  bool next_name(bool is_first, std::string_view& name, bool& has_escapes);
  /// The same where the name is `name`, which JSON writes as it is, and no space is around it;
  /// otherwise takes nothing. The first name must stand behind its bracket.
  BINDERY_ALWAYS_INLINE bool take_dense_name(bool is_first, std::string_view name) noexcept {
    // The comma or bracket, two quotes and the colon.
    if (static_cast<std::size_t>(end_ - position_) < name.size() + 4) return false;
    const char* const at = is_first ? position_ - 1 : position_;
    if (at[0] != (is_first ? '{' : ',') || at[1] != '"') return false;
    if (at[name.size() + 2] != '"' || at[name.size() + 3] != ':') return false;
    if (!detail::same_bytes(at + 2, name.data(), name.size())) return false;
    position_ = at + name.size() + 4;
    return true;
  }
  /// The same where the name is `name`, which JSON writes as it is; otherwise takes nothing.
  BINDERY_ALWAYS_INLINE bool take_name(bool is_first, std::string_view name) noexcept {
    const char* at = without_space(position_);
    if (!is_first) {
      if (at == end_ || *at != ',') return false;
      at = without_space(at + 1);
    }
    // Two quotes and the colon.
    if (static_cast<std::size_t>(end_ - at) < name.size() + 3) return false;
    if (at[0] != '"' || at[name.size() + 1] != '"') return false;
    if (!detail::same_bytes(at + 1, name.data(), name.size())) return false;
    at = without_space(at + name.size() + 2);
    if (at == end_ || *at != ':') return false;
    position_ = at + 1;
    return true;
  }
  /// Stands before the next item; false at the end of the array, which is taken, and on an error.
  bool next_item(bool is_first);

  const char* position() const noexcept { return position_; }
  std::size_t remaining() const noexcept { return static_cast<std::size_t>(end_ - position_); }
  /// How many items the last array at this depth had that had any: 0 when nobody knows, or when
  /// there were many.
  std::size_t usual_items(int depth) const noexcept {
    return depth < depths_with_memory ? usual_items_[depth] : 0;
  }
  void note_items(int depth, std::size_t count) noexcept {
    if (depth >= depths_with_memory || count == 0) return;
    usual_items_[depth] = static_cast<std::uint8_t>(count <= most_usual_items ? count : 0);
  }
  JsonFit& fit() noexcept { return fit_; }
  void note_unknown_value() noexcept { ++fit_.unknown_values; }

  /// Goes on behind a value that a trial has read.
  void accept(const char* position, const JsonFit& fit) noexcept {
    position_ = position;
    fit_.known_members += fit.known_members;
    fit_.unknown_members += fit.unknown_members;
    fit_.unknown_values += fit.unknown_values;
  }

  /// Tolerant: makes the error since `start` a mismatch, passes over the value there and goes on.
  bool recover(const char* start);
  /// The beginning of the value that was just read, for a message.
  std::string excerpt_since(const char* start) const {
    while (start != position_ && is_space(*start)) ++start;
    return excerpt(std::string_view(start, static_cast<std::size_t>(position_ - start)));
  }
  /// Tolerant: makes a mismatch of what is otherwise an error.
  bool mismatch(std::string message);

 private:
  friend class JsonTrial;

  static constexpr bool is_space(char character) noexcept {
    return character == ' ' || character == '\n' || character == '\r' || character == '\t';
  }
  // Compact JSON has none, and a call costs more than the look.
  BINDERY_ALWAYS_INLINE const char* without_space(const char* at) const noexcept {
    if (at != end_ && static_cast<unsigned char>(*at) > 0x20u) return at;
    return behind_space(at);
  }
  BINDERY_NOINLINE const char* behind_space(const char* at) const noexcept {
    while (at != end_ && is_space(*at)) ++at;
    return at;
  }
  void skip_space() noexcept { position_ = without_space(position_); }
  // Of a size that compilers see: comparing is one or two instructions then.
  template <std::size_t N>
  bool take_literal(const char (&literal)[N]) noexcept {
    constexpr std::size_t size = N - 1;
    if (static_cast<std::size_t>(end_ - position_) < size) return false;
    if (!detail::same_bytes(position_, literal, size)) return false;
    position_ += size;
    return true;
  }

  bool read_magnitude(bool& is_negative, std::uint64_t& magnitude);
  bool read_number(detail::JsonNumber& number);
  bool read_rest_of_string(std::string& value, const char* start, const char* at);
  const char* skip_string(const char* at);
  const char* skip_scalar(const char* at);
  bool skip_step_by_step();
  bool out_of_range(const char* start, bool is_signed, std::size_t bits);
  int find_any_tag(std::string_view name, const std::string_view* tags, std::size_t count);
  int find_first_tag(std::string_view name, const std::string_view* tags,
                     std::size_t count) noexcept;

  bool fail_at(const char* at, std::string message, std::string_view limit = {});
  bool too_deep();
  bool has_room() const noexcept { return mismatches_.size() < max_mismatches; }
  bool fail_in_string(const char* at);
  std::string path() const;
  static std::string excerpt(std::string_view text);

  static constexpr int depths_with_memory = 32;
  static constexpr std::size_t most_usual_items = 32;

  const char* begin_;
  const char* position_;  // at `end_` after an error, so that nothing more is read
  const char* end_;
  const char* stopped_at_ = nullptr;  // where the error is
  const JsonFrame* frame_ = nullptr;
  JsonFit fit_{};
  std::uint8_t usual_items_[depths_with_memory] = {};
  int max_depth_;
  int trials_ = 0;                // how many trials are under way: they report nothing
  std::size_t bytes_tried_ = 0;   // by trials; bounds the time of unions inside unions
  const char* tag_at_ = nullptr;  // where the tag that was found last stands, behind its colon
  const char* tag_end_ = nullptr;
  std::string_view tag_{};
  bool is_tolerant_;
  bool has_failed_ = false;
  bool is_broken_ = false;  // not JSON: tolerance ends
  DecodeError error_{};
  std::vector<DecodeError> mismatches_{};
};

/// A look ahead: what is read during its life is taken back at its end, errors too.
class JsonTrial {
 public:
  explicit JsonTrial(JsonCursor& in)
      : in_(in),
        start_(in.position_),
        frame_(in.frame_),
        fit_(in.fit_),
        had_failed_(in.has_failed_) {
    ++in_.trials_;
    in_.fit_ = JsonFit{};
  }
  ~JsonTrial();
  JsonTrial(const JsonTrial&) = delete;
  JsonTrial& operator=(const JsonTrial&) = delete;

  /// What was counted since the trial began.
  const JsonFit& fit() const noexcept { return in_.fit_; }

 private:
  JsonCursor& in_;
  const char* start_;
  const JsonFrame* frame_;
  JsonFit fit_;
  bool had_failed_;
};

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/json_cursor.hpp"
#endif
