// Several schemas that hold at once become one.
#include <gtest/gtest.h>

#include "fixture.hpp"

namespace bindery::model {
namespace {

TEST(MergeAllOf, ObjectsBecomeOneStructMembersFirst) {
  const Lowered lowered(schemas_of(R"(
    A: {type: object, required: [a], properties: {a: {type: string}, shared: {type: string}}}
    B: {type: object, properties: {b: {type: integer}}}
    C:
      description: both
      type: object
      allOf:
        - $ref: '#/components/schemas/A'
        - $ref: '#/components/schemas/B'
        - {type: object, required: [b], properties: {c: {type: boolean}}}
      required: [shared]
      properties: {own: {type: string}}
)"));
  EXPECT_EQ(lowered.block("object C"),
            "object C\n"
            "  a: string\n"
            "  shared: string\n"
            "  b: int64\n"
            "  c?: boolean\n"
            "  own?: string\n");
}

TEST(MergeAllOf, ProseBesideOneReferenceIsThatType) {
  const Lowered lowered(schemas_of(R"(
    A: {type: object, properties: {a: {type: string}}}
    S:
      type: object
      properties:
        x: {allOf: [{$ref: '#/components/schemas/A'}], description: prose}
        y: {allOf: [{$ref: '#/components/schemas/A'}, {description: prose}]}
)"));
  EXPECT_EQ(lowered.block("object S"), "object S\n  x?: A\n  y?: A\n");
}

TEST(MergeAllOf, ScalarsIntersect) {
  const Lowered lowered(schemas_of(R"(
    Name: {type: string, minLength: 1, maxLength: 20}
    S:
      type: object
      properties:
        name: {allOf: [{$ref: '#/components/schemas/Name'}, {type: string, maxLength: 10}]}
        count: {allOf: [{type: number, minimum: 1}, {type: integer, minimum: 3, maximum: 9.5}]}
        kind: {allOf: [{type: string, enum: [a, b, c]}, {enum: [b, c, d]}]}
)"));
  EXPECT_EQ(lowered.block("object S"),
            "object S\n"
            "  name?: string min_length=1 max_length=10\n"
            "  count?: int64 minimum=3 maximum=9.5\n"
            "  kind?: S.kind\n");
  EXPECT_EQ(lowered.block("enum S.kind"), "enum S.kind of string\n  \"b\"\n  \"c\"\n");
}

TEST(MergeAllOf, TheSamePropertyTwiceIsTheMoreSpecific) {
  const Lowered lowered(schemas_of(R"(
    A: {type: object, properties: {kind: {type: string}, size: {type: number}}}
    B:
      allOf:
        - $ref: '#/components/schemas/A'
        - type: object
          required: [kind]
          properties: {kind: {type: string, enum: [b]}, size: {type: integer, maximum: 3}}
)"));
  EXPECT_EQ(lowered.block("object B"), "object B\n  kind: B.kind\n  size?: int64 maximum=3\n");
  EXPECT_EQ(lowered.said(), Said{});
}

TEST(MergeAllOf, ContradictionsAreSaidWithBothPlacesAndFreeForm) {
  const Lowered lowered(schemas_of(R"(
    A: {type: object, properties: {kind: {type: string}}}
    B:
      allOf:
        - $ref: '#/components/schemas/A'
        - {type: object, properties: {kind: {type: integer}, other: {type: string}}}
)"));
  EXPECT_EQ(lowered.block("object B"), "object B\n  kind?: any\n  other?: string\n");
  ASSERT_EQ(lowered.diagnostics().sorted().size(), 1U);
  EXPECT_EQ(lowered.said(), Said{"E0305 #/components/schemas/B/allOf/1/properties/kind members of "
                                 "`allOf` demand different types (the value is generated as "
                                 "free-form JSON)"});
  EXPECT_EQ(lowered.diagnostics().sorted()[0].notes.size(), 1U);
}

TEST(MergeAllOf, AdditionalPropertiesForbiddenByTheWholeOnly) {
  const Lowered lowered(schemas_of(R"(
    A: {type: object, properties: {a: {type: string}}, additionalProperties: false}
    B: {type: object, properties: {b: {type: string}}, additionalProperties: false}
    Open: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {c: {type: string}}}]}
    Both: {allOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
)"));
  EXPECT_EQ(lowered.block("object Open"), "object Open\n  a?: string\n  c?: string\n");
  EXPECT_EQ(lowered.block("object Both"), "object Both closed\n  a?: string\n  b?: string\n");
}

TEST(MergeAllOf, DistributesOverAlternatives) {
  const Lowered lowered(schemas_of(R"(
    Cat: {type: object, required: [claws], properties: {claws: {type: integer}}}
    Dog: {type: object, required: [bark], properties: {bark: {type: string}}}
    Pet:
      type: object
      required: [name]
      properties: {name: {type: string}}
      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
)"));
  EXPECT_EQ(lowered.block("union Pet"),
            "union Pet by members\n  Pet.Cat requires claws\n  Pet.Dog requires bark\n");
  EXPECT_EQ(lowered.block("object Pet.Cat"), "object Pet.Cat\n  name: string\n  claws: int64\n");
}

TEST(MergeAllOf, AlternativesThatSayAllOfTheBaseStayThemselves) {
  const Lowered lowered(schemas_of(R"(
    Cat:
      type: object
      required: [kind]
      properties: {kind: {const: cat}, claws: {type: integer}}
    Dog:
      type: object
      required: [kind]
      properties: {kind: {const: dog}, bark: {type: string}}
    Pet:
      type: object
      required: [kind]
      properties: {kind: {type: string}}
      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
      discriminator: {propertyName: kind}
)"));
  EXPECT_EQ(lowered.block("union Pet"),
            "union Pet by discriminator kind\n  Cat tags \"cat\"\n  Dog tags \"dog\"\n");
}

TEST(MergeAllOf, AlternativesOfRequiredMembersAreLeftToValidation) {
  const Lowered lowered(schemas_of(R"(
    S:
      type: object
      properties: {a: {type: string}, b: {type: string}}
      anyOf: [{required: [a]}, {required: [b]}]
)"));
  EXPECT_EQ(lowered.block("object S"), "object S\n  a?: string\n  b?: string\n");
}

TEST(MergeAllOf, TypeBesideAlternativesOfFormats) {
  const Lowered lowered(schemas_of(R"(
    S:
      type: object
      properties:
        a: {type: string, anyOf: [{format: date}, {format: date-time}]}
        b: {type: object, oneOf: [{type: object, properties: {x: {type: string}}}]}
)"));
  EXPECT_EQ(lowered.block("object S"), "object S\n  a?: string\n  b?: S.b\n");
}

TEST(MergeAllOf, AnObjectThatExtendsItselfEnds) {
  const Lowered lowered(schemas_of(R"(
    A: {allOf: [{$ref: '#/components/schemas/A'}, {type: object, properties: {a: {type: string}}}]}
)"));
  EXPECT_EQ(lowered.block("object A"), "object A\n  a?: string\n");
}

TEST(MergeAllOf, RecursiveSchemasMeetTheSameMergeAgain) {
  const Lowered lowered(schemas_of(R"(
    A: {type: object, properties: {p: {$ref: '#/components/schemas/A'}, a: {type: string}}}
    B: {type: object, properties: {p: {$ref: '#/components/schemas/B'}, b: {type: string}}}
    C: {allOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
)"));
  EXPECT_EQ(lowered.block("object C"), "object C\n  p?: C.p\n  a?: string\n  b?: string\n");
  EXPECT_EQ(lowered.block("object C.p"),
            "object C.p\n  p?: box<C.p>\n  a?: string\n  b?: string\n");
}

TEST(MergeAllOf, UnionsWithMembersThatListEachOtherEnd) {
  const Lowered lowered(schemas_of(R"(
    U:
      type: object
      required: [u]
      properties: {u: {type: string}}
      oneOf: [{$ref: '#/components/schemas/V'}, {type: object, properties: {x: {type: string}}}]
    V:
      type: object
      required: [v]
      properties: {v: {type: string}}
      oneOf: [{$ref: '#/components/schemas/U'}, {type: object, properties: {y: {type: string}}}]
)"));
  EXPECT_NE(lowered.block("union U"), "");
  EXPECT_LT(lowered.api().types.size(), 40U);
}

}  // namespace
}  // namespace bindery::model
