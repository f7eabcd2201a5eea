// Arithmetic on decimal digits.
// Must not turn them into machine numbers.
#include "document/number.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace bindery::document {
namespace {

constexpr std::size_t most_converted_digits = 1000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// 0.d1d2d3... x 10^exponent; no digits at all is zero.
struct Decimal {
  bool negative = false;
  std::string digits;
  std::int64_t exponent = 0;

  friend bool operator==(const Decimal&, const Decimal&) = default;
};

/// The exponent of a number; beyond +-10^15 it stays there, far from what digits can make up for.
std::int64_t exponent_of(std::string_view text) {
  constexpr std::int64_t limit = 1'000'000'000'000'000;
  const bool negative = !text.empty() && text.front() == '-';
  std::int64_t value = 0;
  for (const char c : text) {
    if (is_digit(c) && value < limit) value = value * 10 + (c - '0');
  }
  return negative ? -value : value;
}

Decimal decimal_of(std::string_view text) {
  Decimal decimal;
  if (!text.empty() && text.front() == '-') {
    decimal.negative = true;
    text.remove_prefix(1);
  }
  const std::size_t mark = std::min(text.find_first_of("eE"), text.size());
  if (mark < text.size()) decimal.exponent = exponent_of(text.substr(mark + 1));
  const std::string_view mantissa = text.substr(0, mark);
  const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
  for (const char c : mantissa) {
    if (is_digit(c)) decimal.digits += c;
  }
  decimal.exponent += static_cast<std::int64_t>(point);
  const std::size_t first = decimal.digits.find_first_not_of('0');
  if (first == std::string::npos) return {};
  decimal.digits.erase(0, first);
  decimal.digits.erase(decimal.digits.find_last_not_of('0') + 1);
  decimal.exponent -= static_cast<std::int64_t>(first);
  return decimal;
}

/// Digits of base 16 or 8 as decimal ones.
std::optional<std::string> to_decimal(std::string_view digits, unsigned base) {
  if (digits.empty() || digits.size() > most_converted_digits) return std::nullopt;
  std::string decimal = "0";  // lowest digit first
  for (const char c : digits) {
    unsigned carry = 0;
    if (is_digit(c)) {
      carry = static_cast<unsigned>(c - '0');
    } else if (c >= 'a' && c <= 'f') {
      carry = static_cast<unsigned>(c - 'a') + 10;
    } else if (c >= 'A' && c <= 'F') {
      carry = static_cast<unsigned>(c - 'A') + 10;
    } else {
      return std::nullopt;
    }
    if (carry >= base) return std::nullopt;
    for (char& digit : decimal) {
      const unsigned value = static_cast<unsigned>(digit - '0') * base + carry;
      digit = static_cast<char>('0' + value % 10);
      carry = value / 10;
    }
    for (; carry != 0; carry /= 10) decimal += static_cast<char>('0' + carry % 10);
  }
  decimal.erase(std::max<std::size_t>(decimal.find_last_not_of('0') + 1, 1));
  std::reverse(decimal.begin(), decimal.end());
  return decimal;
}

/// The run of digits at the beginning of `rest`, which is taken from it.
std::string_view take_digits(std::string_view& rest) {
  std::size_t count = 0;
  while (count < rest.size() && is_digit(rest[count])) ++count;
  const std::string_view digits = rest.substr(0, count);
  rest.remove_prefix(count);
  return digits;
}

}  // namespace

bool same_number(std::string_view a, std::string_view b) {
  return a == b || decimal_of(a) == decimal_of(b);
}

std::optional<std::string> core_schema_number(std::string_view text) {
  if (text.substr(0, 2) == "0x") return to_decimal(text.substr(2), 16);
  if (text.substr(0, 2) == "0o") return to_decimal(text.substr(2), 8);

  std::string json;
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    if (text.front() == '-') json = "-";
    text.remove_prefix(1);
  }
  std::string_view whole = take_digits(text);
  const bool has_whole = !whole.empty();
  whole.remove_prefix(std::min(whole.find_first_not_of('0'), whole.size()));
  json += whole.empty() ? "0" : whole;

  const bool has_point = !text.empty() && text.front() == '.';
  if (has_point) {
    text.remove_prefix(1);
    const std::string_view fraction = take_digits(text);
    if (!has_whole && fraction.empty()) return std::nullopt;
    json += '.';
    json += fraction.empty() ? "0" : fraction;
  } else if (!has_whole) {
    return std::nullopt;
  }
  if (text.empty()) return json;

  if (text.front() != 'e' && text.front() != 'E') return std::nullopt;
  json += text.front();
  text.remove_prefix(1);
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    json += text.front();
    text.remove_prefix(1);
  }
  const std::string_view exponent = take_digits(text);
  if (exponent.empty() || !text.empty()) return std::nullopt;
  json += exponent;
  return json;
}

}  // namespace bindery::document
