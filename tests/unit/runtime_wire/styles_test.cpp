// Every place x style x explode x shape, as a whole request has it: the tables of OAS 3.1.1 4.8.12
// and the expansions of RFC 6570. Must not go around `Call`.
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/call.hpp"
#include "bindery/memory_transport.hpp"

namespace {

using bindery::Serialization;
using bindery::Style;

// What stands where the parameter belongs; `-` when the request is refused.
template <class Fill>
bindery::Request sent_by(Fill fill, std::string& refusal) {
  const auto transport = std::make_shared<bindery::MemoryTransport>(
      [](const bindery::Request&) { return bindery::json_response(204, ""); }, "http://localhost");
  const bindery::Pipeline pipeline(transport, {}, {});
  bindery::Call call(pipeline, {}, {"op", "GET", "/p{c}/end"});
  fill(call);
  const auto result = call.send<bindery::NoContent>({{"204"}});
  if (!result) refusal = result.error().message();
  const auto requests = transport->requests();
  return requests.empty() ? bindery::Request() : requests.front();
}

std::string path(const bindery::Json& value, const Serialization& how) {
  std::string refusal;
  const auto request = sent_by([&](bindery::Call& call) { call.path("c", value, how); }, refusal);
  if (!refusal.empty()) return "-";
  const std::string front = "http://localhost/p";
  return request.url.substr(front.size(), request.url.size() - front.size() - 4);
}

std::string query(const bindery::Json& value, const Serialization& how) {
  std::string refusal;
  const auto request = sent_by(
      [&](bindery::Call& call) {
        call.path("c", 1);
        call.query("c", value, how);
      },
      refusal);
  const std::size_t mark = request.url.find('?');
  return mark == std::string::npos ? "" : request.url.substr(mark + 1);
}

std::string field(const char* name, const bindery::Request& request) {
  const auto value = request.headers.find(name);
  return value ? std::string(*value) : "(none)";
}

std::string header(const bindery::Json& value, const Serialization& how) {
  std::string refusal;
  return field("c", sent_by(
                        [&](bindery::Call& call) {
                          call.path("c", 1);
                          call.header("c", value, how);
                        },
                        refusal));
}

std::string cookie(const bindery::Json& value, const Serialization& how) {
  std::string refusal;
  const auto request = sent_by(
      [&](bindery::Call& call) {
        call.path("c", 1);
        call.cookie("c", value, how);
      },
      refusal);
  return refusal.empty() ? field("Cookie", request) : "-";
}

// What each shape becomes, in this order.
const char* const shapes[] = {
    R"("blue")",                          // a text
    R"("")",                              // an empty text
    "true",                               // a boolean
    "-1.5",                               // a number
    R"(["blue","black","brown"])",        // a list
    R"({"R":100,"G":200,"B":150})",       // an object
    "[]",                                 // an empty list
    "{}",                                 // an empty object
    "null",                               // null
    R"(["a",null,""])",                   // a list with null and an empty text
    R"({"a":null,"b":""})",               // the same for an object
    R"([["x"],{"y":1}])",                 // a nested list
    R"({"k":{"y":[1,2]},"l":["p","q"]})"  // a nested object
};
constexpr std::size_t shape_count = sizeof shapes / sizeof *shapes;

struct Row {
  Style style;
  bool explode;
  std::string expected[shape_count];
};

const std::string nested_list[] = {"%5B%22x%22%5D", "%7B%22y%22%3A1%7D"};
const std::string nested_k = "%7B%22y%22%3A%5B1%2C2%5D%7D";
const std::string nested_l = "%5B%22p%22%2C%22q%22%5D";

template <class Write, class Rows>
void expect(Write write, const Rows& rows) {
  for (const Row& row : rows) {
    for (std::size_t shape = 0; shape < shape_count; ++shape) {
      const auto json = bindery::Json::parse(shapes[shape]);
      ASSERT_TRUE(json);
      EXPECT_EQ(write(*json, Serialization{row.style, row.explode, false}), row.expected[shape])
          << "style " << static_cast<int>(row.style) << (row.explode ? " exploded " : " ")
          << shapes[shape];
    }
  }
}

TEST(Styles, OfPaths) {
  const Row rows[] = {
      {Style::simple,
       false,
       {"blue", "-", "true", "-1.5", "blue,black,brown", "R,100,G,200,B,150", "-", "-", "-", "a,",
        "b,", nested_list[0] + "," + nested_list[1], "k," + nested_k + ",l," + nested_l}},
      {Style::simple,
       true,
       {"blue", "-", "true", "-1.5", "blue,black,brown", "R=100,G=200,B=150", "-", "-", "-", "a,",
        "b=", nested_list[0] + "," + nested_list[1], "k=" + nested_k + ",l=" + nested_l}},
      {Style::label,
       false,
       {".blue", ".", ".true", ".-1.5", ".blue,black,brown", ".R,100,G,200,B,150", "-", "-", "-",
        ".a,", ".b,", "." + nested_list[0] + "," + nested_list[1],
        ".k," + nested_k + ",l," + nested_l}},
      {Style::label,
       true,
       {".blue", ".", ".true", ".-1.5", ".blue.black.brown", ".R=100.G=200.B=150", "-", "-", "-",
        ".a.", ".b=", "." + nested_list[0] + "." + nested_list[1],
        ".k=" + nested_k + ".l=" + nested_l}},
      {Style::matrix,
       false,
       {";c=blue", ";c", ";c=true", ";c=-1.5", ";c=blue,black,brown", ";c=R,100,G,200,B,150", "-",
        "-", "-", ";c=a,", ";c=b,", ";c=" + nested_list[0] + "," + nested_list[1],
        ";c=k," + nested_k + ",l," + nested_l}},
      {Style::matrix,
       true,
       {";c=blue", ";c", ";c=true", ";c=-1.5", ";c=blue;c=black;c=brown", ";R=100;G=200;B=150", "-",
        "-", "-", ";c=a;c", ";b", ";c=" + nested_list[0] + ";c=" + nested_list[1],
        ";k=" + nested_k + ";l=" + nested_l}},
  };
  expect(path, rows);
}

TEST(Styles, OfQueries) {
  const std::string exploded[] = {"c=blue",
                                  "c=",
                                  "c=true",
                                  "c=-1.5",
                                  "c=blue&c=black&c=brown",
                                  "R=100&G=200&B=150",
                                  "",
                                  "",
                                  "",
                                  "c=a&c=",
                                  "b=",
                                  "c=" + nested_list[0] + "&c=" + nested_list[1],
                                  "k=" + nested_k + "&l=" + nested_l};
  const auto joined = [](const std::string& by) {
    return std::vector<std::string>{
        "c=blue",
        "c=",
        "c=true",
        "c=-1.5",
        "c=blue" + by + "black" + by + "brown",
        "c=R" + by + "100" + by + "G" + by + "200" + by + "B" + by + "150",
        "",
        "",
        "",
        "c=a" + by,
        "c=b" + by,
        "c=" + nested_list[0] + by + nested_list[1],
        "c=k" + by + nested_k + by + "l" + by + nested_l};
  };
  std::vector<Row> rows;
  const auto add = [&](Style style, bool explode, const auto& expected) {
    Row row{style, explode, {}};
    for (std::size_t shape = 0; shape < shape_count; ++shape) row.expected[shape] = expected[shape];
    rows.push_back(row);
  };
  add(Style::form, false, joined(","));
  add(Style::space_delimited, false, joined("%20"));
  add(Style::pipe_delimited, false, joined("%7C"));
  for (const Style style : {Style::form, Style::space_delimited, Style::pipe_delimited}) {
    add(style, true, exploded);
  }
  const std::string deep[] = {
      "c=blue", "c=", "c=true", "c=-1.5", "c=blue&c=black&c=brown",
      "c%5BR%5D=100&c%5BG%5D=200&c%5BB%5D=150", "", "", "", "c=a&c=", "c%5Bb%5D=",
      // A list repeats its key, however deep; the specification leaves it open.
      "c=x&c%5By%5D=1", "c%5Bk%5D%5By%5D=1&c%5Bk%5D%5By%5D=2&c%5Bl%5D=p&c%5Bl%5D=q"};
  add(Style::deep_object, true, deep);
  add(Style::deep_object, false, deep);
  expect(query, rows);
}

TEST(Styles, OfHeaders) {
  const Row rows[] = {
      {Style::simple,
       false,
       {"blue", "", "true", "-1.5", "blue,black,brown", "R,100,G,200,B,150", "(none)", "(none)",
        "(none)", "a,", "b,", R"(["x"],{"y":1})", R"(k,{"y":[1,2]},l,["p","q"])"}},
      {Style::simple,
       true,
       {"blue", "", "true", "-1.5", "blue,black,brown", "R=100,G=200,B=150", "(none)", "(none)",
        "(none)", "a,", "b=", R"(["x"],{"y":1})", R"(k={"y":[1,2]},l=["p","q"])"}},
  };
  expect(header, rows);
}

TEST(Styles, OfCookies) {
  const Row rows[] = {
      {Style::form,
       false,
       {"c=blue", "c=", "c=true", "c=-1.5", "c=blue,black,brown", "c=R,100,G,200,B,150", "(none)",
        "(none)", "(none)", "c=a,", "c=b,", "c=" + nested_list[0] + "," + nested_list[1],
        "c=k," + nested_k + ",l," + nested_l}},
      {Style::form,
       true,
       {"c=blue", "c=", "c=true", "c=-1.5", "c=blue; c=black; c=brown", "R=100; G=200; B=150",
        "(none)", "(none)", "(none)", "c=a; c=", "b=",
        "c=" + nested_list[0] + "; c=" + nested_list[1], "k=" + nested_k + "; l=" + nested_l}},
      {Style::cookie,
       true,
       {"c=blue", "c=", "c=true", "c=-1.5", "c=blue; c=black; c=brown", "R=100; G=200; B=150",
        "(none)", "(none)", "(none)", "c=a; c=", "b=", R"(c=["x"]; c={"y":1})",
        R"(k={"y":[1,2]}; l=["p","q"])"}},
      {Style::cookie,
       false,
       {"c=blue", "c=", "c=true", "c=-1.5", "c=blue,black,brown", "c=R,100,G,200,B,150", "(none)",
        "(none)", "(none)", "c=a,", "c=b,", R"(c=["x"],{"y":1})",
        R"(c=k,{"y":[1,2]},l,["p","q"])"}},
  };
  expect(cookie, rows);
}

TEST(Styles, EncodeWhatWouldMeanSomethingElse) {
  const bindery::Json hostile = *bindery::Json::parse(R"("../x?y#z %2F&=+;,\u00e9")");
  const std::string all = "..%2Fx%3Fy%23z%20%252F%26%3D%2B%3B%2C%C3%A9";
  EXPECT_EQ(path(hostile, {Style::simple, false, false}), all);
  EXPECT_EQ(path(hostile, {Style::matrix, true, false}), ";c=" + all);
  EXPECT_EQ(query(hostile, {}), "c=" + all);
  EXPECT_EQ(query(hostile, {Style::deep_object, true, false}), "c=" + all);
  EXPECT_EQ(cookie(hostile, {}), "c=" + all);
  // RFC 6570 3.2.3: reserved characters and triplets pass, but for what would end the query.
  EXPECT_EQ(query(hostile, {Style::form, true, true}), "c=../x?y%23z%20%2F&=+;,%C3%A9");
  const bindery::Json list = *bindery::Json::parse(R"(["a/b","c:d"])");
  EXPECT_EQ(query(list, {Style::form, false, true}), "c=a/b,c:d");
  EXPECT_EQ(query(list, {Style::pipe_delimited, false, true}), "c=a/b%7Cc:d");
  // A cookie that nothing encodes must fit as it is.
  EXPECT_EQ(cookie(hostile, {Style::cookie, true, false}), "-");
}

TEST(Styles, AllowEmptyLists) {
  for (const char* const empty : {"[]", "{}"}) {
    EXPECT_EQ(query(*bindery::Json::parse(empty), {Style::form, true, false, true}), "c=");
    EXPECT_EQ(query(*bindery::Json::parse(empty), {Style::deep_object, true, false, true}), "c=");
  }
  EXPECT_EQ(query(*bindery::Json::parse("null"), {Style::form, true, false, true}), "");
}

}  // namespace
