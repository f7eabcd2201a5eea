// Printed diagnostics, as literals.
#include "diagnostics/print_text.hpp"

#include <sstream>

#include <gtest/gtest.h>

namespace bindery::diagnostics {
namespace {

using source::Location;

/// A file in memory, complaints about words of it, and what is printed of them.
struct PrintText : testing::Test {
  source::MemoryFileSystem files;
  source::SourceMap sources{files};
  Diagnostics diagnostics;
  TextOptions options;

  source::SourceId add(const std::string& text) { return sources.add("spec.yaml", text); }
  Location find(source::SourceId id, std::string_view word) const {
    const auto at = static_cast<std::uint32_t>(sources.file(id).text.find(word));
    return {id, at, at + static_cast<std::uint32_t>(word.size())};
  }
  std::string printed() const {
    std::ostringstream out;
    print_text(diagnostics, sources, options, out);
    return out.str();
  }
  /// The source line and the marks below it.
  std::pair<std::string, std::string> excerpt() const {
    std::istringstream lines(printed());
    std::string line;
    std::string marks;
    std::getline(lines, line);
    std::getline(lines, line);
    std::getline(lines, line);
    std::getline(lines, marks);
    return {line, marks};
  }
};

TEST_F(PrintText, ShowsEverythingThereIs) {
  const auto id =
      add("components:\n  schemas:\n    Pet: {}\n\n\n\n\n\n\n"
          "        $ref: '#/components/schemas/Pte'\n");
  diagnostics
      .report(Code::E0203, find(id, "'#/components/schemas/Pte'"), "reference target not found")
      .at("#/paths/~1pets")
      .hint("did you mean `Pet`?")
      .note(find(id, "Pet"), "`Pet` is declared here");
  EXPECT_EQ(printed(),
            "spec.yaml:10:15: error[E0203]: reference target not found\n"
            "   |\n"
            "10 |         $ref: '#/components/schemas/Pte'\n"
            "   |               ^~~~~~~~~~~~~~~~~~~~~~~~~~\n"
            "   = at: #/paths/~1pets\n"
            "   = hint: did you mean `Pet`?\n"
            "spec.yaml:3:5: note: `Pet` is declared here\n"
            "1 error\n");
}

TEST_F(PrintText, ShowsWhatIsInNoFile) {
  diagnostics.report(Code::E0101, Location::unknown(), "`x.yaml`: no such file or directory")
      .hint("check the spelling");
  EXPECT_EQ(printed(),
            "bindery: error[E0101]: `x.yaml`: no such file or directory\n"
            "   = hint: check the spelling\n"
            "1 error\n");
}

TEST_F(PrintText, CountsInTheLastLine) {
  for (std::uint32_t i = 0; i < 3; ++i) {
    diagnostics.report(Code::E0203, Location::unknown(), "error " + std::to_string(i));
  }
  diagnostics.report(Code::E0401, Location::unknown(), "warning");
  diagnostics.report(Code::E0112, Location::unknown(), "note");
  options.max_errors = 2;
  EXPECT_EQ(printed(),
            "bindery: error[E0203]: error 0\n"
            "bindery: error[E0203]: error 1\n"
            "bindery: warning[E0401]: warning\n"
            "bindery: note[E0112]: note\n"
            "3 errors, 1 warning (1 error not shown)\n");
  options.max_errors = 0;
  EXPECT_NE(printed().find("error 2"), std::string::npos);
}

TEST_F(PrintText, NotesAloneHaveNoLastLine) {
  diagnostics.report(Code::E0112, Location::unknown(), "note");
  EXPECT_EQ(printed(), "bindery: note[E0112]: note\n");
}

TEST_F(PrintText, PrintsNothingForNothing) { EXPECT_EQ(printed(), ""); }

TEST_F(PrintText, MarksOnlyTheFirstLineOfALongSpan) {
  const auto id = add("a: b\nc: d\n");
  diagnostics.report(Code::E0301, {id, 3, 10}, "message");
  EXPECT_EQ(excerpt(), std::make_pair(std::string("1 | a: b"), std::string("  |    ^")));
}

TEST_F(PrintText, MarksTheEndOfTheText) {
  const auto id = add("a: [");
  diagnostics.report(Code::E0103, {id, 4, 4}, "message");
  EXPECT_EQ(excerpt(), std::make_pair(std::string("1 | a: ["), std::string("  |     ^")));
}

TEST_F(PrintText, LeavesOutTheLineOfAnEmptyFile) {
  const auto id = add("");
  diagnostics.report(Code::E0102, {id, 0, 0}, "input is empty");
  EXPECT_EQ(printed(), "spec.yaml:1:1: error[E0102]: input is empty\n1 error\n");
}

TEST_F(PrintText, KeepsTheCaretUnderTabsAndWideCharacters) {
  const auto tabs = add("\ta:\tword");
  diagnostics.report(Code::E0301, find(tabs, "word"), "message");
  EXPECT_EQ(excerpt(),
            std::make_pair(std::string("1 |     a:  word"), std::string("  |         ^~~~")));
}

TEST_F(PrintText, CountsWideAndCombiningCharacters) {
  // U+6F22 U+5B57 are two columns each; U+0301 is none.
  const auto id = add("\xE6\xBC\xA2\xE5\xAD\x97 e\xCC\x81 word");
  diagnostics.report(Code::E0301, find(id, "word"), "message");
  EXPECT_EQ(excerpt().second, "  |        ^~~~");
}

TEST_F(PrintText, SpellsOutWhatMovesTheTerminal) {
  const auto id = add("a: \x1B[2J\xE2\x80\xAE\xFF word");
  diagnostics.report(Code::E0301, find(id, "word"), "found `\x1B]0;x\n\r`").at("#/\xE2\x80\xAE");
  EXPECT_EQ(printed(),
            "spec.yaml:1:11: error[E0301]: found `\\u{1b}]0;x\\n\\u{0d}`\n"
            "  |\n"
            "1 | a: \\u{1b}[2J\\u{202e}\\xff word\n"
            "  |                          ^~~~\n"
            "  = at: #/\\u{202e}\n"
            "1 error\n");
}

TEST_F(PrintText, CutsLongLinesAroundThePlace) {
  const auto id = add(std::string(10'000, '<') + "word" + std::string(10'000, '>'));
  diagnostics.report(Code::E0301, find(id, "word"), "message");
  EXPECT_EQ(excerpt(),
            std::make_pair("1 | ..." + std::string(60, '<') + "word" + std::string(93, '>') + "...",
                           "  | " + std::string(63, ' ') + "^~~~"));
}

TEST_F(PrintText, ShowsTheBeginningOfALongLineWhenThePlaceIsNear) {
  const auto id = add("key: word" + std::string(10'000, '>'));
  diagnostics.report(Code::E0301, find(id, "word"), "message");
  EXPECT_EQ(excerpt().first, "1 | key: word" + std::string(151, '>') + "...");
}

TEST_F(PrintText, ShowsThePlaceBehindManyEscapes) {
  const auto id = add(std::string(150, '\x01') + "word" + std::string(200, '>'));
  diagnostics.report(Code::E0301, find(id, "word"), "message");
  const auto [line, marks] = excerpt();
  EXPECT_EQ(line.find("word"), marks.find('^'));
}

TEST_F(PrintText, ColoursOnlyWhenAsked) {
  const auto id = add("a: word");
  diagnostics.report(Code::E0301, find(id, "word"), "message").at("#/a").hint("do");
  EXPECT_EQ(printed().find('\033'), std::string::npos);
  options.colour = true;
  std::string without;
  const std::string with = printed();
  for (std::size_t i = 0; i < with.size(); ++i) {
    if (with[i] == '\033') {
      i = with.find('m', i);
    } else {
      without += with[i];
    }
  }
  options.colour = false;
  EXPECT_EQ(without, printed());
  EXPECT_NE(with, without);
}

}  // namespace
}  // namespace bindery::diagnostics
