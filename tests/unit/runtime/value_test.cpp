// The values of generated structs: boxes, the three states, open enums, bytes, dates.
// Must not test JSON.
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/base64.hpp"
#include "sample_types.hpp"

namespace {

using bindery::Box;
using bindery::Date;
using bindery::DateTime;
using bindery::Nullable;
using bindery::OptionalNullable;

TEST(Box, CopiesDeeply) {
  Box<std::string> first(std::string("one"));
  Box<std::string> second = first;
  *second = "two";
  EXPECT_EQ(*first, "one");
  EXPECT_EQ(*second, "two");
  first = second;
  second->append("!");
  EXPECT_EQ(*first, "two");
}

TEST(Box, ReadsAsDefaultWhileEmpty) {
  const Box<std::string> empty;
  EXPECT_TRUE(empty.is_empty());
  EXPECT_EQ(*empty, "");
  EXPECT_TRUE(empty.is_empty());
  EXPECT_EQ(empty, Box<std::string>(std::string()));
  Box<std::string> moved_from(std::string("text"));
  const Box<std::string> target = std::move(moved_from);
  EXPECT_EQ(*target, "text");
}

TEST(Box, MakesAValueOnMutableAccess) {
  Box<int> box;
  *box = 4;
  EXPECT_FALSE(box.is_empty());
  EXPECT_EQ(*box, 4);
  box.reset();
  EXPECT_TRUE(box.is_empty());
}

TEST(Box, EndlessTypesCompare) { EXPECT_TRUE(sample::Endless() == sample::Endless()); }

TEST(Nullable, StartsNull) {
  const Nullable<std::string> value;
  EXPECT_TRUE(value.is_null());
  EXPECT_FALSE(value);
  EXPECT_EQ(value, bindery::null);
  EXPECT_EQ(nullptr, value);
  EXPECT_EQ(value.value_or("other"), "other");
}

TEST(Nullable, TakesAndReturnsValues) {
  Nullable<std::string> value = "text";
  ASSERT_TRUE(value.has_value());
  EXPECT_EQ(*value, "text");
  EXPECT_EQ(value->size(), 4U);
  EXPECT_EQ(value, "text");
  EXPECT_NE(value, std::string("other"));
  value = nullptr;
  EXPECT_TRUE(value.is_null());
  value = std::string("again");
  value = bindery::null;
  EXPECT_TRUE(value.is_null());
  EXPECT_EQ(value.emplace(3U, 'x'), "xxx");
}

TEST(Nullable, ComparesByStateThenValue) {
  EXPECT_EQ(Nullable<int>(), Nullable<int>());
  EXPECT_NE(Nullable<int>(), Nullable<int>(0));
  EXPECT_EQ(Nullable<int>(2), Nullable<int>(2));
  EXPECT_NE(Nullable<int>(2), Nullable<int>(3));
  EXPECT_NE(Nullable<int>(), 0);
}

TEST(OptionalNullable, HasThreeStates) {
  OptionalNullable<std::string> value;
  EXPECT_TRUE(value.is_absent());
  EXPECT_FALSE(value.is_null());
  EXPECT_EQ(value, std::nullopt);
  value = bindery::null;
  EXPECT_TRUE(value.is_null());
  EXPECT_FALSE(value.is_absent());
  EXPECT_NE(value, std::nullopt);
  EXPECT_EQ(value, nullptr);
  value = "text";
  EXPECT_TRUE(value);
  EXPECT_EQ(value, "text");
  EXPECT_FALSE(value.is_null());
  value = nullptr;
  value.emplace("back");
  EXPECT_FALSE(value.is_null());
  EXPECT_EQ(*value, "back");
  value = std::nullopt;
  EXPECT_TRUE(value.is_absent());
}

TEST(OptionalNullable, AbsentIsNotNull) {
  const OptionalNullable<int> absent;
  const OptionalNullable<int> null = bindery::null;
  const OptionalNullable<int> zero = 0;
  EXPECT_EQ(absent, absent);
  EXPECT_EQ(null, null);
  EXPECT_NE(absent, null);
  EXPECT_NE(absent, zero);
  EXPECT_NE(null, zero);
  EXPECT_EQ(zero, 0);
}

TEST(OptionalNullable, DoesNotConvertBetweenStates) {
  static_assert(!std::is_convertible_v<Nullable<int>, OptionalNullable<int>>);
  static_assert(!std::is_convertible_v<std::string, OptionalNullable<int>>);
  static_assert(std::is_convertible_v<std::nullptr_t, OptionalNullable<std::string>>);
  static_assert(std::is_nothrow_default_constructible_v<OptionalNullable<std::string>>);
}

TEST(Open, StartsUnset) {
  const bindery::Open<sample::Status> value;
  EXPECT_FALSE(value.is_known());
  EXPECT_EQ(value.wire(), "");
  EXPECT_EQ(value.known(), std::nullopt);
  EXPECT_NE(value, sample::Status::Pending);
  EXPECT_EQ(value.known_or(sample::Status::Completed), sample::Status::Completed);
}

TEST(Open, KeepsWhatItDoesNotKnow) {
  const auto value = bindery::Open<sample::Status>::from_wire("paused");
  EXPECT_FALSE(value.is_known());
  EXPECT_EQ(value.wire(), "paused");
  EXPECT_EQ(value, bindery::Open<sample::Status>::from_wire("paused"));
  EXPECT_NE(value, bindery::Open<sample::Status>());
}

TEST(Open, KnowsEnumeratorsByTheirText) {
  const auto value = bindery::Open<sample::Status>::from_wire("completed");
  EXPECT_EQ(value, sample::Status::Completed);
  EXPECT_EQ(sample::Status::Completed, value);
  EXPECT_EQ(value, bindery::Open<sample::Status>(sample::Status::Completed));
  EXPECT_EQ(value.wire(), "completed");
}

TEST(Open, HoldsIntegers) {
  const auto unknown = bindery::Open<sample::Level>::from_wire(7);
  EXPECT_FALSE(unknown.is_known());
  EXPECT_EQ(unknown.wire(), 7);
  EXPECT_EQ(bindery::Open<sample::Level>(sample::Level::High).wire(), 9);
  EXPECT_EQ(bindery::Open<sample::Level>::from_wire(1), sample::Level::Low);
}

TEST(Model, OverloadsPickExactTypes) {
  static_assert(std::is_same_v<bindery::if_text<const char*>, int>);
  static_assert(std::is_same_v<bindery::if_text<char[3]>, int>);
  static_assert(std::is_same_v<bindery::if_exactly<const sample::Cat&, sample::Cat>, int>);
  EXPECT_TRUE(bindery::NoContent() == bindery::NoContent());
}

TEST(Base64, KnownTexts) {
  // RFC 4648 section 10.
  const std::vector<std::pair<std::string, std::string>> cases = {{"", ""},
                                                                  {"f", "Zg=="},
                                                                  {"fo", "Zm8="},
                                                                  {"foo", "Zm9v"},
                                                                  {"foob", "Zm9vYg=="},
                                                                  {"fooba", "Zm9vYmE="},
                                                                  {"foobar", "Zm9vYmFy"},
                                                                  {"\xFF\xFE", "//4="}};
  for (const auto& [plain, text] : cases) {
    const bindery::Bytes bytes(plain.begin(), plain.end());
    EXPECT_EQ(bindery::base64_encode(bytes), text);
    bindery::Bytes back = {1};
    ASSERT_TRUE(bindery::base64_decode(text, back)) << text;
    EXPECT_EQ(back, bytes);
  }
}

TEST(Base64, RefusesWhatWouldNotComeBack) {
  bindery::Bytes bytes;
  for (const std::string_view text : {"Zg", "Zg=", "Z===", "====", "Zh==", "Zm9=", "Zm9v\n", "Zm-_",
                                      "Zg==Zg==", "=Zg=", "Zm9vZm9", " Zg="}) {
    EXPECT_FALSE(bindery::base64_decode(text, bytes)) << text;
  }
}

std::int64_t nanoseconds_of(const DateTime& value) {
  const auto time = value.time();
  return time ? std::chrono::duration_cast<std::chrono::nanoseconds>(time->time_since_epoch())
                    .count()
              : -1;
}

TEST(DateTime, ReadsRfc3339) {
  const std::vector<std::pair<std::string, std::int64_t>> cases = {
      {"1970-01-01T00:00:00Z", 0},
      {"1970-01-01T00:00:00.5Z", 500'000'000},
      {"1970-01-01t00:00:00.000000001z", 1},
      {"1970-01-01 00:00:01+00:00", 1'000'000'000},
      {"1970-01-01T01:00:00+01:00", 0},
      {"1969-12-31T19:00:00-05:00", 0},
      {"1970-01-01T00:00:00.1234567899Z", 123'456'789},
      {"2024-02-29T12:30:15Z", 1'709'209'815'000'000'000},
      {"2016-12-31T23:59:60Z", 1'483'228'800'000'000'000},
      {"2000-01-01T00:00:00Z", 946'684'800'000'000'000},
  };
  for (const auto& [text, expected] : cases) {
    EXPECT_EQ(nanoseconds_of(DateTime::from_text(text)), expected) << text;
  }
}

TEST(DateTime, KeepsTextThatIsNone) {
  for (const std::string text :
       {"", "now", "2023-02-29T00:00:00Z", "2024-13-01T00:00:00Z", "2024-01-01T24:00:00Z",
        "2024-01-01T00:60:00Z", "2024-01-01T00:00:61Z", "2024-01-01T00:00:00", "2024-01-01",
        "2024-01-01T00:00:00.Z", "2024-01-01T00:00:00+1:00", "2024-01-01T00:00:00Zx",
        "24-01-01T00:00:00Z", "2024-01-00T00:00:00Z", "1900-02-29T00:00:00Z",
        "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "-024-01-01T00:00:00Z"}) {
    const DateTime value = DateTime::from_text(text);
    EXPECT_EQ(value.time(), std::nullopt) << text;
    EXPECT_EQ(value.text(), text);
  }
}

TEST(DateTime, WritesInUtc) {
  using std::chrono::duration_cast;
  using std::chrono::nanoseconds;
  using Clock = std::chrono::system_clock;
  const auto at = [](std::int64_t count) {
    return DateTime(Clock::time_point(duration_cast<Clock::duration>(nanoseconds(count)))).text();
  };
  EXPECT_EQ(at(0), "1970-01-01T00:00:00Z");
  EXPECT_EQ(at(1'709'209'815'000'000'000), "2024-02-29T12:30:15Z");
  EXPECT_EQ(at(500'000'000), "1970-01-01T00:00:00.500Z");
  EXPECT_EQ(at(123'456'000), "1970-01-01T00:00:00.123456Z");
  EXPECT_EQ(at(-1), "1969-12-31T23:59:59.999999999Z");
  EXPECT_EQ(at(-86'400'000'000'000), "1969-12-31T00:00:00Z");
}

TEST(DateTime, EveryDayComesBack) {
  using std::chrono::hours;
  using std::chrono::system_clock;
  for (int day = -100'000; day <= 100'000; day += 37) {
    const system_clock::time_point time{hours(24) * day};
    EXPECT_EQ(Date(time).time(), time) << day;
    EXPECT_EQ(DateTime(time).time(), time) << day;
  }
}

TEST(Date, IsADayOfTheCalendar) {
  EXPECT_EQ(Date(std::chrono::system_clock::time_point{}).text(), "1970-01-01");
  EXPECT_EQ(Date::from_text("1970-01-02").time(),
            std::chrono::system_clock::time_point{std::chrono::hours(24)});
  EXPECT_EQ(Date::from_text("1970-01-02T").time(), std::nullopt);
  EXPECT_EQ(Date::from_text("2023-02-29").time(), std::nullopt);
  EXPECT_EQ(Date::from_text("1970-01-02"), Date::from_text("1970-01-02"));
  EXPECT_NE(Date::from_text("1970-01-02"), Date::from_text("1970-01-03"));
}

TEST(Cycles, CopyAndCompare) {
  sample::Tree tree;
  tree.name = "root";
  tree.children.emplace_back().name = "child";
  tree.named["key"].next.emplace()->name = "next";
  tree.leaves.emplace_back(std::string("text"));
  tree.leaf = bindery::Box<sample::Leaf>(sample::Leaf(tree));
  const sample::Tree copy = tree;
  EXPECT_EQ(copy, tree);
  (*tree.named["key"].next)->name = "other";
  EXPECT_NE(copy, tree);
}

}  // namespace
