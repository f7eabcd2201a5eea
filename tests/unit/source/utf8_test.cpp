// Well-formed and broken UTF-8.
#include "source/utf8.hpp"

#include <gtest/gtest.h>

namespace bindery::source {
namespace {

TEST(Utf8, DecodesOneToFourBytes) {
  const std::string_view text = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80";
  EXPECT_EQ(code_point_at(text, 0).value, U'a');
  EXPECT_EQ(code_point_at(text, 1).value, U'\u00e9');
  EXPECT_EQ(code_point_at(text, 3).value, U'\u20ac');
  EXPECT_EQ(code_point_at(text, 6).value, U'\U0001F600');
  EXPECT_EQ(code_point_at(text, 6).size, 4u);
}

TEST(Utf8, FindsTheFirstByteThatIsNone) {
  struct Case {
    std::string_view text;
    std::optional<std::size_t> invalid;
  };
  const Case cases[] = {
      {"", std::nullopt},
      {"plain text of more than eight bytes", std::nullopt},
      {"\xF4\x8F\xBF\xBF", std::nullopt},
      {"\xEE\x80\x80", std::nullopt},
      {"12345678\xFF", 8},
      {"\x80", 0},              // continuation alone
      {"a\xC3", 1},             // cut short
      {"\xC0\xAF", 0},          // overlong '/'
      {"\xE0\x80\xAF", 0},      // overlong '/'
      {"\xF0\x80\x80\xAF", 0},  // overlong '/'
      {"\xED\xA0\x80", 0},      // surrogate
      {"\xF4\x90\x80\x80", 0},  // above U+10FFFF
      {"\xE2\x28\xA1", 0},
  };
  for (const Case& one : cases) EXPECT_EQ(first_invalid_utf8(one.text), one.invalid) << one.text;
}

TEST(Utf8, EncodesWhatItDecodes) {
  for (const char32_t value : {U'a', U'\u00e9', U'\u20ac', U'\U0001F600', U'\U0010FFFF'}) {
    std::string text;
    append_utf8(text, value);
    EXPECT_EQ(code_point_at(text, 0).value, value);
    EXPECT_EQ(code_point_at(text, 0).size, text.size());
  }
}

}  // namespace
}  // namespace bindery::source
