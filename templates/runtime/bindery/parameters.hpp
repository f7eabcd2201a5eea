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

/// Takes JSON apart that `to_json` wrote: it is known to be right, and is not checked again.
class ParameterReader {
 public:
  explicit ParameterReader(std::string_view json) : rest_(json) {}

  ParameterValue read() {
    skip_space();
    const std::string_view begin = rest_;
    ParameterValue value;
    if (next_is('"')) {
      value.kind = ParameterValue::Kind::scalar;
      value.text = read_string();
    } else if (next_is('[') || next_is('{')) {
      value.kind = next_is('[') ? ParameterValue::Kind::list : ParameterValue::Kind::object;
      read_items(value);
      value.text = std::string(begin.substr(0, begin.size() - rest_.size()));
    } else {
      const std::string_view token = rest_.substr(0, rest_.find_first_of(",]} \t\r\n"));
      rest_.remove_prefix(token.size());
      if (token == "null") return value;
      value.kind = ParameterValue::Kind::scalar;
      value.text = std::string(token);
    }
    return value;
  }

 private:
  bool next_is(char c) const noexcept { return !rest_.empty() && rest_[0] == c; }

  void skip_space() {
    const std::size_t end = rest_.find_first_not_of(" \t\r\n,:");
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end);
  }

  void read_items(ParameterValue& value) {
    const char close = value.kind == ParameterValue::Kind::list ? ']' : '}';
    rest_.remove_prefix(1);
    for (skip_space(); !rest_.empty() && !next_is(close); skip_space()) {
      if (close == '}') value.names.push_back(read_string());
      value.items.push_back(read());
    }
    if (!rest_.empty()) rest_.remove_prefix(1);
  }

  std::string read_string() {
    std::string out;
    std::size_t at = 1;
    for (; at < rest_.size() && rest_[at] != '"'; ++at) {
      if (rest_[at] != '\\' || at + 1 == rest_.size()) {
        out += rest_[at];
        continue;
      }
      const char escape = rest_[++at];
      constexpr std::string_view letters = "bfnrt";
      const std::size_t letter = letters.find(escape);
      if (escape == 'u') {
        append_code_point(out, at);
      } else {
        out += letter == std::string_view::npos ? escape : "\b\f\n\r\t"[letter];
      }
    }
    rest_.remove_prefix(at < rest_.size() ? at + 1 : at);
    return out;
  }

  // `at` is on the `u`, and left on the last digit.
  void append_code_point(std::string& out, std::size_t& at) const {
    unsigned long point = four_digits(at);
    if (point >= 0xd800 && point < 0xdc00 && rest_.substr(at + 1, 2) == "\\u") {
      at += 2;
      point = 0x10000 + ((point - 0xd800) << 10) + (four_digits(at) - 0xdc00);
    }
    const auto add = [&out](unsigned long byte) { out += static_cast<char>(byte & 0xff); };
    if (point < 0x80) {
      add(point);
    } else {
      const int more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
      add((more == 1 ? 0xc0u : more == 2 ? 0xe0u : 0xf0u) | (point >> (6 * more)));
      for (int i = more - 1; i >= 0; --i) add(0x80u | (point >> (6 * i) & 0x3f));
    }
  }

  unsigned long four_digits(std::size_t& at) const {
    unsigned long value = 0;
    for (int i = 0; i < 4 && at + 1 < rest_.size(); ++i) {
      value = value * 16 + static_cast<unsigned long>(hex_value(rest_[++at]));
    }
    return value;
  }

  std::string_view rest_;
};

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
    return ParameterReader(to_json(value)).read();
  }
}

}  // namespace v1
}  // namespace bindery
