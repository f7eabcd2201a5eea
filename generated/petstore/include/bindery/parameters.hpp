// SPDX-License-Identifier: MIT-0
// From C++ values to what `serialization.hpp` lays out: by way of their JSON, so that a date, an
// enum or a struct has one wire form everywhere. Must not know styles or places.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "bindery/json_codec.hpp"
#include "bindery/json_cursor.hpp"
#include "bindery/nullable.hpp"
#include "bindery/serialization.hpp"

namespace bindery {
inline namespace v1 {

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};

template <class T>
struct IsOptionalNullable : std::false_type {};
template <class T>
struct IsOptionalNullable<OptionalNullable<T>> : std::true_type {};

template <class T>
struct IsNullable : std::false_type {};
template <class T>
struct IsNullable<Nullable<T>> : std::true_type {};

/// Types that may hold no value: asked by `has_value()`, read by `*`.
template <class T>
struct HasState : std::disjunction<IsOptional<T>, IsNullable<T>, IsOptionalNullable<T>> {};

template <class T>
struct IsList : std::false_type {};
template <class T>
struct IsList<std::vector<T>> : std::true_type {};

/// Reads any JSON; null is absent.
template <>
struct Codec<ParameterValue> {
  template <class Reader>
  static bool decode(Reader& in, ParameterValue& out) {
    const JsonKind kind = in.kind();
    if (kind == JsonKind::null_value) return in.read_null();
    if (kind == JsonKind::array || kind == JsonKind::object) return decode_items(in, out, kind);
    out.kind = ParameterValue::Kind::scalar;
    if (kind == JsonKind::string) return in.read_string(out.text);
    std::string_view token;
    if (!in.read_raw(token)) return false;
    out.text = std::string(token);
    return true;
  }

 private:
  template <class Reader>
  static bool decode_items(Reader& in, ParameterValue& out, JsonKind kind) {
    const bool is_object = kind == JsonKind::object;
    out.kind = is_object ? ParameterValue::Kind::object : ParameterValue::Kind::list;
    const char* const start = in.position();
    JsonFrame frame;
    if (!in.enter(is_object ? '{' : '[', to_string(kind), frame)) return false;
    std::string_view name;
    bool has_escapes = false;
    for (bool is_first = true;
         is_object ? in.next_name(is_first, name, has_escapes) : in.next_item(is_first);
         is_first = false) {
      if (is_object) out.names.push_back(unescaped(name, has_escapes));
      if (!decode(in, out.items.emplace_back())) break;
    }
    in.leave(frame);
    if (in.has_failed()) return false;
    out.text.assign(start, static_cast<std::size_t>(in.position() - start));
    return true;
  }

  static std::string unescaped(std::string_view name, bool has_escapes) {
    std::string text(name);
    // With the quotes around it, it is a JSON text that was checked already.
    if (has_escapes) JsonCursor({name.data() - 1, name.size() + 2}).read_string(text);
    return text;
  }
};

/// The JSON of `value`, which may also be a literal.
template <class T>
std::string json_text(const T& value) {
  if constexpr (std::is_convertible_v<const T&, std::string_view>) {
    return to_json(std::string_view(value));
  } else {
    return to_json(value);
  }
}

/// `value` as it goes on the wire; absent for an empty optional and for null (RFC 6570 2.3 has no
/// null).
template <class T>
ParameterValue parameter_value(const T& value) {
  if constexpr (HasState<T>::value) {
    return value.has_value() ? parameter_value(*value) : ParameterValue{};
  } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
    ParameterValue text;
    text.kind = ParameterValue::Kind::scalar;
    text.text = std::string(std::string_view(value));
    return text;
  } else {
    std::string json = to_json(value);
    Result<ParameterValue> parts = from_json<ParameterValue>(json);
    if (parts) return *std::move(parts);
    // Nested deeper than JSON is read: sent as the text it is.
    return ParameterValue{ParameterValue::Kind::scalar, std::move(json), {}, {}};
  }
}

}  // namespace v1
}  // namespace bindery
