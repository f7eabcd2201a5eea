// SPDX-License-Identifier: MIT-0
// The styles in which values stand in paths, queries, headers and cookies (OAS 3.1 4.8.12.6,
// RFC 6570). Must not know the C++ types the values come from.
#pragma once

#include <string>
#include <string_view>
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
  bool is_composite() const noexcept;
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
std::string joined_pairs(const std::vector<EncodedPair>& pairs, std::string_view separator);

/// The parts of a list or object, each encoded: `a`, `b` or `k`, `v`, or `k=v` when `with_equals`.
/// Absent parts are left out (RFC 6570 2.3). Without `encode` they stay as they are.
std::vector<std::string> encoded_parts(const ParameterValue& value, bool with_equals, bool encode,
                                       Keep keep);

/// `{"a", "b"}` -> `"a,b"`.
std::string joined(const std::vector<std::string>& parts, std::string_view separator);

/// The part of a path that `value` becomes, for `simple`, `label` and `matrix`; empty when there is
/// nothing to send. `/` in a value is encoded unless `allow_reserved`.
std::string path_text(std::string_view name, const ParameterValue& value, const Serialization& how);

/// Appends the pairs of a `deepObject`: `color[R]=100`, nested `a[b][c]=1`; a list repeats its key.
void append_deep_pairs(std::vector<EncodedPair>& pairs, const std::string& key,
                       const ParameterValue& value, Keep keep);

/// The pairs `value` becomes in a query, form or cookie; none when there is nothing to send, as for
/// empty lists and objects (RFC 6570 2.3). An empty text is sent as `name=`.
std::vector<EncodedPair> query_pairs(std::string_view name, const ParameterValue& value,
                                     const Serialization& how);

/// The pairs of `Style::cookie`, as they are: whoever gives the value has made it fit for a cookie.
std::vector<EncodedPair> cookie_pairs(std::string_view name, const ParameterValue& value,
                                      bool explode);

/// The value of a header (`simple` is its only style), as it is: headers are not percent-encoded.
std::string header_text(const ParameterValue& value, bool explode);

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/serialization.hpp"
#endif
