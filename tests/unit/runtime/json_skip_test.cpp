// Passing over values against reading them: the same is accepted, up to the same place, and what is
// refused is told alike. Must not test what is read.
#include "bindery/json_skip.hpp"

#include <cstddef>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/json_codec.hpp"

namespace {

using bindery::JsonCursor;
using bindery::JsonKind;

// Reads the value, container by container.
bool read(JsonCursor& in) {
  switch (in.kind()) {
    case JsonKind::object: {
      bindery::ObjectReader object(in);
      while (object.next()) {
        if (!read(in)) return false;
      }
      return object.finish({});
    }
    case JsonKind::array: {
      bindery::ArrayReader items(in);
      while (items.next()) {
        if (!read(in)) return false;
      }
      return items.finish();
    }
    case JsonKind::string: {
      std::string text;
      return in.read_string(text);
    }
    case JsonKind::number: {
      bindery::detail::JsonNumber number;
      const char* const at = in.position();
      if (!bindery::detail::scan_number(at, at + in.remaining(), number)) return in.fail("");
      in.accept(number.end, {});
      return true;
    }
    case JsonKind::boolean: {
      bool value = false;
      return in.read_bool(value);
    }
    default:
      return in.read_null() || in.expected("a value");
  }
}

constexpr int depth_limit = 9;

// Where pass_value ends in a copy of exactly this size, so that a sanitizer sees a read behind it;
// -1 for nowhere.
std::ptrdiff_t passed(std::string_view text) {
  const std::vector<char> copy(text.begin(), text.end());
  const char* const begin = copy.data();
  const char* const after = bindery::detail::pass_value(begin, begin + copy.size(), depth_limit);
  return after == nullptr ? -1 : after - begin;
}

template <class Take>
std::ptrdiff_t taken(std::string_view text, Take take) {
  JsonCursor in(text, bindery::DecodeOptions(bindery::Decode::strict, depth_limit));
  return take(in) ? in.position() - text.data() : -1;
}

bool agree(std::string_view text) {
  const std::ptrdiff_t expected = taken(text, read);
  return passed(text) == expected &&
         taken(text, [](JsonCursor& in) { return in.skip_value(); }) == expected;
}

std::string value(std::mt19937& random, int depth) {
  constexpr std::string_view scalars[] = {
      "0",       "-0",          "12",
      "-3.25",   "1e5",         "1234567890123456789012",
      "0.1E-07", "true",        "false",
      "null",    "\"\"",        "\"text that is longer than one block of it\"",
      "\"a\"",   "\"\\u00e9\"", "\"\xC3\xA9 \\\" \xF0\x9F\x98\x80\""};
  constexpr std::string_view spaces[] = {"", "", "", " ", "\n\t ", "\r"};
  const auto space = [&] { return std::string(spaces[random() % std::size(spaces)]); };
  const unsigned kind = depth == 0 ? 2 : random() % 4;
  if (kind > 1) return space() + std::string(scalars[random() % std::size(scalars)]) + space();
  std::string text = space() + (kind == 0 ? '{' : '[') + space();
  for (unsigned items = random() % 4, at = 0; at < items; ++at) {
    if (at != 0) text += ",";
    if (kind == 0) text += space() + "\"n\\n" + std::to_string(at) + "\"" + space() + ":";
    text += value(random, depth - 1);
  }
  return text + (kind == 0 ? '}' : ']');
}

TEST(JsonSkip, AcceptsWhatReadingAccepts) {
  constexpr std::string_view texts[] = {"",
                                        " ",
                                        "{",
                                        "[",
                                        "}",
                                        "]",
                                        "{}",
                                        "[ ]",
                                        "[,]",
                                        "{,}",
                                        "[1,]",
                                        "[1 2]",
                                        "-",
                                        "01",
                                        "-01",
                                        "1.",
                                        ".5",
                                        "+1",
                                        "1e",
                                        "1e+",
                                        "1.5.2",
                                        "0x10",
                                        "tru",
                                        "true",
                                        "nul",
                                        "falsey",
                                        "\"",
                                        "\"\\",
                                        "\"\\\"",
                                        "[\"\x01\"]",
                                        "[1}",
                                        "{\"a\"}",
                                        "{\"a\":}",
                                        "{\"a\" 1}",
                                        "{1:2}",
                                        "{\"a\":1,}",
                                        "{\"a\":1 \"b\":2}",
                                        "[[]",
                                        "[[],{}]",
                                        "{\"\":{\"\":[]}}",
                                        "[\"\x80\"]",
                                        "[1,2]]",
                                        "NaN",
                                        "'a'",
                                        "/**/1"};
  for (const std::string_view text : texts) EXPECT_TRUE(agree(text)) << text;
}

TEST(JsonSkip, AcceptsTheSameOfWhatIsBroken) {
  std::mt19937 random(5);
  constexpr char bytes[] = {'"', '\\', ',', ':', '{', '}', '[', ']',  '0',    '.',
                            '-', 'e',  't', ' ', 'u', 'n', '1', '\0', '\x80', '\n'};
  for (int round = 0; round < 6000; ++round) {
    std::string text = value(random, 4);
    ASSERT_TRUE(agree(text)) << text;
    ASSERT_GE(passed(text), 0) << text;
    ASSERT_TRUE(agree(text.substr(0, random() % (text.size() + 1)))) << text;
    for (int change = 0; change < 3; ++change) {
      text[random() % text.size()] = bytes[random() % std::size(bytes)];
      ASSERT_TRUE(agree(text)) << text;
    }
  }
}

TEST(JsonSkip, DepthIsBoundedAlike) {
  for (std::size_t depth = 1; depth < 12; ++depth) {
    for (const std::string inner : {"", "[]", "{}", "{\"a\":[]}", "1"}) {
      const std::string text = std::string(depth, '[') + inner + std::string(depth, ']');
      EXPECT_TRUE(agree(text)) << text;
    }
  }
}

TEST(JsonSkip, PassesWhatIsDeeperThanAWordHasBits) {
  for (const std::size_t depth : {63U, 64U, 65U, 66U, 130U}) {
    std::string text;
    for (std::size_t at = 0; at < depth; ++at) text += at % 3 == 0 ? "{\"a\":" : "[";
    text += "1";
    for (std::size_t at = depth; at-- > 0;) text += at % 3 == 0 ? "}" : "]";
    JsonCursor good(text);
    EXPECT_TRUE(good.skip_value() && good.finish()) << depth;
    text[text.size() - 1] = ']';
    JsonCursor bad(text);
    EXPECT_FALSE(bad.skip_value()) << depth;
    EXPECT_EQ(bad.error().offset, text.size() - 1);
  }
}

TEST(JsonSkip, SaysWhatIsWrongWhereItIs) {
  JsonCursor in(R"({"a":[1,2,{"b":tru}]})");
  bindery::ObjectReader object(in);
  ASSERT_TRUE(object.next());
  EXPECT_FALSE(object.skip());
  EXPECT_EQ(in.error().text(), "$.a: invalid literal");
  EXPECT_EQ(in.error().offset, 15U);
}

}  // namespace
