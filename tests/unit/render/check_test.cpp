// Mistakes planted in templates, each found in its place.
#include "render/check.hpp"

#include <stdexcept>
#include <utility>

#include <gtest/gtest.h>

#include "views.hpp"

namespace bindery::render {
namespace {

using diagnostics::Code;
using Lines = std::vector<std::string>;

/// Checks templates and writes each complaint as `line:column CODE message`.
struct Check : testing::Test {
  source::MemoryFileSystem disk;
  source::SourceMap sources{disk};
  diagnostics::Diagnostics diagnostics;
  CheckedTemplates checked;

  Lines of(const std::vector<EmbeddedTemplate>& texts, const std::vector<Binding>& bindings) {
    diagnostics = {};
    const TemplateSet set = load_templates(texts, std::nullopt, sources, diagnostics);
    checked = check_templates(set, bindings, diagnostics);
    Lines lines;
    for (const auto& one : diagnostics.sorted()) {
      const source::LineColumn place = sources.line_column(one.where);
      lines.push_back((one.where.is_known()
                           ? std::to_string(place.line) + ":" + std::to_string(place.column) + " "
                           : "") +
                      std::string(diagnostics::info(one.code).name) + " " + one.message);
    }
    return lines;
  }
  Lines of(std::string_view text) {
    return of({{"struct.tpl", text}}, {{"struct.tpl", shape_of<StructView>()}});
  }
  std::string hint(std::string_view text) {
    of(text);
    return diagnostics.sorted().at(0).hint;
  }
};

TEST_F(Check, AcceptsWhatTheShapeHas) {
  EXPECT_EQ(
      of("{{name}}{{#is_deprecated}}{{name}}{{/is_deprecated}}{{^is_deprecated}}{{/is_deprecated}}"
         "{{#banner}}{{title}}{{/banner}}"
         "{{#fields}}{{type}}{{^last}}{{name}}{{/last}}{{#first}}{{#docs}}{{text}}{{#last}}"
         "{{/last}}{{/docs}}{{/first}}{{/fields}}{{^fields}}{{name}}{{/fields}}"),
      Lines{});
}

TEST_F(Check, ReportsAnUnknownName) {
  EXPECT_EQ(of("struct\n  {{nmae}}\n"), (Lines{"2:5 T0002 no `nmae` in StructView"}));
}

TEST_F(Check, ReportsATextUsedAsSection) {
  EXPECT_EQ(of("{{#name}}x{{/name}}"),
            (Lines{"1:4 T0003 `name` of StructView is a text, which cannot open a section"}));
  EXPECT_EQ(of("{{^name}}x{{/name}}").size(), 1u);
}

TEST_F(Check, ReportsAListUsedAsText) {
  EXPECT_EQ(of("{{fields}}"),
            (Lines{"1:3 T0003 `fields` of StructView is a list, which cannot be printed"}));
}

TEST_F(Check, ReportsAnUnclosedSection) {
  EXPECT_EQ(of("a\n{{#fields}}\n{{name}}\n"), (Lines{"2:4 T0001 section `fields` is not closed"}));
}

TEST_F(Check, ReportsAFlagOrViewUsedAsText) {
  EXPECT_EQ(of("{{is_deprecated}}{{banner}}"),
            (Lines{"1:3 T0003 `is_deprecated` of StructView is a flag, which cannot be printed",
                   "1:20 T0003 `banner` of StructView is a nested view, which cannot be printed"}));
}

TEST_F(Check, ReportsAnInvertedViewAsNeverEmpty) {
  EXPECT_EQ(of("{{^banner}}{{/banner}}"),
            (Lines{"1:4 T0003 `banner` of StructView is a nested view, which is never empty"}));
}

TEST_F(Check, ReportsPositionsUsedAsTextOrOutsideOfLists) {
  EXPECT_EQ(of("{{#fields}}{{last}}{{/fields}}{{#last}}{{/last}}{{#banner}}{{#first}}{{/first}}"
               "{{/banner}}"),
            (Lines{"1:14 T0003 `last` of FieldView is a flag, which cannot be printed",
                   "1:34 T0002 no `last` in StructView", "1:63 T0002 no `first` in BannerView"}));
}

TEST_F(Check, LooksIntoEveryBranch) {
  EXPECT_EQ(of("{{#is_deprecated}}{{a}}{{/is_deprecated}}{{^is_deprecated}}{{b}}{{/is_deprecated}}"
               "{{#fields}}{{#docs}}{{c}}{{/docs}}{{/fields}}{{^fields}}{{d}}{{/fields}}")
                .size(),
            4u);
}

TEST_F(Check, LooksIntoASectionThatATextOpens) {
  EXPECT_EQ(of("{{#name}}{{nmae}}{{/name}}").size(), 2u);
}

TEST_F(Check, ComplainsOnceOfAnUnknownSection) {
  EXPECT_EQ(of("{{#feilds}}{{type}}{{name}}{{/feilds}}"),
            (Lines{"1:4 T0002 no `feilds` in StructView"}));
}

TEST_F(Check, HintsAtTheNearestNameAndAllOthers) {
  EXPECT_EQ(hint("{{#fields}}{{typ}}{{/fields}}"),
            "did you mean `type`? FieldView has: type, name, has_docs, docs, first, last");
  EXPECT_EQ(hint("{{qqqqqqqq}}"), "StructView has: name, is_deprecated, banner, fields");
}

TEST_F(Check, ExplainsThatOuterNamesAreNotSeen) {
  EXPECT_EQ(
      hint("{{#fields}}{{#docs}}{{is_deprecated}}{{/docs}}{{/fields}}"),
      "a section does not see the names of StructView around it; Text has: text, first, last");
}

TEST_F(Check, AMissingTemplateIsOurMistake) {
  EXPECT_THROW(of({}, {{"struct.tpl", shape_of<StructView>()}}), std::logic_error);
}

TEST_F(Check, ReportsAnUnknownPartial) {
  EXPECT_EQ(
      of({{"struct.tpl", "\n {{>banr}}"}, {"partials/banner.tpl", ""}},
         {{"struct.tpl", shape_of<StructView>()}, {"partials/banner.tpl", shape_of<BannerView>()}}),
      (Lines{"2:5 T0004 no partial `banr`, looked for `partials/banr.tpl`"}));
  EXPECT_EQ(diagnostics.sorted()[0].hint, "there is `partials/banner.tpl`");
}

TEST_F(Check, ReportsAnUnusedPartial) {
  EXPECT_EQ(of({{"struct.tpl", ""}, {"partials/banner.tpl", ""}},
               {{"struct.tpl", shape_of<StructView>()}}),
            (Lines{"1:1 T0005 template `partials/banner.tpl` is never used"}));
  EXPECT_FALSE(diagnostics.has_errors());
}

TEST_F(Check, ChecksAPartialInTheShapeItIsIncludedIn) {
  EXPECT_EQ(of({{"struct.tpl", "{{>p}}\n{{#fields}}\n{{>p}}\n{{/fields}}"},
                {"partials/p.tpl", "{{name}}{{type}}{{#last}}{{/last}}"}},
               {{"struct.tpl", shape_of<StructView>()}}),
            (Lines{"1:11 T0002 no `type` in StructView", "1:20 T0002 no `last` in StructView"}));
  const auto all = diagnostics.sorted();
  ASSERT_EQ(all[0].notes.size(), 1u);
  EXPECT_EQ(all[0].notes[0].message, "included here");
  EXPECT_EQ(sources.line_column(all[0].notes[0].where).line, 1u);
}

TEST_F(Check, ReportsAPartialThatIncludesItself) {
  EXPECT_EQ(
      of({{"struct.tpl", "{{>a}}"}, {"partials/a.tpl", "{{>b}}"}, {"partials/b.tpl", "{{>a}}"}},
         {{"struct.tpl", shape_of<StructView>()}}),
      (Lines{"1:4 T0001 partial `a` includes itself"}));
}

TEST_F(Check, ChecksAPartialOnceForEachShape) {
  // Each level includes the next twice: without memory this would take 2^40 steps.
  std::vector<std::pair<std::string, std::string>> texts{{"struct.tpl", "{{>p0}}"}};
  for (int level = 0; level < 40; ++level) {
    const std::string next = "{{>p" + std::to_string(level + 1) + "}}";
    texts.emplace_back("partials/p" + std::to_string(level) + ".tpl",
                       "{{#is_deprecated}}" + next + next + "{{/is_deprecated}}");
  }
  texts.emplace_back("partials/p40.tpl", "{{nmae}}");
  std::vector<EmbeddedTemplate> embedded;
  for (const auto& [name, text] : texts) embedded.push_back({name, text});
  EXPECT_EQ(of(embedded, {{"struct.tpl", shape_of<StructView>()}}).size(), 1u);
}

TEST_F(Check, NamesTheMembersNoTemplateUses) {
  of({{"struct.tpl", "{{#fields}}{{>p}}{{/fields}}"},
      {"partials/p.tpl", "{{name}}{{#has_docs}}{{/has_docs}}"}},
     {{"struct.tpl", shape_of<StructView>()}});
  EXPECT_EQ(checked.unused_members,
            (Lines{"StructView.name", "StructView.is_deprecated", "StructView.banner",
                   "BannerView.title", "FieldView.type", "FieldView.docs", "Text.text"}));
}

TEST_F(Check, CountsAMemberAsUsedByAnyTemplate) {
  of({{"a.tpl", "{{name}}"}, {"b.tpl", "{{#children}}{{/children}}"}},
     {{"a.tpl", shape_of<TreeView>()}, {"b.tpl", shape_of<TreeView>()}});
  EXPECT_EQ(checked.unused_members, Lines{});
}

TEST_F(Check, RefusesTwoBindingsOfOneTemplate) {
  const std::vector<Binding> bindings{{"t.tpl", shape_of<TreeView>()},
                                      {"t.tpl", shape_of<StructView>()}};
  EXPECT_THROW(of({{"t.tpl", ""}}, bindings), std::logic_error);
}

}  // namespace
}  // namespace bindery::render
