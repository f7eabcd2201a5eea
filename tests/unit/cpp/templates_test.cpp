// The contract between templates and views: every name a template asks for is in its view, and
// every member of a view is asked for.
#include <algorithm>
#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "cpp/plan.hpp"
#include "render/check.hpp"
#include "render/template_set.hpp"
#include "source/file_system.hpp"
#include "source/source_map.hpp"

namespace {

namespace render = bindery::render;
namespace source = bindery::source;

constexpr long longest_template = 80;

std::string folder() { return BINDERY_TEMPLATES; }

std::vector<render::Binding> bindings() {
  std::vector<render::Binding> bindings;
  for (auto& each : bindery::cpp::template_shapes()) {
    bindings.push_back({std::move(each.template_name), std::move(each.shape)});
  }
  return bindings;
}

TEST(Templates, EachFitsItsViewAndUsesAllOfIt) {
  source::DiskFileSystem files;
  source::SourceMap sources(files);
  bindery::diagnostics::Diagnostics diagnostics;
  const render::TemplateSet set = render::load_templates({}, folder(), sources, diagnostics);
  ASSERT_FALSE(set.templates.empty());
  const render::CheckedTemplates checked = render::check_templates(set, bindings(), diagnostics);
  for (const auto& diagnostic : diagnostics.sorted()) ADD_FAILURE() << diagnostic.message;
  EXPECT_EQ(checked.programs.size(), bindings().size());
  EXPECT_EQ(checked.unused_members, std::vector<std::string>{});
}

TEST(Templates, EachIsShort) {
  source::DiskFileSystem files;
  source::SourceMap sources(files);
  std::size_t seen = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder() + "/cpp")) {
    if (entry.path().extension() != ".tpl") continue;
    ++seen;
    const auto opened = sources.open(entry.path().string());
    ASSERT_TRUE(opened.value.has_value()) << entry.path();
    const std::string& text = sources.file(*opened.value).text;
    EXPECT_LE(std::count(text.begin(), text.end(), '\n'), longest_template) << entry.path();
  }
  EXPECT_GT(seen, 10u);
}

}  // namespace
