// Trees of templates, and sections that do not match.
#include "render/parse.hpp"

#include <string>

#include <gtest/gtest.h>

#include "source/source_map.hpp"

namespace bindery::render {
namespace {

std::string written(const std::vector<Node>& nodes) {
  std::string text;
  for (const Node& node : nodes) {
    if (const auto* literal = std::get_if<Literal>(&node.content)) {
      text += "'" + literal->text + "'";
    } else if (const auto* print = std::get_if<Print>(&node.content)) {
      text += print->name;
    } else if (const auto* section = std::get_if<Section>(&node.content)) {
      text += (section->inverted ? "^" : "#") + section->name + "(" + written(section->body) + ")";
    } else {
      text += ">" + std::get<Inclusion>(node.content).name;
    }
  }
  return text;
}

struct Parse : testing::Test {
  source::MemoryFileSystem disk;
  source::SourceMap sources{disk};
  diagnostics::Diagnostics diagnostics;

  std::string of(const std::string& text) {
    return written(
        parse_template("t", sources.file(sources.add("t.tpl", text)), diagnostics).nodes);
  }
  std::vector<std::string> messages() {
    std::vector<std::string> all;
    for (const auto& one : diagnostics.sorted()) {
      EXPECT_EQ(one.code, diagnostics::Code::T0001);
      all.push_back(one.message);
    }
    return all;
  }
  using Messages = std::vector<std::string>;
};

TEST_F(Parse, MakesATree) {
  EXPECT_EQ(of("a\nb{{c}}\n{{#d}}\n{{^e}}{{>f}}{{/e}}g\n{{/d}}\n"), "'a\nb'c'\n'#d(^e(>f)'g\n')");
  EXPECT_FALSE(diagnostics.has_errors());
}

TEST_F(Parse, ReportsASectionThatIsNotClosed) {
  EXPECT_EQ(of("{{#a}}b{{^c}}d"), "#a('b'^c('d'))");
  EXPECT_EQ(messages(), (Messages{"section `a` is not closed", "section `c` is not closed"}));
}

TEST_F(Parse, ReportsASectionThatIsNotOpen) {
  EXPECT_EQ(of("{{#a}}{{/b}}{{/a}}{{/a}}"), "#a()");
  EXPECT_EQ(messages(), (Messages{"`b` is closed but not open", "`a` is closed but not open"}));
  EXPECT_EQ(diagnostics.sorted()[0].notes.size(), 1u);
}

TEST_F(Parse, ReportsSectionsThatCross) {
  EXPECT_EQ(of("{{#a}}{{#b}}c{{/a}}d{{/b}}"), "#a(#b('c'))'d'");
  EXPECT_EQ(messages(), (Messages{"section `b` is not closed", "`b` is closed but not open"}));
}

TEST_F(Parse, RefusesSectionsNestedTooDeeplyOnce) {
  std::string text;
  for (int depth = 0; depth < 100000; ++depth) text += "{{#a}}";
  for (int depth = 0; depth < 100000; ++depth) text += "{{/a}}";
  of(text);
  EXPECT_EQ(messages(), (Messages{"sections are nested deeper than 64"}));
}

TEST_F(Parse, TakesSectionsAsDeepAsItSays) {
  std::string text;
  for (std::size_t depth = 0; depth < max_section_depth; ++depth) text += "{{#a}}";
  text += "x";
  for (std::size_t depth = 0; depth < max_section_depth; ++depth) text += "{{/a}}";
  EXPECT_NE(of(text).find("'x'"), std::string::npos);
  EXPECT_FALSE(diagnostics.has_errors());
}

}  // namespace
}  // namespace bindery::render
