// JSON texts: values, places and mistakes.
#include "document/json_reader.hpp"

#include <gtest/gtest.h>

#include "reading.hpp"

namespace bindery::document {
namespace {

Reading read(std::string_view text) { return {text, read_json}; }

TEST(JsonReader, KeepsValuesAndTheirOrder) {
  const std::string text =
      R"({"b":[1,2.50,-0,1e400],"a":{"x":null,"y":true},"n":123456789012345678901234,"":""})";
  // A number too large for a double is the one thing RapidJSON does not let pass.
  EXPECT_EQ(read(text).errors(), "E0104 at 1:17 #/b/3\n");
  const std::string fine =
      R"({"b":[1,2.50,-0,1e300],"a":{"x":null,"y":true},"n":123456789012345678901234,"":""})";
  EXPECT_EQ(read(fine).json(), fine);
  EXPECT_EQ(read(fine).errors(), "");
}

TEST(JsonReader, DecodesStrings) {
  const auto reading = read(R"(["\u00e9\ud83d\ude00\/\u0000x", "plain"])");
  ASSERT_TRUE(reading.root);
  EXPECT_EQ(reading.root->items[0].text, std::string("\xC3\xA9\xF0\x9F\x98\x80/\0x", 9));
  EXPECT_EQ(reading.root->items[1].style, Node::Style::quoted);
}

TEST(JsonReader, KnowsThePlaceOfEveryToken) {
  const auto reading = read(
      "{ \"one\" : [ 1 ,-2.5e3,\n true,null ] ,\n"
      "\"t\\u0077o\":{\"\\\"x\" :\"\xC3\xA9\\n\"}, \"e\": [], \"o\": { } }\n");
  EXPECT_EQ(reading.places(),
            "/one:[\"one\"]\n/one/0=[1]\n/one/1=[-2.5e3]\n/one/2=[true]\n/one/3=[null]\n"
            "/two:[\"t\\u0077o\"]\n/two/\"x:[\"\\\"x\"]\n/two/\"x=[\"\xC3\xA9\\n\"]\n"
            "/e:[\"e\"]\n/o:[\"o\"]\n");
  const Node& root = *reading.root;
  EXPECT_EQ(root.where.begin, 0u);
  EXPECT_EQ(root.where.end, reading.text.size() - 1);
  EXPECT_EQ(reading.at(root.find("one")->where), "[ 1 ,-2.5e3,\n true,null ]");
  EXPECT_EQ(reading.at(root.find("e")->where), "[]");
  EXPECT_EQ(reading.at(root.find("o")->where), "{ }");
}

TEST(JsonReader, CountsFromTheBeginningOfTheFile) {
  diagnostics::Diagnostics diagnostics;
  const std::string file = "prose [1] more";
  const auto root = read_json({7, std::string_view(file).substr(6, 3), 6, 0}, diagnostics);
  ASSERT_TRUE(root);
  EXPECT_EQ(root->where, (source::Location{7, 6, 9}));
  EXPECT_EQ(root->items[0].where, (source::Location{7, 7, 8}));
}

TEST(JsonReader, SkipsAByteOrderMark) {
  const auto reading = read("\xEF\xBB\xBF[1]");
  EXPECT_EQ(reading.places(), "/0=[1]\n");
}

TEST(JsonReader, ReportsEveryKeyGivenTwiceAndKeepsTheFirst) {
  const auto reading = read(R"({"a": {"x": 1, "y": 2, "x": 3}, "y": 4, "a/b": 1, "a/b": 2})");
  EXPECT_EQ(reading.errors(), "E0105 at 1:24 #/a/x\nE0105 at 1:51 #/a~1b\n");
  EXPECT_EQ(reading.json(), R"({"a":{"x":1,"y":2},"y":4,"a/b":1})");
  ASSERT_EQ(reading.complaints[0].notes.size(), 1u);
  EXPECT_EQ(reading.at(reading.complaints[0].notes[0].where), "\"x\"");
  EXPECT_EQ(reading.complaints[0].notes[0].where.begin, 7u);
}

TEST(JsonReader, FindsKeysGivenTwiceInLargeObjects) {
  std::string text = "{";
  for (int i = 0; i < 50'000; ++i) text += "\"k" + std::to_string(i) + "\":0,";
  const auto reading = read(text + "\"k17\":1,\"k3\":1}");
  ASSERT_EQ(reading.complaints.size(), 2u);
  EXPECT_EQ(reading.complaints[0].pointer, "#/k17");
  EXPECT_EQ(reading.complaints[1].pointer, "#/k3");
}

TEST(JsonReader, SaysWhereAndWhyATextIsNoJson) {
  struct Case {
    std::string_view text;
    std::string_view errors;
  };
  const Case cases[] = {
      {"", "E0102 at 1:1 \n"},
      {" \r\n\t", "E0102 at 1:1 \n"},
      {"{\"a\": }", "E0104 at 1:7 #/a\n"},
      {"{\"a\" 1}", "E0104 at 1:6 #/a\n"},
      {"{\"a\": 1,}", "E0104 at 1:9 #\n"},
      {"[1, 2", "E0104 at 1:6 #/2\n"},
      {"[1] x", "E0104 at 1:5 #\n"},
      {"{a: 1}", "E0104 at 1:2 #\n"},
      {"// comment\n{}", "E0104 at 1:1 #\n"},
      {"[\"open", "E0104 at 1:2 #/0\n"},
      {"[\"\\ud800\"]", "E0104 at 1:3 #/0\n"},
      {"[\"\\udc00\"]", "E0104 at 1:2 #/0\n"},
      {"{\"\\udc00\":1}", "E0104 at 1:2 #\n"},
      {"[\"\xFF\"]", "E0115 at 1:3 \n"},
      {"[\"\xED\xA0\x80\"]", "E0115 at 1:3 \n"},
      {"[NaN]", "E0104 at 1:2 #/0\n"},
      {"[01]", "E0104 at 1:3 #/1\n"},
      {"'x'", "E0104 at 1:1 #\n"},
  };
  for (const Case& one : cases) {
    const auto reading = read(one.text);
    EXPECT_EQ(reading.errors(), one.errors) << one.text;
    EXPECT_EQ(reading.json(), "nothing") << one.text;
  }
  EXPECT_EQ(read(std::string_view("[1]\0[2]", 7)).errors(), "E0104 at 1:4 \n");
}

TEST(JsonReader, BoundsNesting) {
  const auto nested = [](std::size_t levels) {
    return std::string(levels, '[') + std::string(levels, ']');
  };
  EXPECT_EQ(read(nested(1000)).errors(), "");
  const auto reading = read(nested(1001));
  ASSERT_EQ(reading.complaints.size(), 1u);
  EXPECT_EQ(reading.complaints[0].code, diagnostics::Code::E0108);
  EXPECT_EQ(reading.complaints[0].where.begin, 1000u);
  EXPECT_EQ(read(std::string(1'000'000, '[')).complaints.size(), 1u);
}

}  // namespace
}  // namespace bindery::document
