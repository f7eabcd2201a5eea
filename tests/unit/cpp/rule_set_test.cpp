// Who has rules: directly or below, over cycles; and that hostile models end.
#include "cpp/rule_set.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "api_builder.hpp"

namespace {

using bindery::cpp::Names;
using bindery::cpp::rule_set;
using bindery::cpp::RuleSet;
using bindery::test::ApiBuilder;
namespace model = bindery::model;
using Texts = std::vector<std::string>;

Names names_of(const model::Api& api) {
  bindery::diagnostics::Diagnostics diagnostics;
  return bindery::cpp::assign_names(api, {}, diagnostics);
}

RuleSet rules_of(const model::Api& api) {
  const Names names = names_of(api);
  return rule_set({api, names});
}

model::TypeUse bounded_string(ApiBuilder& builder, std::uint64_t most) {
  const model::TypeUse use = builder.string();
  builder.api.types.at(use.type).constraints.max_length = most;
  return use;
}

TEST(RuleSet, IsEmptyWithoutConstraints) {
  ApiBuilder builder;
  const auto video = builder.object("Video");
  builder.add_field(video, "title", builder.string());
  builder.operation("read");
  EXPECT_TRUE(rules_of(builder.api).is_empty());
}

TEST(RuleSet, RisesThroughCyclesToAllWhoLeadToAConstraint) {
  ApiBuilder builder;
  const auto leaf = builder.object("Leaf");
  const auto node = builder.object("Node");
  const auto root = builder.object("Root");
  const auto other = builder.object("Other");
  builder.add_field(leaf, "name", bounded_string(builder, 3));
  builder.add_field(node, "nodes", builder.anonymous(model::List{node}));
  builder.add_field(node, "leaves", builder.anonymous(model::Map{leaf}));
  builder.add_field(root, "node", node, false);
  builder.add_field(other, "note", builder.string());
  const RuleSet rules = rules_of(builder.api);
  EXPECT_TRUE(rules.has_type(leaf.type));
  EXPECT_TRUE(rules.has_type(node.type));
  EXPECT_TRUE(rules.has_type(root.type));
  EXPECT_FALSE(rules.has_type(other.type));
}

TEST(RuleSet, ACycleWithoutConstraintsHasNone) {
  ApiBuilder builder;
  const auto a = builder.object("A");
  const auto b = builder.object("B");
  builder.add_field(a, "b", builder.anonymous(model::List{b}));
  builder.add_field(b, "a", builder.anonymous(model::List{a}));
  EXPECT_TRUE(rules_of(builder.api).is_empty());
}

TEST(RuleSet, ARequestHasThoseOfItsParameters) {
  ApiBuilder builder;
  const auto text = builder.string();
  auto& plain = builder.operation("plain");
  plain.parameters.emplace_back().wire_name = "id";
  plain.parameters.back().type = text;
  auto& held = builder.operation("held");
  held.parameters.emplace_back().wire_name = "id";
  held.parameters.back().type = text;
  held.parameters.back().constraints.min_length = 1;
  const RuleSet rules = rules_of(builder.api);
  EXPECT_FALSE(rules.has_request(0));
  EXPECT_TRUE(rules.has_request(1));
}

TEST(RuleSet, MembersAreCountedWhereAnybodyLimitsThem) {
  ApiBuilder builder;
  const auto patch = builder.object("Patch");
  const auto holder = builder.object("Holder");
  builder.add_field(patch, "title", builder.string(), false);
  builder.add_field(holder, "patch", patch);
  builder.api.types.at(holder.type).as<model::Object>()->fields.back().constraints.min_properties =
      1;
  const RuleSet rules = rules_of(builder.api);
  EXPECT_TRUE(rules.counts(patch.type));
  EXPECT_TRUE(rules.has_type(patch.type));
  EXPECT_FALSE(rules.counts(holder.type));
}

TEST(PlaceRules, ConstraintsOfAliasesStandAtEveryUse) {
  ApiBuilder builder;
  const auto id = builder.component("Id", model::Alias{bounded_string(builder, 8)});
  builder.api.types.at(id.type).constraints.min_length = 2;
  const auto ids = builder.component("Ids", model::Alias{builder.anonymous(model::List{id})});
  const Names names = names_of(builder.api);
  const auto place = bindery::cpp::place_rules({builder.api, names}, ids);
  EXPECT_EQ(place.constraints, Texts{"bindery::each(bindery::length(2), bindery::length(0, 8))"});
}

TEST(PlaceRules, AlternativesThatAreOneToTheCompilerKeepWhatBothSay) {
  ApiBuilder builder;
  const auto either = builder.component(
      "Either", model::Union{{},
                             {},
                             {{bounded_string(builder, 3), {}, {}},
                              {bounded_string(builder, 5), {}, {}},
                              {builder.anonymous(model::List{bounded_string(builder, 7)}), {}, {}}},
                             {}});
  const Names names = names_of(builder.api);
  const auto rules = bindery::cpp::type_rules({builder.api, names}, either.type);
  EXPECT_EQ(rules.itself.constraints,
            Texts{"bindery::at<1>(bindery::each(bindery::length(0, 7)))"});
}

TEST(PlaceRules, UniqueFilesAreSaidToBeUnchecked) {
  ApiBuilder builder;
  const auto files = builder.anonymous(model::List{builder.anonymous(model::Primitive::binary)});
  builder.api.types.at(files.type).constraints.unique_items = true;
  builder.api.types.at(files.type).constraints.max_items = 3;
  const Names names = names_of(builder.api);
  const auto place = bindery::cpp::place_rules({builder.api, names}, files);
  EXPECT_EQ(place.constraints, Texts{"bindery::items(0, 3)"});
  EXPECT_EQ(place.unchecked.size(), 1u);
}

TEST(PlaceRules, AliasesThatMultiplyEnd) {
  ApiBuilder builder;
  auto use = bounded_string(builder, 3);
  for (int level = 0; level < 40; ++level) {
    use = builder.component("T" + std::to_string(level),
                            model::Alias{builder.anonymous(model::Tuple{{use, use}, {}})});
  }
  const Names names = names_of(builder.api);
  const auto place = bindery::cpp::place_rules({builder.api, names}, use);
  EXPECT_EQ(place.unchecked.size(), 1u);
  EXPECT_LT(place.constraints.size(), 5000u);
}

}  // namespace
