// Runs every folder below tests/golden. UPDATE_GOLDENS=1 rewrites what is expected.
#include <algorithm>
#include <cstdlib>
#include <set>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "diagnostics/diagnostic.hpp"
#include "golden_case.hpp"

namespace {

using bindery::support::GoldenCase;

class Golden : public testing::TestWithParam<GoldenCase> {};

TEST_P(Golden, IsWhatComesOut) {
  const GoldenCase& golden = GetParam();
  const auto actual = bindery::support::actual_files(golden);
  if (std::getenv("UPDATE_GOLDENS") != nullptr) {
    ASSERT_EQ(std::getenv("CI"), nullptr) << "goldens are not updated in CI";
    bindery::support::update(golden, actual);
    return;
  }
  const std::string difference =
      bindery::support::difference(bindery::support::expected_files(golden), actual);
  EXPECT_TRUE(difference.empty()) << "tests/golden/" << golden.topic << '/' << golden.name << ":\n"
                                  << difference
                                  << "If this is what you want: UPDATE_GOLDENS=1 ctest -L golden";
}

/// Folder names as test names: GoogleTest takes letters, digits and underscores.
std::string test_name(const testing::TestParamInfo<GoldenCase>& info) {
  std::string name = info.param.topic + "_" + info.param.name;
  for (char& c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Folder, Golden,
                         testing::ValuesIn(bindery::support::golden_cases(BINDERY_GOLDEN_ROOT)),
                         test_name);

/// Pretty without clang-format: at most 100 columns, unless one token is longer than the line has
/// room.
TEST(GoldenText, FitsInAHundredColumns) {
  constexpr std::size_t width = 100;
  for (const GoldenCase& golden : bindery::support::golden_cases(BINDERY_GOLDEN_ROOT)) {
    for (const auto& [path, text] : bindery::support::expected_files(golden)) {
      if (path.size() < 4 || path.substr(path.size() - 4) != ".hpp") continue;
      std::istringstream lines(text);
      for (std::string line; std::getline(lines, line);) {
        if (line.size() <= width) continue;
        std::size_t longest = 0;
        std::istringstream tokens(line);
        for (std::string token; tokens >> token;) longest = std::max(longest, token.size());
        const std::size_t indent = line.find_first_not_of(' ');
        EXPECT_GT(indent + longest + 8, width) << golden.folder << ' ' << path << ":\n" << line;
      }
    }
  }
}

/// tests/golden/diagnostics/<code>_<slug>: one for each code, none for what is no code.
TEST(DiagnosticGoldens, EveryCodeHasOne) {
  std::set<std::string> expected, found;
  for (const auto& info : bindery::diagnostics::all_codes()) {
    std::string name(info.name);
    for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    expected.insert(name + "_" + std::string(info.slug));
  }
  for (const GoldenCase& golden : bindery::support::golden_cases(BINDERY_GOLDEN_ROOT)) {
    if (golden.topic != "diagnostics") continue;
    const std::string& name = golden.name;
    // Further cases of one code: <code>_<slug>-<what>.
    found.insert(name.substr(0, name.find('-')));
    const std::string code(name.substr(0, name.find('_')));
    std::string printed;
    for (const auto& [path, text] : bindery::support::expected_files(golden)) {
      if (path == "stderr.txt") printed = text;
    }
    std::string upper = code;
    for (char& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    EXPECT_NE(printed.find("[" + upper + "]"), std::string::npos)
        << name << " does not show its code";
  }
  EXPECT_EQ(expected, found);
}

}  // namespace
