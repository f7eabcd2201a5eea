// Values of `enum` and `const`.
#include <gtest/gtest.h>

#include "fixture.hpp"

namespace bindery::model {
namespace {

TEST(LowerEnum, Bases) {
  const Lowered lowered(schemas_of(R"(
    Text: {type: string, enum: [a, '', 'a b', '16:9', a]}
    Whole: {type: integer, enum: [1, -2, 3.0]}
    Real: {type: number, enum: [1, 2.5]}
    Flag: {type: boolean, enum: [true]}
    Untyped: {enum: [x, y]}
)"));
  EXPECT_EQ(lowered.block("enum Text"),
            "enum Text of string\n  \"a\"\n  \"\"\n  \"a b\"\n  \"16:9\"\n");
  EXPECT_EQ(lowered.block("enum Whole"), "enum Whole of integer\n  1\n  -2\n  3\n");
  EXPECT_EQ(lowered.block("enum Real"), "enum Real of number\n  1\n  2.5\n");
  EXPECT_EQ(lowered.block("enum Flag"), "enum Flag of boolean\n  true\n");
  EXPECT_EQ(lowered.block("enum Untyped"), "enum Untyped of string\n  \"x\"\n  \"y\"\n");
}

TEST(LowerEnum, TextsThatLostTheirQuotes) {
  const Lowered lowered(schemas_of(R"(
    Version: {type: string, enum: [1, 2.5, true]}
    Number: {type: integer, enum: ['1', '2']}
)"));
  EXPECT_EQ(lowered.block("enum Version"),
            "enum Version of string\n  \"1\"\n  \"2.5\"\n  \"true\"\n");
  EXPECT_EQ(lowered.block("enum Number"), "enum Number of integer\n  1\n  2\n");
}

TEST(LowerEnum, MixedKindsAreAUnionOfEnums) {
  const Lowered lowered(schemas_of(R"(
    Mixed: {enum: [auto, 1, 2, false, null]}
    S: {type: object, properties: {m: {$ref: '#/components/schemas/Mixed'}}}
)"));
  EXPECT_EQ(lowered.block("union Mixed"),
            "union Mixed by json_kind\n  Mixed.Text\n  Mixed.Number\n  Mixed.Boolean\n");
  EXPECT_EQ(lowered.block("enum Mixed.Number"), "enum Mixed.Number of integer\n  1\n  2\n");
  EXPECT_EQ(lowered.block("object S"), "object S\n  m?: Mixed | null\n");
}

TEST(LowerEnum, ValuesThatAreNoScalarsAreFreeForm) {
  const Lowered lowered(schemas_of("    A: {enum: [[1], {a: b}]}\n"));
  EXPECT_EQ(lowered.block("alias A"), "alias A = any\n");
}

TEST(LowerEnum, NamesAndDescriptionsOfVendors) {
  const Lowered lowered(schemas_of(R"(
    E:
      type: integer
      enum: [0, 1]
      x-enum-varnames: [Off, On]
      x-enum-descriptions: [not running, running]
)"));
  EXPECT_EQ(lowered.block("enum E"), "enum E of integer\n  0 named Off\n  1 named On\n");
  EXPECT_EQ(lowered.api().types.at({0}).as<Enum>()->values[1].description, "running");
}

TEST(LowerEnum, ConstantsOfMembers) {
  const Lowered lowered(schemas_of(R"(
    S:
      type: object
      required: [a, c, d]
      properties:
        a: {const: x}
        b: {const: y}
        c: {const: 7}
        d: {anyOf: [{const: z}, {type: 'null'}]}
        e: {const: w, default: w}
)"));
  EXPECT_EQ(lowered.block("object S"),
            "object S\n"
            "  a: string const \"x\"\n"
            "  b?: S.b\n"
            "  c: int64 const 7\n"
            "  d: S.d | null\n"
            "  e?: S.e default \"w\"\n");
  EXPECT_EQ(lowered.block("enum S.b"), "enum S.b of string\n  \"y\"\n");
}

}  // namespace
}  // namespace bindery::model
