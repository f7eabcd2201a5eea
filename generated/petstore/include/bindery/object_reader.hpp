// SPDX-License-Identifier: MIT-0
// Reading the members of an object and the items of an array, which generated codecs do.
// Must not know any type: the codec of each member does.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "bindery/float_text.hpp"
#include "bindery/json_cursor.hpp"

namespace bindery {
inline namespace v1 {

/// Whether the names of members stand in JSON as they are, or some of them hold what must be
/// escaped there (RFC 8259 section 7).
enum class NameText { plain, escaped };

namespace detail {

inline NameText name_text(const std::string_view* names, std::size_t count) noexcept {
  for (std::size_t at = 0; at < count; ++at) {
    const char* const end = names[at].data() + names[at].size();
    if (find_special(names[at].data(), end) != end) return NameText::escaped;
  }
  return NameText::plain;
}

/// Replaces the escapes of a name that was read by what they mean.
void unescape(std::string& name);

}  // namespace detail

/// Tells of most names that they are none of some: a look at one bit, not at each of them. Made
/// when compiling.
class NameFilter {
 public:
  template <std::size_t N>
  constexpr explicit NameFilter(const std::string_view (&names)[N]) {
    for (const std::string_view name : names) {
      bits_[place(name) / 64] |= std::uint64_t{1} << place(name) % 64;
    }
  }
  /// False when `name` is none of them.
  constexpr bool may_hold(std::string_view name) const noexcept {
    return (bits_[place(name) / 64] >> place(name) % 64 & 1u) != 0;
  }

 private:
  // The length, the first and the last letter: names of one object seldom have all in common.
  static constexpr std::size_t place(std::string_view name) noexcept {
    if (name.empty()) return 0;
    const auto letter = [name](std::size_t at) {
      return std::size_t{static_cast<unsigned char>(name[at])};
    };
    return (name.size() * 11 + letter(0) * 37 + letter(name.size() - 1) * 101) % 256;
  }

  std::uint64_t bits_[4] = {};
};

/// Reads one object whose members may be `N` known ones and any others:
///
///     static constexpr std::string_view names[] = {"id", "title"};
///     static constexpr bindery::NameFilter filter(names);
///     bindery::ObjectReader object(in, names, filter);
///     while (object.next()) {
///       switch (object.member()) {
///         case 0: object.read(out.id); if (!object.next_is(1, names)) break; [[fallthrough]];
///         case 1: object.read(out.title); break;
///         default: object.skip(); break;
///       }
///     }
///     return object.finish({0});
///
/// Errors live in the cursor: after one, `next` and `finish` return false. Of a member that stands
/// twice, the last one counts.
template <std::size_t N>
class ObjectReader {
 public:
  /// `text` must be `escaped` where a name holds a `"`, a `\` or a control character.
  template <std::size_t M>
  ObjectReader(JsonCursor& in, const std::string_view (&names)[M], NameText text = NameText::plain)
      : in_(in), names_(names), are_plain_(text == NameText::plain) {
    static_assert(M == N, "the number of names is the template's argument");
    in_.enter('{', "object", frame_);
  }
  /// The same with plain names, and a filter made of them.
  template <std::size_t M>
  ObjectReader(JsonCursor& in, const std::string_view (&names)[M], const NameFilter& filter)
      : ObjectReader(in, names) {
    filter_ = &filter;
  }
  explicit ObjectReader(JsonCursor& in) : in_(in), names_(nullptr), are_plain_(false) {
    in_.enter('{', "object", frame_);
  }
  ~ObjectReader() {
    if (frame_.depth != 0) in_.leave(frame_);
  }
  ObjectReader(const ObjectReader&) = delete;
  ObjectReader& operator=(const ObjectReader&) = delete;

  /// Goes to the next member; its value must then be read or skipped.
  bool next() {
    if constexpr (N > 0) {
      // Servers mostly keep to the order of the document.
      if (!is_missed_ && are_plain_ && in_.take_dense_name(is_first_, names_[guess_])) {
        found_guess();
        return true;
      }
      is_missed_ = false;
    }
    return !in_.take('}') && next_other();
  }

  /// Goes to the next member where it is the one at `index`, as it mostly is behind the one before;
  /// otherwise takes nothing. `names` are the reader's, which a compiler knows here: to compare
  /// with a name it knows is a few instructions.
  template <std::size_t M>
  BINDERY_ALWAYS_INLINE bool next_is(std::size_t index, const std::string_view (&names)[M]) {
    static_assert(M == N, "the names are those of the reader");
    if (!are_plain_ || !in_.take_dense_name(false, names[index])) {
      is_missed_ = true;
      return false;
    }
    has_escapes_ = false;
    frame_.name = names[index];
    found_member(index);
    return true;
  }

  /// The index of the member in the names; `N` for one that is not known.
  int member() const noexcept { return member_; }

  /// The member's name as it is meant.
  std::string name() const {
    std::string name(frame_.name);
    if (has_escapes_) detail::unescape(name);
    return name;
  }

  /// Reads the member's value.
  template <class T>
  bool read(T& out) {
    const char* const start = in_.position();
    if (is_repeated_) out = T();
    if (Codec<T>::decode(in_, out)) return true;
    if (!in_.recover(start)) return false;
    out = T();
    return true;
  }

  /// Reads the value of a member that is not known into a map, under its own name.
  template <class T>
  bool read_additional(std::map<std::string, T>& members) {
    ++in_.fit().unknown_members;
    return read_entry(members);
  }

  /// Reads the member's value into a map that holds all members; a tolerant reading leaves out
  /// what does not fit.
  template <class T>
  bool read_entry(std::map<std::string, T>& members) {
    const char* const start = in_.position();
    T value{};
    if (!Codec<T>::decode(in_, value)) return in_.recover(start);
    members.insert_or_assign(name(), std::move(value));
    return true;
  }

  /// Passes over the member's value.
  bool skip() {
    ++in_.fit().unknown_members;
    return in_.skip_value();
  }

  /// Reads a value that can only be `constant`.
  bool expect(std::string_view constant) {
    const char* const start = in_.position();
    std::string_view value;
    std::string storage;
    if (!in_.take_tag(value) && !in_.read_text(value, storage)) return in_.recover(start);
    return detail::same_text(value, constant) ||
           not_constant(start, "\"" + std::string(constant) + "\"");
  }
  bool expect(bool constant) {
    const char* const start = in_.position();
    bool value = false;
    if (!in_.read_bool(value)) return in_.recover(start);
    return value == constant || not_constant(start, constant ? "true" : "false");
  }
  bool expect(std::int64_t constant) {
    const char* const start = in_.position();
    std::int64_t value = 0;
    if (!in_.read_integer(value)) return in_.recover(start);
    return value == constant || not_constant(start, std::to_string(constant));
  }
  bool expect(double constant) {
    const char* const start = in_.position();
    double value = 0;
    if (!in_.read_float(value)) return in_.recover(start);
    if (value == constant) return true;
    char buffer[32];
    return not_constant(start, std::string(buffer, detail::write_float(buffer, constant)));
  }

  /// Ends the object: true when it was read to its end and every member in `required` was there.
  bool finish(std::initializer_list<std::size_t> required) {
    if (in_.has_failed()) return false;
    if (N < 64 && seen_[0] == (std::uint64_t{1} << N % 64) - 1) return true;
    for (const std::size_t index : required) {
      if ((seen_[index / 64] >> index % 64 & 1u) != 0) continue;
      frame_.name = names_[index];
      if (!in_.mismatch("missing")) return false;
    }
    return true;
  }

 private:
  // next for what is not expected. A call: it would slow down the others.
  BINDERY_NOINLINE bool next_other() {
    if constexpr (N > 0) {
      if (are_plain_ && in_.take_name(is_first_, names_[guess_])) {
        found_guess();
        return true;
      }
    }
    if (!in_.next_name(is_first_, frame_.name, has_escapes_)) return false;
    is_first_ = false;
    if constexpr (N > 0) find_member();
    return true;
  }
  BINDERY_ALWAYS_INLINE void found_guess() noexcept {
    is_first_ = false;
    has_escapes_ = false;
    frame_.name = names_[guess_];
    found_member(guess_);
  }
  // The name in the document's order is tried first: servers mostly keep to it.
  void find_member() {
    const std::string_view found = frame_.name;
    if (has_escapes_) return find_escaped();
    if (filter_ != nullptr && !filter_->may_hold(found)) return found_nothing();
    for (std::size_t index = guess_; index < N; ++index) {
      if (detail::same_text(names_[index], found)) return found_member(index);
    }
    for (std::size_t index = 0; index < guess_; ++index) {
      if (detail::same_text(names_[index], found)) return found_member(index);
    }
    found_nothing();
  }
  void find_escaped() {
    const std::string found = name();
    for (std::size_t index = 0; index < N; ++index) {
      if (names_[index] == found) return found_member(index);
    }
    found_nothing();
  }
  BINDERY_ALWAYS_INLINE void found_member(std::size_t index) noexcept {
    const std::uint64_t bit = std::uint64_t{1} << index % 64;
    std::uint64_t& seen = seen_[N < 64 ? 0 : index / 64];
    is_repeated_ = (seen & bit) != 0;
    seen |= bit;
    member_ = static_cast<int>(index);
    guess_ = index + 1 == N ? 0 : index + 1;
    ++in_.fit().known_members;
  }
  void found_nothing() noexcept {
    member_ = static_cast<int>(N);
    is_repeated_ = false;
  }

  bool not_constant(const char* start, const std::string& constant) {
    return in_.mismatch("expected " + constant + ", found " + in_.excerpt_since(start));
  }

  JsonCursor& in_;
  const std::string_view* names_;
  const NameFilter* filter_ = nullptr;
  const bool are_plain_;
  JsonFrame frame_{};
  std::uint64_t seen_[N / 64 + 1] = {};
  std::size_t guess_ = 0;
  int member_ = static_cast<int>(N);
  bool is_first_ = true;
  bool has_escapes_ = false;
  bool is_repeated_ = false;
  bool is_missed_ = false;  // the next member is not the one that was guessed
};

template <std::size_t M>
ObjectReader(JsonCursor&, const std::string_view (&)[M]) -> ObjectReader<M>;
template <std::size_t M>
ObjectReader(JsonCursor&, const std::string_view (&)[M], NameText) -> ObjectReader<M>;
template <std::size_t M>
ObjectReader(JsonCursor&, const std::string_view (&)[M], const NameFilter&) -> ObjectReader<M>;
ObjectReader(JsonCursor&)->ObjectReader<0>;

/// Reads one array: `ArrayReader items(in); while (items.next()) {...} return items.finish();`.
class ArrayReader {
 public:
  explicit ArrayReader(JsonCursor& in) : in_(in) {
    frame_.is_array = true;
    in_.enter('[', "array", frame_);
    start_ = in_.position();
  }
  ~ArrayReader() {
    if (frame_.depth != 0) in_.leave(frame_);
  }
  ArrayReader(const ArrayReader&) = delete;
  ArrayReader& operator=(const ArrayReader&) = delete;

  /// Goes to the next item, which must then be read or skipped.
  BINDERY_ALWAYS_INLINE bool next() {
    if (is_first_) {
      is_first_ = false;
      return in_.next_item(true);
    }
    if (!in_.take(',')) return in_.next_item(false);
    ++frame_.index;
    return true;
  }

  /// Reads an item that has a place of its own: one that does not fit keeps its default where the
  /// reading is tolerant.
  template <class T>
  bool read(T& out) {
    const char* const start = in_.position();
    if (Codec<T>::decode(in_, out)) return true;
    if (!in_.recover(start)) return false;
    out = T();
    return true;
  }

  /// Reads an item of a list; false for one to leave out, since it does not fit.
  template <class T>
  bool read_element(T& out) {
    const char* const start = in_.position();
    if (Codec<T>::decode(in_, out)) return true;
    in_.recover(start);
    return false;
  }

  bool skip() { return in_.skip_value(); }

  /// How many items of `item_size` bytes to make room for before the first one is read: as many as
  /// the last array at this depth had, which only holds for small ones, or, of the outermost array
  /// of a long text, what its first items say. 0 when nothing is known.
  std::size_t likely_items(std::size_t item_size) {
    const std::size_t usual = (std::min)(in_.usual_items(frame_.depth), 1024 / item_size);
    return usual == 0 && is_outermost() ? sampled_items(item_size) : usual;
  }
  /// Tells how many items there were, for the arrays to come.
  void note_count(std::size_t count) noexcept { in_.note_items(frame_.depth, count); }

  /// How many items of `item_size` bytes there would be if all were as long as those before this
  /// one. 0 far from the root, where arrays do not run to the end of the text.
  std::size_t expected_items(std::size_t item_size) const noexcept {
    if (frame_.depth > near_the_root || frame_.index == 0) return 0;
    const auto read = static_cast<std::size_t>(in_.position() - start_);
    return frame_.index + items_left(read / frame_.index, item_size);
  }

  /// How many items there are from this one on, when all are numbers and end within a few
  /// kilobytes; else 0.
  std::size_t numbers_ahead() const noexcept {
    constexpr std::size_t most = 4096;
    const std::size_t size = in_.remaining() < most ? in_.remaining() : most;
    const void* const end = std::memchr(in_.position(), ']', size);
    if (end == nullptr) return 0;
    return static_cast<std::size_t>(
               std::count(in_.position(), static_cast<const char*>(end), ',')) +
           1;
  }

  /// True when the array was read to its end.
  bool finish() const { return !in_.has_failed(); }

 private:
  static constexpr int near_the_root = 3;

  // True for an array near the root that is no item of another one: it may hold all that follows.
  bool is_outermost() const noexcept {
    if (frame_.depth > near_the_root) return false;
    const JsonFrame* frame = frame_.parent;
    while (frame != nullptr && !frame->is_array) frame = frame->parent;
    return frame == nullptr;
  }
  // Items that are left when the array runs to the end of the text, each `length` bytes long there,
  // and an `extra` part of them more since lengths differ. Whatever the text says, room for them is
  // at most eight times what is left of it.
  std::size_t items_left(std::size_t length, std::size_t item_size,
                         std::size_t extra = 8) const noexcept {
    const std::size_t expected = in_.remaining() / (length == 0 ? 1 : length);
    return (std::min)(expected + expected / extra, in_.remaining() / item_size * 8) + 1;
  }
  std::size_t sampled_items(std::size_t item_size) const;

  JsonCursor& in_;
  JsonFrame frame_{};
  const char* start_ = nullptr;
  bool is_first_ = true;
};

template <std::size_t N>
int JsonCursor::only_member(const std::string_view (&names)[N]) {
  if (kind() != JsonKind::object) return -1;
  JsonTrial trial(*this);
  ObjectReader object(*this, names, detail::name_text(names, N));
  int found = -1;
  while (object.next()) {
    const int member = object.member();
    object.skip();
    if (member == static_cast<int>(N) || member == found) continue;
    if (found >= 0) return -1;
    found = member;
  }
  return found;
}

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/object_reader.hpp"
#endif
