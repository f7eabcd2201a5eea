// Numbers compared and divided across types, at their limits.
// Must not know constraints.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string>

#include <gtest/gtest.h>

#include "bindery/exact_number.hpp"

namespace {

using bindery::detail::compare_numbers;
using bindery::detail::is_multiple;
using bindery::detail::number_text;

constexpr std::int64_t int64_min = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t int64_max = std::numeric_limits<std::int64_t>::max();
constexpr std::uint64_t uint64_max = std::numeric_limits<std::uint64_t>::max();
constexpr double infinity = std::numeric_limits<double>::infinity();

TEST(CompareNumbers, IntegersOfOneSign) {
  EXPECT_LT(compare_numbers(std::int32_t{-2}, std::int64_t{-1}), 0);
  EXPECT_EQ(compare_numbers(int64_max, int64_max), 0);
  EXPECT_LT(compare_numbers(int64_max - 1, int64_max), 0);
  EXPECT_GT(compare_numbers(int64_min + 1, int64_min), 0);
  EXPECT_GT(compare_numbers(uint64_max, uint64_max - 1), 0);
}

TEST(CompareNumbers, SignedWithUnsigned) {
  EXPECT_LT(compare_numbers(std::int64_t{-1}, std::uint64_t{0}), 0);
  EXPECT_GT(compare_numbers(std::uint64_t{0}, int64_min), 0);
  EXPECT_LT(compare_numbers(int64_max, uint64_max), 0);
  EXPECT_EQ(compare_numbers(std::uint32_t{7}, std::int64_t{7}), 0);
}

TEST(CompareNumbers, IntegersWithDoublesLoseNothing) {
  // 2^53 + 1 is no double: converted, the two would be equal.
  EXPECT_GT(compare_numbers(std::int64_t{9007199254740993}, 9007199254740992.0), 0);
  EXPECT_LT(compare_numbers(int64_max, 9223372036854775808.0), 0);
  EXPECT_EQ(compare_numbers(int64_min, -9223372036854775808.0), 0);
  EXPECT_LT(compare_numbers(uint64_max, 18446744073709551616.0), 0);
  EXPECT_GT(compare_numbers(std::uint64_t{0}, -0.5), 0);
  EXPECT_LT(compare_numbers(std::int64_t{-1}, -0.5), 0);
  EXPECT_GT(compare_numbers(std::int64_t{0}, -0.5), 0);
  EXPECT_LT(compare_numbers(std::int64_t{1}, 1.5), 0);
  EXPECT_GT(compare_numbers(1.5, std::int64_t{1}), 0);
  EXPECT_EQ(compare_numbers(-0.0, std::int64_t{0}), 0);
  EXPECT_LT(compare_numbers(int64_max, 1e300), 0);
  EXPECT_GT(compare_numbers(int64_min, -1e300), 0);
  EXPECT_LT(compare_numbers(int64_max, infinity), 0);
}

TEST(CompareNumbers, FloatsAreTheDecimalTheyAreSentAs) {
  EXPECT_EQ(compare_numbers(0.1f, 0.1), 0);
  EXPECT_EQ(compare_numbers(0.1, 0.1f), 0);
  EXPECT_LT(compare_numbers(0.1f, 0.11), 0);
  EXPECT_LT(compare_numbers(1.0f, 1e300), 0);
  EXPECT_GT(compare_numbers(1.0f, -1e300), 0);
  EXPECT_LT(compare_numbers(0.1, 0.2), 0);
}

TEST(NumberText, IsThatOfJson) {
  EXPECT_EQ(number_text(int64_min), "-9223372036854775808");
  EXPECT_EQ(number_text(uint64_max), "18446744073709551615");
  EXPECT_EQ(number_text(0.01), "0.01");
  EXPECT_EQ(number_text(0.1f), "0.1");
  EXPECT_EQ(number_text(1e300), "1e+300");
}

TEST(IsMultiple, OfIntegers) {
  EXPECT_TRUE(is_multiple(std::int64_t{0}, std::int64_t{7}));
  EXPECT_TRUE(is_multiple(std::int32_t{-21}, std::int64_t{7}));
  EXPECT_FALSE(is_multiple(std::int64_t{20}, std::int64_t{7}));
  EXPECT_TRUE(is_multiple(std::int64_t{150}, std::int64_t{50}));
  EXPECT_FALSE(is_multiple(std::int64_t{25}, std::int64_t{50}));
  EXPECT_TRUE(is_multiple(int64_min, std::int64_t{2}));
  EXPECT_FALSE(is_multiple(int64_min, std::int64_t{3}));
  EXPECT_TRUE(is_multiple(int64_max, std::int64_t{7}));
  EXPECT_TRUE(is_multiple(uint64_max, std::int64_t{15}));
  EXPECT_FALSE(is_multiple(uint64_max - 1, std::int64_t{15}));
  EXPECT_TRUE(is_multiple(uint64_max, uint64_max));
}

TEST(IsMultiple, OfDecimals) {
  for (const double value : {0.07, 19.99, 0.57, 1.1, 4.35, 1e22, 123456.78, -0.29}) {
    EXPECT_TRUE(is_multiple(value, 0.01)) << value;
  }
  EXPECT_TRUE(is_multiple(19.99f, 0.01));
  EXPECT_TRUE(is_multiple(std::int64_t{3}, 0.5));
  EXPECT_TRUE(is_multiple(4.0, std::int64_t{2}));
  for (const double value : {0.015, 19.999, 0.001, -0.005}) {
    EXPECT_FALSE(is_multiple(value, 0.01)) << value;
  }
  EXPECT_FALSE(is_multiple(19.995f, 0.01));
  EXPECT_FALSE(is_multiple(std::int64_t{3}, 0.7));
  EXPECT_FALSE(is_multiple(4.5, std::int64_t{2}));
  EXPECT_TRUE(is_multiple(4.5, 1.5));
}

TEST(IsMultiple, OfWhatBinaryMadeOfDecimals) {
  EXPECT_TRUE(is_multiple(0.1 + 0.2, 0.1));
  EXPECT_TRUE(is_multiple(0.1 * 3, 0.1));
  EXPECT_TRUE(is_multiple(1.1 + 2.2, 0.1));
  EXPECT_TRUE(is_multiple(0.1f + 0.7f, 0.1));
  // A whole step asks for an integer, which this is not.
  EXPECT_FALSE(is_multiple(std::nextafter(2.0, 3.0), std::int64_t{1}));
  EXPECT_FALSE(is_multiple(std::nextafter(2.0, 3.0), 1.0));
}

TEST(IsMultiple, OfAnyPriceInAnyFraction) {
  std::uint64_t state = 1;
  for (int i = 0; i < 20'000; ++i) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    const std::string digits = std::to_string(state >> 33);  // up to 2147483647
    const std::string exponent = "e-" + std::to_string(i % 9 + 1);
    const double step = std::strtod(("1" + exponent).c_str(), nullptr);
    const double price = std::strtod((digits + exponent).c_str(), nullptr);
    EXPECT_TRUE(is_multiple(price, step)) << digits << exponent;
    EXPECT_TRUE(is_multiple(-price, step)) << digits << exponent;
    const double between = std::strtod((digits + ".5" + exponent).c_str(), nullptr);
    EXPECT_FALSE(is_multiple(between, step)) << digits << ".5" << exponent;
  }
}

TEST(IsMultiple, OfExtremes) {
  EXPECT_TRUE(is_multiple(1e308, 0.5));
  EXPECT_FALSE(is_multiple(1e308, 0.123456789));
  EXPECT_FALSE(is_multiple(1e22, std::int64_t{3}));
  EXPECT_TRUE(is_multiple(3e22, std::int64_t{3}));
  EXPECT_FALSE(is_multiple(5e-324, 0.01));
  EXPECT_TRUE(is_multiple(5e-324, 5e-324));
  EXPECT_TRUE(is_multiple(0.0075, 0.0001));
  EXPECT_FALSE(is_multiple(0.00751, 0.0001));
  EXPECT_TRUE(is_multiple(7.0, std::int64_t{0})) << "such a step means nothing";
  EXPECT_TRUE(is_multiple(7.5, -1.0)) << "such a step means nothing";
}

}  // namespace
