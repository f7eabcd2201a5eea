#include "spec/scalar_format.hpp"

#include <gtest/gtest.h>

namespace bindery::spec {
namespace {

TEST(ScalarFormat, IntegersMayBeWrittenAsFractions) {
  for (const char* number : {"0", "-7", "1.0", "1e3", "1.5e1", "123456789012345678901234567890"}) {
    EXPECT_TRUE(is_integer(number)) << number;
  }
  for (const char* number : {"0.5", "1e-1", "1.25e1"}) EXPECT_FALSE(is_integer(number)) << number;
}

TEST(ScalarFormat, BoundsAreExact) {
  EXPECT_TRUE(fits_format("9223372036854775807", "int64"));
  EXPECT_FALSE(fits_format("9223372036854775808", "int64"));
  EXPECT_TRUE(fits_format("-9223372036854775808", "int64"));
  EXPECT_FALSE(fits_format("9223372036854775808.0", "int64"));
  EXPECT_TRUE(fits_format("-2147483648", "int32"));
  EXPECT_TRUE(fits_format("2147483647.0", "int32"));
  EXPECT_FALSE(fits_format("2147483648", "int32"));
  EXPECT_FALSE(fits_format("-1", "uint32"));
  EXPECT_TRUE(fits_format("18446744073709551615", "uint64"));
  EXPECT_FALSE(fits_format("1e300", "uint64"));
  EXPECT_TRUE(fits_format("1e300", "double"));
}

TEST(ScalarFormat, Base64HasOneForm) {
  for (const char* text : {"", "YQ==", "YWI=", "YWJj", "+/A="}) {
    EXPECT_TRUE(is_canonical_base64(text)) << text;
  }
  for (const char* text : {"YQ", "YR==", "YWJ=", "Y===", "-_A=", "YQ==\n", "===="}) {
    EXPECT_FALSE(is_canonical_base64(text)) << text;
  }
}

}  // namespace
}  // namespace bindery::spec
