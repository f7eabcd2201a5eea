// What leaves the escaper: literals that mean the same bytes, lines that break in the right place.
#include "cpp/literal.hpp"

#include <string>

#include <gtest/gtest.h>

namespace {

using bindery::cpp::as_integer;
using bindery::cpp::double_literal;
using bindery::cpp::folded;
using bindery::cpp::string_literal;

TEST(StringLiteral, EscapesEverythingButPrintableAscii) {
  EXPECT_EQ(string_literal("plain"), "\"plain\"");
  EXPECT_EQ(string_literal("a\"b\\c"), "\"a\\\"b\\\\c\"");
  EXPECT_EQ(string_literal("\n\t\r\x7f"), "\"\\n\\t\\015\\177\"");
  EXPECT_EQ(string_literal("\xC3\xA9"
                           "1"),
            "\"\\303\\2511\"");
  EXPECT_EQ(string_literal("?"
                           "?/"),
            "\"?\\?/\"");
  EXPECT_EQ(string_literal(std::string("a\0b", 3)), "std::string_view(\"a\\000b\", 3)");
}

TEST(NumberLiteral, KeepsTheBounds) {
  EXPECT_EQ(bindery::cpp::integer_literal(-9223372036854775807 - 1), "(-9223372036854775807 - 1)");
  EXPECT_EQ(as_integer("1.0"), 1);
  EXPECT_EQ(as_integer("1e3"), 1000);
  EXPECT_EQ(as_integer("1.5"), std::nullopt);
  EXPECT_EQ(as_integer("9223372036854775808"), std::nullopt);
  EXPECT_EQ(as_integer(""), std::nullopt);
  EXPECT_EQ(double_literal("1"), "1.0");
  EXPECT_EQ(double_literal("0.1"), "0.1");
  EXPECT_EQ(double_literal("1e999"), "1.7976931348623157e308");
  EXPECT_EQ(double_literal("-0"), "-0.0");
}

TEST(Folded, BreaksBehindSpacesAndNeverInLiterals) {
  EXPECT_EQ(folded("short", 10, 4), "short");
  const std::string word(60, 'x');
  EXPECT_EQ(folded(word + ", " + word, 4, 8), word + ",\n        " + word);
  const std::string literal = "\"" + std::string(120, ' ') + "\"";
  EXPECT_EQ(folded("a, " + literal, 4, 8), "a,\n        " + literal);
  EXPECT_EQ(folded("std::vector<" + word + word + ">", 2, 6),
            "std::vector<\n      " + word + word + ">");
}

}  // namespace
