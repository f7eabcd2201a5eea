// The table of codes and its paragraphs.
#include <algorithm>
#include <cctype>
#include <set>

#include <gtest/gtest.h>

#include "diagnostics/diagnostic.hpp"

namespace bindery::diagnostics {
namespace {

TEST(Codes, AreSortedAndUnique) {
  // E before I before T happens to be the order of the file too.
  std::vector<std::string_view> names;
  std::set<std::string_view> slugs;
  for (const CodeInfo& code : all_codes()) {
    names.push_back(code.name);
    EXPECT_TRUE(slugs.insert(code.slug).second) << code.slug;
  }
  EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
  EXPECT_EQ(std::adjacent_find(names.begin(), names.end()), names.end());
}

TEST(Codes, AreFoundByName) {
  for (const CodeInfo& code : all_codes()) {
    EXPECT_EQ(find_code(code.name), &code);
    EXPECT_EQ(&info(code.code), &code);
  }
  ASSERT_NE(find_code("e0203"), nullptr);
  EXPECT_EQ(find_code("e0203")->code, Code::E0203);
  EXPECT_EQ(find_code("E020"), nullptr);
  EXPECT_EQ(find_code("E02030"), nullptr);
  EXPECT_EQ(find_code(""), nullptr);
}

TEST(Codes, EachHasAParagraph) {
  std::set<std::string_view> paragraphs;
  for (const CodeInfo& code : all_codes()) {
    const std::string_view text = explanation(code.code);
    EXPECT_GT(text.size(), 80u) << code.name;
    EXPECT_EQ(text.substr(text.size() - 1), ".") << code.name;
    EXPECT_EQ(text.find('\n'), std::string_view::npos) << code.name;
    EXPECT_EQ(text.find("  "), std::string_view::npos) << code.name;
    EXPECT_TRUE(paragraphs.insert(text).second) << code.name;
  }
}

TEST(Codes, TitlesAreLowerCaseWithoutAFullStop) {
  for (const CodeInfo& code : all_codes()) {
    ASSERT_FALSE(code.title.empty()) << code.name;
    EXPECT_NE(code.title.back(), '.') << code.name;
    for (const char c : code.slug) EXPECT_TRUE(c == '_' || std::islower(c) || std::isdigit(c));
  }
}

}  // namespace
}  // namespace bindery::diagnostics
