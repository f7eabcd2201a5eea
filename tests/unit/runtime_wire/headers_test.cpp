// Header fields, results and errors as values.
// Must not send anything.
#include "bindery/headers.hpp"

#include <sstream>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "bindery/result.hpp"

namespace {

using bindery::Error;
using bindery::ErrorKind;
using bindery::Headers;
using bindery::Result;

TEST(Headers, KeepsOrderAndIgnoresCase) {
  Headers headers{{"A", "1"}, {"b", "2"}};
  headers.add("a", "3");
  EXPECT_EQ(headers.find("a"), "1");
  EXPECT_EQ(headers.all("A"), (std::vector<std::string_view>{"1", "3"}));
  headers.set("a", "4");
  EXPECT_EQ(headers, (Headers{{"A", "4"}, {"b", "2"}}));
  headers.set("c", "5");
  EXPECT_EQ(headers.size(), 3u);
  headers.remove("B");
  EXPECT_EQ(headers, (Headers{{"A", "4"}, {"c", "5"}}));
  EXPECT_FALSE(headers.contains("b"));
  EXPECT_FALSE(headers.find("b").has_value());
}

TEST(Headers, FindsWhatHttpDoesNotAllow) {
  using namespace std::string_literals;
  for (const std::string& value : {"a\r\nX: 1"s, "a\nb"s, "a\rb"s, "a\0b"s, "\x01"s, "\x7f"s}) {
    const Headers headers{{"Good", "1"}, {"Bad", value}};
    ASSERT_NE(headers.first_invalid(), nullptr);
    EXPECT_EQ(headers.first_invalid()->name, "Bad");
  }
  for (const std::string& name : {""s, "a b"s, "a:"s, "a\r\n"s, "\xc3\xa9"s}) {
    EXPECT_NE((Headers{{name, "1"}}).first_invalid(), nullptr) << name;
  }
  EXPECT_EQ((Headers{{"X-Any_1", "a\tb \xc3\xa9"}, {"Empty", ""}}).first_invalid(), nullptr);
}

TEST(Headers, NamesTheExchange) {
  EXPECT_EQ(bindery::request_id_of({{"Request-Id", "b"}, {"x-request-ID", "a"}}), "a");
  EXPECT_EQ(bindery::request_id_of({{"X-Other", "a"}}), "");
}

TEST(Result, HoldsAValueOrAnError) {
  Result<std::string> good("text", {201, {{"A", "b"}}, "id"});
  ASSERT_TRUE(good);
  EXPECT_EQ(*good, "text");
  EXPECT_EQ(good->size(), 4u);
  EXPECT_EQ(good.status(), 201);
  EXPECT_EQ(good.headers().find("a"), "b");
  EXPECT_EQ(good.request_id(), "id");
  EXPECT_EQ(good.value(), "text");
  EXPECT_EQ(std::move(good).value_or("other"), "text");

  const Result<std::string> bad(Error(ErrorKind::timeout, "too late"));
  EXPECT_FALSE(bad);
  EXPECT_EQ(bad.error().kind(), ErrorKind::timeout);
  EXPECT_EQ(bad.value_or("other"), "other");
  EXPECT_EQ(bad.status(), 0);
  EXPECT_TRUE(bad.headers().empty());
}

TEST(Result, ThrowsOnlyFromValue) {
  const Result<int> bad(Error(ErrorKind::transport, "cut"));
  try {
    static_cast<void>(bad.value());
    FAIL() << "value() returned";
  } catch (const bindery::ErrorException& exception) {
    EXPECT_STREQ(exception.what(), "cut");
    EXPECT_EQ(exception.error().kind(), ErrorKind::transport);
  }
}

TEST(Error, IsReadableAfterAMove) {
  Error first(ErrorKind::timeout, "late");
  const Error second = std::move(first);
  std::ostringstream out;
  out << second << '|' << first;
  EXPECT_EQ(out.str(), "late|late");
  EXPECT_EQ(bindery::to_string(second.kind()), "timeout");
}

}  // namespace
