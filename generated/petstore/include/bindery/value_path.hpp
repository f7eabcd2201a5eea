// SPDX-License-Identifier: MIT-0
// Where in a value a check stands, and how that is written.
// Must not allocate before somebody asks for the text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "bindery/json.hpp"
#include "bindery/json_number.hpp"

namespace bindery {
inline namespace v1 {

/// A member or an item, linked to the one around it.
struct ValuePlace {
  const ValuePlace* outer = nullptr;
  /// Of a member.
  std::string_view name{};
  /// Of an item.
  std::size_t index = 0;
  bool is_item = false;
};

namespace detail {

/// `.name`, or `["odd name"]` as JSON with at most 40 bytes of it.
inline void append_member(std::string& path, std::string_view name) {
  bool is_plain = !name.empty();
  for (const char c : name) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    is_plain = is_plain && (is_letter || is_digit(c));
  }
  if (is_plain) {
    path.append(".").append(name);
    return;
  }
  constexpr std::size_t max = 40;
  std::string shown(name.substr(0, max));
  if (name.size() > max) {
    // Cut between code points.
    std::size_t size = max;
    while (size > 0 && (static_cast<unsigned char>(name[size]) & 0xC0u) == 0x80u) --size;
    shown.resize(size);
    shown.append("...");
  }
  path.append("[").append(Json::string(shown).text()).append("]");
}

}  // namespace detail

/// `$.body.files[3].url`; `$` for no place.
inline std::string path_text(const ValuePlace* place) {
  std::vector<const ValuePlace*> places;
  for (; place != nullptr; place = place->outer) places.push_back(place);
  std::string path = "$";
  for (std::size_t i = places.size(); i-- > 0;) {
    if (places[i]->is_item) {
      path.append("[").append(std::to_string(places[i]->index)).append("]");
    } else {
      detail::append_member(path, places[i]->name);
    }
  }
  return path;
}

}  // namespace v1
}  // namespace bindery
