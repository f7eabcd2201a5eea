// Diffs as literals, and random texts that a diff must lead from and to.
#include "output/diff.hpp"

#include <cstdint>
#include <vector>

#include <gtest/gtest.h>

namespace bindery::output {
namespace {

std::string diff(const std::string& before, const std::string& after,
                 std::size_t max_lines = 1000) {
  return unified_diff("a", before, "b", after, max_lines);
}

TEST(Diff, IsEmptyForEqualTexts) {
  EXPECT_EQ(diff("x\n", "x\n"), "");
  EXPECT_EQ(diff("", ""), "");
}

TEST(Diff, ShowsALineChangedWithItsContext) {
  EXPECT_EQ(diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"),
            "--- a\n+++ b\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
}

TEST(Diff, ShowsNewAndRemovedFiles) {
  EXPECT_EQ(diff("", "x\ny\n"), "--- a\n+++ b\n@@ -0,0 +1,2 @@\n+x\n+y\n");
  EXPECT_EQ(diff("x\ny\n", ""), "--- a\n+++ b\n@@ -1,2 +0,0 @@\n-x\n-y\n");
}

TEST(Diff, ShowsAMissingLastLineEnd) {
  EXPECT_EQ(diff("x\n", "x"),
            "--- a\n+++ b\n@@ -1,1 +1,1 @@\n-x\n+x\n\\ No newline at end of file\n");
}

TEST(Diff, JoinsHunksThatAreNearAndSplitsOthers) {
  const std::string near = diff("a\n1\n2\n3\n4\n5\n6\nb\n", "A\n1\n2\n3\n4\n5\n6\nB\n");
  EXPECT_EQ(near, "--- a\n+++ b\n@@ -1,8 +1,8 @@\n-a\n+A\n 1\n 2\n 3\n 4\n 5\n 6\n-b\n+B\n");
  const std::string far = diff("a\n1\n2\n3\n4\n5\n6\n7\nb\n", "A\n1\n2\n3\n4\n5\n6\n7\nB\n");
  EXPECT_EQ(
      far,
      "--- a\n+++ b\n@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n 3\n@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-b\n+B\n");
}

TEST(Diff, ShowsNoControlCharacters) {
  EXPECT_EQ(diff("", "\x1b[31mred\r\n"), "--- a\n+++ b\n@@ -0,0 +1,1 @@\n+?[31mred?\n");
}

TEST(Diff, CountsTheLinesItDoesNotShow) {
  EXPECT_EQ(diff("", "1\n2\n3\n4\n", 5),
            "--- a\n+++ b\n@@ -0,0 +1,4 @@\n+1\n+2\n... 2 more lines\n");
}

/// What a diff's lines of one side, `-` or `+` and context, put together.
std::string side(const std::string& text, char sign) {
  std::string result;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size(); ++number) {
    const std::size_t end = text.find('\n', begin) + 1;
    if (number > 1 && (text[begin] == sign || text[begin] == ' ')) {
      result += text.substr(begin + 1, end - begin - 1);
    }
    begin = end;
  }
  return result;
}

TEST(Diff, LeadsFromOneTextToTheOther) {
  std::uint32_t state = 7;
  const auto next = [&state](std::uint32_t bound) {
    state = state * 1664525u + 1013904223u;
    return (state >> 16) % bound;
  };
  for (int round = 0; round < 500; ++round) {
    std::string before;
    std::string after;
    // Six lines at most lie between two changes in so short a text: one hunk holds it all, from the
    // marks at the ends, which always differ.
    before = "begin\n";
    after = "BEGIN\n";
    const std::uint32_t lines = next(7);
    for (std::uint32_t line = 0; line < lines; ++line) {
      const std::string text = std::string(1, static_cast<char>('a' + next(3))) + "\n";
      if (next(4) != 0) before += text;
      if (next(4) != 0) after += text;
    }
    before += "end\n";
    after += "END\n";
    const std::string result = diff(before, after);
    EXPECT_EQ(side(result, '-'), before);
    EXPECT_EQ(side(result, '+'), after);
  }
}

TEST(Diff, FindsTheFewestEdits) {
  const std::string result = diff("a\nb\nc\na\nb\nb\na\n", "c\nb\na\nb\na\nc\n");
  std::size_t edits = 0;
  for (std::size_t at = result.find("@@\n"); at != std::string::npos;
       at = result.find('\n', at + 1)) {
    if (at + 1 < result.size() && (result[at + 1] == '+' || result[at + 1] == '-')) ++edits;
  }
  EXPECT_EQ(edits, 5u);  // Myers' own example.
}

TEST(Diff, ReplacesTheMiddleOfTextsThatDifferALot) {
  std::string before = "same\n";
  std::string after = "same\n";
  for (int line = 0; line < 200000; ++line) {
    before += "old " + std::to_string(line) + "\n";
    after += "new " + std::to_string(line) + "\n";
  }
  const std::string result = diff(before, after, 10);
  EXPECT_EQ(result.substr(0, result.find("-old 1\n")),
            "--- a\n+++ b\n@@ -1,200001 +1,200001 @@\n same\n-old 0\n");
  EXPECT_NE(result.find("... 399994 more lines\n"), std::string::npos);
}

}  // namespace
}  // namespace bindery::output
