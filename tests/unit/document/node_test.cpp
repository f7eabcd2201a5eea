// Equality of values, and trees as JSON.
#include "document/node.hpp"

#include <gtest/gtest.h>

#include "document/json_reader.hpp"

namespace bindery::document {
namespace {

Node parse(std::string_view text) {
  diagnostics::Diagnostics diagnostics;
  auto node = read_json({0, text, 0, 0}, diagnostics);
  return node ? *node : Node{};
}

TEST(Node, FindsMembers) {
  const Node node = parse(R"({"a": 1, "b": null})");
  ASSERT_NE(node.find("a"), nullptr);
  EXPECT_EQ(node.find("a")->text, "1");
  ASSERT_NE(node.find_member("b"), nullptr);
  EXPECT_TRUE(node.find_member("b")->value.is_null());
  EXPECT_EQ(node.find("c"), nullptr);
  EXPECT_EQ(node.find("a")->find("x"), nullptr);
}

TEST(SameValue, IgnoresPlacesStylesAndTheOrderOfMembers) {
  EXPECT_TRUE(same_value(parse(R"({"a": [1, "x"], "b": {}})"), parse(R"({"b":{},"a":[1,"x"]})")));
  Node plain = parse(R"("x")");
  plain.style = Node::Style::plain;
  EXPECT_TRUE(same_value(plain, parse(R"("x")")));
}

TEST(SameValue, SeesEveryDifference) {
  const char* values[] = {"null",  "true",       "false",       "0",           "1",
                          "\"\"",  "\"1\"",      "[]",          "{}",          "[1]",
                          "[1,1]", R"({"a":1})", R"({"a":2})",  R"({"b":1})",  R"({"a":1,"b":1})",
                          "[2,1]", "[1,2]",      R"(["a",{}])", R"([{},"a"])", "1.5"};
  for (const char* a : values) {
    for (const char* b : values) EXPECT_EQ(same_value(parse(a), parse(b)), a == b) << a << b;
  }
}

TEST(SameValue, ComparesLargeMappingsInAnyOrder) {
  std::string up = "{";
  std::string down = "{";
  for (int i = 0; i < 1000; ++i) {
    const std::string comma = i == 0 ? "" : ",";
    up += comma + "\"" + std::to_string(i) + "\":" + std::to_string(i);
    down += comma + "\"" + std::to_string(999 - i) + "\":" + std::to_string(999 - i);
  }
  EXPECT_TRUE(same_value(parse(up + "}"), parse(down + "}")));
  EXPECT_FALSE(same_value(parse(up + "}"), parse(down + ",\"x\":1}")));
  EXPECT_FALSE(same_value(parse(up + ",\"y\":1}"), parse(down + ",\"x\":1}")));
}

TEST(ToJson, WritesCompactText) {
  const std::string text =
      R"({"a":[null,true,false,-1.5e3,12345678901234567890123],"":{},"\"\\\n\t\r\u0001":"\u0000/"})";
  EXPECT_EQ(to_json(parse(text)), text);
}

TEST(ToString, NamesEveryKind) {
  EXPECT_EQ(to_string(Node::Kind::null), "null");
  EXPECT_EQ(to_string(Node::Kind::boolean), "boolean");
  EXPECT_EQ(to_string(Node::Kind::number), "number");
  EXPECT_EQ(to_string(Node::Kind::string), "string");
  EXPECT_EQ(to_string(Node::Kind::sequence), "sequence");
  EXPECT_EQ(to_string(Node::Kind::mapping), "mapping");
}

}  // namespace
}  // namespace bindery::document
