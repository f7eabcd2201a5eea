// Every way a document can say null ends at the place where the value is used.
#include <gtest/gtest.h>

#include "fixture.hpp"

namespace bindery::model {
namespace {

TEST(Nullability, EverySpellingOfAMember) {
  const Lowered lowered(schemas_of(R"(
    Pet:
      type: object
      required: [a, b, c, d, e, f, g]
      properties:
        a: {type: [string, 'null']}
        b: {anyOf: [{type: string}, {type: 'null'}]}
        c: {oneOf: [{type: 'null'}, {type: integer}]}
        d: {type: [string, 'null'], enum: [x, y, null]}
        e: {anyOf: [{$ref: '#/components/schemas/Name'}, {const: null}]}
        f: {anyOf: [{$ref: '#/components/schemas/Name'}, {enum: [null]}]}
        g: {type: string}
        h: {type: [array, 'null'], items: {type: [string, 'null']}}
    Name: {type: string}
)"));
  EXPECT_EQ(lowered.block("object Pet"),
            "object Pet\n"
            "  a: string | null\n"
            "  b: string | null\n"
            "  c: int64 | null\n"
            "  d: Pet.d | null\n"
            "  e: Name | null\n"
            "  f: Name | null\n"
            "  g: string\n"
            "  h?: list<string | null> | null\n");
  EXPECT_EQ(lowered.said(), Said{});
}

TEST(Nullability, DialectOfVersion30) {
  const Lowered lowered(schemas_of(R"(
    Pet:
      type: object
      required: [a, b, c, d]
      properties:
        a: {type: string, nullable: true}
        b: {nullable: true, allOf: [{$ref: '#/components/schemas/Name'}]}
        c: {$ref: '#/components/schemas/Name', nullable: true}
        d: {type: string, nullable: true, enum: [x, y]}
    Name: {type: object, properties: {first: {type: string}}}
)",
                                   "3.0.3"));
  EXPECT_EQ(lowered.block("object Pet"),
            "object Pet\n"
            "  a: string | null\n"
            "  b: Name | null\n"
            "  c: Name | null\n"
            "  d: Pet.d | null\n");
}

TEST(Nullability, ANullableComponentIsNullWhereItIsUsed) {
  const Lowered lowered(schemas_of(R"(
    Pet:
      type: object
      properties:
        name: {$ref: '#/components/schemas/Name'}
        alias: {$ref: '#/components/schemas/Alias'}
        shape: {$ref: '#/components/schemas/Shape'}
    Name: {type: [string, 'null']}
    Alias: {$ref: '#/components/schemas/Name'}
    Shape: {anyOf: [{type: object, properties: {a: {type: string}}}, {type: 'null'}]}
)"));
  EXPECT_EQ(lowered.block("object Pet"),
            "object Pet\n"
            "  name?: Name | null\n"
            "  alias?: Alias | null\n"
            "  shape?: Shape | null\n");
  EXPECT_EQ(lowered.block("alias Name"), "alias Name = string\n");
  EXPECT_EQ(lowered.block("alias Alias"), "alias Alias = Name\n");
  EXPECT_EQ(lowered.block("object Shape"), "object Shape\n  a?: string\n");
}

TEST(Nullability, AllOfIsNullOnlyWhenEveryMemberIs) {
  const Lowered lowered(schemas_of(R"(
    A: {type: [object, 'null'], properties: {a: {type: string}}}
    B: {type: object, properties: {b: {type: string}}}
    Pet:
      type: object
      properties:
        both: {allOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
        one: {allOf: [{$ref: '#/components/schemas/A'}, {description: prose}]}
)"));
  EXPECT_EQ(lowered.block("object Pet"), "object Pet\n  both?: Pet.both\n  one?: A | null\n");
}

TEST(Nullability, FreeFormJsonHoldsNullItself) {
  const Lowered lowered(schemas_of(R"(
    Pet:
      type: object
      properties:
        a: {nullable: true}
        b: {type: 'null'}
        c: {anyOf: [{}, {type: 'null'}]}
        d: {$ref: '#/components/schemas/Anything'}
    Anything: {nullable: true, description: whatever}
)",
                                   "3.0.0"));
  EXPECT_EQ(lowered.block("object Pet"),
            "object Pet\n  a?: any\n  b?: any\n  c?: any\n  d?: Anything\n");
}

}  // namespace
}  // namespace bindery::model
