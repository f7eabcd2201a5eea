// Numbers taken apart and rounded: bit for bit what std::from_chars makes of the same text.
// Must not test what the cursor says of errors.
#include "bindery/json_number.hpp"

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <iterator>
#include <limits>
#include <random>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <gtest/gtest.h>

namespace {

using bindery::detail::Conversion;

template <class Float>
bool is_same(Float left, Float right) {
  return std::memcmp(&left, &right, sizeof left) == 0;
}

// Read as we do, from a block of exactly this size, and as the standard library does.
template <class Float>
bool agrees(std::string_view text) {
  const std::vector<char> copy(text.begin(), text.end());
  const char* const begin = copy.data();
  const char* const end = begin + copy.size();
  Float value{};
  Conversion conversion{};
  if (bindery::detail::take_float(begin, end, value, conversion) != end) return false;
  Float expected{};
  if constexpr (bindery::detail::has_float_charconv) {
    if (std::from_chars(begin, end, expected).ec == std::errc()) {
      return conversion == Conversion::done && is_same(value, expected);
    }
  }
  // It refuses what is too small as well as what is too large.
  expected = bindery::detail::parse_float_portable<Float>(text);
  if (!bindery::detail::is_finite(expected)) return conversion == Conversion::out_of_range;
  return conversion == Conversion::done && is_same(value, expected);
}

bool agree(std::string_view text) { return agrees<double>(text) && agrees<float>(text); }

std::string digits_of(std::mt19937_64& random, std::size_t count) {
  std::string digits;
  for (std::size_t i = 0; i < count; ++i) digits += static_cast<char>('0' + random() % 10);
  if (digits.front() == '0') digits.front() = '7';
  return digits;
}

TEST(JsonNumber, EdgesAreTheNearestFloats) {
  for (const std::string_view text : {"0",
                                      "-0",
                                      "0.0",
                                      "-0.0",
                                      "0e5",
                                      "0e400",
                                      "-0e-400",
                                      "0.1",
                                      "-0.1",
                                      "1",
                                      "12.5",
                                      "1.5e3",
                                      "9007199254740991",
                                      "9007199254740992",
                                      "9007199254740993",
                                      "9007199254740994",
                                      "9007199254740995",
                                      "9007199254740993.0",
                                      "900719925474099.3e1",
                                      "9007199254740993.0000001",
                                      "9223372036854775807",
                                      "9223372036854775808",
                                      "18446744073709551615",
                                      "18446744073709551616",
                                      "9999999999999999999",
                                      "99999999999999999999",
                                      "1e22",
                                      "1e23",
                                      "8.5e22",
                                      "1e27",
                                      "1e28",
                                      "9999999999999999999e27",
                                      "1e-27",
                                      "1e-28",
                                      "1e-22",
                                      "1e-23",
                                      "0.30000000000000004",
                                      "3.141592653589793",
                                      "2.2250738585072014e-308",
                                      "5e-324",
                                      "2.4703282292062327e-324",
                                      "1.7976931348623157e308",
                                      "1e308",
                                      "16777217",
                                      "16777219",
                                      "16777217.0000001",
                                      "33554434.5e-1",
                                      "3.4028234663852886e38",
                                      "3.4028235677973366e38",
                                      "340282346638528860000000000000000000000",
                                      "1e39",
                                      "123456789012345678e20",
                                      "9999999999999999999e20",
                                      "1.00000005960464477540",
                                      "1.1754943508222875e-38",
                                      "0.00000000000000000000000000123456789",
                                      "0.000000000000000000000000000000000000001",
                                      "0.0000000000000000000000000",
                                      "1.0000000000000000000000000",
                                      "4503599627370496.5",
                                      "4503599627370497.5",
                                      "4503599627370497.4999999",
                                      "1e400",
                                      "-1e400",
                                      "1e-400"}) {
    EXPECT_TRUE(agree(text)) << text;
  }
}

TEST(JsonNumber, HalfwayCasesRoundToEven) {
  // Odd multiples of half a unit in the last place, just as they are, a little less and more.
  std::mt19937_64 random(3);
  bool is_good = true;
  for (int i = 0; i < 40'000; ++i) {
    const std::uint64_t mantissa = (std::uint64_t{1} << 53) + random() % (std::uint64_t{1} << 53);
    const std::uint64_t halfway = (mantissa | 1u) << (random() % 10);
    const int places = static_cast<int>(random() % 8);
    std::string text = std::to_string(halfway);
    // x 5^places / 10^places is halfway again.
    std::uint64_t scaled = halfway >> 10;
    for (int place = 0; place < places && scaled < 3'000'000'000'000'000'000u; ++place) scaled *= 5;
    is_good = is_good && agree(text) && agree(std::to_string(halfway - 1)) &&
              agree(std::to_string(halfway + 1)) && agree(text + "e-" + std::to_string(places)) &&
              agree(std::to_string(scaled) + "e-" + std::to_string(places)) &&
              agree(std::to_string(scaled) + "e" + std::to_string(places));
  }
  EXPECT_TRUE(is_good);
}

TEST(JsonNumber, DigitsAndExponentsOfEverySizeAreTheNearestFloats) {
  std::mt19937_64 random(5);
  std::string wrong;
  for (int i = 0; i < 150'000 && wrong.empty(); ++i) {
    const std::size_t count = 1 + random() % 21;
    std::string text = random() % 2 == 0 ? "" : "-";
    const std::string digits = digits_of(random, count);
    const std::size_t point = random() % (count + 1);
    if (point == count) {
      text += digits;
    } else if (point == 0) {
      text += "0." + std::string(random() % 6, '0') + digits;
    } else {
      text += digits.substr(0, point) + "." + digits.substr(point);
    }
    if (random() % 2 == 0) text += "e" + std::to_string(static_cast<int>(random() % 64) - 32);
    if (!agree(text)) wrong = text;
  }
  EXPECT_EQ(wrong, "");
}

TEST(JsonNumber, AllSeventeenDigitsComeBack) {
  std::mt19937_64 random(9);
  std::string wrong;
  for (int i = 0; i < 100'000 && wrong.empty(); ++i) {
    const double value = static_cast<double>(random()) /
                         static_cast<double>(1u + random() % 65536) / 9223372036854775808.0;
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%.17g", value);
    if (!agree(buffer)) wrong = buffer;
    double back = 0;
    Conversion conversion{};
    bindery::detail::take_float(buffer, buffer + std::strlen(buffer), back, conversion);
    if (!is_same(back, value)) wrong = buffer;
    const std::string shortest(buffer, std::to_chars(buffer, buffer + 32, value).ptr);
    if (!agree(shortest)) wrong = shortest;
  }
  EXPECT_EQ(wrong, "");
}

// By the grammar of RFC 8259 section 6, a character at a time: its end, or null.
const char* end_by_grammar(const char* at, const char* end) {
  const auto digits = [&at, end] {
    const char* const first = at;
    while (at != end && *at >= '0' && *at <= '9') ++at;
    return at != first;
  };
  if (at != end && *at == '-') ++at;
  if (at != end && *at == '0') {
    ++at;
    if (at != end && *at >= '0' && *at <= '9') return nullptr;
  } else if (!digits()) {
    return nullptr;
  }
  if (at != end && *at == '.' && !(++at, digits())) return nullptr;
  if (at != end && (*at == 'e' || *at == 'E')) {
    ++at;
    if (at != end && (*at == '+' || *at == '-')) ++at;
    if (!digits()) return nullptr;
  }
  return at;
}

TEST(JsonNumber, TheGrammarHoldsForAllShortTexts) {
  // Every text of seven characters, and what a word of eight bytes sees behind it.
  constexpr std::string_view characters = "09-.e+,\xB0";
  std::size_t wrong = 0;
  for (std::uint32_t number = 0; number < (1u << 21); number += 1) {
    char text[12];
    for (std::uint32_t i = 0; i < 7; ++i) text[i] = characters[number >> 3 * i & 7u];
    std::memcpy(text + 7, ",\"a\":", 5);
    for (const std::size_t size : {std::size_t{7}, sizeof text}) {
      bindery::detail::JsonNumber found;
      const char* const expected = end_by_grammar(text, text + size);
      const bool is_number = bindery::detail::scan_number(text, text + size, found);
      if (is_number != (expected != nullptr) || (is_number && found.end != expected)) ++wrong;
    }
  }
  EXPECT_EQ(wrong, 0U);
}

// What take_float makes of a number that more follows, in a copy of exactly this size, and what the
// way for all numbers makes of it: the same, to the last bit.
template <class Float>
bool shortcut_agrees(const std::string& text) {
  const std::vector<char> copy(text.begin(), text.end());
  const char* const begin = copy.data();
  const char* const end = begin + copy.size();
  Float value = 0, expected = 0;
  Conversion conversion = Conversion::not_integer, expected_conversion = Conversion::not_integer;
  const char* const stop = bindery::detail::take_float(begin, end, value, conversion);
  const char* const expected_stop =
      bindery::detail::take_any_float(begin, end, expected, expected_conversion);
  if (stop != expected_stop || stop == nullptr) return stop == expected_stop;
  if (conversion != expected_conversion || conversion != Conversion::done) {
    return conversion == expected_conversion;
  }
  return std::memcmp(&value, &expected, sizeof value) == 0;
}

TEST(JsonNumber, ShortcutsReadWhatTheLongWayReads) {
  std::mt19937 random(17);
  const auto digits = [&random](std::size_t count) {
    std::string text;
    const char* const alphabet = random() % 3 == 0 ? "0000000009" : "0123456789";
    while (text.size() < count) text += alphabet[random() % 10];
    return text;
  };
  constexpr std::string_view tails[] = {"",    ",", "}", "]", " ", "e5",
                                        "E-3", "e", ".", "-", "x", "\n"};
  for (int round = 0; round < 200'000; ++round) {
    std::string text = random() % 2 == 0 ? "-" : "";
    text += digits(random() % 10);
    if (random() % 8 != 0) text += '.';
    text += digits(random() % 21);
    text += tails[random() % std::size(tails)];
    // Beside the end, where no shortcut has room, and before it.
    if (random() % 4 != 0) text += std::string(random() % 32, "x,3.e"[random() % 5]);
    ASSERT_TRUE(shortcut_agrees<double>(text)) << text;
    ASSERT_TRUE(shortcut_agrees<float>(text)) << text;
  }
}

}  // namespace
