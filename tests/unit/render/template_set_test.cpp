// Templates of the program and of a folder.
#include "render/template_set.hpp"

#include <gtest/gtest.h>

namespace bindery::render {
namespace {

struct LoadTemplates : testing::Test {
  source::MemoryFileSystem disk{{{"mine/cpp/struct.tpl", "from the folder"},
                                 {"mine/cpp/partials/docs.tpl", "docs"},
                                 {"mine/README.md", "{{not a template"}}};
  source::SourceMap sources{disk};
  diagnostics::Diagnostics diagnostics;
  std::vector<EmbeddedTemplate> embedded{{"cpp/enum.tpl", "enum"}, {"cpp/struct.tpl", "{{broken"}};

  static std::string text_of(const TemplateSet& set, const std::string& name) {
    const std::vector<Node>& nodes = set.templates.at(name).nodes;
    return nodes.empty() ? "" : std::get<Literal>(nodes[0].content).text;
  }
};

TEST_F(LoadTemplates, TakesTheEmbeddedOnes) {
  const TemplateSet set = load_templates(embedded, std::nullopt, sources, diagnostics);
  EXPECT_EQ(set.templates.size(), 2u);
  EXPECT_EQ(text_of(set, "cpp/enum.tpl"), "enum");
  const auto all = diagnostics.sorted();
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].code, diagnostics::Code::T0001);
  EXPECT_EQ(sources.file(all[0].where.source).name, "templates/cpp/struct.tpl");
}

TEST_F(LoadTemplates, PrefersThoseOfTheFolder) {
  const TemplateSet set = load_templates(embedded, "mine", sources, diagnostics);
  EXPECT_EQ(set.templates.size(), 3u);
  EXPECT_EQ(text_of(set, "cpp/struct.tpl"), "from the folder");
  EXPECT_EQ(text_of(set, "cpp/partials/docs.tpl"), "docs");
  EXPECT_EQ(text_of(set, "cpp/enum.tpl"), "enum");
  EXPECT_FALSE(diagnostics.has_errors());
}

TEST_F(LoadTemplates, NamesOnlyFilesOfTheFolderAsDependencies) {
  load_templates(embedded, "mine", sources, diagnostics);
  EXPECT_EQ(sources.names(),
            (std::vector<std::string>{"mine/cpp/partials/docs.tpl", "mine/cpp/struct.tpl"}));
}

TEST_F(LoadTemplates, ReportsAFolderThatIsNotThere) {
  load_templates(embedded, "none", sources, diagnostics);
  EXPECT_EQ(diagnostics.sorted()[0].code, diagnostics::Code::E0101);
}

TEST(PartialName, IsBesideTheIncluder) {
  EXPECT_EQ(partial_name("cpp/struct.tpl", "docs"), "cpp/partials/docs.tpl");
  EXPECT_EQ(partial_name("cpp/partials/field.tpl", "docs"), "cpp/partials/docs.tpl");
  EXPECT_EQ(partial_name("partials/field.tpl", "docs"), "partials/docs.tpl");
  EXPECT_EQ(partial_name("struct.tpl", "docs"), "partials/docs.tpl");
  EXPECT_EQ(partial_name("my_partials/struct.tpl", "docs"), "my_partials/partials/docs.tpl");
}

}  // namespace
}  // namespace bindery::render
