// SPDX-License-Identifier: MIT-0
// Writing the members of an object and the items of an array, which generated codecs do.
// Must not know any type: the codec of each member does.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "bindery/json_cursor.hpp"
#include "bindery/json_writer.hpp"
#include "bindery/nullable.hpp"

namespace bindery {
inline namespace v1 {

/// Writes one object: `ObjectWriter object(out); object.member("id", id); object.finish();`.
class ObjectWriter {
 public:
  explicit ObjectWriter(JsonWriter& out) : out_(out) { out_.put('{'); }

  template <class T>
  void member(std::string_view name, const T& value) {
    begin(name);
    Codec<T>::encode(out_, value);
  }
  /// Writes nothing for an absent value.
  template <class T>
  void member(std::string_view name, const std::optional<T>& value) {
    if (value.has_value()) member(name, *value);
  }
  /// Writes nothing for an absent value, and null for null.
  template <class T>
  void member(std::string_view name, const OptionalNullable<T>& value) {
    if (value.is_absent()) return;
    if (value.has_value()) return member(name, *value);
    begin(name);
    out_.null();
  }

  /// Writes every entry as a member.
  template <class T>
  void additional(const std::map<std::string, T>& members) {
    for (const auto& [name, value] : members) member(name, value);
  }

  void finish() { out_.put('}'); }

 private:
  void begin(std::string_view name) {
    if (!is_first_) out_.put(',');
    is_first_ = false;
    out_.string(name);
    out_.put(':');
  }

  JsonWriter& out_;
  bool is_first_ = true;
};

/// Writes one array: `ArrayWriter items(out); items.item(1); items.finish();`.
class ArrayWriter {
 public:
  explicit ArrayWriter(JsonWriter& out) : out_(out) { out_.put('['); }

  template <class T>
  void item(const T& value) {
    if (!is_first_) out_.put(',');
    is_first_ = false;
    Codec<T>::encode(out_, value);
  }

  void finish() { out_.put(']'); }

 private:
  JsonWriter& out_;
  bool is_first_ = true;
};

}  // namespace v1
}  // namespace bindery
