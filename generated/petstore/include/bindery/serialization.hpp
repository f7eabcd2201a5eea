// SPDX-License-Identifier: MIT-0
// The styles in which values stand in paths, queries, headers and cookies (OAS 3.1 4.8.12.6,
// RFC 6570). Must not know the C++ types the values come from.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bindery/uri.hpp"

namespace bindery {
inline namespace v1 {

/// How the parts of a value are put together (OAS 3.1 4.8.12.3).
enum class Style : int {
  simple,
  label,
  matrix,
  form,
  space_delimited,
  pipe_delimited,
  deep_object,
  /// OAS 3.2 4.12.2: a cookie as it is, nothing encoded.
  cookie
};

/// A style with its switches.
struct Serialization {
  Style style = Style::form;
  bool explode = true;
  bool allow_reserved = false;
  /// An empty list or object is sent as `name=` in place of nothing.
  bool allow_empty = false;
};

/// A value on its way to the wire: text, or a list or object of such, or not there at all.
struct ParameterValue {
  enum class Kind : int { absent, scalar, list, object };

  Kind kind = Kind::absent;
  /// A scalar's wire text; of lists and objects the JSON text, for where a style cannot nest them.
  std::string text{};
  /// Of a list or object.
  std::vector<ParameterValue> items{};
  /// Of an object, one for each of `items`.
  std::vector<std::string> names{};

  bool is_absent() const noexcept { return kind == Kind::absent; }
  bool is_composite() const noexcept { return kind == Kind::list || kind == Kind::object; }
};

/// One `name=value` of a query or form, both encoded.
struct EncodedPair {
  std::string name{};
  std::string value{};

  friend bool operator==(const EncodedPair& left, const EncodedPair& right) {
    return left.name == right.name && left.value == right.value;
  }
};

/// The pairs as one text: `a=1&b=2`.
inline std::string joined_pairs(const std::vector<EncodedPair>& pairs, std::string_view separator) {
  std::string out;
  for (const EncodedPair& pair : pairs) {
    if (!out.empty()) out += separator;
    out += pair.name;
    out += '=';
    out += pair.value;
  }
  return out;
}

/// The parts of a list or object, each encoded: `a`, `b` or `k`, `v`, or `k=v` when `with_equals`.
/// Absent parts are left out (RFC 6570 2.3). Without `encode` they stay as they are.
inline std::vector<std::string> encoded_parts(const ParameterValue& value, bool with_equals,
                                              bool encode, Keep keep) {
  const auto encoded = [&](std::string_view text) {
    return encode ? percent_encoded(text, keep) : std::string(text);
  };
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    const ParameterValue& item = value.items[i];
    if (item.is_absent()) continue;
    if (value.kind == ParameterValue::Kind::object) {
      if (with_equals) {
        parts.push_back(encoded(value.names[i]) + '=' + encoded(item.text));
        continue;
      }
      parts.push_back(encoded(value.names[i]));
    }
    parts.push_back(encoded(item.text));
  }
  return parts;
}

/// `{"a", "b"}` -> `"a,b"`.
inline std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i != 0) out += separator;
    out += parts[i];
  }
  return out;
}

/// The part of a path that `value` becomes, for `simple`, `label` and `matrix`; empty when there is
/// nothing to send. `/` in a value is encoded unless `allow_reserved`.
inline std::string path_text(std::string_view name, const ParameterValue& value,
                             const Serialization& how) {
  const Keep keep = how.allow_reserved ? Keep::reserved_in_path : Keep::unreserved;
  if (value.is_absent()) return {};
  const std::string key = percent_encoded(name);
  // RFC 6570 3.2.7: without a value there is no `=`.
  const auto matrix = [](const std::string& left, const std::string& right) {
    return right.empty() ? ';' + left : ';' + left + '=' + right;
  };
  if (!value.is_composite()) {
    const std::string text = percent_encoded(value.text, keep);
    if (how.style == Style::label) return '.' + text;
    return how.style == Style::matrix ? matrix(key, text) : text;
  }
  if (how.style == Style::matrix && how.explode) {
    std::string out;
    for (std::size_t i = 0; i < value.items.size(); ++i) {
      if (value.items[i].is_absent()) continue;
      const bool is_named = value.kind == ParameterValue::Kind::object;
      out += matrix(is_named ? percent_encoded(value.names[i]) : key,
                    percent_encoded(value.items[i].text, keep));
    }
    return out;
  }
  const std::vector<std::string> parts = encoded_parts(value, how.explode, true, keep);
  if (parts.empty()) return {};
  if (how.style == Style::label) return '.' + joined(parts, how.explode ? "." : ",");
  return how.style == Style::matrix ? matrix(key, joined(parts, ",")) : joined(parts, ",");
}

/// Appends the pairs of a `deepObject`: `color[R]=100`, nested `a[b][c]=1`; a list repeats its key.
inline void append_deep_pairs(std::vector<EncodedPair>& pairs, const std::string& key,
                              const ParameterValue& value, Keep keep) {
  if (value.kind == ParameterValue::Kind::scalar) {
    pairs.push_back({key, percent_encoded(value.text, keep)});
  }
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    if (value.kind == ParameterValue::Kind::list) {
      append_deep_pairs(pairs, key, value.items[i], keep);
    } else {
      append_deep_pairs(pairs, key + "%5B" + percent_encoded(value.names[i]) + "%5D",
                        value.items[i], keep);
    }
  }
}

/// The pairs `value` becomes in a query, form or cookie; none when there is nothing to send, as for
/// empty lists and objects (RFC 6570 2.3). An empty text is sent as `name=`.
inline std::vector<EncodedPair> query_pairs(std::string_view name, const ParameterValue& value,
                                            const Serialization& how) {
  const Keep keep = how.allow_reserved ? Keep::reserved_in_query : Keep::unreserved;
  const std::string key = percent_encoded(name);
  std::vector<EncodedPair> pairs;
  if (value.is_absent()) return pairs;
  if (how.allow_empty && value.is_composite() && value.items.empty()) {
    pairs.push_back({key, {}});
    return pairs;
  }
  if (how.style == Style::deep_object || value.kind == ParameterValue::Kind::scalar) {
    append_deep_pairs(pairs, key, value, keep);
    return pairs;
  }
  if (how.explode) {
    // Exploded, the delimited styles are the same as form (OAS 3.1 4.8.12.2).
    for (std::size_t i = 0; i < value.items.size(); ++i) {
      if (value.items[i].is_absent()) continue;
      const bool named = value.kind == ParameterValue::Kind::object;
      pairs.push_back({named ? percent_encoded(value.names[i]) : key,
                       percent_encoded(value.items[i].text, keep)});
    }
    return pairs;
  }
  const std::vector<std::string> parts = encoded_parts(value, false, true, keep);
  if (parts.empty()) return pairs;
  const std::string_view separator = how.style == Style::space_delimited  ? "%20"
                                     : how.style == Style::pipe_delimited ? "%7C"
                                                                          : ",";
  pairs.push_back({key, joined(parts, separator)});
  return pairs;
}

/// The pairs of `Style::cookie`, as they are: whoever gives the value has made it fit for a cookie.
inline std::vector<EncodedPair> cookie_pairs(std::string_view name, const ParameterValue& value,
                                             bool explode) {
  std::vector<EncodedPair> pairs;
  if (value.is_absent()) return pairs;
  if (!value.is_composite()) return {{std::string(name), value.text}};
  const std::vector<std::string> parts = encoded_parts(value, false, false, Keep::unreserved);
  if (!explode && !parts.empty()) return {{std::string(name), joined(parts, ",")}};
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    if (value.items[i].is_absent()) continue;
    const bool is_named = value.kind == ParameterValue::Kind::object;
    pairs.push_back({is_named ? value.names[i] : std::string(name), value.items[i].text});
  }
  return pairs;
}

/// The value of a header (`simple` is its only style), as it is: headers are not percent-encoded.
inline std::string header_text(const ParameterValue& value, bool explode) {
  return value.is_composite() ? joined(encoded_parts(value, explode, false, Keep::unreserved), ",")
                              : value.text;
}

}  // namespace v1
}  // namespace bindery
