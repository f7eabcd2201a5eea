// Numbers as text: equal ones, and those of YAML's core schema.
#include "document/number.hpp"

#include <gtest/gtest.h>

namespace bindery::document {
namespace {

TEST(SameNumber, ComparesValuesNotSpellings) {
  const std::pair<const char*, const char*> same[] = {
      {"1", "1.0"},        {"100", "1e2"},   {"1e2", "1E+2"},     {"0.001", "1e-3"},
      {"-0", "0"},         {"0.0e99", "0"},  {"12.50", "125e-1"}, {"0.10", "0.1"},
      {"1e000002", "1e2"}, {"-7", "-0.7e1"}, {"1000000e-6", "1"}};
  for (const auto& [a, b] : same) EXPECT_TRUE(same_number(a, b)) << a << " " << b;
}

TEST(SameNumber, KeepsEveryDigit) {
  const std::pair<const char*, const char*> different[] = {{"9007199254740992", "9007199254740993"},
                                                           {"1", "-1"},
                                                           {"0.1", "0.10000000000000000001"},
                                                           {"1e999", "1e998"},
                                                           {"1e99999999999999999999", "1"},
                                                           {"1e-99999999999999999999", "0"},
                                                           {"10", "1"}};
  for (const auto& [a, b] : different) EXPECT_FALSE(same_number(a, b)) << a << " " << b;
}

TEST(CoreSchemaNumber, GivesJsonsGrammar) {
  const std::pair<const char*, const char*> numbers[] = {
      {"0", "0"},
      {"-0", "-0"},
      {"+1", "1"},
      {"1.", "1.0"},
      {".5", "0.5"},
      {"-.5", "-0.5"},
      {"007", "7"},
      {"00", "0"},
      {"1e3", "1e3"},
      {"1.E+3", "1.0E+3"},
      {"12e03", "12e03"},
      {"0x1F", "31"},
      {"0xff", "255"},
      {"0o17", "15"},
      {"0x0", "0"},
      {"-12.50", "-12.50"},
      {"0x10000000000000000", "18446744073709551616"}};
  for (const auto& [text, json] : numbers) EXPECT_EQ(core_schema_number(text), json) << text;
}

TEST(CoreSchemaNumber, RefusesEverythingElse) {
  for (const char* text :
       {"",    "+",  "-",    ".",     "e3",  "1e",   "1e+",  "1_000", "0x",         "0xg",
        "0o8", "0o", "-0x1", "1.2.3", "0b1", ".inf", ".nan", "1 ",    "2020-01-01", "12:30"}) {
    EXPECT_EQ(core_schema_number(text), std::nullopt) << text;
  }
  EXPECT_EQ(core_schema_number("0x" + std::string(1001, 'f')), std::nullopt);
}

}  // namespace
}  // namespace bindery::document
