// Counting, sorting and dropping of diagnostics.
#include "diagnostics/diagnostics.hpp"

#include <gtest/gtest.h>

namespace bindery::diagnostics {
namespace {

using source::Location;

std::vector<std::string> messages(const Diagnostics& diagnostics) {
  std::vector<std::string> all;
  for (const Diagnostic& one : diagnostics.sorted()) all.push_back(one.message);
  return all;
}

TEST(Diagnostics, CountsBySeverity) {
  Diagnostics diagnostics;
  EXPECT_FALSE(diagnostics.has_errors());
  diagnostics.report(Code::E0401, Location::unknown(), "a warning");
  diagnostics.report(Code::E0112, Location::unknown(), "a note");
  const Checkpoint before(diagnostics);
  EXPECT_FALSE(before.failed());
  diagnostics.report(Code::E0203, Location::unknown(), "an error");
  EXPECT_TRUE(before.failed());
  EXPECT_FALSE(Checkpoint(diagnostics).failed());
  EXPECT_EQ(diagnostics.error_count(), 1u);
  EXPECT_EQ(diagnostics.warning_count(), 1u);
}

TEST(Diagnostics, WarningsCanBeErrorsBeforeAndAfter) {
  Diagnostics diagnostics;
  diagnostics.report(Code::E0401, Location::unknown(), "before");
  diagnostics.warnings_are_errors();
  diagnostics.report(Code::E0401, Location::unknown(), "after");
  diagnostics.report(Code::E0112, Location::unknown(), "still a note");
  EXPECT_EQ(diagnostics.error_count(), 2u);
  EXPECT_EQ(diagnostics.warning_count(), 0u);
  EXPECT_EQ(diagnostics.sorted().back().severity, Severity::note);
}

TEST(Diagnostics, KeepsWhatTheReportAdds) {
  Diagnostics diagnostics;
  diagnostics.report(Code::E0203, {0, 1, 2}, "message")
      .at("#/a")
      .note({0, 3, 4}, "first")
      .note({0, 5, 6}, "second")
      .hint("action");
  const Diagnostic expected{Code::E0203, Severity::error,
                            {0, 1, 2},   "#/a",
                            "message",   {{{0, 3, 4}, "first"}, {{0, 5, 6}, "second"}},
                            "action"};
  EXPECT_EQ(diagnostics.sorted(), std::vector<Diagnostic>{expected});
}

TEST(Diagnostics, LeavesOutTheMiddleOfAnEndlessPointer) {
  Diagnostics diagnostics;
  std::string key;
  for (int i = 0; i < 100'000; ++i) key += "\xc3\xa9";
  diagnostics.report(Code::E0203, {0, 1, 2}, "message").at("#/" + key + "/type");
  const std::string pointer = diagnostics.sorted().front().pointer;
  EXPECT_LT(pointer.size(), 5'000u);
  EXPECT_EQ(pointer.substr(0, 4), "#/\xc3\xa9");
  EXPECT_NE(pointer.find("\xc3\xa9...\xc3\xa9"), std::string::npos);
  EXPECT_EQ(pointer.substr(pointer.size() - 7), "\xc3\xa9/type");
}

TEST(Diagnostics, SortsByPlaceAndThenByTheOrderOfReporting) {
  Diagnostics diagnostics;
  diagnostics.report(Code::E0203, {1, 0, 1}, "second file");
  diagnostics.report(Code::E0203, {0, 9, 10}, "late");
  diagnostics.report(Code::E0302, {0, 2, 3}, "b: reported first");
  diagnostics.report(Code::E0301, {0, 2, 3}, "a: reported second");
  diagnostics.report(Code::E0113, Location::unknown(), "nowhere");
  EXPECT_EQ(messages(diagnostics),
            (std::vector<std::string>{"nowhere", "b: reported first", "a: reported second", "late",
                                      "second file"}));
}

TEST(Diagnostics, ShowsWhatIsExactlyEqualOnce) {
  Diagnostics diagnostics;
  for (int i = 0; i < 3; ++i) diagnostics.report(Code::E0203, {0, 2, 3}, "same").hint("do");
  diagnostics.report(Code::E0203, {0, 2, 3}, "same").hint("do something else");
  diagnostics.report(Code::E0203, {0, 2, 4}, "same").hint("do");
  EXPECT_EQ(messages(diagnostics).size(), 3u);
}

}  // namespace
}  // namespace bindery::diagnostics
