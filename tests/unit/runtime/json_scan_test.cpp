// The scans inside strings: both ways of finding special bytes, and UTF-8 by its definition.
// Must not test the cursor.
#include "bindery/json_scan.hpp"

#include <cstddef>
#include <cstdint>
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

}  // namespace
