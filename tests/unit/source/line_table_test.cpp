// Lines and columns of offsets.
#include "source/line_table.hpp"

#include <string>

#include <gtest/gtest.h>

namespace bindery::source {
namespace {

TEST(LineTable, AnEmptyTextHasOneLine) {
  const LineTable lines("");
  EXPECT_EQ(lines.line_count(), 1u);
  EXPECT_EQ(lines.at("", 0), (LineColumn{1, 1}));
  EXPECT_EQ(lines.line("", 1), "");
  EXPECT_EQ(lines.line("", 2), "");
}

TEST(LineTable, LineFeedPairAndReturnEndALine) {
  const std::string_view text = "one\ntwo\r\nthree\rfour\n\nsix";
  const LineTable lines(text);
  ASSERT_EQ(lines.line_count(), 6u);
  EXPECT_EQ(lines.line(text, 1), "one");
  EXPECT_EQ(lines.line(text, 2), "two");
  EXPECT_EQ(lines.line(text, 3), "three");
  EXPECT_EQ(lines.line(text, 4), "four");
  EXPECT_EQ(lines.line(text, 5), "");
  EXPECT_EQ(lines.line(text, 6), "six");
  EXPECT_EQ(lines.begin_of(3), 9u);
  EXPECT_EQ(lines.at(text, text.find("three") + 2), (LineColumn{3, 3}));
}

TEST(LineTable, ColumnsCountCodePoints) {
  const std::string_view text = "a\n\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80 x";
  const LineTable lines(text);
  EXPECT_EQ(lines.at(text, text.find('x')), (LineColumn{2, 5}));
}

TEST(LineTable, PastTheEndIsTheEnd) {
  const std::string_view text = "ab\ncd";
  const LineTable lines(text);
  EXPECT_EQ(lines.at(text, 500), (LineColumn{2, 3}));
  EXPECT_EQ(lines.begin_of(99), 3u);
}

TEST(LineTable, AByteOrderMarkTakesNoColumn) {
  const std::string_view text = "\xEF\xBB\xBFkey: 1";
  const LineTable lines(text);
  EXPECT_EQ(lines.at(text, 0), (LineColumn{1, 1}));
  EXPECT_EQ(lines.at(text, 3), (LineColumn{1, 1}));
  EXPECT_EQ(lines.at(text, 8), (LineColumn{1, 6}));
  EXPECT_EQ(lines.line(text, 1), "key: 1");
}

TEST(LineTable, CountsAcrossManyBlocksOfALongLine) {
  std::string text = "first\n";
  for (int i = 0; i < 5000; ++i) text += "\xC3\xA9x";
  const LineTable lines(text);
  for (const std::size_t pairs : {0u, 1u, 1364u, 1365u, 1366u, 4999u}) {
    const LineColumn expected{2, static_cast<std::uint32_t>(2 * pairs + 1)};
    EXPECT_EQ(lines.at(text, 6 + 3 * pairs), expected) << pairs;
  }
}

}  // namespace
}  // namespace bindery::source
