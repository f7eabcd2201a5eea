// The scans inside strings: both ways of finding special bytes and the end of text, and UTF-8 by
// its definition. Must not test the cursor.
#include "bindery/json_scan.hpp"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace {

TEST(JsonScan, FindsSpecialBytesAtEveryPlace) {
  for (std::size_t size = 0; size < 70; ++size) {
    const std::vector<char> plain(size, 'x');
    EXPECT_EQ(bindery::detail::find_special(plain.data(), plain.data() + size),
              plain.data() + size);
    for (std::size_t at = 0; at < size; ++at) {
      for (const char special : {'"', '\\', '\0', '\x1F', '\x80', '\xFF'}) {
        // A block of exactly this size, so that a sanitizer sees a read behind it.
        std::vector<char> text(size, 'x');
        text[at] = special;
        const char* const begin = text.data();
        ASSERT_EQ(bindery::detail::find_special(begin, begin + size), begin + at);
        ASSERT_EQ(bindery::detail::find_special_portable(begin, begin + size), begin + at);
      }
    }
  }
}

TEST(JsonScan, EveryByteIsPlainOrSpecialInBothScans) {
  for (int byte = 0; byte < 256; ++byte) {
    const std::string text(40, static_cast<char>(byte));
    const char* const begin = text.data();
    EXPECT_EQ(bindery::detail::find_special(begin, begin + 40) == begin + 40,
              !bindery::detail::is_special(static_cast<char>(byte)));
    EXPECT_EQ(bindery::detail::find_special_portable(begin, begin + 40),
              bindery::detail::find_special(begin, begin + 40));
  }
}

TEST(JsonScan, CopiesUpToTheFirstSpecialByte) {
  for (std::size_t size = 0; size < 40; ++size) {
    for (std::size_t at = 0; at <= size; ++at) {
      for (const char special : {'"', '\\', '\x1F', '\x80'}) {
        std::vector<char> text(size, 'x');
        if (at < size) text[at] = special;
        std::vector<char> copy(16, '?');
        char* out = copy.data();
        const char* const stop = bindery::detail::copy_plain(text.data(), text.data() + size, out);
        const std::size_t count = at < 16 ? at : 16;
        ASSERT_EQ(stop, text.data() + count) << size;
        ASSERT_EQ(out, copy.data() + count);
        ASSERT_EQ(std::string(copy.data(), count), std::string(count, 'x'));
      }
    }
  }
}

// By the definition: the code point, and whether its shortest form is the one at hand.
std::size_t sequence_by_definition(std::string_view text) {
  const auto byte = [text](std::size_t i) {
    return std::uint32_t{static_cast<unsigned char>(text[i])};
  };
  const std::uint32_t first = byte(0);
  const std::size_t size = first >= 0xF0U ? 4 : first >= 0xE0U ? 3 : first >= 0xC0U ? 2 : 0;
  if (size == 0 || first >= 0xF8U || text.size() < size) return 0;
  std::uint32_t value = first & (0x7FU >> size);
  for (std::size_t i = 1; i < size; ++i) {
    if (byte(i) < 0x80U || byte(i) > 0xBFU) return 0;
    value = value << 6 | (byte(i) & 0x3FU);
  }
  constexpr std::uint32_t lowest[] = {0, 0, 0x80U, 0x800U, 0x10000U};
  if (value < lowest[size] || value > 0x10FFFFU) return 0;
  return value >= 0xD800U && value <= 0xDFFFU ? 0 : size;
}

TEST(JsonScan, SequencesAreUtf8ByDefinition) {
  bool agrees = true;
  for (unsigned first = 0x80; first < 0x100; ++first) {
    for (unsigned second = 0; second < 0x100; ++second) {
      for (const unsigned third : {0x22U, 0x80U, 0xC0U}) {
        for (const unsigned fourth : {0x7FU, 0xBFU}) {
          char text[4];
          std::size_t size = 0;
          for (const unsigned byte : {first, second, third, fourth}) {
            text[size++] = static_cast<char>(static_cast<unsigned char>(byte));
            agrees = agrees && bindery::detail::utf8_sequence_size(text, text + size) ==
                                   sequence_by_definition({text, size});
          }
        }
      }
    }
  }
  EXPECT_TRUE(agrees);
}

// Where both scans end in a copy of exactly this size, so that a sanitizer sees a read behind it.
bool ends_agree(std::string_view text) {
  const std::vector<char> copy(text.begin(), text.end());
  const char* const begin = copy.data();
  const char* const end = begin + copy.size();
  return bindery::detail::find_text_end(begin, end) ==
         bindery::detail::find_text_end_portable(begin, end);
}

// Both sides of every border between what may follow what.
constexpr unsigned char border_bytes[] = {
    0x00, 0x1F, 0x20, 0x22, 0x5C, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1,
    0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF};

TEST(JsonScan, TextEndsAlikeForAllBytesAtTheBorders) {
  // After `before` bytes of a text that is not ASCII: within a block, and across the end of one.
  for (const std::size_t before : {2U, 14U, 15U, 16U}) {
    std::string text = before % 2 == 0 ? "" : "x";
    while (text.size() < before) text += "\xC3\xA9";
    const std::size_t at = text.size();
    text.append("????\xE2\x82\xAC and more, so that blocks are whole");
    bool agree = true;
    for (const unsigned char first : border_bytes) {
      text[at] = static_cast<char>(first);
      for (const unsigned char second : border_bytes) {
        text[at + 1] = static_cast<char>(second);
        for (const unsigned char third : border_bytes) {
          text[at + 2] = static_cast<char>(third);
          for (const char fourth : {'"', '\x7F', '\x80', '\xBF', '\xC3'}) {
            text[at + 3] = fourth;
            agree = agree && ends_agree(text);
          }
        }
      }
    }
    EXPECT_TRUE(agree) << before;
  }
}

TEST(JsonScan, TextEndsAlikeWhateverIsWrongWhere) {
  constexpr std::string_view parts[] = {
      "caf\xC3\xA9",      "\xE0\xA4\xA8\xE0\xA5\x8D", "\xED\x95\x98\xED\x9F\xBF",
      "\xF0\x9F\x98\x80", "\xF4\x8F\xBF\xBF",         "\xE4\xBB\x8A\xE5\xA4\xA9",
      "\xEF\xBF\xBF",     "plain ASCII text"};
  std::mt19937 random(11);
  bool agree = true;
  bool is_passed = true;
  for (int round = 0; round < 300; ++round) {
    std::string text;
    while (text.size() < 60) text += parts[random() % std::size(parts)];
    const char* const end = text.data() + text.size();
    is_passed = is_passed && bindery::detail::find_text_end(text.data(), end) == end;
    for (std::size_t at = 0; at <= 40; ++at) {
      agree = agree && ends_agree(std::string_view(text).substr(0, at));
      agree = agree && ends_agree(std::string_view(text).substr(at));
      for (const unsigned char byte : border_bytes) {
        std::string mutated = text;
        mutated[at] = static_cast<char>(byte);
        agree = agree && ends_agree(mutated);
        mutated[at + random() % 20] = static_cast<char>(border_bytes[random() % 28]);
        agree = agree && ends_agree(mutated);
      }
    }
  }
  EXPECT_TRUE(agree);
  EXPECT_TRUE(is_passed);
}

}  // namespace
