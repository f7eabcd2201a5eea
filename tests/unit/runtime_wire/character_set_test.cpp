#include "bindery/character_set.hpp"

#include <gtest/gtest.h>

namespace {

using bindery::CharacterSet;
using bindery::letters_and_digits;

TEST(CharacterSet, HasWhatItWasGiven) {
  constexpr CharacterSet set = CharacterSet().with("-\x80").with_range(0xfe, 0xff);
  int members = 0;
  for (int byte = 0; byte < 256; ++byte) members += set.has(static_cast<char>(byte)) ? 1 : 0;
  EXPECT_EQ(members, 4);
  EXPECT_TRUE(set.has_all_of("-\x80\xfe\xff"));
  EXPECT_FALSE(set.has_all_of("-a"));
  EXPECT_TRUE(set.has_all_of(""));
}

TEST(CharacterSet, HasLettersAndDigitsOfAsciiAlone) {
  int members = 0;
  for (int byte = 0; byte < 256; ++byte) {
    members += letters_and_digits.has(static_cast<char>(byte)) ? 1 : 0;
  }
  EXPECT_EQ(members, 26 + 26 + 10);
  EXPECT_TRUE(letters_and_digits.has_all_of("azAZ09"));
}

}  // namespace
