// Types that contain themselves.
#include <string>

#include <gtest/gtest.h>

#include "fixture.hpp"

namespace bindery::model {
namespace {

std::size_t count_boxes(const Lowered& lowered) {
  std::size_t count = 0;
  const std::string& text = lowered.dump_text();
  for (auto at = text.find("box<"); at != std::string::npos; at = text.find("box<", at + 1)) {
    ++count;
  }
  return count;
}

TEST(Recursion, ListsAndMapsBreakACycleThemselves) {
  const Lowered lowered(schemas_of(R"(
    Node:
      type: object
      properties:
        next: {$ref: '#/components/schemas/Node'}
        maybe: {anyOf: [{$ref: '#/components/schemas/Node'}, {type: 'null'}]}
        children: {type: array, items: {$ref: '#/components/schemas/Node'}}
        named: {type: object, additionalProperties: {$ref: '#/components/schemas/Node'}}
)"));
  EXPECT_EQ(lowered.block("object Node"),
            "object Node\n"
            "  next?: box<Node>\n"
            "  maybe?: box<Node | null>\n"
            "  children?: list<Node>\n"
            "  named?: map<Node>\n");
}

TEST(Recursion, MutualCyclesAreCutOnce) {
  const Lowered lowered(schemas_of(R"(
    A: {type: object, properties: {b: {$ref: '#/components/schemas/B'}}}
    B: {type: object, properties: {c: {$ref: '#/components/schemas/C'}}}
    C: {type: object, properties: {a: {$ref: '#/components/schemas/Alias'}}}
    Alias: {$ref: '#/components/schemas/A'}
)"));
  EXPECT_EQ(lowered.block("object A"), "object A\n  b?: B\n");
  EXPECT_EQ(lowered.block("object C"), "object C\n  a?: box<Alias>\n");
  EXPECT_EQ(count_boxes(lowered), 1U);
}

TEST(Recursion, AnyNumberOfTypesInACycle) {
  std::string schemas;
  for (int index = 0; index < 3000; ++index) {
    schemas += "    A" + std::to_string(index) +
               ": {type: object, properties: {next: {$ref: " + "'#/components/schemas/A" +
               std::to_string((index + 1) % 3000) + "'}}}\n";
  }
  const Lowered lowered(schemas_of(schemas));
  EXPECT_EQ(count_boxes(lowered), 1U);
  EXPECT_EQ(lowered.block("object A2999"), "object A2999\n  next?: box<A0>\n");
}

TEST(Recursion, UnionsAndTuples) {
  const Lowered lowered(schemas_of(R"(
    Expression:
      oneOf: [{type: number}, {$ref: '#/components/schemas/Sum'}]
    Sum:
      type: object
      required: [left, pair]
      properties:
        left: {$ref: '#/components/schemas/Expression'}
        pair: {type: array, prefixItems: [{$ref: '#/components/schemas/Expression'}]}
)"));
  EXPECT_EQ(lowered.block("object Sum"),
            "object Sum\n  left: box<Expression>\n  pair: tuple<box<Expression>>\n");
  EXPECT_EQ(lowered.block("union Expression"), "union Expression by json_kind\n  float64\n  Sum\n");
}

TEST(Recursion, AliasesThatContainThemselves) {
  const Lowered lowered(schemas_of(R"(
    Tree: {type: array, items: {$ref: '#/components/schemas/Tree'}}
    Table: {type: object, additionalProperties: {$ref: '#/components/schemas/Other'}}
    Other: {$ref: '#/components/schemas/Table'}
    Plain: {type: array, items: {$ref: '#/components/schemas/Tree'}}
)"));
  EXPECT_EQ(lowered.block("alias Tree"), "alias Tree = list<Tree> (self-containing)\n");
  EXPECT_EQ(lowered.block("alias Table"), "alias Table = map<Other> (self-containing)\n");
  EXPECT_EQ(lowered.block("alias Other"), "alias Other = Table\n");
  EXPECT_EQ(lowered.block("alias Plain"), "alias Plain = list<Tree>\n");
}

TEST(Recursion, NamelessListsThatContainThemselvesGetAName) {
  const Lowered lowered(schemas_of(R"(
    S:
      type: object
      properties:
        x: {type: array, items: {$ref: '#/components/schemas/S/properties/x'}}
)"));
  EXPECT_EQ(lowered.block("object S"), "object S\n  x?: Recursive_S_x\n");
  EXPECT_EQ(lowered.block("alias Recursive_S_x"),
            "alias Recursive_S_x = list<Recursive_S_x> (self-containing)\n");
}

TEST(Recursion, JsonAsASchema) {
  const Lowered lowered(schemas_of(R"(
    Value:
      anyOf:
        - {type: string}
        - {type: number}
        - {type: array, items: {$ref: '#/components/schemas/Value'}}
        - {type: object, additionalProperties: {$ref: '#/components/schemas/Value'}}
        - {type: 'null'}
)"));
  EXPECT_EQ(lowered.block("union Value"),
            "union Value by json_kind\n"
            "  string\n"
            "  float64\n"
            "  list<Value | null>\n"
            "  map<Value | null>\n");
}

}  // namespace
}  // namespace bindery::model
