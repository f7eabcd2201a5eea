// Several documents to one: what unites, what is noted, what contradicts.
#include <gtest/gtest.h>

#include "fixture.hpp"

namespace bindery::spec {
namespace {

const std::string head = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n";

std::unique_ptr<Fixture> merge(const std::string& a, const std::string& b,
                               OnConflict on_conflict = OnConflict::error) {
  auto fixture = std::make_unique<Fixture>(
      std::map<std::string, std::string>{{"a.yaml", head + a}, {"b.yaml", head + b}});
  fixture->read({"a.yaml", "b.yaml"}, on_conflict);
  return fixture;
}

/// Merges two pages that differ in one component `Pet`.
std::unique_ptr<Fixture> merge_pets(const std::string& a, const std::string& b,
                                    OnConflict on_conflict = OnConflict::error) {
  return merge("components: {schemas: {Pet: " + a + "}}\n",
               "components: {schemas: {Pet: " + b + "}}\n", on_conflict);
}

std::string operation(const std::string& id) {
  return "{operationId: " + id + ", responses: {'200': {description: ok}}}";
}

TEST(MergeDocuments, LeavesOneDocumentAlone) {
  const auto read = read_schemas("3.1.0", "    A: {type: string}\n");
  EXPECT_EQ(read->said(), Lines{});
  EXPECT_EQ(read->spec.component_schemas.size(), 1u);
}

TEST(MergeDocuments, UnitesPathsByMethod) {
  const auto read =
      merge("paths: {/a: {get: " + operation("x") + "}, /b: {get: " + operation("y") + "}}\n",
            "paths: {/a: {get: " + operation("x") + ", post: " + operation("z") +
                "}, /c: {get: " + operation("w") + "}}\n");
  EXPECT_EQ(read->said(), Lines{});
  ASSERT_EQ(read->spec.paths.size(), 3u);
  EXPECT_EQ(read->spec.paths[0].operations.size(), 2u);
  EXPECT_EQ(read->spec.paths[2].path, "/c");
}

TEST(MergeDocuments, ResolvesReferencesInTheWhole) {
  const auto read = merge("components: {schemas: {A: {$ref: '#/components/schemas/B'}}}\n",
                          "components: {schemas: {B: {$ref: 'a.yaml#/components/schemas/A'}}}\n");
  EXPECT_EQ(read->said(), Lines{});
  EXPECT_EQ(read->component("A").reference->target, read->component_id("B"));
  EXPECT_EQ(read->component("B").reference->target, read->component_id("A"));
}

TEST(MergeDocuments, UnitesTagsByNameInOrderOfAppearance) {
  const auto read = merge("tags: [{name: x, description: one}, {name: y}]\npaths: {}\n",
                          "tags: [{name: z}, {name: x, description: two}]\npaths: {}\n");
  ASSERT_EQ(read->spec.tags.size(), 3u);
  EXPECT_EQ(read->spec.tags[0].description, "one");
  EXPECT_EQ(read->spec.tags[2].name, "z");
  EXPECT_EQ(read->said(), Lines{"E0309 b.yaml:3:19 #/tags/0 tag `x` differs only in prose; the "
                                "first one is used"});
}

TEST(MergeDocuments, NotesProseOnce) {
  Fixture read({{"a.yaml", head + "components: {schemas: {Pet: {title: one, type: string}}}\n"},
                {"b.yaml", head + "components: {schemas: {Pet: {title: two, type: string}}}\n"},
                {"c.yaml", head + "components: {schemas: {Pet: {type: string, x-a: 1, "
                                  "example: e}}}\n"}});
  read.read({"a.yaml", "b.yaml", "c.yaml"});
  ASSERT_EQ(read.said().size(), 1u);
  const auto note = read.only("E0309");
  EXPECT_EQ(note.pointer, "#/components/schemas/Pet");
  EXPECT_EQ(read.place(note.where), "b.yaml:3:24");
  ASSERT_EQ(note.notes.size(), 1u);
  EXPECT_EQ(read.place(note.notes[0].where), "a.yaml:3:24");
  EXPECT_EQ(read.component("Pet").title, "one");
}

TEST(MergeDocuments, SeesWhatIsOnlyWrittenDifferently) {
  const std::vector<std::pair<std::string, std::string>> same{
      {"{required: [a, b]}", "{required: [b, a]}"},
      {"{enum: [a, 1]}", "{enum: [1, a]}"},
      {"{type: string}", "{type: [string]}"},
      {"{type: [string, 'null']}", "{type: ['null', string]}"},
      {"{minimum: 1}", "{minimum: 1.0}"},
      {"{type: string, deprecated: false}", "{type: string}"},
      {"{type: object}", "{type: object, required: []}"},
      {"{discriminator: {propertyName: k, mapping: {a: '#/components/schemas/Pet'}}}",
       "{discriminator: {propertyName: k, mapping: {a: {$ref: '#/components/schemas/Pet'}}}}"},
      {"{type: string, format: x}", "{format: x, type: string}"}};
  for (const auto& [a, b] : same) {
    EXPECT_EQ(merge_pets(a, b)->said(), Lines{}) << a << " and " << b;
  }
}

TEST(MergeDocuments, FindsEveryDifferenceInMeaning) {
  const std::vector<std::pair<std::string, std::string>> different{
      {"{type: string}", "{type: integer}"},
      {"{type: string}", "{type: [string, 'null']}"},
      {"{enum: [a]}", "{enum: [a, b]}"},
      {"{enum: [a, b]}", "{enum: [a]}"},
      {"{required: [a]}", "{}"},
      {"{default: 1}", "{default: 2}"},
      {"{const: {description: a}}", "{const: {description: b}}"},
      {"{allOf: [{type: object}]}", "{allOf: [{type: object}, {type: object}]}"},
      {"{additionalProperties: false}", "{}"},
      {"{$ref: '#/components/schemas/A'}", "{$ref: '#/components/schemas/B'}"},
      {"{discriminator: {propertyName: k, mapping: {a: A}}}",
       "{discriminator: {propertyName: k, mapping: {a: B}}}"},
      {"{discriminator: {propertyName: k, mapping: {a: A}}}",
       "{discriminator: {propertyName: k, mapping: {a: A, b: A}}}"},
      // Names that look like keywords of prose are properties.
      {"{properties: {description: {type: string}}}", "{properties: {}}"},
      {"{properties: {title: {type: string}}}", "{properties: {title: {type: integer}}}"},
      {"{properties: {x-a: {type: string}}}", "{properties: {x-a: {type: integer}}}"},
      {"{type: string}", "true"}};
  for (const auto& [a, b] : different) {
    EXPECT_EQ(merge_pets(a, b)->count("E0308"), 1u) << a << " and " << b;
    EXPECT_EQ(merge_pets(b, a)->count("E0308"), 1u) << b << " and " << a;
    EXPECT_EQ(merge_pets(a, b, OnConflict::first)->count("E0308"), 0u);
    EXPECT_EQ(merge_pets(a, b, OnConflict::last)->count("E0308"), 0u);
  }
}

TEST(MergeDocuments, PointsAtTheAddedProperty) {
  const auto read = merge_pets("{properties: {a: {type: string}}}",
                               "{properties: {a: {type: string}, b: {type: string}}}");
  EXPECT_EQ(read->said(),
            Lines{"E0308 b.yaml:3:62 #/components/schemas/Pet/properties/b `Pet` means something "
                  "else in another document: `b` is here"});
  const auto conflict = read->only("E0308");
  ASSERT_EQ(conflict.notes.size(), 1u);
  EXPECT_EQ(read->place(conflict.notes[0].where), "a.yaml:3:42");
  EXPECT_EQ(conflict.notes[0].message, "`b` is missing here");
  EXPECT_NE(conflict.hint.find("--on-conflict"), std::string::npos);
}

TEST(MergeDocuments, TakesTheFirstOrTheLastWhenAsked) {
  const std::string a = "{type: string, description: a}";
  const std::string b = "{type: integer, description: b}";
  EXPECT_TRUE(merge_pets(a, b, OnConflict::first)->component("Pet").types.string);
  EXPECT_TRUE(merge_pets(a, b, OnConflict::last)->component("Pet").types.integer);
}

TEST(MergeDocuments, ReportsOperationsThatDiffer) {
  const auto read = merge("paths: {/a: {get: " + operation("x") + "}}\n",
                          "paths: {/a: {get: " + operation("y") + "}}\n");
  EXPECT_EQ(read->said(), Lines{"E0308 b.yaml:3:33 #/paths/~1a/get/operationId `get` means "
                                "something else in another document: `\"y\"` here"});
}

TEST(MergeDocuments, NotesOperationsThatDifferInProse) {
  const auto read =
      merge("paths: {/a: {get: {summary: s, responses: {'200': {description: a}}}}}\n",
            "paths: {/a: {get: {responses: {'200': {description: b}}}}}\n");
  EXPECT_EQ(read->count("E0309"), 1u);
  EXPECT_EQ(read->said().size(), 1u);
  EXPECT_EQ(read->spec.paths.at(0).operations.at(0).summary, "s");
}

TEST(MergeDocuments, WantsEqualServersAndSecurity) {
  EXPECT_EQ(
      merge("servers: [{url: a}]\npaths: {}\n", "servers: [{url: b}]\npaths: {}\n")->count("E0308"),
      1u);
  EXPECT_EQ(merge("servers: [{url: a, description: x}]\npaths: {}\n",
                  "servers: [{url: a, description: y}]\npaths: {}\n")
                ->count("E0309"),
            1u);
  EXPECT_EQ(merge("security: [{A: []}, {B: []}]\npaths: {}\n",
                  "security: [{B: []}, {A: []}]\npaths: {}\n")
                ->said(),
            Lines{});
  EXPECT_EQ(merge("security: [{A: []}]\npaths: {}\n", "security: []\npaths: {}\n")->count("E0308"),
            1u);
  EXPECT_EQ(merge("security: [{A: []}]\npaths: {}\n", "paths: {}\n")->count("E0308"), 1u);
  EXPECT_EQ(merge("paths: {}\n", "security: [{A: []}]\npaths: {}\n", OnConflict::last)
                ->spec.security.size(),
            1u);
  EXPECT_TRUE(merge("security: [{A: []}]\npaths: {}\n", "paths: {}\n", OnConflict::last)
                  ->spec.security.empty());
}

TEST(MergeDocuments, ComparesTitleAndVersionOfInfo) {
  Fixture other({{"a.yaml", head + "paths: {}\n"},
                 {"b.yaml", "openapi: 3.1.1\ninfo: {title: T, version: '2'}\npaths: {}\n"}});
  other.read({"a.yaml", "b.yaml"});
  EXPECT_EQ(other.count("E0308"), 1u);
  EXPECT_EQ(other.place(other.only("E0308").where), "b.yaml:2:27");
  Fixture prose(
      {{"a.yaml", head + "paths: {}\n"},
       {"b.yaml", "openapi: 3.1.1\ninfo: {title: T, version: '1', description: d}\npaths: {}\n"}});
  prose.read({"a.yaml", "b.yaml"});
  EXPECT_EQ(prose.count("E0309"), 1u);
  EXPECT_EQ(prose.said().size(), 1u);
}

TEST(MergeDocuments, RefusesToMixVersions) {
  Fixture read({{"a.yaml", head + "paths: {}\n"}, {"b.yaml", "openapi: 3.0.0\npaths: {}\n"}});
  read.read({"a.yaml", "b.yaml"});
  EXPECT_EQ(read.count("E0308"), 1u);
  Fixture swagger({{"a.yaml", "swagger: '2.0'\n"}, {"b.yaml", "a: b\n"}});
  swagger.read({"a.yaml", "b.yaml"});
  EXPECT_EQ(swagger.count("E0110"), 1u);
  EXPECT_EQ(swagger.count("E0109"), 1u);
  EXPECT_EQ(swagger.said().size(), 2u);
}

TEST(MergeDocuments, ReportsWhatIsNoMapping) {
  Fixture read({{"a.yaml", head + "paths: {}\n"}, {"b.yaml", "[1]\n"}});
  read.read({"a.yaml", "b.yaml"});
  EXPECT_EQ(read.count("E0109"), 1u);
}

TEST(MergeDocuments, SurvivesPartsOfTheWrongKind) {
  const auto read = merge("paths: [a]\ncomponents: {schemas: 5}\ntags: x\n",
                          "paths: {/a: null}\ncomponents: {schemas: {A: {}}, responses: []}\n"
                          "tags: [{name: a}]\n");
  EXPECT_GE(read->said().size(), 2u);
  EXPECT_EQ(read->spec.component_schemas.size(), 1u);
}

}  // namespace
}  // namespace bindery::spec
