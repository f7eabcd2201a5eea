// Free-form JSON: built, compared by meaning, bridged to RapidJSON.
// Must not test structs.
#include "bindery/json.hpp"

#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/json_codec.hpp"
#include "bindery/json_value.hpp"

namespace {

using bindery::Json;

Json parsed(std::string_view text) {
  const auto json = Json::parse(text);
  EXPECT_TRUE(json) << text;
  return json ? *json : Json();
}

TEST(Json, StartsNull) {
  EXPECT_TRUE(Json().is_null());
  EXPECT_EQ(Json().text(), "null");
}

TEST(Json, IsBuiltFromScalars) {
  EXPECT_EQ(Json::boolean(true).text(), "true");
  EXPECT_EQ(Json::number(-3).text(), "-3");
  EXPECT_EQ(Json::number(std::uint64_t{18446744073709551615U}).text(), "18446744073709551615");
  EXPECT_EQ(Json::number(2.5).text(), "2.5");
  EXPECT_EQ(Json::number(std::nan("")).text(), "null");
  EXPECT_EQ(Json::string("a\"b").text(), R"("a\"b")");
  EXPECT_EQ(Json::from(std::vector<std::string>{"x"}).text(), R"(["x"])");
}

TEST(Json, KeepsItsText) {
  EXPECT_EQ(parsed(" { \"a\" : 1.00 }\n").text(), "{ \"a\" : 1.00 }");
  EXPECT_EQ(parsed("[1e400]").kind(), bindery::JsonKind::array);
  EXPECT_FALSE(Json::parse("[1"));
  EXPECT_FALSE(Json::parse("1 2"));
  EXPECT_FALSE(Json::parse(""));
}

TEST(Json, OpensAsTypes) {
  const Json json = parsed(R"({"a":[1,2],"b":"x"})");
  const auto members = json.as<std::map<std::string, Json>>();
  ASSERT_TRUE(members);
  EXPECT_EQ(members->at("a").as<std::vector<std::int64_t>>().value(),
            (std::vector<std::int64_t>{1, 2}));
  EXPECT_FALSE(members->at("b").as<bool>());
}

TEST(Json, EqualsByMeaning) {
  const std::vector<std::pair<std::string, std::string>> equal = {
      {"1", "1.0"},
      {"1", "10e-1"},
      {"100", "1e2"},
      {"0", "-0.0e5"},
      {"1e400", "10e399"},
      {"0.001", "1e-3"},
      {"0.00120", "12e-4"},
      {"12.50", "0.125e2"},
      {"123456789012345678901234567890", "1.2345678901234567890123456789e29"},
      {R"("a")", R"("\u0061")"},
      {R"({"a":1,"b":[2]})", R"({ "b" : [2.0], "a" : 1 })"},
      {R"({"a":1,"a":2})", R"({"a":2})"},
      {R"({"\u0061":null})", R"({"a":null})"},
      {"[]", "[ ]"},
      {"{}", "{ }"},
  };
  for (const auto& [left, right] : equal) {
    EXPECT_EQ(parsed(left), parsed(right)) << left << ' ' << right;
  }
  const std::vector<std::pair<std::string, std::string>> different = {
      {"1", "2"},
      {"1", "-1"},
      {"1", "1.0000000000000000000000001"},
      {"9007199254740992", "9007199254740993"},
      {"1", "10"},
      {"0.1", "0.01"},
      {"1", "true"},
      {"true", "false"},
      {"null", "0"},
      {R"("a")", R"("b")"},
      {R"("1")", "1"},
      {"[1,2]", "[2,1]"},
      {"[1]", "[1,1]"},
      {"[]", "{}"},
      {R"({"a":1})", R"({"a":1,"b":1})"},
      {R"({"a":1,"a":2})", R"({"a":1})"},
      {R"({"a":[{"b":1}]})", R"({"a":[{"b":2}]})"},
  };
  for (const auto& [left, right] : different) {
    EXPECT_NE(parsed(left), parsed(right)) << left << ' ' << right;
  }
}

TEST(Json, BecomesARapidJsonDocument) {
  const auto document = bindery::to_rapidjson(parsed(R"({"a":[1,2.5,"x"]})"));
  ASSERT_TRUE(document);
  EXPECT_EQ((*document)["a"][2].GetString(), std::string("x"));
  const auto back = bindery::from_rapidjson(*document);
  ASSERT_TRUE(back);
  EXPECT_EQ(back->text(), R"({"a":[1,2.5,"x"]})");
  EXPECT_FALSE(bindery::to_rapidjson(parsed("1e400")));
  EXPECT_FALSE(bindery::from_rapidjson(rapidjson::Value(std::nan(""))));
}

}  // namespace
