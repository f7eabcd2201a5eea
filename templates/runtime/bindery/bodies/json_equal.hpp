// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/json_equal.hpp".
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "bindery/compiled.hpp"
#include "bindery/decode_error.hpp"
#include "bindery/json_cursor.hpp"
#include "bindery/json_equal.hpp"
#include "bindery/json_kind.hpp"
#include "bindery/json_number.hpp"
#include "bindery/object_reader.hpp"

namespace bindery {
inline namespace v1 {

namespace detail {

BINDERY_BODY DecimalNumber to_decimal(std::string_view text) {
  JsonNumber number;
  scan_number(text.data(), text.data() + text.size(), number);
  DecimalNumber decimal;
  bool is_fraction = false;
  for (const char character : text) {
    if (character == 'e' || character == 'E') break;
    if (character == '.') is_fraction = true;
    if (!is_digit(character)) continue;
    if (decimal.digits.empty() && character == '0') {
      if (is_fraction) --decimal.power;
      continue;
    }
    decimal.digits.push_back(character);
    if (!is_fraction) ++decimal.power;
  }
  while (!decimal.digits.empty() && decimal.digits.back() == '0') decimal.digits.pop_back();
  if (decimal.digits.empty()) {
    decimal.power = 0;  // every zero is the same, -0 too
    return decimal;
  }
  decimal.power += number.written_exponent;
  decimal.is_negative = number.is_negative;
  return decimal;
}

BINDERY_BODY bool equal_numbers(std::string_view left, std::string_view right) {
  if (left == right) return true;
  const DecimalNumber a = to_decimal(left);
  const DecimalNumber b = to_decimal(right);
  return a.is_negative == b.is_negative && a.power == b.power && a.digits == b.digits;
}

BINDERY_BODY std::map<std::string, std::string_view> read_members(JsonCursor& in) {
  std::map<std::string, std::string_view> members;
  ObjectReader object(in);
  while (object.next()) in.read_raw(members[object.name()]);
  return members;
}

}  // namespace detail

BINDERY_BODY bool json_equal(std::string_view left, std::string_view right) {
  if (left == right) return true;
  const DecodeOptions options(Decode::strict, DecodeOptions::highest_depth);
  JsonCursor a(left, options);
  JsonCursor b(right, options);
  const JsonKind kind = a.kind();
  if (kind != b.kind()) return false;
  switch (kind) {
    case JsonKind::string: {
      std::string text_a;
      std::string text_b;
      return a.read_string(text_a) && b.read_string(text_b) && text_a == text_b;
    }
    case JsonKind::number:
    case JsonKind::boolean: {
      std::string_view raw_a;
      std::string_view raw_b;
      a.read_raw(raw_a);
      b.read_raw(raw_b);
      return kind == JsonKind::number ? detail::equal_numbers(raw_a, raw_b) : raw_a == raw_b;
    }
    case JsonKind::array: {
      ArrayReader items_a(a);
      ArrayReader items_b(b);
      for (;;) {
        const bool has_a = items_a.next();
        const bool has_b = items_b.next();
        if (!has_a || !has_b) return has_a == has_b;
        std::string_view raw_a;
        std::string_view raw_b;
        if (!a.read_raw(raw_a) || !b.read_raw(raw_b) || !json_equal(raw_a, raw_b)) return false;
      }
    }
    case JsonKind::object: {
      const auto members_a = detail::read_members(a);
      const auto members_b = detail::read_members(b);
      if (members_a.size() != members_b.size()) return false;
      for (auto x = members_a.begin(), y = members_b.begin(); x != members_a.end(); ++x, ++y) {
        if (x->first != y->first || !json_equal(x->second, y->second)) return false;
      }
      return true;
    }
    case JsonKind::null_value:
      return true;
    case JsonKind::none:
      break;
  }
  return false;
}

}  // namespace v1
}  // namespace bindery
