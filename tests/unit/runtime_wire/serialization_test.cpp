// The style tables of the specification, as data.
// Must not go by way of C++ types: that is parameters_test.cpp.
#include "bindery/serialization.hpp"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace {

using bindery::ParameterValue;
using bindery::Serialization;
using bindery::Style;
using Kind = ParameterValue::Kind;

ParameterValue scalar(std::string text) { return {Kind::scalar, std::move(text), {}, {}}; }

ParameterValue list(const std::vector<std::string>& texts) {
  ParameterValue value{Kind::list, "", {}, {}};
  for (const std::string& text : texts) value.items.push_back(scalar(text));
  return value;
}

ParameterValue object(const std::vector<std::pair<std::string, std::string>>& members) {
  ParameterValue value{Kind::object, "", {}, {}};
  for (const auto& member : members) {
    value.names.push_back(member.first);
    value.items.push_back(scalar(member.second));
  }
  return value;
}

const ParameterValue text = scalar("blue");
const ParameterValue colors = list({"blue", "black", "brown"});
const ParameterValue rgb = object({{"R", "100"}, {"G", "200"}, {"B", "150"}});

std::string query(const ParameterValue& value, Style style, bool explode, bool reserved = false) {
  return bindery::joined_pairs(bindery::query_pairs("color", value, {style, explode, reserved}),
                               "&");
}

std::string path(const ParameterValue& value, Style style, bool explode, bool reserved = false) {
  return bindery::path_text("color", value, {style, explode, reserved});
}

// OAS 3.1 4.8.12.6 "Style Examples"; its table has not the encoding that its text asks for, and
// RFC 6570 3.2.5 has commas in a label that is not exploded (OAS 3.1.1 follows it).
TEST(Serialization, WritesTheTableOfTheSpecification) {
  struct Row {
    Style style;
    bool explode;
    const char* text;
    const char* list;
    const char* object;
  };
  const Row in_paths[] = {
      {Style::matrix, false, ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150"},
      {Style::matrix, true, ";color=blue", ";color=blue;color=black;color=brown",
       ";R=100;G=200;B=150"},
      {Style::label, false, ".blue", ".blue,black,brown", ".R,100,G,200,B,150"},
      {Style::label, true, ".blue", ".blue.black.brown", ".R=100.G=200.B=150"},
      {Style::simple, false, "blue", "blue,black,brown", "R,100,G,200,B,150"},
      {Style::simple, true, "blue", "blue,black,brown", "R=100,G=200,B=150"},
  };
  for (const Row& row : in_paths) {
    EXPECT_EQ(path(text, row.style, row.explode), row.text);
    EXPECT_EQ(path(colors, row.style, row.explode), row.list);
    EXPECT_EQ(path(rgb, row.style, row.explode), row.object);
  }
  const Row in_queries[] = {
      {Style::form, false, "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"},
      {Style::form, true, "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150"},
      {Style::space_delimited, false, "color=blue", "color=blue%20black%20brown",
       "color=R%20100%20G%20200%20B%20150"},
      {Style::space_delimited, true, "color=blue", "color=blue&color=black&color=brown",
       "R=100&G=200&B=150"},
      {Style::pipe_delimited, false, "color=blue", "color=blue%7Cblack%7Cbrown",
       "color=R%7C100%7CG%7C200%7CB%7C150"},
      {Style::pipe_delimited, true, "color=blue", "color=blue&color=black&color=brown",
       "R=100&G=200&B=150"},
      {Style::deep_object, true, "color=blue", "color=blue&color=black&color=brown",
       "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"},
  };
  for (const Row& row : in_queries) {
    EXPECT_EQ(query(text, row.style, row.explode), row.text);
    EXPECT_EQ(query(colors, row.style, row.explode), row.list);
    EXPECT_EQ(query(rgb, row.style, row.explode), row.object);
  }
}

TEST(Serialization, SendsEmptyTextAndNothingForEmptyLists) {
  for (const bool explode : {false, true}) {
    EXPECT_EQ(query(scalar(""), Style::form, explode), "color=");
    EXPECT_EQ(query(list({}), Style::form, explode), "");
    EXPECT_EQ(query(object({}), Style::form, explode), "");
    EXPECT_EQ(query(ParameterValue{}, Style::form, explode), "");
    EXPECT_EQ(query(list({""}), Style::form, explode), "color=");
    EXPECT_EQ(query(object({}), Style::deep_object, explode), "");
    // The column `empty` of the table, and RFC 6570 3.2.7.
    EXPECT_EQ(path(scalar(""), Style::simple, explode), "");
    EXPECT_EQ(path(scalar(""), Style::label, explode), ".");
    EXPECT_EQ(path(scalar(""), Style::matrix, explode), ";color");
    for (const Style style : {Style::simple, Style::label, Style::matrix}) {
      EXPECT_EQ(path(list({}), style, explode), "");
      EXPECT_EQ(path(ParameterValue{}, style, explode), "");
    }
  }
}

TEST(Serialization, KeepsValuesApartFromTheirSeparators) {
  EXPECT_EQ(query(list({"a,b", "c d", "e|f"}), Style::form, false), "color=a%2Cb,c%20d,e%7Cf");
  EXPECT_EQ(query(list({"a&b=c"}), Style::form, true), "color=a%26b%3Dc");
  EXPECT_EQ(path(scalar("../x?y#z"), Style::simple, false), "..%2Fx%3Fy%23z");
  EXPECT_EQ(path(list({"a/b", "c.d"}), Style::label, true), ".a%2Fb.c.d");
  EXPECT_EQ(query(object({{"a&b", "1"}}), Style::form, true), "a%26b=1");
}

TEST(Serialization, AllowsReservedCharacters) {
  EXPECT_EQ(path(scalar("foo/bar baz"), Style::simple, false, true), "foo/bar%20baz");
  EXPECT_EQ(query(scalar("/a?b:c@d,%2F#"), Style::form, true, true), "color=/a?b:c@d,%2F%23");
  EXPECT_EQ(query(list({"a:b", "c"}), Style::form, false, true), "color=a:b,c");
}

TEST(Serialization, NestsDeepObjects) {
  ParameterValue filter = object({{"name", "x y"}});
  filter.names.insert(filter.names.end(), {"range", "tags", "none"});
  filter.items.push_back(object({{"from", "1"}, {"to", "2"}}));
  filter.items.push_back(list({"a", "b"}));
  filter.items.emplace_back();
  EXPECT_EQ(query(filter, Style::deep_object, true),
            "color%5Bname%5D=x%20y&color%5Brange%5D%5Bfrom%5D=1&color%5Brange%5D%5Bto%5D=2&"
            "color%5Btags%5D=a&color%5Btags%5D=b");
}

TEST(Serialization, WritesHeadersUnencoded) {
  EXPECT_EQ(bindery::header_text(scalar("a b, c"), false), "a b, c");
  EXPECT_EQ(bindery::header_text(colors, false), "blue,black,brown");
  EXPECT_EQ(bindery::header_text(rgb, false), "R,100,G,200,B,150");
  EXPECT_EQ(bindery::header_text(rgb, true), "R=100,G=200,B=150");
}

}  // namespace
