// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/object_reader.hpp", and those of JsonCursor that read objects.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "bindery/bodies/json_cursor.hpp"
#include "bindery/compiled.hpp"
#include "bindery/json_cursor.hpp"
#include "bindery/json_escape.hpp"
#include "bindery/json_kind.hpp"
#include "bindery/json_scan.hpp"
#include "bindery/object_reader.hpp"

namespace bindery {
inline namespace v1 {
namespace detail {

// The escapes were checked when the name was read.
BINDERY_BODY void unescape(std::string& name) {
  std::string text;
  const char* at = name.data();
  const char* const end = at + name.size();
  while (at != end) {
    if (*at != '\\') {
      text.push_back(*at++);
      continue;
    }
    char32_t code_point = 0;
    if (read_escape(at, end, code_point) != nullptr) break;
    char bytes[4];
    text.append(bytes, write_utf8(bytes, code_point));
  }
  name = std::move(text);
}

}  // namespace detail

// Passes over the first items, an eighth of a long text at most, to see how long they are.
BINDERY_NOINLINE BINDERY_BODY std::size_t ArrayReader::sampled_items(std::size_t item_size) const {
  constexpr std::size_t long_text = 4096;
  constexpr std::size_t enough_items = 32;
  if (in_.remaining() < long_text) return 0;
  const std::size_t most = in_.remaining() / 8;
  JsonCursor sample(std::string_view(in_.position(), most));
  if (sample.kind() == JsonKind::none) return 0;
  std::size_t count = 0;
  std::size_t read = 0;
  // The text of the sample ends somewhere: it stops before, where items are not too long.
  while (count < enough_items && read < most / 2 && sample.skip_value()) {
    ++count;
    read = most - sample.remaining();
    if (!sample.next_item(false)) return sample.has_failed() ? 0 : count;
  }
  // A few items say less of the others.
  return sample.has_failed() ? 0 : items_left(read / count, item_size, count < 16 ? 4 : 8);
}

// Most objects begin with it: then no more is read than that.
BINDERY_BODY int JsonCursor::find_first_tag(std::string_view name, const std::string_view* tags,
                                            std::size_t count) noexcept {
  const int depth = frame_ == nullptr ? 0 : frame_->depth;
  if (depth >= max_depth_) return -1;
  // The place behind a plain text; null when there is none.
  const auto behind_text = [this](const char* at, std::string_view& text) -> const char* {
    if (at == end_ || *at != '"') return nullptr;
    const char* const stop = detail::find_special_near(at + 1, end_);
    if (stop == end_ || *stop != '"') return nullptr;
    text = std::string_view(at + 1, static_cast<std::size_t>(stop - at - 1));
    return stop + 1;
  };
  std::string_view text;
  const char* at = behind_text(without_space(position_ + 1), text);  // behind the bracket
  if (at == nullptr || !detail::same_text(text, name)) return -1;
  at = without_space(at);
  if (at == end_ || *at != ':') return -1;
  const char* const value = at + 1;
  at = behind_text(without_space(value), text);
  if (at == nullptr) return -1;
  for (std::size_t index = 0; index < count; ++index) {
    if (!detail::same_text(text, tags[index])) continue;
    tag_at_ = value;
    tag_end_ = at;
    tag_ = text;
    return static_cast<int>(index);
  }
  return -1;
}

BINDERY_BODY int JsonCursor::find_any_tag(std::string_view name, const std::string_view* tags,
                                          std::size_t count) {
  JsonTrial trial(*this);
  const std::string_view names[] = {name};
  ObjectReader object(*this, names, detail::name_text(names, 1));
  while (object.next()) {
    if (object.member() != 0) {
      object.skip();
      continue;
    }
    std::string_view value;
    std::string storage;
    if (kind() != JsonKind::string || !read_text(value, storage)) return -1;
    for (std::size_t index = 0; index < count; ++index) {
      if (tags[index] == value) return static_cast<int>(index);
    }
    return -1;
  }
  return -1;
}

BINDERY_BODY bool JsonCursor::has_member(std::string_view name) {
  if (kind() != JsonKind::object) return false;
  JsonTrial trial(*this);
  const std::string_view names[] = {name};
  ObjectReader object(*this, names, detail::name_text(names, 1));
  while (object.next()) {
    if (object.member() == 0) return true;
    object.skip();
  }
  return false;
}

}  // namespace v1
}  // namespace bindery
