// The cursor, by tables: kinds, numbers at their edges, strings, depth, lookahead.
// Must not test structs: json_codec_test.cpp does.
#include "bindery/json_cursor.hpp"

#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/object_reader.hpp"

namespace {

using bindery::JsonCursor;
using bindery::JsonKind;

// Texts are handed over in a heap block of exactly their size, so that a sanitizer sees any read
// behind the end.
class Exact {
 public:
  explicit Exact(std::string_view text) : bytes_(new char[text.size()]), size_(text.size()) {
    if (!text.empty()) std::memcpy(bytes_.get(), text.data(), text.size());
  }
  std::string_view view() const { return {bytes_.get(), size_}; }

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t size_;
};

template <class Integer>
std::optional<Integer> integer(std::string_view text) {
  const Exact exact(text);
  JsonCursor in(exact.view());
  Integer value = 0;
  if (in.read_integer(value) && in.finish()) return value;
  EXPECT_TRUE(in.has_failed());
  return std::nullopt;
}

template <class Float>
std::optional<Float> number(std::string_view text) {
  const Exact exact(text);
  JsonCursor in(exact.view());
  Float value = 0;
  if (in.read_float(value) && in.finish()) return value;
  EXPECT_TRUE(in.has_failed());
  return std::nullopt;
}

std::optional<std::string> string(std::string_view text) {
  const Exact exact(text);
  JsonCursor in(exact.view());
  std::string value;
  const bool was_read = in.read_string(value) && in.finish();
  JsonCursor skipping(exact.view());
  EXPECT_EQ(skipping.skip_value() && skipping.finish(), was_read) << text;
  if (was_read) return value;
  return std::nullopt;
}

std::string error_of(std::string_view text) {
  const Exact exact(text);
  JsonCursor in(exact.view());
  EXPECT_FALSE(in.skip_value() && in.finish()) << text;
  return in.error().message;
}

TEST(JsonCursor, TellsKinds) {
  const std::vector<std::pair<std::string, JsonKind>> cases = {{"null", JsonKind::null_value},
                                                               {" true", JsonKind::boolean},
                                                               {"\n-1", JsonKind::number},
                                                               {"\t0", JsonKind::number},
                                                               {"\"\"", JsonKind::string},
                                                               {"\r[]", JsonKind::array},
                                                               {"{}", JsonKind::object},
                                                               {"", JsonKind::none},
                                                               {"  ", JsonKind::none},
                                                               {"+1", JsonKind::none},
                                                               {"\xEF\xBB\xBF{}", JsonKind::none},
                                                               {"]", JsonKind::none}};
  for (const auto& [text, kind] : cases) {
    JsonCursor in(text);
    EXPECT_EQ(in.kind(), kind) << text;
    EXPECT_EQ(in.kind(), kind) << "looking takes nothing";
  }
}

TEST(JsonCursor, ReadsIntegersExactly) {
  constexpr auto max = std::numeric_limits<std::int64_t>::max();
  constexpr auto min = std::numeric_limits<std::int64_t>::min();
  const std::vector<std::pair<std::string, std::optional<std::int64_t>>> cases = {
      {"0", 0},
      {"-0", 0},
      {"7", 7},
      {"-7", -7},
      {"9223372036854775807", max},
      {"9223372036854775808", std::nullopt},
      {"-9223372036854775808", min},
      {"-9223372036854775809", std::nullopt},
      {"18446744073709551616", std::nullopt},
      {"99999999999999999999999999", std::nullopt},
      {"1.0", 1},
      {"-1.0", -1},
      {"1.50e1", 15},
      {"10e-1", 1},
      {"1e2", 100},
      {"1E+2", 100},
      {"0e999999999999999999999999", 0},
      {"0.0", 0},
      {"-0.0", 0},
      {"1e18", 1'000'000'000'000'000'000},
      {"1e19", std::nullopt},
      {"9223372036854775807.0", max},
      {"9223372036854775807.000000000000000000000000000000", max},
      {"922337203685477580700000000000e-11", max},
      {"-92233720368547758.08e2", min},
      {"9007199254740993", 9007199254740993},
      {"9007199254740993.0", 9007199254740993},
      {"1000000000000000000000000e-24", 1},
      {"0.000000000000000000000000000001e30", 1},
      {"1.5", std::nullopt},
      {"1e-1", std::nullopt},
      {"0.1", std::nullopt},
      {"123456789012345678901234567890.5", std::nullopt},
      {"1e400", std::nullopt},
      {"1e99999999999999999999", std::nullopt},
      {"1e-99999999999999999999", std::nullopt},
      {"01", std::nullopt},
      {"-01", std::nullopt},
      {"00", std::nullopt},
      {"-", std::nullopt},
      {"--1", std::nullopt},
      {"+1", std::nullopt},
      {".5", std::nullopt},
      {"1.", std::nullopt},
      {"1.e1", std::nullopt},
      {"1e", std::nullopt},
      {"1e+", std::nullopt},
      {"0x10", std::nullopt},
      {"1 2", std::nullopt},
      {"1_0", std::nullopt},
      {"", std::nullopt},
      {"null", std::nullopt},
      {"\"1\"", std::nullopt},
  };
  for (const auto& [text, expected] : cases) {
    EXPECT_EQ(integer<std::int64_t>(text), expected) << text;
  }
}

TEST(JsonCursor, NarrowIntegersNeverWrap) {
  EXPECT_EQ(integer<std::int32_t>("2147483647"), 2147483647);
  EXPECT_EQ(integer<std::int32_t>("2147483648"), std::nullopt);
  EXPECT_EQ(integer<std::int32_t>("-2147483648"), std::numeric_limits<std::int32_t>::min());
  EXPECT_EQ(integer<std::int32_t>("-2147483649"), std::nullopt);
  EXPECT_EQ(integer<std::int32_t>("4294967296"), std::nullopt);
  EXPECT_EQ(integer<std::uint32_t>("4294967295"), 4294967295U);
  EXPECT_EQ(integer<std::uint32_t>("-1"), std::nullopt);
  EXPECT_EQ(integer<std::uint32_t>("-0"), 0U);
  EXPECT_EQ(integer<std::uint64_t>("18446744073709551615"),
            std::numeric_limits<std::uint64_t>::max());
  EXPECT_EQ(integer<std::uint64_t>("18446744073709551615.0"),
            std::numeric_limits<std::uint64_t>::max());
  EXPECT_EQ(integer<std::uint64_t>("18446744073709551616"), std::nullopt);
  EXPECT_EQ(integer<std::uint64_t>("-1"), std::nullopt);
  EXPECT_EQ(integer<std::int8_t>("-128"), std::int8_t{-128});
  EXPECT_EQ(integer<std::int8_t>("128"), std::nullopt);
}

TEST(JsonCursor, SaysWhichRange) {
  JsonCursor in(" 3000000000");
  std::int32_t value = 0;
  EXPECT_FALSE(in.read_integer(value));
  EXPECT_EQ(in.error().text(), "$: 3000000000 is out of range for int32");
  EXPECT_EQ(in.error().offset, 1U);
  JsonCursor fraction("2.5");
  EXPECT_FALSE(fraction.read_integer(value));
  EXPECT_EQ(fraction.error().message, "expected integer, found 2.5");
  const std::string many(100, '9');
  JsonCursor large(many);
  EXPECT_FALSE(large.read_integer(value));
  EXPECT_EQ(large.error().message,
            std::string(40, '9') + "... is out of range for a 64-bit integer");
}

TEST(JsonCursor, ReadsTheNearestDouble) {
  const std::vector<std::pair<std::string, double>> cases = {
      {"0", 0.0},
      {"1", 1.0},
      {"-2.5", -2.5},
      {"0.1", 0.1},
      {"3.141592653589793", 3.141592653589793},
      {"0.30000000000000004", 0.30000000000000004},
      {"123456789012345678", 123456789012345678.0},
      {"9007199254740993", 9007199254740992.0},
      {"1e22", 1e22},
      {"1e23", 1e23},
      {"1.7976931348623157e308", 1.7976931348623157e308},
      {"2.2250738585072014e-308", 2.2250738585072014e-308},
      {"5e-324", 5e-324},
      {"2.4703282292062327e-324", 0.0},
      {"2.4703282292062328e-324", 5e-324},
      {"1e-400", 0.0},
      {"123.456e-789", 0.0},
      {"0e400", 0.0},
      {"2.2250738585072011e-308", 2.2250738585072011e-308},
      {"100000000000000000000000000000000000000000000000000e-50", 1.0},
  };
  for (const auto& [text, expected] : cases) {
    EXPECT_EQ(number<double>(text), expected) << text;
  }
  const std::optional<double> negative_zero = number<double>("-0");
  ASSERT_TRUE(negative_zero);
  EXPECT_TRUE(std::signbit(*negative_zero));
}

TEST(JsonCursor, RefusesDoublesBeyondTheRange) {
  for (const std::string_view text :
       {"1e400", "-1e400", "1.7976931348623159e308", "1e309", "1e99999999999999999999"}) {
    EXPECT_EQ(number<double>(text), std::nullopt) << text;
  }
  JsonCursor in("1e400");
  double value = 0;
  EXPECT_FALSE(in.read_float(value));
  EXPECT_EQ(in.error().text(), "$: 1e400 is out of range for double");
}

TEST(JsonCursor, ReadsFloatsWithOneRounding) {
  EXPECT_EQ(number<float>("0.1"), 0.1F);
  EXPECT_EQ(number<float>("3.4028235e38"), std::numeric_limits<float>::max());
  EXPECT_EQ(number<float>("1e39"), std::nullopt);
  EXPECT_EQ(number<float>("1e-60"), 0.0F);
  // Halfway between two floats once it is a double, but above it as written.
  EXPECT_EQ(number<float>("1.00000005960464477540"), std::nextafter(1.0F, 2.0F));
}

TEST(JsonCursor, FloatFallbacksAgreeWithTheStandardLibrary) {
  std::mt19937_64 random(7);
  for (int i = 0; i < 20'000; ++i) {
    const std::uint64_t bits = random();
    double value;
    std::memcpy(&value, &bits, sizeof value);
    if (!std::isfinite(value)) continue;
    char buffer[32];
    const std::string text(buffer, bindery::detail::write_float(buffer, value));
    EXPECT_EQ(number<double>(text), value) << text;
    EXPECT_EQ(bindery::detail::parse_float_portable<double>(text), value) << text;
    const std::string portable(buffer, bindery::detail::write_float_portable(buffer, value));
    EXPECT_EQ(number<double>(portable), value) << portable;
  }
}

TEST(JsonCursor, UnescapesStrings) {
  const std::vector<std::pair<std::string, std::optional<std::string>>> cases = {
      {R"("")", ""},
      {R"("plain")", "plain"},
      {R"("a text that is longer than sixteen bytes, and than thirty-two")",
       "a text that is longer than sixteen bytes, and than thirty-two"},
      {R"("\"\\\/\b\f\n\r\t")", "\"\\/\b\f\n\r\t"},
      {R"("\u0041\u00e9\u20AC")", "A\xC3\xA9\xE2\x82\xAC"},
      {R"("\ud83d\ude00!")", "\xF0\x9F\x98\x80!"},
      {R"("\uDBFF\uDFFF")", "\xF4\x8F\xBF\xBF"},
      {R"("a\u0000b")", std::string("a\0b", 3)},
      {"\"\x7F\"", "\x7F"},
      {"\"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\"", "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"},
      {R"("\ud83d")", std::nullopt},
      {R"("\ud83dx")", std::nullopt},
      {R"("\ud83d\n")", std::nullopt},
      {R"("\ud83d\u0041")", std::nullopt},
      {R"("\ud83d\ud83d")", std::nullopt},
      {R"("\ude00")", std::nullopt},
      {R"("\x41")", std::nullopt},
      {R"("\u12")", std::nullopt},
      {R"("\u12G4")", std::nullopt},
      {R"("\U0041")", std::nullopt},
      {"\"\\", std::nullopt},
      {"\"\\u", std::nullopt},
      {"\"\\ud83d\\", std::nullopt},
      {"\"open", std::nullopt},
      {"\"", std::nullopt},
      {"\"a\nb\"", std::nullopt},
      {"\"a\tb\"", std::nullopt},
      {std::string("\"a\0b\"", 5), std::nullopt},
      {"\"\x1F\"", std::nullopt},
      {"\"\x80\"", std::nullopt},
      {"\"\xC0\x80\"", std::nullopt},
      {"\"\xC1\xBF\"", std::nullopt},
      {"\"\xC3\"", std::nullopt},
      {"\"\xE0\x9F\xBF\"", std::nullopt},
      {"\"\xED\xA0\x80\"", std::nullopt},
      {"\"\xE2\x82\"", std::nullopt},
      {"\"\xF0\x8F\xBF\xBF\"", std::nullopt},
      {"\"\xF4\x90\x80\x80\"", std::nullopt},
      {"\"\xF5\x80\x80\x80\"", std::nullopt},
      {"\"\xFF\"", std::nullopt},
      {"'a'", std::nullopt},
      {"3", std::nullopt},
  };
  for (const auto& [text, expected] : cases) {
    if (text == "3") continue;
    EXPECT_EQ(string(text), expected) << text;
  }
}

TEST(JsonCursor, UnescapesLongTexts) {
  // Escapes at every distance, across the block they are gathered in.
  for (std::size_t run = 0; run < 40; ++run) {
    std::string text = "\"";
    std::string expected;
    while (expected.size() < 1'500) {
      text += "\\n" + std::string(run, 'x') + "\xE2\x82\xAC\\ud83d\\ude00";
      expected += "\n" + std::string(run, 'x') + "\xE2\x82\xAC\xF0\x9F\x98\x80";
    }
    EXPECT_EQ(string(text + "\""), expected);
    EXPECT_EQ(string(text + "\x01\""), std::nullopt);
    EXPECT_EQ(string(text + "\xE2\x82\""), std::nullopt);
  }
}

TEST(JsonCursor, DepthIsBounded) {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  bindery::DecodeOptions options;
  options.max_json_depth = 5;
  const std::string fits = nested(5);
  const std::string too_deep = nested(6);
  JsonCursor good(fits, options);
  EXPECT_TRUE(good.skip_value() && good.finish());
  JsonCursor bad(too_deep, options);
  EXPECT_FALSE(bad.skip_value());
  EXPECT_EQ(bad.error().message, "nested deeper than 5 (max_json_depth)");
  EXPECT_EQ(bad.error().limit, "max_json_depth");
  options.max_json_depth = 1'000'000;
  const std::string highest = nested(bindery::DecodeOptions::highest_depth);
  JsonCursor most(highest, options);
  EXPECT_TRUE(most.skip_value() && most.finish());
  const std::string beyond = nested(bindery::DecodeOptions::highest_depth + 1);
  JsonCursor more(beyond, options);
  EXPECT_FALSE(more.skip_value());
}

TEST(JsonCursor, DepthCountsContainersOutside) {
  bindery::DecodeOptions options;
  options.max_json_depth = 3;
  const auto reads = [&options](std::string_view text) {
    JsonCursor in(text, options);
    bindery::ArrayReader items(in);
    while (items.next()) items.skip();
    return items.finish();
  };
  EXPECT_TRUE(reads("[[[]],{\"a\":[]}]"));
  EXPECT_FALSE(reads("[[[[]]]]"));
  EXPECT_FALSE(reads("[[[{}]]]"));
}

TEST(JsonCursor, MixedContainersAreMatched) {
  EXPECT_EQ(error_of("[}"), "expected a value, found `}`");
  EXPECT_EQ(error_of("{]"), "expected the name of a member, found `]`");
  EXPECT_EQ(error_of("[[1}]"), "expected `,` or `]`, found `}`");
  EXPECT_EQ(error_of("{\"a\":[1}"), "expected `,` or `]`, found `}`");
  EXPECT_EQ(error_of("[{\"a\":1]]"), "expected `,` or `}`, found `]`");
}

TEST(JsonCursor, SaysWhatIsBroken) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "expected a value, found the end of the text"},
      {"nul", "invalid literal"},
      {"truth", "invalid literal"},
      {"TRUE", "expected a value, found `T`"},
      {"[1,]", "expected a value, found `]`"},
      {"[1 2]", "expected `,` or `]`, found number"},
      {"{\"a\":1,}", "expected the name of a member, found `}`"},
      {"{\"a\" 1}", "expected `:`, found number"},
      {"{a:1}", "expected the name of a member, found `a`"},
      {"{\"a\":}", "expected a value, found `}`"},
      {"[", "expected a value, found the end of the text"},
      {"{", "expected the name of a member, found the end of the text"},
      {"1 2", "expected end of text, found number"},
      {"[] // no", "expected end of text, found `/`"},
      {"\x01", "expected a value, found byte 0x01"},
      {"\xEF\xBB\xBF[]", "expected a value, found byte 0xef"},
      {"\"\x01\"", "control character in a string"},
      {"\"\xFF\"", "text that is not UTF-8 in a string"},
      {"\"\\q\"", "invalid escape in a string"},
      {"\"\\ud800\"", "half a surrogate pair in a string"},
      {"-x", "invalid number"},
  };
  for (const auto& [text, message] : cases) EXPECT_EQ(error_of(text), message) << text;
}

TEST(JsonCursor, EverythingFailsAfterAnError) {
  JsonCursor in("[1, 2]");
  std::string text;
  EXPECT_FALSE(in.read_string(text));
  const bindery::DecodeError first = in.error();
  std::int64_t value = 0;
  EXPECT_FALSE(in.read_integer(value));
  EXPECT_FALSE(in.skip_value());
  EXPECT_FALSE(in.read_null());
  EXPECT_FALSE(in.finish());
  bindery::ArrayReader items(in);
  EXPECT_FALSE(items.next());
  EXPECT_FALSE(items.finish());
  EXPECT_EQ(in.kind(), JsonKind::none);
  EXPECT_EQ(in.error(), first);
}

TEST(JsonCursor, TagLooksAhead) {
  constexpr std::string_view tags[] = {"a", "b"};
  const auto tag = [&tags](std::string_view text) {
    JsonCursor in(text);
    const int index = in.tag("type", tags);
    EXPECT_FALSE(in.has_failed());
    std::string_view raw;
    EXPECT_TRUE(in.read_raw(raw)) << "nothing was taken";
    return index;
  };
  EXPECT_EQ(tag(R"({"type":"a"})"), 0);
  EXPECT_EQ(tag(R"({"x":{"type":"a"},"y":[1,"b"],"type":"b"})"), 1);
  EXPECT_EQ(tag(R"({"ty\u0070e":"\u0062"})"), 1);
  EXPECT_EQ(tag(R"({"type":"c"})"), -1);
  EXPECT_EQ(tag(R"({"type":1})"), -1);
  EXPECT_EQ(tag(R"({})"), -1);
  EXPECT_EQ(tag(R"(["type","a"])"), -1);
  EXPECT_EQ(tag("null"), -1);
}

TEST(JsonCursor, LookingAheadReportsNothing) {
  constexpr std::string_view tags[] = {"a"};
  JsonCursor in(R"({"x":[}, "type":"a"})");
  EXPECT_EQ(in.tag("type", tags), -1);
  EXPECT_FALSE(in.has_member("type"));
  EXPECT_FALSE(in.has_failed());
  EXPECT_FALSE(in.skip_value());
  EXPECT_EQ(in.error().message, "expected a value, found `}`");
}

TEST(JsonCursor, HasMemberLooksAhead) {
  JsonCursor in(R"({"a":{"b":1},"\u0063":null})");
  EXPECT_TRUE(in.has_member("a"));
  EXPECT_FALSE(in.has_member("b"));
  EXPECT_TRUE(in.has_member("c"));
  EXPECT_TRUE(in.skip_value() && in.finish());
  JsonCursor list("[]");
  EXPECT_FALSE(list.has_member("a"));
}

TEST(JsonCursor, ReadsTextInPlaceWhereItCan) {
  const std::string text = R"(["plain","esc\u0061ped"])";
  JsonCursor in(text);
  bindery::ArrayReader items(in);
  std::string_view value;
  std::string storage;
  ASSERT_TRUE(items.next() && in.read_text(value, storage));
  EXPECT_EQ(value, "plain");
  EXPECT_EQ(value.data(), text.data() + 2);
  ASSERT_TRUE(items.next() && in.read_text(value, storage));
  EXPECT_EQ(value, "escaped");
  EXPECT_EQ(value.data(), storage.data());
}

}  // namespace
