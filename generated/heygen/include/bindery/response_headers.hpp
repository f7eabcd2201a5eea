// SPDX-License-Identifier: MIT-0
// Documented headers of a response as typed members (OAS 3.1 4.8.21, style `simple` of RFC 6570).
// Must not know any header by name, nor fail: what is not legible is absent.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "bindery/date_time.hpp"
#include "bindery/decode_error.hpp"
#include "bindery/error.hpp"
#include "bindery/headers.hpp"
#include "bindery/json_codec.hpp"
#include "bindery/result.hpp"
#include "bindery/retry.hpp"

namespace bindery {
inline namespace v1 {

/// How a struct of headers is read; specialised by generated code as
///     template <class Reader> static void read(Reader& in, T& out);
template <class T>
struct HeaderCodec;

namespace detail {

/// A header's value in pieces, views into its text: one, those of a list, or those of an object,
/// which have names.
struct HeaderParts {
  enum class Shape : int { scalar, list, object };

  Shape shape = Shape::scalar;
  std::vector<std::string_view> parts{};
  std::vector<std::string_view> names{};
};

std::string_view trimmed(std::string_view text) noexcept;

/// The elements between commas; empty ones do not count (RFC 9110 5.6.1.2).
void append_elements(std::vector<std::string_view>& elements, std::string_view text);

/// Whether a text is a number or boolean of JSON.
bool is_json_literal(std::string_view text);

/// Reads the parts as the JSON they would be. Only the type knows whether `1` is a number or a
/// text: each such part is a number until the type asks for a text there.
template <class T>
std::optional<T> decode_header(const HeaderParts& value) {
  std::vector<bool> is_text;
  for (const std::string_view part : value.parts) is_text.push_back(!is_json_literal(part));
  // As many errors are told apart in one reading; a header that needs more of them is none.
  constexpr int most_readings = 64;
  for (int reading = 0; reading < most_readings; ++reading) {
    std::string json;
    std::vector<std::size_t> begins;
    if (value.shape == HeaderParts::Shape::list) json += '[';
    if (value.shape == HeaderParts::Shape::object) json += '{';
    for (std::size_t i = 0; i < value.parts.size(); ++i) {
      if (i != 0) json += ',';
      if (!value.names.empty()) json += to_json(value.names[i]) + ':';
      begins.push_back(json.size());
      json += is_text[i] ? to_json(value.parts[i]) : std::string(value.parts[i]);
    }
    if (value.shape == HeaderParts::Shape::list) json += ']';
    if (value.shape == HeaderParts::Shape::object) json += '}';

    T decoded{};
    DecodeError error;
    std::vector<DecodeError> errors;
    const bool is_read = decode_json(json, decoded, error, Decode::tolerant, &errors);
    if (is_read && errors.empty()) return decoded;
    if (!is_read) errors.push_back(std::move(error));
    bool has_changed = false;
    for (const DecodeError& each : errors) {
      const auto begin = std::lower_bound(begins.begin(), begins.end(), each.offset);
      if (begin == begins.end() || *begin != each.offset) continue;
      const auto index = static_cast<std::size_t>(begin - begins.begin());
      has_changed = has_changed || !is_text[index];
      is_text[index] = true;
    }
    if (!has_changed) break;
  }
  return std::nullopt;
}

}  // namespace detail

/// Reads members of a struct from the fields they are named after. A member whose field is not
/// there, or not what was promised, is left as it is.
class HeaderReader {
 public:
  explicit HeaderReader(const Headers& headers) : headers_(headers) {}

  /// A text, number, boolean, date, or one of several.
  template <class Member>
  void scalar(std::string_view name, Member& out) const {
    const std::optional<std::string> text = combined(name);
    if (!text) return;
    using T = typename Member::value_type;
    if constexpr (std::is_same_v<T, std::string>) {
      out = std::string(detail::trimmed(*text));
    } else {
      if constexpr (std::is_same_v<T, DateTime>) {
        // HTTP's own dates are documented as such too.
        if (const auto date = parse_http_date(detail::trimmed(*text))) {
          const std::int64_t seconds = date->time_since_epoch().count();
          if (const auto time = detail::to_time_point({seconds, 0})) {
            out = DateTime(*time);
            return;
          }
        }
      }
      detail::HeaderParts value;
      value.parts.push_back(detail::trimmed(*text));
      assign(out, detail::decode_header<T>(value));
    }
  }

  /// `a,b`, over any number of fields.
  template <class Member>
  void list(std::string_view name, Member& out) const {
    const std::vector<std::string_view> fields = headers_.all(name);
    if (fields.empty()) return;
    detail::HeaderParts value;
    value.shape = detail::HeaderParts::Shape::list;
    for (const std::string_view field : fields) {
      if (is_whole(name)) {
        value.parts.push_back(field);
      } else {
        detail::append_elements(value.parts, field);
      }
    }
    assign(out, detail::decode_header<typename Member::value_type>(value));
  }

  /// `R,100,G,200`, or `R=100,G=200` when exploded.
  template <class Member>
  void object(std::string_view name, Member& out, bool explode = false) const {
    const std::optional<std::string> text = combined(name);
    if (!text) return;
    std::vector<std::string_view> elements;
    detail::append_elements(elements, *text);
    if (!explode && elements.size() % 2 != 0) return;
    detail::HeaderParts value;
    value.shape = detail::HeaderParts::Shape::object;
    for (std::size_t i = 0; i < elements.size(); ++i) {
      if (!explode) {
        (i % 2 == 0 ? value.names : value.parts).push_back(elements[i]);
        continue;
      }
      const std::size_t equals = elements[i].find('=');
      if (equals == std::string_view::npos) return;
      value.names.push_back(detail::trimmed(elements[i].substr(0, equals)));
      value.parts.push_back(detail::trimmed(elements[i].substr(equals + 1)));
    }
    assign(out, detail::decode_header<typename Member::value_type>(value));
  }

  /// A header with JSON as its `content`.
  template <class Member>
  void json(std::string_view name, Member& out) const {
    const std::optional<std::string> text = combined(name);
    if (!text) return;
    typename Member::value_type value{};
    DecodeError error;
    if (decode_json(*text, value, error)) out = std::move(value);
  }

 private:
  static bool is_whole(std::string_view name) noexcept;

  std::optional<std::string> combined(std::string_view name) const;

  template <class Member, class T>
  static void assign(Member& out, std::optional<T> value) {
    if (value) out = *std::move(value);
  }

  const Headers& headers_;
};

/// The headers as a struct that has a `HeaderCodec`.
template <class T>
T read_headers(const Headers& headers) {
  T value{};
  const HeaderReader in(headers);
  HeaderCodec<T>::read(in, value);
  return value;
}

template <class T>
template <class H>
H Result<T>::headers_as() const {
  return read_headers<H>(headers());
}

template <class H>
H Error::headers_as() const {
  return read_headers<H>(headers());
}

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/response_headers.hpp"
#endif
