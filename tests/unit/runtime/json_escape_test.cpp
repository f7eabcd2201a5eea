// Escapes in strings, wherever they stand in the blocks that are read at once: against one way that
// puts them together and one that reads them one by one. Must not test what is in the strings else.
#include "bindery/json_escape.hpp"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/json_codec.hpp"

namespace {

using bindery::DecodeError;

struct Part {
  std::string_view written;
  std::string_view meant;
};

constexpr Part parts[] = {
    {R"(\")", "\""},
    {R"(\\)", "\\"},
    {R"(\/)", "/"},
    {R"(\b\f\n\r\t)", "\b\f\n\r\t"},
    {R"(\u0041)", "A"},
    {R"(\u0000)", {"\0", 1}},
    {R"(\u007f\u0080)", "\x7F\xC2\x80"},
    {R"(\u07FF\u0800)", "\xDF\xBF\xE0\xA0\x80"},
    {R"(\ud7ff\uE000)", "\xED\x9F\xBF\xEE\x80\x80"},
    {R"(\uFFFF)", "\xEF\xBF\xBF"},
    {R"(\ud800\udc00)", "\xF0\x90\x80\x80"},
    {R"(\uDBFF\uDFFF)", "\xF4\x8F\xBF\xBF"},
    {"\xC3\xA9", "\xC3\xA9"},
    {"\xE2\x82\xAC\xF0\x9F\x98\x80", "\xE2\x82\xAC\xF0\x9F\x98\x80"},
    {"x", "x"},
    {"u0041n", "u0041n"},
    {"seventeen letters", "seventeen letters"},
    {"thirty-three letters in one piece", "thirty-three letters in one piece"}};

// What becomes of a text in a copy of exactly its size, so that a sanitizer sees a read behind it:
// the string, or the error and its place.
std::string read_whole(std::string_view text) {
  const std::vector<char> copy(text.begin(), text.end());
  std::string value = "what was there before";
  DecodeError error;
  if (bindery::decode_json({copy.data(), copy.size()}, value, error)) return value;
  return error.message + " at " + std::to_string(error.offset);
}

// The same by the way that checks a string without keeping it, escape by escape, and by the one
// that unescapes names.
std::string read_one_by_one(std::string_view text) {
  bindery::JsonCursor in(text);
  if (!in.skip_value() || !in.finish()) {
    return in.error().message + " at " + std::to_string(in.error().offset);
  }
  std::string value(text.substr(1, text.size() - 2));
  bindery::detail::unescape(value);
  return value;
}

TEST(JsonEscape, StandsForTheSameAtEveryPlace) {
  for (const Part& part : parts) {
    for (std::size_t before = 0; before < 140; ++before) {
      for (const std::size_t behind : {0U, 1U, 5U, 11U, 31U, 63U, 95U, 96U, 130U}) {
        const std::string start(before, 'a');
        const std::string end(behind, 'z');
        const std::string text = "\"" + start + std::string(part.written) + end + "\"";
        ASSERT_EQ(read_whole(text), start + std::string(part.meant) + end) << text;
      }
    }
  }
}

TEST(JsonEscape, StandsForTheSameBesideOthers) {
  std::mt19937 random(7);
  for (int round = 0; round < 4000; ++round) {
    std::string text = "\"";
    std::string meant;
    const std::size_t size = random() % (round % 50 == 0 ? 5000 : 300);
    while (text.size() < size) {
      const Part& part = parts[random() % std::size(parts)];
      text += part.written;
      meant += part.meant;
    }
    text += "\"";
    ASSERT_EQ(read_whole(text), meant) << text;
    ASSERT_EQ(read_one_by_one(text), meant) << text;
  }
}

TEST(JsonEscape, FailsAlikeWhereverItIsBroken) {
  constexpr std::string_view broken[] = {R"(\q)",           R"(\u12)",     R"(\u12G4)",
                                         R"(\U0041)",       R"(\ud800)",   R"(\udc00)",
                                         R"(\ud800\u0041)", R"(\ud800\n)", R"(\ud800\ud800)",
                                         R"(\udc00\ud800)", "\x01",        "\xC3",
                                         "\xED\xA0\x80",    "\\\n",        "\\\x80",
                                         R"(\u)",           R"(\ud83d\u)", R"(\ud83d\ude0)"};
  for (const std::string_view error : broken) {
    for (std::size_t before = 0; before < 140; ++before) {
      for (const std::string_view behind : {"", "\"", "a\"", R"(\n\u0041")"}) {
        for (const std::size_t letters : {0U, 100U}) {
          const std::string text = "\"\\t" + std::string(before, 'a') + std::string(error) +
                                   std::string(letters, 'z') + std::string(behind);
          ASSERT_EQ(read_whole(text), read_one_by_one(text)) << text;
        }
      }
    }
  }
}

TEST(JsonEscape, EndsWithItsText) {
  std::mt19937 random(8);
  for (int round = 0; round < 60; ++round) {
    std::string text = "\"";
    while (text.size() < 220) text += parts[random() % std::size(parts)].written;
    for (std::size_t size = 1; size < text.size(); ++size) {
      const std::string_view cut(text.data(), size);
      ASSERT_EQ(read_whole(cut), read_one_by_one(cut)) << cut;
    }
  }
}

TEST(JsonEscape, FindsAllSpecialsOfABlock) {
  std::mt19937 random(9);
  for (int round = 0; round < 2000; ++round) {
    std::vector<char> block(64);
    std::uint64_t expected = 0;
    for (std::size_t at = 0; at < block.size(); ++at) {
      const char usual = " \x7Fx\"\\"[random() % 5];
      block[at] = round % 2 == 0 ? static_cast<char>(random() % 256) : usual;
      expected |= std::uint64_t{bindery::detail::is_special(block[at])} << at;
    }
    ASSERT_EQ(bindery::detail::special_mask(block.data()), expected);
  }
}

}  // namespace
