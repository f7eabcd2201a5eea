// Where references lead: within a document, to other files, by anchor and `$id`, and nowhere.
#include "spec/references.hpp"

#include <gtest/gtest.h>

#include "fixture.hpp"

namespace bindery::spec {
namespace {

SchemaId target_of(const Schema& schema) {
  return schema.reference ? schema.reference->target : SchemaId{};
}

TEST(References, LeadToTheSameSchemaHoweverItIsReached) {
  const auto read = read_schemas("3.1.0", R"(
    Pet: {type: object, properties: {tag: {type: string}, self: {$ref: '#/components/schemas/Pet'}}}
    Deep: {$ref: '#/components/schemas/Pet/properties/tag'}
    Item: {$ref: '#/components/schemas/List/prefixItems/1'}
    List: {prefixItems: [{type: string}, {type: integer}]}
)");
  EXPECT_EQ(read->said(), Lines{});
  EXPECT_EQ(target_of(read->property("Pet", "self")), read->component_id("Pet"));
  EXPECT_EQ(target_of(read->component("Deep")), read->component("Pet").properties[0].schema);
  EXPECT_EQ(target_of(read->component("Item")), read->component("List").prefix_items[1]);
  EXPECT_EQ(read->component("Deep").reference->text, "#/components/schemas/Pet/properties/tag");
}

TEST(References, DecodePercentAndTilde) {
  const auto read = read_schemas("3.1.0", R"(
    'a/b c': {type: string}
    'a~b': {type: string}
    '50%': {type: string}
    A: {$ref: '#/components/schemas/a~1b%20c'}
    B: {$ref: '#/components/schemas/a~0b'}
    C: {$ref: '#/components/schemas/50%'}
    D: {$ref: '#/components/schemas/a%7E1b c'}
)");
  EXPECT_EQ(read->said(), Lines{});
  EXPECT_EQ(target_of(read->component("A")), read->component_id("a/b c"));
  EXPECT_EQ(target_of(read->component("B")), read->component_id("a~b"));
  EXPECT_EQ(target_of(read->component("C")), read->component_id("50%"));
  EXPECT_EQ(target_of(read->component("D")), read->component_id("a/b c"));
}

TEST(References, KeepSiblings) {
  const auto read = read_schemas("3.1.0", R"(
    A: {type: string}
    B: {$ref: '#/components/schemas/A', description: mine, default: x, minLength: 2}
)");
  EXPECT_EQ(read->said(), Lines{});
  const Schema& b = read->component("B");
  EXPECT_EQ(target_of(b), read->component_id("A"));
  EXPECT_EQ(b.description, "mine");
  EXPECT_EQ(b.default_value->text, "x");
  EXPECT_EQ(b.min_length, 2u);
}

TEST(References, KeepAnnotatingSiblingsInVersion30) {
  const auto read = read_schemas("3.0.0", R"(
    A: {type: string}
    B: {$ref: '#/components/schemas/A', description: mine, nullable: true, readOnly: true, minLength: 2}
)");
  const Schema& b = read->component("B");
  EXPECT_EQ(b.description, "mine");
  EXPECT_TRUE(b.nullable);
  EXPECT_TRUE(b.read_only);
  EXPECT_FALSE(b.min_length);
  EXPECT_EQ(read->said().size(), 1u);
  EXPECT_EQ(read->count("E0310"), 1u);
}

TEST(References, ThatLeadNowhereAreReportedWithTheNearestName) {
  const auto read = read_schemas("3.1.0", R"(
    Pet: {type: object}
    A: {$ref: '#/components/schemas/Pte'}
    B: {$ref: 'Pet'}
    C: {$ref: '#pet'}
    D: {$ref: '#/components/schemas/Pet/~2'}
)");
  EXPECT_EQ(read->count("E0203"), 4u);
  EXPECT_EQ(read->diagnostics.error_count(), 4u);
  const auto first = read->diagnostics.sorted()[0];
  EXPECT_EQ(read->place(first.where), "api.yaml:8:15");
  EXPECT_EQ(first.pointer, "#/components/schemas/A/$ref");
  EXPECT_EQ(first.hint, "did you mean `Pet`?");
  EXPECT_FALSE(target_of(read->component("A")).is_known());
  EXPECT_EQ(read->diagnostics.sorted()[1].hint,
            "a local reference begins with `#/components/schemas/`");
}

TEST(References, ToOtherKindsAreErrors) {
  const auto read = read_operation_text(R"(
      parameters: [{$ref: '#/components/schemas/A'}]
      responses: {'200': {$ref: '#/components/responses/List'}}
)",
                                        R"(
components:
  schemas: {A: {type: string}}
  responses: {List: {$ref: '#/info/title'}}
)");
  EXPECT_EQ(read->count("E0204"), 2u);
  EXPECT_EQ(read->diagnostics.error_count(), 2u);
}

TEST(References, FromSchemaToParameterUseItsSchema) {
  const auto read = read_text_as_spec(R"(openapi: 3.1.0
info: {title: T, version: '1'}
components:
  parameters: {P: {name: p, in: query, schema: {type: integer}}}
  schemas: {A: {$ref: '#/components/parameters/P'}}
)");
  EXPECT_FALSE(read->diagnostics.has_errors());
  EXPECT_EQ(read->count("E0311"), 1u);
  ASSERT_TRUE(target_of(read->component("A")).is_known());
  EXPECT_TRUE(read->spec.schema(target_of(read->component("A"))).types.integer);
}

TEST(References, ToTheNetworkAreRefused) {
  const auto read = read_schemas("3.1.0", R"(
    A: {$ref: 'https://example.com/a.yaml#/B'}
    B: {$ref: '//example.com/b.yaml'}
    C: {$ref: 'file:///etc/passwd'}
)");
  EXPECT_EQ(read->count("E0202"), 3u);
  EXPECT_NE(read->diagnostics.sorted()[0].hint, "");
}

TEST(References, FollowFilesRelativeToTheOneTheyStandIn) {
  Fixture read({{"api/openapi.yaml", R"(openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /pets: {$ref: 'paths/pets.yaml#/pets'}
components:
  schemas:
    Pet: {$ref: 'schemas/pet.json'}
    Again: {$ref: './schemas/../schemas/pet.json'}
)"},
                {"api/paths/pets.yaml", R"(pets:
  get:
    operationId: list
    parameters: [{$ref: '../parameters.yaml#/limit'}]
    responses:
      '200':
        description: ok
        content: {application/json: {schema: {$ref: '../schemas/pet.json'}}}
)"},
                {"api/parameters.yaml",
                 "limit: {name: limit, in: query, schema: {$ref: '#/limits'}}\n"
                 "limits: {type: integer}\n"},
                {"api/schemas/pet.json",
                 R"({"type": "object", "properties": {"tag": {"$ref": "tag%20name.yaml"},
                     "home": {"$ref": "../openapi.yaml#/components/schemas/Pet"}}})"},
                {"api/schemas/tag name.yaml", "type: string\n"}});
  read.read({"api/openapi.yaml"});
  EXPECT_EQ(read.said(), Lines{});
  ASSERT_EQ(read.spec.paths.size(), 1u);
  const Operation& list = read.spec.paths[0].operations.at(0);
  ASSERT_EQ(list.parameters.size(), 1u);
  const Schema& limit = read.spec.schema(*list.parameters[0].schema);
  EXPECT_TRUE(read.spec.schema(target_of(limit)).types.integer);
  const SchemaId pet = target_of(read.component("Pet"));
  EXPECT_EQ(target_of(read.component("Again")), pet);
  EXPECT_EQ(target_of(read.spec.schema(*list.responses.at(0).content.at(0).schema)), pet);
  EXPECT_EQ(read.spec.schema(pet).pointer, "#");
  EXPECT_TRUE(
      read.spec.schema(target_of(read.spec.schema(read.spec.schema(pet).properties[0].schema)))
          .types.string);
  EXPECT_EQ(target_of(read.spec.schema(read.spec.schema(pet).properties[1].schema)),
            read.component_id("Pet"));
  EXPECT_EQ(read.sources.size(), 5u);
}

TEST(References, ToFilesThatAreMissingOrBrokenAreReported) {
  Fixture read({{"api.yaml", R"(openapi: 3.1.0
info: {title: T, version: '1'}
components:
  schemas:
    A: {$ref: missing.yaml}
    B: {$ref: broken.json}
    C: {$ref: broken.json}
)"},
                {"broken.json", "{"}});
  read.read({"api.yaml"});
  EXPECT_EQ(read.count("E0203"), 3u);
  EXPECT_EQ(read.count("E0104"), 1u);
}

TEST(References, FollowAnchorsAndIdentifiers) {
  const auto read = read_schemas("3.1.0", R"(
    Node: {$anchor: node, type: object}
    A: {$ref: '#node'}
    Tree:
      $id: https://example.com/schemas/tree
      $dynamicAnchor: branch
      type: object
      $defs: {leaf: {type: string, $anchor: leaf}}
      properties:
        leaf: {$ref: '#/$defs/leaf'}
        other: {$ref: '#leaf'}
        sub: {$dynamicRef: '#branch'}
        outside: {$ref: '#/components/schemas/Node'}
        sibling: {$ref: other}
    Other: {$id: 'https://example.com/schemas/other', type: integer}
    B: {$ref: 'https://example.com/schemas/tree#/$defs/leaf'}
    C: {$ref: '#/components/schemas/Tree/properties/leaf'}
    Data: {type: object, default: {$id: not-one}, examples: [{$anchor: node}]}
)");
  EXPECT_EQ(read->said(), Lines{});
  EXPECT_EQ(target_of(read->component("A")), read->component_id("Node"));
  const SchemaId leaf = read->component("Tree").definitions.at(0).schema;
  EXPECT_EQ(target_of(read->property("Tree", "leaf")), leaf);
  EXPECT_EQ(target_of(read->property("Tree", "other")), leaf);
  EXPECT_EQ(target_of(read->property("Tree", "sub")), read->component_id("Tree"));
  EXPECT_EQ(target_of(read->property("Tree", "outside")), read->component_id("Node"));
  EXPECT_EQ(target_of(read->property("Tree", "sibling")), read->component_id("Other"));
  EXPECT_EQ(target_of(read->component("B")), leaf);
  EXPECT_EQ(target_of(read->component("C")), read->component("Tree").properties[0].schema);
}

TEST(References, FollowRecursiveReferenceToItsAnchor) {
  const auto read = read_schemas("3.1.0", R"(
    Filter:
      $recursiveAnchor: true
      type: object
      properties: {inner: {type: array, items: {$recursiveRef: '#'}}}
)");
  const Schema& items = read->spec.schema(*read->property("Filter", "inner").items);
  EXPECT_EQ(target_of(items), read->component_id("Filter"));
  EXPECT_EQ(read->count("E0310"), 1u);
}

TEST(References, LeadThroughOtherReferences) {
  const auto read = read_schemas("3.1.0", R"(
    Alias: {$ref: '#/components/schemas/Pet'}
    Pet: {type: object, properties: {tag: {type: string}}}
    A: {$ref: '#/components/schemas/Alias/properties/tag'}
    Loop: {$ref: '#/components/schemas/Loop/properties/x'}
)");
  EXPECT_EQ(target_of(read->component("A")), read->component("Pet").properties[0].schema);
  EXPECT_EQ(read->count("E0203"), 1u);
}

TEST(References, ThatAreSchemasMayFormCycles) {
  const auto read = read_schemas("3.1.0", R"(
    A: {$ref: '#/components/schemas/B'}
    B: {$ref: '#/components/schemas/A'}
)");
  EXPECT_EQ(read->said(), Lines{});
  EXPECT_EQ(target_of(read->component("A")), read->component_id("B"));
  EXPECT_EQ(target_of(read->component("B")), read->component_id("A"));
}

TEST(References, ThatAreNoSchemasMayNotFormCycles) {
  const auto read = read_operation_text(R"(
      parameters: [{$ref: '#/components/parameters/A'}]
      responses: {'200': {description: ok}}
)",
                                        R"(
components:
  parameters:
    A: {$ref: '#/components/parameters/B'}
    B: {$ref: '#/components/parameters/A'}
)");
  EXPECT_EQ(read->said(), Lines{"E0201 api.yaml:12:15 #/components/parameters/A/$ref "
                                "`#/components/parameters/B` leads back to itself"});
  ASSERT_EQ(read->only("E0201").notes.size(), 1u);
  EXPECT_EQ(read->place(read->only("E0201").notes[0].where), "api.yaml:13:15");
  EXPECT_TRUE(read->spec.paths.at(0).operations.at(0).parameters.empty());
}

TEST(References, OfPathItemsToThemselvesAreCycles) {
  const auto read = read_text_as_spec(R"(openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /a: {$ref: '#/paths/~1a'}
)");
  EXPECT_EQ(read->count("E0201"), 1u);
  EXPECT_EQ(read->said().size(), 1u);
}

TEST(References, OfLongChainsDoNotExhaustTheStack) {
  std::string schemas = "    S0: {type: object, properties: {p: {type: string}}}\n";
  for (int i = 1; i < 3000; ++i) {
    schemas += "    S" + std::to_string(i) + ": {$ref: '#/components/schemas/S" +
               std::to_string(i - 1) + "/properties/p'}\n";
  }
  const auto read = read_schemas("3.1.0", schemas);
  // Whether all are found or some are refused, each is answered.
  EXPECT_EQ(read->spec.component_schemas.size(), 3000u);
  EXPECT_TRUE(target_of(read->component("S1")).is_known());
}

TEST(References, ToWholeMapsAreFollowed) {
  Fixture read({{"api.yaml", R"(openapi: 3.0.0
info: {title: T, version: '1'}
paths: {$ref: paths.yaml}
components:
  schemas: {$ref: schemas.yaml}
)"},
                {"paths.yaml", R"(/a: {get: {responses: {'200': {description: ok}}}}
)"},
                {"schemas.yaml", R"(A: {type: object, properties: {$ref: '#/Shared'}}
Shared: {b: {type: string}}
)"}});
  read.read({"api.yaml"});
  EXPECT_EQ(read.spec.paths.size(), 1u);
  EXPECT_TRUE(read.property("A", "b").types.string);
  EXPECT_FALSE(read.diagnostics.has_errors());
}

TEST(References, OfObjectsMayReplaceTheDescription) {
  const auto read = read_operation_text(R"(
      responses:
        '200': {$ref: '#/components/responses/R', description: mine}
        '201': {$ref: '#/components/responses/R'}
)",
                                        R"(
components:
  responses: {R: {description: theirs}}
)");
  EXPECT_EQ(read->said(), Lines{});
  const Operation& operation = read->spec.paths[0].operations[0];
  EXPECT_EQ(operation.responses[0].description, "mine");
  EXPECT_EQ(operation.responses[1].description, "theirs");
}

}  // namespace
}  // namespace bindery::spec
