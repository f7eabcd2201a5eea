// Patterns rewritten for RE2, as text: what needs no engine to see.
// Must not include RE2.
#include <string>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

#include "bindery/ecma_pattern.hpp"

namespace {

using bindery::to_re2_pattern;

TEST(EcmaPattern, CopiesWhatBothShare) {
  for (const std::string_view pattern : {"", "^[A-Za-z0-9_-]{1,64}$", "a|(?:b)*?c+",
                                         "\\d\\D\\w\\W\\b\\B\\t\\n\\v\\f\\r", "\\.\\^\\$"}) {
    EXPECT_EQ(to_re2_pattern(pattern).text, pattern);
    EXPECT_EQ(to_re2_pattern(pattern).problem, "");
  }
}

TEST(EcmaPattern, RewritesWhatDiffers) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"\\u00e9", "\\x{e9}"},
      {"\\u0000", "\\x{0}"},
      {"\\u{10FFFF}", "\\x{10ffff}"},
      {"\\uD83D\\uDE00", "\\x{1f600}"},
      {"\\x7f", "\\x{7f}"},
      {"\\cA", "\\x{1}"},
      {"[\\b]", "[\\x{8}]"},
      {"[[a]", "[\\[a]"},
      {"[]", "[^\\x{0}-\\x{10ffff}]"},
      {"[^]", "[\\x{0}-\\x{10ffff}]"},
      {"(?<name>a)", "(a)"},
      {".", "[^\\n\\r\\x{2028}\\x{2029}]"},
      {"[.]", "[.]"},
      {"\\/", "\\/"},
      {"\\_", "_"},
      {"\\p{sc=Greek}\\P{gc=Lu}", "\\p{Greek}\\P{Lu}"},
  };
  for (const auto& [pattern, expected] : cases) {
    EXPECT_EQ(to_re2_pattern(pattern).text, expected) << pattern;
    EXPECT_EQ(to_re2_pattern(pattern).problem, "") << pattern;
  }
}

TEST(EcmaPattern, SaysWhatCannotBeRewritten) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"(?=a)", "looks around with (?="},
      {"(?<=a)", "looks around with (?<="},
      {"(a)\\1", "refers back to a group"},
      {"\\01", "refers back to a group"},
      {"\\A", "has the escape \\A"},
      {"a\\", "ends in a backslash"},
      {"\\u12", "has an escape without its digits"},
      {"\\uDE00", "has half a surrogate pair"},
      {"\\uD83D\\u0041", "has half a surrogate pair"},
      {"\\u{12", "has a broken \\u{}"},
      {"\\c", "has \\c without a letter"},
  };
  for (const auto& [pattern, expected] : cases) {
    EXPECT_EQ(to_re2_pattern(pattern).problem, expected) << pattern;
  }
}

}  // namespace
