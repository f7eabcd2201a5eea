// The core schema's table (YAML 1.2.2 10.3.2), and what YAML 1.1 would have read differently.
#include "document/core_schema.hpp"

#include <gtest/gtest.h>

namespace bindery::document {
namespace {

TEST(CoreSchema, Nulls) {
  for (const char* text : {"", "~", "null", "Null", "NULL"}) {
    EXPECT_TRUE(resolve_plain_scalar(text).is_null()) << text;
  }
}

TEST(CoreSchema, Booleans) {
  for (const char* text : {"true", "True", "TRUE"}) {
    EXPECT_TRUE(resolve_plain_scalar(text).is_boolean()) << text;
    EXPECT_TRUE(resolve_plain_scalar(text).boolean) << text;
  }
  for (const char* text : {"false", "False", "FALSE"}) {
    EXPECT_TRUE(resolve_plain_scalar(text).is_boolean()) << text;
    EXPECT_FALSE(resolve_plain_scalar(text).boolean) << text;
  }
}

TEST(CoreSchema, Numbers) {
  EXPECT_TRUE(resolve_plain_scalar("200").is_number());
  EXPECT_EQ(resolve_plain_scalar("+.5").text, "0.5");
  EXPECT_EQ(resolve_plain_scalar("0x1f").text, "31");
  EXPECT_EQ(resolve_plain_scalar("-1e-3").text, "-1e-3");
}

TEST(CoreSchema, EverythingElseIsText) {
  for (const char* text : {"yes",   "no",        "on",    "off",        "y",
                           "n",     "nULL",      "tRUE",  "2020-01-01", "2020-01-01T00:00:00Z",
                           "1_000", "190:20:30", "0b101", ".inf",       "-.Inf",
                           ".nan",  "=",         "<<",    "3.1.0",      "-",
                           "--1"}) {
    const Node node = resolve_plain_scalar(text);
    EXPECT_TRUE(node.is_string()) << text;
    EXPECT_EQ(node.text, text);
  }
}

}  // namespace
}  // namespace bindery::document
