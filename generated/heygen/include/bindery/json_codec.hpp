// SPDX-License-Identifier: MIT-0
// JSON for the types generated structs are made of, and the two functions users call.
// Must not know any API: the codecs of structs are generated.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "bindery/base64.hpp"
#include "bindery/box.hpp"
#include "bindery/bytes.hpp"
#include "bindery/date_time.hpp"
#include "bindery/decode_error.hpp"
#include "bindery/error.hpp"
#include "bindery/json.hpp"
#include "bindery/json_cursor.hpp"
#include "bindery/json_union.hpp"
#include "bindery/json_writer.hpp"
#include "bindery/nullable.hpp"
#include "bindery/object_reader.hpp"
#include "bindery/object_writer.hpp"
#include "bindery/open_enum.hpp"
#include "bindery/result.hpp"

namespace bindery {
inline namespace v1 {

template <>
struct Codec<bool> {
  template <class Reader>
  static bool decode(Reader& in, bool& out) {
    return in.read_bool(out);
  }
  template <class Writer>
  static void encode(Writer& out, bool value) {
    out.boolean(value);
  }
};

template <class T>
struct Codec<T, std::enable_if_t<std::is_integral_v<T> && !std::is_same_v<T, bool>>> {
  template <class Reader>
  static bool decode(Reader& in, T& out) {
    return in.read_integer(out);
  }
  template <class Writer>
  static void encode(Writer& out, T value) {
    out.integer(value);
  }
};

template <class T>
struct Codec<T, std::enable_if_t<std::is_floating_point_v<T>>> {
  template <class Reader>
  static bool decode(Reader& in, T& out) {
    return in.read_float(out);
  }
  template <class Writer>
  static void encode(Writer& out, T value) {
    out.number(value);
  }
};

template <>
struct Codec<std::string> {
  template <class Reader>
  static bool decode(Reader& in, std::string& out) {
    return in.read_string(out);
  }
  template <class Writer>
  static void encode(Writer& out, const std::string& value) {
    out.string(value);
  }
};

/// Written only: the constants of generated structs.
template <>
struct Codec<std::string_view> {
  template <class Writer>
  static void encode(Writer& out, std::string_view value) {
    out.string(value);
  }
};

template <>
struct Codec<Json> {
  template <class Reader>
  static bool decode(Reader& in, Json& out) {
    std::string_view raw;
    if (!in.read_raw(raw)) return false;
    out = Json::from_checked_text(std::string(raw));
    return true;
  }
  template <class Writer>
  static void encode(Writer& out, const Json& value) {
    if (value.text().empty()) return out.null();  // moved from
    out.raw(value.text());
  }
};

template <>
struct Codec<DateTime> {
  template <class Reader>
  static bool decode(Reader& in, DateTime& out) {
    std::string text;
    if (!in.read_string(text)) return false;
    out = DateTime::from_text(std::move(text));
    return true;
  }
  template <class Writer>
  static void encode(Writer& out, const DateTime& value) {
    out.string(value.text());
  }
};

template <>
struct Codec<Date> {
  template <class Reader>
  static bool decode(Reader& in, Date& out) {
    std::string text;
    if (!in.read_string(text)) return false;
    out = Date::from_text(std::move(text));
    return true;
  }
  template <class Writer>
  static void encode(Writer& out, const Date& value) {
    out.string(value.text());
  }
};

/// Base64 text.
template <>
struct Codec<Bytes> {
  template <class Reader>
  static bool decode(Reader& in, Bytes& out) {
    const char* const start = in.position();
    std::string_view text;
    std::string storage;
    if (!in.read_text(text, storage)) return false;
    return base64_decode(text, out) || in.fail_from(start, "expected base64");
  }
  template <class Writer>
  static void encode(Writer& out, const Bytes& value) {
    out.string(base64_encode(value));
  }
};

template <class E>
struct Codec<Open<E>> {
  template <class Reader>
  static bool decode(Reader& in, Open<E>& out) {
    using Wire = typename Open<E>::wire_type;
    Wire wire{};
    std::string storage;
    if constexpr (std::is_same_v<Wire, std::string_view>) {
      if (!in.read_text(wire, storage)) return false;
    } else if constexpr (std::is_integral_v<Wire>) {
      if (!in.read_integer(wire)) return false;
    } else {
      if (!in.read_float(wire)) return false;
    }
    out = Open<E>::from_wire(wire);
    if (!out.is_known()) in.note_unknown_value();
    return true;
  }
  template <class Writer>
  static void encode(Writer& out, const Open<E>& value) {
    Codec<typename Open<E>::wire_type>::encode(out, value.wire());
  }
};

template <class T>
struct Codec<Box<T>> {
  template <class Reader>
  static bool decode(Reader& in, Box<T>& out) {
    return Codec<T>::decode(in, *out);
  }
  template <class Writer>
  static void encode(Writer& out, const Box<T>& value) {
    // A type that requires itself has no finite default to write.
    if (value.is_empty()) return out.null();
    Codec<T>::encode(out, *value);
  }
};

namespace detail {

// A text is made where it stays: to make it elsewhere and move it costs as much as a short one.
template <class Reader, class Holder>
bool decode_held(Reader& in, Holder& out) {
  using T = typename Holder::value_type;
  if constexpr (std::is_same_v<T, std::string>) {
    return in.emplace_string(out);
  } else {
    return Codec<T>::decode(in, out.emplace());
  }
}

}  // namespace detail

/// A value that may be absent. As a member it is left out then; anywhere else it is null.
template <class T>
struct Codec<std::optional<T>> {
  template <class Reader>
  static bool decode(Reader& in, std::optional<T>& out) {
    return detail::decode_held(in, out);
  }
  template <class Writer>
  static void encode(Writer& out, const std::optional<T>& value) {
    if (!value.has_value()) return out.null();
    Codec<T>::encode(out, *value);
  }
};

template <class T>
struct Codec<Nullable<T>> {
  template <class Reader>
  static bool decode(Reader& in, Nullable<T>& out) {
    if (in.read_null()) {
      out.reset();
      return true;
    }
    return detail::decode_held(in, out);
  }
  template <class Writer>
  static void encode(Writer& out, const Nullable<T>& value) {
    if (value.is_null()) return out.null();
    Codec<T>::encode(out, *value);
  }
};

template <class T>
struct Codec<OptionalNullable<T>> {
  template <class Reader>
  static bool decode(Reader& in, OptionalNullable<T>& out) {
    if (in.read_null()) {
      out = bindery::null;
      return true;
    }
    return detail::decode_held(in, out);
  }
  template <class Writer>
  static void encode(Writer& out, const OptionalNullable<T>& value) {
    if (!value.has_value()) return out.null();
    Codec<T>::encode(out, *value);
  }
};

/// A list that grows step by step would spend as long moving as reading, so room is made for as
/// many items as there seem to be.
template <class T>
struct Codec<std::vector<T>> {
  static constexpr std::size_t items_to_judge_by = 8;

  template <class Reader>
  static bool decode(Reader& in, std::vector<T>& out) {
    out.clear();
    ArrayReader items(in);
    if constexpr (std::is_same_v<T, bool>) {
      while (items.next()) {
        bool item = false;  // std::vector<bool> has no references to read into
        if (items.read_element(item)) out.push_back(item);
      }
    } else {
      bool has_next = items.next();
      if (has_next) {
        if constexpr (std::is_arithmetic_v<T>) {
          out.reserve(items.numbers_ahead());
        } else {
          out.reserve(items.likely_items(sizeof(T)));
        }
      }
      for (; has_next; has_next = items.next()) {
        if (out.size() == out.capacity() && out.size() >= items_to_judge_by) {
          out.reserve((std::max)(items.expected_items(sizeof(T)), out.size() * 2));
        }
        if (!items.read_element(out.emplace_back())) out.pop_back();
      }
      if constexpr (!std::is_arithmetic_v<T>) items.note_count(out.size());
      // The guess was wrong.
      if (out.capacity() / 2 > out.size()) out.shrink_to_fit();
    }
    return items.finish();
  }
  template <class Writer>
  static void encode(Writer& out, const std::vector<T>& value) {
    ArrayWriter items(out);
    for (const auto& item : value) items.template item<T>(item);
    items.finish();
  }
};

template <class T>
struct Codec<std::map<std::string, T>> {
  template <class Reader>
  static bool decode(Reader& in, std::map<std::string, T>& out) {
    out.clear();
    ObjectReader object(in);
    while (object.next()) object.read_entry(out);
    return object.finish({});
  }
  template <class Writer>
  static void encode(Writer& out, const std::map<std::string, T>& value) {
    ObjectWriter object(out);
    object.additional(value);
    object.finish();
  }
};

/// Items by place; further ones are passed over, missing ones are an error.
template <class... Ts>
struct Codec<std::tuple<Ts...>> {
  template <class Reader>
  static bool decode(Reader& in, std::tuple<Ts...>& out) {
    std::size_t count = 0;
    if (!read_items(in, out, count)) return false;
    return count == sizeof...(Ts) || in.mismatch("expected " + std::to_string(sizeof...(Ts)) +
                                                 " items, found " + std::to_string(count));
  }
  template <class Writer>
  static void encode(Writer& out, const std::tuple<Ts...>& value) {
    ArrayWriter items(out);
    std::apply([&](const auto&... item) { (items.item(item), ...); }, value);
    items.finish();
  }

 private:
  template <class Reader>
  static bool read_items(Reader& in, std::tuple<Ts...>& out, std::size_t& count) {
    ArrayReader items(in);
    bool has_next = true;
    const auto read = [&](auto& item) {
      has_next = has_next && items.next();
      if (!has_next) return false;
      ++count;
      return items.read(item);
    };
    std::apply([&](auto&... item) { static_cast<void>((read(item) && ...)); }, out);
    while (has_next && items.next()) items.skip();
    return items.finish();
  }
};

/// Reads all of `text` into `value`. On false, `error` says why and `value` is unspecified. What a
/// tolerant reading passed over is added to `mismatches`, when given.
template <class T>
bool decode_json(std::string_view text, T& value, DecodeError& error,
                 const DecodeOptions& options = {},
                 std::vector<DecodeError>* mismatches = nullptr) {
  JsonCursor in(text, options);
  // At the top a tolerant reading is strict: nothing would be left of the value.
  const bool is_read = Codec<T>::decode(in, value) && in.finish();
  if (!is_read) error = in.error();
  if (mismatches != nullptr) {
    for (DecodeError& mismatch : in.take_mismatches()) mismatches->push_back(std::move(mismatch));
  }
  return is_read;
}

/// The value `text` stands for; else an error of kind `undecodable_body` that says where and why:
/// `$.data[3].id: expected string, found number`. One that is nested too deeply is of kind
/// `limit_exceeded`. What a tolerant reading passed over is in `Result::mismatches`.
template <class T>
Result<T> from_json(std::string_view text, const DecodeOptions& options) {
  // One name for all that is returned, so that it is never moved.
  Result<T> result(T{});
  DecodeError error;
  ResponseInfo info;
  if (decode_json(text, *result, error, options, &info.mismatches)) {
    result.set_info(std::move(info));
  } else {
    ErrorDetails details;
    details.kind = error.limit.empty() ? ErrorKind::undecodable_body : ErrorKind::limit_exceeded;
    details.message = error.text();
    details.limit = error.limit;
    result = Result<T>(Error(std::move(details)));
  }
  return result;
}

/// The same, strictly.
template <class T>
Result<T> from_json(std::string_view text) {
  return from_json<T>(text, DecodeOptions());
}

/// The compact JSON text of a value. Bytes that are not UTF-8 become U+FFFD and floats that are
/// not finite null; whoever must know uses a `JsonWriter`, which tells.
template <class T>
std::string to_json(const T& value) {
  JsonWriter out;
  Codec<T>::encode(out, value);
  return out.take();
}

}  // namespace v1
}  // namespace bindery
