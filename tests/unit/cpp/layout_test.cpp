// Which header holds what: cycles share one, nested types stand with their parent.
#include "cpp/layout.hpp"

#include <string>

#include <gtest/gtest.h>

#include "api_builder.hpp"

namespace {

using bindery::cpp::lay_out;
using bindery::cpp::Layout;
using bindery::test::ApiBuilder;
using bindery::test::string_enum;
namespace model = bindery::model;

Layout layout_of(const model::Api& api) {
  bindery::diagnostics::Diagnostics diagnostics;
  return lay_out(api, bindery::cpp::assign_names(api, {}, diagnostics));
}

TEST(Layout, OneHeaderPerComponentWithWhatIsNestedInIt) {
  ApiBuilder builder;
  const auto video = builder.object("Video");
  const auto status = builder.nested(video, "status", string_enum({"a"}));
  const auto page = builder.object("Page");
  builder.add_field(video, "status", status);
  builder.add_field(page, "items", builder.anonymous(model::List{video}));
  const Layout layout = layout_of(builder.api);
  ASSERT_EQ(layout.models.size(), 2u);
  EXPECT_EQ(layout.models[0].stem, "video");
  EXPECT_EQ(layout.models[0].types, (std::vector{status.type, video.type}))
      << "what is held by value comes first";
  EXPECT_EQ(layout.homes[page.type.index], "models/page");
}

TEST(Layout, CyclesShareTheHeaderOfTheirFirst) {
  ApiBuilder builder;
  const auto node = builder.object("Node");
  const auto edge = builder.object("Edge");
  const auto leaf = builder.object("Leaf");
  builder.add_field(node, "edges", builder.anonymous(model::List{edge}));
  builder.add_field(edge, "to", node);
  builder.add_field(node, "leaf", leaf);
  const Layout layout = layout_of(builder.api);
  ASSERT_EQ(layout.models.size(), 2u);
  EXPECT_EQ(layout.models[0].stem, "node");
  EXPECT_EQ(layout.models[0].types, (std::vector{node.type, edge.type}))
      << "an edge holds a node by value, a node only a list of edges";
  EXPECT_EQ(layout.homes[leaf.type.index], "models/leaf");
}

TEST(Layout, ALongCycleNeedsNoStack) {
  ApiBuilder builder;
  constexpr std::size_t count = 5000;
  std::vector<model::TypeUse> all;
  for (std::size_t index = 0; index < count; ++index) {
    all.push_back(builder.object("T" + std::to_string(index)));
  }
  for (std::size_t index = 0; index < count; ++index) {
    builder.add_field(all[index], "next", builder.anonymous(model::List{all[(index + 1) % count]}));
  }
  const Layout layout = layout_of(builder.api);
  ASSERT_EQ(layout.models.size(), 1u);
  EXPECT_EQ(layout.models[0].types.size(), count);
}

TEST(Layout, AliasesStandBeforeTheirUsers) {
  ApiBuilder builder;
  const auto holder = builder.object("Holder");
  const auto tags = builder.component("Tags", model::Alias{builder.anonymous(model::List{holder})});
  builder.add_field(holder, "tags", tags);
  const Layout layout = layout_of(builder.api);
  ASSERT_EQ(layout.models.size(), 1u);
  EXPECT_EQ(layout.models[0].types, (std::vector{tags.type, holder.type}));
}

TEST(Layout, InlineTypesOfOneOperationStandWithIt) {
  ApiBuilder builder;
  auto answer = [&](std::size_t operation, const std::string& role) {
    const auto use = builder.anonymous(model::Object{});
    model::TypeName& name = builder.api.types.at(use.type).name;
    name.source = model::TypeName::Source::operation;
    name.operation = operation;
    name.role = role;
    builder.api.types.at(use.type).origin.pointer = "#/" + role + std::to_string(operation);
    return use;
  };
  const auto own = answer(0, "Response");
  const auto shared = answer(0, "Error");
  ApiBuilder::add_answer(builder.operation("one"), "200", own);
  ApiBuilder::add_answer(builder.api.operations[0], "400", shared);
  ApiBuilder::add_answer(builder.operation("two"), "400", shared);
  const Layout layout = layout_of(builder.api);
  EXPECT_EQ(layout.homes[own.type.index], "operations/one");
  EXPECT_EQ(layout.operation_types[0], std::vector{own.type});
  EXPECT_EQ(layout.homes[shared.type.index], "models/one_error") << "two operations answer it";
}

}  // namespace
