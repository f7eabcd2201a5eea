// Documented headers as members: every shape, and whatever a server sends in their place.
// Must not test generated structs; tests/e2e does.
#include "bindery/response_headers.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "sample_api.hpp"

namespace {

using bindery::Headers;

struct Sample {
  std::optional<std::int64_t> limit{};
  std::optional<std::string> tag{};
  std::optional<bool> is_last{};
  std::optional<double> cost{};
  std::optional<bindery::Open<sample::Status>> status{};
  std::optional<bindery::DateTime> expires{};
  std::optional<std::vector<std::string>> names{};
  std::optional<std::vector<std::int32_t>> sizes{};
  std::optional<sample::Item> item{};
  std::optional<sample::Item> exploded{};
  std::optional<std::map<std::string, std::int64_t>> quota{};
  std::optional<sample::Item> meta{};
  std::optional<bindery::Json> any{};
  bindery::OptionalNullable<std::int64_t> nullable{};
  std::optional<std::vector<std::string>> cookies{};
  std::optional<std::string> cookie{};
};

}  // namespace

template <>
struct bindery::HeaderCodec<Sample> {
  template <class Reader>
  static void read(Reader& in, Sample& out) {
    in.scalar("X-Limit", out.limit);
    in.scalar("ETag", out.tag);
    in.scalar("X-Last", out.is_last);
    in.scalar("X-Cost", out.cost);
    in.scalar("X-Status", out.status);
    in.scalar("Expires", out.expires);
    in.list("X-Names", out.names);
    in.list("X-Sizes", out.sizes);
    in.object("X-Item", out.item);
    in.object("X-Exploded", out.exploded, true);
    in.object("X-Quota", out.quota, true);
    in.json("X-Meta", out.meta);
    in.scalar("X-Any", out.any);
    in.scalar("X-Nullable", out.nullable);
    in.list("Set-Cookie", out.cookies);
    in.scalar("Set-Cookie", out.cookie);
  }
};

namespace {

Sample read(const Headers& headers) { return bindery::read_headers<Sample>(headers); }

TEST(ResponseHeaders, AbsentHeadersAreEmpty) {
  const Sample out = read({{"X-Other", "1"}});
  EXPECT_FALSE(out.limit || out.tag || out.names || out.item || out.meta || out.cookies);
  EXPECT_TRUE(out.nullable.is_absent());
}

TEST(ResponseHeaders, ScalarsAreReadByTheirType) {
  const Sample out = read({{"x-limit", " 30 "},
                           {"etag", "\"33a64df5\""},
                           {"X-Last", "true"},
                           {"X-Cost", "1.5e1"},
                           {"X-Status", "done"},
                           {"Expires", "2026-01-02T03:04:05Z"},
                           {"X-Nullable", "7"},
                           {"X-Any", "4"}});
  EXPECT_EQ(out.limit, 30);
  EXPECT_EQ(out.tag, "\"33a64df5\"");
  EXPECT_EQ(out.is_last, true);
  EXPECT_EQ(out.cost, 15.0);
  EXPECT_EQ(out.status, sample::Status::Done);
  EXPECT_EQ(out.expires->text(), "2026-01-02T03:04:05Z");
  EXPECT_EQ(*out.nullable, 7);
  EXPECT_EQ(out.any->text(), "4");
}

TEST(ResponseHeaders, TextsThatLookLikeNumbersStayTexts) {
  const Sample out = read({{"ETag", "007"},
                           {"X-Status", "12"},
                           {"X-Names", "1, 2,true,x,\"q\""},
                           {"X-Item", "id,5,size,6"},
                           {"X-Any", "v1"}});
  EXPECT_EQ(out.tag, "007");
  EXPECT_EQ(out.status->wire(), "12");
  EXPECT_EQ(out.names, (std::vector<std::string>{"1", "2", "true", "x", "\"q\""}));
  EXPECT_EQ(out.item->id, "5");
  EXPECT_EQ(out.item->size, 6);
  EXPECT_EQ(out.any->text(), "\"v1\"");
}

TEST(ResponseHeaders, WhatIsNotLegibleIsEmpty) {
  for (const char* text : {"", "x", "1x", "1.5", "1, 2", "99999999999999999999", "null", "{}"}) {
    const Sample out = read({{"X-Limit", text}, {"X-Last", text}});
    EXPECT_EQ(out.limit, std::nullopt) << text;
    EXPECT_EQ(out.is_last, std::nullopt) << text;
  }
  for (const char* text : {"1,x", "1,2.5", "3000000000", "[1]"}) {
    EXPECT_EQ(read({{"X-Sizes", text}}).sizes, std::nullopt) << text;
  }
  for (const char* text : {"id", "size,5", "id,a,size,b", "id,a,size"}) {
    EXPECT_FALSE(read({{"X-Item", text}}).item) << text;
  }
  for (const char* text : {"id,a", "id", "size=5", "=", ""}) {
    EXPECT_FALSE(read({{"X-Exploded", text}}).exploded) << text;
  }
  for (const char* text : {"", "{", "{}", R"({"id":5})", "[1]"}) {
    EXPECT_FALSE(read({{"X-Meta", text}}).meta) << text;
  }
  EXPECT_EQ(read({{"ETag", ""}}).tag, "");
}

TEST(ResponseHeaders, ListsMayComeInSeveralFields) {
  const Sample out = read(
      {{"X-Sizes", "1, 2,"}, {"X-Names", "a"}, {"x-sizes", " 3"}, {"ETag", "a"}, {"ETag", "b"}});
  EXPECT_EQ(out.sizes, (std::vector<std::int32_t>{1, 2, 3}));
  EXPECT_EQ(out.names, (std::vector<std::string>{"a"}));
  EXPECT_EQ(out.tag, "a, b");
  EXPECT_TRUE(read({{"X-Sizes", ""}}).sizes->empty());
}

TEST(ResponseHeaders, CookiesAreNeverPutTogether) {
  const Sample out =
      read({{"Set-Cookie", "a=1; Expires=Sun, 06 Nov 1994 08:49:37 GMT"}, {"Set-Cookie", "b=2"}});
  EXPECT_EQ(out.cookies,
            (std::vector<std::string>{"a=1; Expires=Sun, 06 Nov 1994 08:49:37 GMT", "b=2"}));
  EXPECT_EQ(out.cookie, "a=1; Expires=Sun, 06 Nov 1994 08:49:37 GMT");
}

TEST(ResponseHeaders, ObjectsInBothForms) {
  const Sample out = read({{"X-Item", "id, a ,size,2,more,x"},
                           {"X-Exploded", "size=3, id=b=c"},
                           {"X-Quota", "day=5,hour=1"},
                           {"X-Meta", R"({"id": "m", "size": 4})"}});
  EXPECT_EQ(out.item->id, "a");
  EXPECT_EQ(out.item->size, 2);
  EXPECT_EQ(out.exploded->id, "b=c");
  EXPECT_EQ(out.exploded->size, 3);
  EXPECT_EQ(out.quota, (std::map<std::string, std::int64_t>{{"day", 5}, {"hour", 1}}));
  EXPECT_EQ(out.meta->id, "m");
  EXPECT_EQ(out.meta->size, 4);
}

TEST(ResponseHeaders, DatesOfHttpAreInstantsToo) {
  EXPECT_EQ(read({{"Expires", "Sun, 06 Nov 1994 08:49:37 GMT"}}).expires->text(),
            "1994-11-06T08:49:37Z");
  // Beyond the clock, as it came.
  EXPECT_EQ(read({{"Expires", "Fri, 31 Dec 9999 23:59:59 GMT"}}).expires->text(),
            "Fri, 31 Dec 9999 23:59:59 GMT");
}

TEST(ResponseHeaders, HostileHeadersEnd) {
  // Far more numbers than mismatches are kept, all of them meant as texts.
  std::string numbers;
  for (int i = 0; i < 20000; ++i) numbers += "1,";
  EXPECT_EQ(read({{"X-Names", numbers}}).names->size(), 20000u);
  EXPECT_FALSE(read({{"X-Meta", std::string(60000, '[')}}).meta);
  EXPECT_FALSE(read({{"X-Any", std::string(60000, '[')}}).any->text().empty());
  EXPECT_EQ(read({{"ETag", "\xE9t\xE9"}}).tag, "\xE9t\xE9");
  EXPECT_EQ(read({{"X-Names", "\xE9"}}).names, (std::vector<std::string>{"\xEF\xBF\xBD"}));
}

TEST(ResponseHeaders, OfResultsAndErrors) {
  const bindery::Result<int> value(1, {200, {{"X-Limit", "5"}}, "", {}});
  EXPECT_EQ(value.headers_as<Sample>().limit, 5);
  bindery::ErrorDetails details;
  details.headers = {{"X-Limit", "6"}};
  const bindery::Result<int> failed{bindery::Error(details)};
  EXPECT_EQ(failed.headers_as<Sample>().limit, 6);
  EXPECT_EQ(failed.error().headers_as<Sample>().limit, 6);
}

}  // namespace
