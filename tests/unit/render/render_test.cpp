// What templates print: braces, lists, vanishing lines, indented partials.
#include "render/render.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

#include "render/check.hpp"
#include "views.hpp"

namespace bindery::render {
namespace {

/// Renders `text` as `t.tpl`; the partials `p` and `q` are as the test sets them.
struct Render : testing::Test {
  StructView pet{"Pet", true, {"Generated"}, {{"int", "id", false, {}}, {"Tag", "tag", true, {}}}};
  StructView empty{"Empty", false, {""}, {}};
  std::string p;
  std::string q;

  std::string of(const StructView& view, const std::string& text) const {
    source::MemoryFileSystem disk;
    source::SourceMap sources(disk);
    diagnostics::Diagnostics diagnostics;
    const TemplateSet set =
        load_templates({{"t.tpl", text}, {"partials/p.tpl", p}, {"partials/q.tpl", q}},
                       std::nullopt, sources, diagnostics);
    const CheckedTemplates checked =
        check_templates(set, {{"t.tpl", shape_of<StructView>()}}, diagnostics);
    for (const auto& one : diagnostics.sorted()) {
      EXPECT_EQ(one.code, diagnostics::Code::T0005) << one.message;
    }
    return diagnostics.has_errors() ? "" : render(*checked.programs.at("t.tpl"), value_of(view));
  }
};

TEST_F(Render, PrintsTextUnescaped) {
  empty.name = "<a & \"b\">";
  EXPECT_EQ(of(empty, "std::vector<{{name}}>;"), "std::vector<<a & \"b\">>;");
}

TEST_F(Render, KeepsBracesAroundATag) {
  EXPECT_EQ(of(pet, "Pet p{{{name}}, 1};"), "Pet p{Pet, 1};");
}

TEST_F(Render, AsksFlags) {
  const std::string text =
      "{{#is_deprecated}}old {{name}}{{/is_deprecated}}"
      "{{^is_deprecated}}new {{name}}{{/is_deprecated}}";
  EXPECT_EQ(of(pet, text), "old Pet");
  EXPECT_EQ(of(empty, text), "new Empty");
}

TEST_F(Render, WalksLists) {
  EXPECT_EQ(of(pet, "{{#fields}}{{type}} {{name}}{{^last}}, {{/last}}{{/fields}}"),
            "int id, Tag tag");
  EXPECT_EQ(of(pet,
               "{{#fields}}{{#first}}({{/first}}{{name}}{{^first}}){{/first}}{{#last}}!{{/last}}"
               "{{/fields}}"),
            "(idtag)!");
  EXPECT_EQ(of(empty, "[{{#fields}}{{name}}{{/fields}}]"), "[]");
}

TEST_F(Render, AsksWhetherAListIsEmpty) {
  EXPECT_EQ(of(pet, "{{^fields}}none in {{name}}{{/fields}}"), "");
  EXPECT_EQ(of(empty, "{{^fields}}none in {{name}}{{/fields}}"), "none in Empty");
}

TEST_F(Render, EntersNestedViews) {
  EXPECT_EQ(of(pet, "{{#banner}}{{title}}{{/banner}}"), "Generated");
}

TEST_F(Render, WalksListsInListsWithTheirOwnPositions) {
  pet.fields[0].docs = {"a", "b"};
  pet.fields[1].docs = {"c"};
  EXPECT_EQ(of(pet,
               "{{#fields}}{{#docs}}{{text}}{{^last}},{{/last}}{{/docs}}{{^last}};{{/last}}"
               "{{name}}{{/fields}}"),
            "a,b;idctag");
}

TEST_F(Render, LeavesNoTraceOfSectionLines) {
  const std::string text =
      "struct {{name}} {\n"
      "  {{#fields}}\n"
      "  {{! one member }}\n"
      "  {{#has_docs}}\n"
      "  /// documented\n"
      "  {{/has_docs}}\n"
      "  {{type}} {{name}};\n"
      "  {{/fields}}\n"
      "};\n";
  EXPECT_EQ(of(pet, text), "struct Pet {\n  int id;\n  /// documented\n  Tag tag;\n};\n");
  EXPECT_EQ(of(empty, text), "struct Empty {\n};\n");
}

TEST_F(Render, PutsBlankLinesBetweenItemsOnly) {
  const std::string text =
      "{{#fields}}\n"
      "{{name}}\n"
      "{{^last}}\n"
      "\n"
      "{{/last}}\n"
      "{{/fields}}\n"
      "end\n";
  EXPECT_EQ(of(pet, text), "id\n\ntag\nend\n");
  EXPECT_EQ(of(empty, text), "end\n");
}

TEST_F(Render, EndsNoLineInBlanks) {
  pet.fields[0].docs = {"a", "", "b \t"};
  EXPECT_EQ(of(pet, "{{#fields}}\n{{#docs}}\n/// {{text}}\n{{/docs}}\n{{/fields}}\n  \nx "),
            "/// a\n///\n/// b\n\nx");
}

TEST_F(Render, IndentsEveryLineOfAPartial) {
  p = "/// {{name}}\n\n{{#fields}}\n{{>q}}\n{{/fields}}\nend\n";
  q = "{\n  {{name}}\n}\n";
  EXPECT_EQ(of(pet, "a\n  {{>p}}\nb\n"),
            "a\n  /// Pet\n\n  {\n    id\n  }\n  {\n    tag\n  }\n  end\nb\n");
}

TEST_F(Render, AddsTheIndentationsOfNestedPartials) {
  p = "{\n  {{>q}}\n}\n";
  q = "x\ny\n";
  EXPECT_EQ(of(pet, "  {{>p}}\n"), "  {\n    x\n    y\n  }\n");
}

TEST_F(Render, IndentsLinesThatComeFromText) {
  p = "{{name}}\n";
  pet.name = "a\n\nb";
  EXPECT_EQ(of(pet, "  {{>p}}\nc\n"), "  a\n\n  b\nc\n");
}

TEST_F(Render, DropsALineWhosePartialPrintsNothing) {
  p = "{{#is_deprecated}}\n[[deprecated]]\n{{/is_deprecated}}\n";
  EXPECT_EQ(of(empty, "a\n  {{>p}}\nb\n"), "a\nb\n");
  EXPECT_EQ(of(pet, "a\n  {{>p}}\nb\n"), "a\n  [[deprecated]]\nb\n");
}

TEST_F(Render, EndsTheLineOfAPartialWithoutLineEnd) {
  p = "x";
  EXPECT_EQ(of(pet, "a\n  {{>p}}\nb\n"), "a\n  x\nb\n");
}

TEST_F(Render, PutsAPartialIntoALine) {
  p = "{{#fields}}\n{{type}} {{name}}{{^last}},{{/last}}\n{{/fields}}\n";
  EXPECT_EQ(of(pet, "void f({{>p}});\n"), "void f(int id,\n       Tag tag);\n");
  EXPECT_EQ(of(empty, "void f({{>p}});\n"), "void f();\n");
}

TEST_F(Render, CountsCodePointsForTheColumnOfAPartial) {
  p = "a\nb\n";
  EXPECT_EQ(of(pet, "\xc3\xa9{{>p}};\n"),
            "\xc3\xa9"
            "a\n b;\n");
}

TEST_F(Render, RefusesAValueOfAnotherView) {
  EXPECT_THROW(render(Program{"FieldView", {}}, value_of(pet)), std::logic_error);
}

TEST_F(Render, RendersOwnedValues) {
  const OwnedValue owned = owned_value(pet);
  const Program program{"StructView", {{Step::Kind::print, "", 0, 0, nullptr, false, 0}}};
  EXPECT_EQ(render(program, owned.value), "Pet");
}

TEST_F(Render, RendersAViewInsideItself) {
  source::MemoryFileSystem disk;
  source::SourceMap sources(disk);
  diagnostics::Diagnostics diagnostics;
  const TemplateSet set = load_templates(
      {{"t.tpl",
        "{{name}}{{#children}}({{name}}{{#children}}[{{name}}]{{/children}}){{/children}}"}},
      std::nullopt, sources, diagnostics);
  const auto checked = check_templates(set, {{"t.tpl", shape_of<TreeView>()}}, diagnostics);
  ASSERT_FALSE(diagnostics.has_errors());
  const TreeView tree{"a", {{"b", {{"c", {}}, {"d", {}}}}, {"e", {}}}};
  EXPECT_EQ(render(*checked.programs.at("t.tpl"), value_of(tree)), "a(b[c][d])(e)");
}

}  // namespace
}  // namespace bindery::render
