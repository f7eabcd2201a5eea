// SPDX-License-Identifier: MIT-0
// Bodies of multipart/form-data and its relatives (RFC 7578, RFC 2046 5.1).
// Must not read files: they become pieces of the body, read when it is sent.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "bindery/file.hpp"
#include "bindery/headers.hpp"
#include "bindery/http.hpp"
#include "bindery/media_type.hpp"
#include "bindery/nullable.hpp"
#include "bindery/parameters.hpp"
#include "bindery/serialization.hpp"
#include "bindery/uri.hpp"

namespace bindery {
inline namespace v1 {

/// The parts of a multipart body, in order. Absent values are passed over, and null ones too unless
/// they are JSON.
class Multipart {
 public:
  /// Adds what `value` becomes (OAS 3.1 4.8.14.4): a file part with its name and type, text for
  /// scalars, JSON for all else, and one part for each item of a list. `content_types` is the
  /// property's `contentType`, perhaps a list: a file's own type is sent when it fits, or else the
  /// first. A JSON type makes one JSON part, of a list too. `headers` are the part's further ones.
  template <class T>
  void add(std::string_view name, const T& value, std::string_view content_types = {},
           const Headers& headers = {}) {
    add_any(Label{true, std::string(name), headers}, value, content_types);
  }

  /// The same in a style (OAS 3.1 4.8.15.1.2): a part for each pair a query would have, nothing
  /// encoded. Files have no style.
  template <class T>
  void add(std::string_view name, const T& value, const Serialization& how) {
    if constexpr (holds_files<T>()) {
      add(name, value);
    } else {
      for (const EncodedPair& pair : query_pairs(name, parameter_value(value), how)) {
        add_part(Label{true, percent_decoded(pair.name), {}}, {}, {}, percent_decoded(pair.value));
      }
    }
  }

  /// The members of `value`, whatever it is, each by its type.
  template <class T>
  void add_members(const T& value) {
    const ParameterValue whole = parameter_value(value);
    if (whole.kind != ParameterValue::Kind::object && !whole.is_absent()) {
      refuse("a multipart body has members, and the value has none");
    }
    for (std::size_t i = 0; i < whole.names.size(); ++i) {
      const ParameterValue& part = whole.items[i];
      add_value(Label{true, whole.names[i], {}}, part, {}, [&] { return part.text; });
    }
  }

  /// The same without a name, for types that tell parts by their place (RFC 2046 5.1).
  template <class T>
  void append(const T& value, std::string_view content_types = {}, const Headers& headers = {}) {
    add_any(Label{false, {}, headers}, value, content_types);
  }

  /// The whole body between boundaries. `boundary` comes from `choose_boundary`.
  Body body(const std::string& boundary) const;

  /// A boundary that occurs in no part whose bytes are in memory; of files on disk 128 random bits
  /// keep it out. `random` gives any 64 bits.
  template <class Random>
  std::string choose_boundary(Random random) const {
    while (true) {
      std::string boundary = "bindery-" + hex(random()) + hex(random());
      if (!occurs(boundary)) return boundary;
    }
  }

  /// Why it cannot be sent, such as a header with a line break in it; empty when it can.
  const std::string& obstacle() const noexcept { return obstacle_; }

 private:
  struct Part {
    std::string head{};
    std::variant<std::string, File> content{};
  };
  // What is said of a part before its content.
  struct Label {
    bool has_name = false;
    std::string name{};
    Headers headers{};
  };

  static std::string quoted(std::string_view text);

  static std::string hex(std::uint64_t bits);

  template <class T>
  void add_any(const Label& label, const T& value, std::string_view types) {
    if constexpr (HasState<T>::value) {
      if (value.has_value()) return add_any(label, *value, types);
      if constexpr (!IsOptional<T>::value) {
        if (is_null(value) && !json_type(types).empty()) add_json(label, "null", types);
      }
    } else if constexpr (std::is_same_v<T, File>) {
      add_file(label, value, types);
    } else if constexpr (decltype(is_union(static_cast<const T*>(nullptr)))::value) {
      add_alternative(label, value, types);
    } else if constexpr (IsList<T>::value) {
      if constexpr (!holds_files<typename T::value_type>()) {
        if (!json_type(types).empty()) return add_json(label, json_text(value), types);
      }
      for (const auto& item : value) add_item(label, item, types);
    } else {
      add_value(label, parameter_value(value), types, [&] { return json_text(value); });
    }
  }

  // Seen as the variant it is made from, a struct that inherits from one selects this as well.
  template <class... Ts>
  static std::true_type is_union(const std::variant<Ts...>*);
  static std::false_type is_union(const void*);

  template <class... Ts>
  void add_alternative(const Label& label, const std::variant<Ts...>& value,
                       std::string_view types) {
    std::visit([&](const auto& alternative) { add_any(label, alternative, types); }, value);
  }

  // A list in a list has no form of its own but JSON.
  template <class T>
  void add_item(const Label& label, const T& item, std::string_view types) {
    if constexpr (IsList<T>::value && !holds_files<T>()) {
      add_json(label, json_text(item), types);
    } else {
      add_any(label, item, types);
    }
  }

  template <class T>
  static constexpr bool holds_files() {
    if constexpr (HasState<T>::value) {
      return holds_files<std::decay_t<decltype(*std::declval<const T&>())>>();
    } else if constexpr (IsList<T>::value) {
      return holds_files<typename T::value_type>();
    } else {
      return std::is_same_v<T, File>;
    }
  }

  template <class T>
  static bool is_null(const Nullable<T>& value) {
    return !value.has_value();
  }
  template <class T>
  static bool is_null(const OptionalNullable<T>& value) {
    return value.is_null();
  }

  static std::string_view json_type(std::string_view types);

  void add_file(const Label& label, const File& file, std::string_view types);

  template <class ToJson>
  void add_value(const Label& label, const ParameterValue& value, std::string_view types,
                 ToJson json) {
    if (value.is_absent()) return;
    const std::string_view named = chosen_media_type(types, {});
    if (is_json_media_type(named)) return add_json(label, json(), types);
    if (value.kind == ParameterValue::Kind::scalar) return add_part(label, {}, named, value.text);
    if (value.kind == ParameterValue::Kind::object) return add_json(label, value.text, types);
    for (const ParameterValue& item : value.items) {
      if (item.is_composite()) {
        add_json(label, item.text, types);
      } else if (!item.is_absent()) {
        add_part(label, {}, named, item.text);
      }
    }
  }

  void add_json(const Label& label, std::string json, std::string_view types);

  void refuse(std::string reason);

  void add_part(const Label& label, std::string_view filename, std::string_view content_type,
                std::variant<std::string, File> content);

  bool occurs(std::string_view boundary) const;

  std::vector<Part> parts_;
  std::string obstacle_;
};

/// The headers given for the part `name`; none when there are none.
Headers part_headers(const std::map<std::string, Headers>& of_parts, std::string_view name);

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/multipart.hpp"
#endif
