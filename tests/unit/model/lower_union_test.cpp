// Which alternatives a union really has, and how they are told apart.
#include <gtest/gtest.h>

#include "fixture.hpp"

namespace bindery::model {
namespace {

TEST(LowerUnion, ScalarsOfOneKindUnite) {
  const Lowered lowered(schemas_of(R"(
    Model: {type: string, enum: [small, large]}
    S:
      type: object
      properties:
        a: {anyOf: [{type: string, format: date-time}, {type: string, maxLength: 3}]}
        b: {anyOf: [{type: integer}, {type: number}]}
        c: {anyOf: [{$ref: '#/components/schemas/Model'}, {type: string}]}
        d: {anyOf: [{type: string}, {type: string, enum: [x, y]}]}
        e: {oneOf: [{enum: [a]}, {enum: [b, a]}]}
        f: {oneOf: [{const: one, description: the first}, {const: two}]}
        g: {oneOf: [{type: string}]}
        h: {oneOf: [{type: string}, {type: string}]}
        i: {anyOf: [{type: string}, {}]}
)"));
  EXPECT_EQ(lowered.block("object S"),
            "object S\n"
            "  a?: string\n"
            "  b?: float64\n"
            "  c?: Model\n"
            "  d?: S.d\n"
            "  e?: S.e\n"
            "  f?: S.f\n"
            "  g?: string\n"
            "  h?: string\n"
            "  i?: any\n");
  EXPECT_EQ(lowered.block("enum S.d"), "enum S.d of string\n  \"x\"\n  \"y\"\n");
  EXPECT_EQ(lowered.block("enum S.e"), "enum S.e of string\n  \"a\"\n  \"b\"\n");
  EXPECT_EQ(lowered.block("enum S.f"), "enum S.f of string\n  \"one\"\n  \"two\"\n");
}

TEST(LowerUnion, JsonKindsTell) {
  const Lowered lowered(schemas_of(R"(
    A: {type: object, properties: {a: {type: string}}}
    S:
      type: object
      properties:
        a: {oneOf: [{type: string}, {$ref: '#/components/schemas/A'}, {type: array, items: {type: string}}]}
        b: {type: [string, integer, boolean]}
        c: {type: [string, number, integer, boolean, array, object, 'null']}
        d: {anyOf: [{type: string}, {anyOf: [{type: integer}, {type: 'null'}]}]}
)"));
  EXPECT_EQ(lowered.block("object S"),
            "object S\n  a?: S.a\n  b?: S.b\n  c?: any\n  d?: S.d | null\n");
  EXPECT_EQ(lowered.block("union S.a"), "union S.a by json_kind\n  string\n  A\n  list<string>\n");
  EXPECT_EQ(lowered.block("union S.b"), "union S.b by json_kind\n  boolean\n  int64\n  string\n");
  EXPECT_EQ(lowered.block("union S.d"), "union S.d by json_kind\n  string\n  int64\n");
}

constexpr const char* assets = R"(
    Url: {type: object, required: [type, url], properties: {type: {const: url}, url: {type: string}}}
    Id:
      type: object
      required: [type, id]
      properties: {type: {type: string, enum: [asset_id]}, id: {type: string}}
)";

TEST(UnionMatching, DiscriminatorWithEveryFormOfMapping) {
  const Lowered lowered(schemas_of(std::string(assets) + R"(
    ByReference:
      oneOf: [{$ref: '#/components/schemas/Url'}, {$ref: '#/components/schemas/Id'}]
      discriminator:
        propertyName: type
        mapping: {url: '#/components/schemas/Url', asset_id: '#/components/schemas/Id'}
    ByName:
      oneOf: [{$ref: '#/components/schemas/Url'}, {$ref: '#/components/schemas/Id'}]
      discriminator: {propertyName: type, mapping: {url: Url, asset_id: Id}}
    ByObject:
      oneOf: [{$ref: '#/components/schemas/Url'}, {$ref: '#/components/schemas/Id'}]
      discriminator:
        propertyName: type
        mapping:
          url: {$ref: '#/components/schemas/Url'}
          asset_id: {$ref: '#/components/schemas/Id'}
    Implied:
      oneOf: [{$ref: '#/components/schemas/Url'}, {$ref: '#/components/schemas/Id'}]
      discriminator: {propertyName: type}
)"));
  for (const char* name : {"ByReference", "ByName", "ByObject", "Implied"}) {
    EXPECT_EQ(lowered.block(std::string("union ") + name),
              std::string("union ") + name +
                  " by discriminator type\n  Url tags \"url\"\n  Id tags \"asset_id\"\n");
  }
  EXPECT_EQ(lowered.block("object Url"),
            "object Url\n  type: string const \"url\"\n  url: string\n");
  // One value of an enumeration is what 3.0 has for `const`.
  EXPECT_EQ(lowered.block("object Id"),
            "object Id\n  type: string const \"asset_id\"\n  id: string\n");
  EXPECT_EQ(lowered.said(), Said{});
}

TEST(UnionMatching, NamesOfComponentsAreImplicitValues) {
  const Lowered lowered(schemas_of(R"(
    Cat: {type: object, required: [kind], properties: {kind: {type: string}}}
    Dog: {type: object, properties: {bark: {type: string}}}
    Pet:
      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
      discriminator: {propertyName: kind}
)"));
  EXPECT_EQ(lowered.block("union Pet"),
            "union Pet by discriminator kind\n  Cat tags \"Cat\"\n  Dog tags \"Dog\" added\n");
  // The union sends the member where the alternative does not declare it.
  EXPECT_EQ(lowered.block("object Dog"), "object Dog\n  bark?: string\n");
}

TEST(UnionMatching, SeveralValuesAndNestedUnions) {
  const Lowered lowered(schemas_of(std::string(assets) + R"(
    Asset:
      oneOf: [{$ref: '#/components/schemas/Url'}, {$ref: '#/components/schemas/Id'}]
      discriminator: {propertyName: type}
    Text: {type: object, required: [type], properties: {type: {type: string, enum: [text, markdown]}}}
    Block:
      oneOf: [{$ref: '#/components/schemas/Asset'}, {$ref: '#/components/schemas/Text'}]
      discriminator:
        propertyName: type
        mapping: {text: Text, markdown: Text, url: Url, asset_id: Id}
)"));
  EXPECT_EQ(lowered.block("union Block"),
            "union Block by discriminator type\n"
            "  Asset tags \"url\", \"asset_id\"\n"
            "  Text tags \"text\", \"markdown\"\n");
  EXPECT_EQ(lowered.said(), Said{});
}

TEST(UnionMatching, SharedValuesNarrowTheChoice) {
  const Lowered lowered(schemas_of(R"(
    A: {type: object, required: [t, a], properties: {t: {const: m}, a: {type: string}}}
    B: {type: object, required: [t, b], properties: {t: {const: m}, b: {type: string}}}
    U:
      oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]
      discriminator: {propertyName: t}
)"));
  EXPECT_EQ(lowered.block("union U"),
            "union U by members t\n  A tags \"m\" requires a\n  B tags \"m\" requires b\n");
}

TEST(UnionMatching, WithoutDiscriminatorByConstantsThenByRequired) {
  const Lowered lowered(schemas_of(std::string(assets) + R"(
    ByTag: {oneOf: [{$ref: '#/components/schemas/Url'}, {$ref: '#/components/schemas/Id'}]}
    A: {type: object, required: [id, a], properties: {id: {type: string}, a: {type: string}}}
    B: {type: object, required: [id], properties: {id: {type: string}, b: {type: string}}}
    ByRequired: {anyOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
)"));
  EXPECT_EQ(lowered.block("union ByTag"),
            "union ByTag by members type\n"
            "  Url tags \"url\" requires url\n"
            "  Id tags \"asset_id\" requires id\n");
  EXPECT_EQ(lowered.block("union ByRequired"),
            "union ByRequired by members\n  A requires a\n  B\n");
  EXPECT_EQ(lowered.said(), Said{});
}

TEST(UnionMatching, WhatCannotBeToldApartIsSaid) {
  const Lowered lowered(schemas_of(R"(
    A: {type: object, properties: {id: {type: string}, n: {type: integer}}}
    B: {type: object, properties: {id: {type: string}, n: {type: number}}}
    C: {type: object, properties: {id: {type: integer}}}
    U: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
    V: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/C'}]}
)"));
  EXPECT_EQ(lowered.said(),
            Said{"E0306 #/components/schemas/U alternatives `A` and `B` cannot be told apart; a "
                 "value that fits both is read as the first (give each alternative a member with "
                 "a `const` value, or add a discriminator)"});
}

TEST(UnionMatching, DiscriminatorsThatCannotBeUsedAreSaid) {
  const Lowered lowered(schemas_of(R"(
    A: {type: object, properties: {t: {type: string}}}
    B: {type: object, properties: {t: {type: string}, b: {type: string}}}
    C: {type: object, properties: {t: {type: string}}}
    U:
      oneOf: [{$ref: '#/components/schemas/A'}, {type: string}]
      discriminator: {propertyName: t}
    V:
      oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]
      discriminator: {propertyName: t, mapping: {c: '#/components/schemas/C'}}
)"));
  EXPECT_EQ(lowered.said(),
            (Said{"E0307 #/components/schemas/U discriminator `t` cannot tell alternatives that "
                  "are no objects",
                  "E0307 #/components/schemas/V `c` is mapped to a schema that is no alternative "
                  "here"}));
  EXPECT_EQ(lowered.block("union U"), "union U by json_kind\n  A\n  string\n");
}

TEST(UnionMatching, DefaultMappingOf32) {
  const Lowered lowered(schemas_of(R"(
    A: {type: object, properties: {t: {type: string}}}
    B: {type: object, properties: {t: {type: string}, b: {type: string}}}
    U:
      oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]
      discriminator: {propertyName: t, defaultMapping: B}
)",
                                   "3.2.0"));
  EXPECT_EQ(lowered.block("union U"),
            "union U by discriminator t\n  A tags \"A\"\n  B tags \"B\" default\n");
}

TEST(LowerUnion, NamesOfInlineAlternativesAreTheirOwn) {
  const Lowered lowered(schemas_of(R"(
    U:
      oneOf:
        - {title: Circle, type: object, required: [r], properties: {r: {type: number}}}
        - {type: object, required: [kind], properties: {kind: {const: square}}}
        - {type: object, required: [points], properties: {points: {type: integer}}}
)"));
  EXPECT_EQ(lowered.block("union U"),
            "union U by members\n"
            "  U.Circle requires r\n"
            "  U.square requires kind\n"
            "  U.With_points requires points\n");
}

}  // namespace
}  // namespace bindery::model
