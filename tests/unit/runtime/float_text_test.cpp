// Floats are written as the standard library writes them, by whichever way.
#include "bindery/float_text.hpp"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <random>
#include <string>

#include <gtest/gtest.h>

namespace {

using bindery::detail::write_float;
using bindery::detail::write_short_decimal;

template <class Float>
std::string written(Float value) {
  char buffer[32];
  return std::string(buffer, write_float(buffer, value));
}

template <class Float>
std::string expected(Float value) {
  char buffer[32];
  return std::string(buffer, std::to_chars(buffer, buffer + 32, value).ptr);
}

bool is_short_decimal(double value) {
  char buffer[32];
  return write_short_decimal(buffer, value) != nullptr;
}

TEST(FloatText, ShortDecimalsHaveAWayOfTheirOwn) {
  for (const double value : {0.5, -0.5, 12.75, 0.001, 330.123, 999999999.5, 123456789.123456}) {
    EXPECT_TRUE(is_short_decimal(value)) << value;
    EXPECT_EQ(written(value), expected(value));
  }
  for (const double value : {0.0, -0.0, 1.0, -3.0, 0.0009, 1e9 + 0.5, 1.0 / 3, 1e300, 5e-324}) {
    EXPECT_FALSE(is_short_decimal(value)) << value;
    EXPECT_EQ(written(value), expected(value));
  }
}

TEST(FloatText, IsWhatTheStandardLibraryWrites) {
  std::mt19937_64 random(11);
  for (int i = 0; i < 100'000; ++i) {
    const double digits = static_cast<double>(random() % 1'000'000'000'000'000);
    const double scaled = std::floor(digits / std::pow(10, random() % 15));
    const double decimal = scaled / std::pow(10, random() % 9) * (i % 2 == 0 ? 1 : -1);
    constexpr double most = std::numeric_limits<double>::max();
    std::uint64_t bits = random();
    double any = 0;
    std::memcpy(&any, &bits, sizeof any);
    for (const double value :
         {decimal, std::nextafter(decimal, most), std::nextafter(decimal, -most), any}) {
      if (!std::isfinite(value)) continue;
      ASSERT_EQ(written(value), expected(value));
      const auto narrow = static_cast<float>(value);
      if (std::isfinite(narrow)) {
        ASSERT_EQ(written(narrow), expected(narrow));
      }
    }
  }
}

}  // namespace
