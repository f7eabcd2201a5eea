// Hostile descriptions: nothing of them leaves its comment.
#include "cpp/comment.hpp"

#include <string>

#include <gtest/gtest.h>

namespace {

using bindery::cpp::comment_lines;

using Lines = std::vector<std::string>;

TEST(Comment, WrapsAtTheColumn) {
  EXPECT_EQ(comment_lines("one two three", 7), (Lines{"one two", "three"}));
  EXPECT_EQ(comment_lines("- one two", 6), (Lines{"- one", "  two"}));
  EXPECT_EQ(comment_lines("\n\na\n\n\nb\r\nc\n", 80), (Lines{"a", "", "b", "c"}));
}

TEST(Comment, NothingIsObeyed) {
  EXPECT_EQ(comment_lines("ends \\", 80), Lines{"ends &#92;"});
  EXPECT_EQ(comment_lines("a\\\nb", 80), (Lines{"a&#92;", "b"}));
  EXPECT_EQ(comment_lines("@file \\page x@y.z", 80), Lines{"\\@file \\\\page x@y.z"});
  EXPECT_EQ(comment_lines("`^\\d+@x`", 80), Lines{"`^\\d+@x`"});
  EXPECT_EQ(comment_lines("?"
                          "?/",
                          80),
            Lines{"? ?/"});
  EXPECT_EQ(comment_lines("a\xE2\x80\xAE"
                          "b\x07",
                          80),
            Lines{"a<U+202E>b<U+0007>"});
  EXPECT_EQ(comment_lines("\xff", 80), Lines{"<0xFF>"});
  EXPECT_EQ(comment_lines("\xE2\x80\xA8", 80), Lines{"<U+2028>"});
}

TEST(Comment, NoTextLeavesItsLine) {
  std::string text;
  for (int round = 0; round < 40; ++round) {
    for (int c = 0; c < 256; ++c) text += static_cast<char>((c * 7 + round) & 0xff);
    text +=
        "?"
        "?/\n*/ \\\n // \\ \r";
  }
  const Lines lines = comment_lines(text, 40);
  ASSERT_GT(lines.size(), 40u);
  for (const std::string& line : lines) {
    for (const char c : line) EXPECT_GE(static_cast<unsigned char>(c), 0x20);
    EXPECT_EQ(line.find("?"
                        "?/"),
              std::string::npos);
    EXPECT_FALSE(!line.empty() && line.back() == '\\') << line;
  }
}

}  // namespace
