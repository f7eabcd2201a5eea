// C++ values in parameters.
// Must not repeat the style tables: those are in serialization_test.cpp.
#include "bindery/parameters.hpp"

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "sample_api.hpp"

namespace {

using bindery::Json;
using bindery::Serialization;
using bindery::Style;
using Kind = bindery::ParameterValue::Kind;

template <class T>
std::string wire(const T& value, const Serialization& how = {}) {
  return bindery::joined_pairs(bindery::query_pairs("p", bindery::parameter_value(value), how),
                               "&");
}

TEST(Parameters, HaveTheirWireForm) {
  EXPECT_EQ(wire(true), "p=true");
  EXPECT_EQ(wire(false), "p=false");
  EXPECT_EQ(wire(std::numeric_limits<std::int64_t>::min()), "p=-9223372036854775808");
  EXPECT_EQ(wire(std::numeric_limits<std::uint64_t>::max()), "p=18446744073709551615");
  EXPECT_EQ(wire(0.1), "p=0.1");
  EXPECT_EQ(wire(-0.5f), "p=-0.5");
  EXPECT_EQ(wire("text"), "p=text");
  EXPECT_EQ(wire(std::string("a b")), "p=a%20b");
  EXPECT_EQ(wire(std::string_view("")), "p=");
  EXPECT_EQ(wire(bindery::DateTime::from_text("2026-11-21T10:00:00+01:00")),
            "p=2026-11-21T10%3A00%3A00%2B01%3A00");
  EXPECT_EQ(wire(bindery::Date::from_text("2026-11-21")), "p=2026-11-21");
  EXPECT_EQ(wire(bindery::Bytes{0xfb, 0xff}), "p=%2B%2F8%3D");
  EXPECT_EQ(wire(bindery::Open<sample::Status>(sample::Status::Done)), "p=done");
  EXPECT_EQ(wire(bindery::Open<sample::Status>::from_wire("new one")), "p=new%20one");
}

TEST(Parameters, LeaveOutWhatIsAbsent) {
  EXPECT_EQ(wire(std::optional<int>()), "");
  EXPECT_EQ(wire(std::optional<int>(0)), "p=0");
  EXPECT_EQ(wire(bindery::Nullable<int>()), "");
  EXPECT_EQ(wire(bindery::Nullable<int>(7)), "p=7");
  EXPECT_EQ(wire(bindery::OptionalNullable<std::string>()), "");
  EXPECT_EQ(wire(bindery::OptionalNullable<std::string>(bindery::null)), "");
  EXPECT_EQ(wire(std::vector<bindery::Nullable<int>>{bindery::Nullable<int>(1), {}, 2}), "p=1&p=2");
}

TEST(Parameters, TakeListsAndObjectsApart) {
  EXPECT_EQ(wire(std::vector<std::string>{"a", "b,c"}, {Style::form, false, false}), "p=a,b%2Cc");
  EXPECT_EQ(wire(std::vector<std::string>{}), "");
  EXPECT_EQ(wire(std::vector<bool>{true, false}), "p=true&p=false");
  EXPECT_EQ(wire(std::map<std::string, int>{{"a", 1}, {"b", 2}}), "a=1&b=2");
  sample::Item item;
  item.id = "x\"\\\n\xf0\x9f\x98\x80";
  item.size = 3;
  EXPECT_EQ(wire(item, {Style::deep_object, true, false}),
            "p%5Bid%5D=x%22%5C%0A%F0%9F%98%80&p%5Bsize%5D=3");
  EXPECT_EQ(wire(std::vector<sample::Item>{item, item}, {Style::form, false, false}).substr(0, 20),
            "p=%7B%22id%22%3A%22x");
}

TEST(Parameters, ReadNestedJsonInOrder) {
  const auto json = Json::parse(" { \"z\\u0041\" : [ 1 , [2], {} ] , \"b\":null, \"c\":-1e5 } ");
  ASSERT_TRUE(json);
  const bindery::ParameterValue value = bindery::parameter_value(*json);
  ASSERT_EQ(value.kind, Kind::object);
  EXPECT_EQ(value.names, (std::vector<std::string>{"zA", "b", "c"}));
  EXPECT_EQ(value.items[0].kind, Kind::list);
  EXPECT_EQ(value.items[0].text, "[ 1 , [2], {} ]");
  EXPECT_EQ(value.items[0].items[1].text, "[2]");
  EXPECT_EQ(value.items[0].items[2].kind, Kind::object);
  EXPECT_TRUE(value.items[1].is_absent());
  EXPECT_EQ(value.items[2].text, "-1e5");
}

}  // namespace
