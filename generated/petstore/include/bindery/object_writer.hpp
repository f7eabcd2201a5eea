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
  explicit ObjectWriter(JsonWriter& out) : out_(out) {}

  template <std::size_t N, class T>
  void member(const char (&name)[N], const T& value) {
    write(name, value);
  }
  template <class T>
  void member(std::string_view name, const T& value) {
    write(name, value);
  }

  /// Writes every entry as a member.
  template <class T>
  void additional(const std::map<std::string, T>& members) {
    for (const auto& [name, value] : members) write(std::string_view(name), value);
  }

  void finish() {
    if (before_ == '{') out_.put('{');
    out_.put('}');
  }

 private:
  template <class Name, class T>
  void write(const Name& name, const T& value) {
    begin(name);
    Codec<T>::encode(out_, value);
  }
  // An absent value is left out.
  template <class Name, class T>
  void write(const Name& name, const std::optional<T>& value) {
    if (value.has_value()) write(name, *value);
  }
  template <class Name, class T>
  void write(const Name& name, const OptionalNullable<T>& value) {
    if (value.has_value()) {
      write(name, *value);
    } else if (value.is_null()) {
      begin(name);
      out_.null();
    }
  }

  template <class Name>
  void begin(const Name& name) {
    out_.member_name(before_, name);
    before_ = ',';
  }

  JsonWriter& out_;
  char before_ = '{';
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
