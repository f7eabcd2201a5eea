// Scalars, references, lists, maps and free form.
#include <string>

#include <gtest/gtest.h>

#include "fixture.hpp"

namespace bindery::model {
namespace {

TEST(LowerSchema, ScalarsByTypeAndFormat) {
  const Lowered lowered(schemas_of(R"(
    S:
      type: object
      properties:
        a: {type: integer}
        b: {type: integer, format: int32}
        c: {type: integer, format: int64}
        d: {type: integer, format: uint32}
        e: {type: integer, format: uint64}
        f: {type: number}
        g: {type: number, format: float}
        h: {type: number, format: double}
        i: {type: string, format: date-time}
        j: {type: string, format: date}
        k: {type: string, format: byte}
        l: {type: string, format: uuid}
        m: {type: string, contentEncoding: base64}
        n: {type: boolean}
        o: {format: date-time}
        p: {type: integer, format: unheard-of}
)"));
  EXPECT_EQ(lowered.block("object S"),
            "object S\n"
            "  a?: int64\n"
            "  b?: int32\n"
            "  c?: int64\n"
            "  d?: uint32\n"
            "  e?: uint64\n"
            "  f?: float64\n"
            "  g?: float32\n"
            "  h?: float64\n"
            "  i?: date_time\n"
            "  j?: date\n"
            "  k?: base64\n"
            "  l?: string\n"
            "  m?: base64\n"
            "  n?: boolean\n"
            "  o?: date_time\n"
            "  p?: int64\n");
}

TEST(LowerSchema, ListsTuplesMapsAndFreeForm) {
  const Lowered lowered(schemas_of(R"(
    S:
      type: object
      properties:
        a: {type: array, items: {type: array, items: {type: integer}}}
        b: {type: array}
        c: {type: array, prefixItems: [{type: string}, {type: integer}], items: {type: boolean}}
        d: {type: array, prefixItems: [{type: string}], items: false}
        e: {type: object, additionalProperties: {type: integer}}
        f: {type: object, additionalProperties: true}
        g: {type: object}
        h: {}
        i: true
        j: {description: no type at all}
        k: {type: array, uniqueItems: true, items: {type: string, maxLength: 5}}
        l: {items: {type: string}}
        m: {type: object, patternProperties: {'^x': {type: string}}}
        n: false
)"));
  EXPECT_EQ(lowered.block("object S"),
            "object S\n"
            "  a?: list<list<int64>>\n"
            "  b?: list<any>\n"
            "  c?: tuple<string, int64, boolean...>\n"
            "  d?: tuple<string>\n"
            "  e?: map<int64>\n"
            "  f?: map<any>\n"
            "  g?: map<any>\n"
            "  h?: any\n"
            "  i?: any\n"
            "  j?: any\n"
            "  k?: list<string max_length=5> unique\n"
            "  l?: list<string>\n"
            "  m?: map<string>\n");
}

TEST(LowerSchema, ComponentsThatAreNoStructsAreAliases) {
  const Lowered lowered(schemas_of(R"(
    Id: {type: string, minLength: 3, description: An id.}
    Ids: {type: array, items: {$ref: '#/components/schemas/Id'}}
    Table: {type: object, additionalProperties: {$ref: '#/components/schemas/Id'}}
    Other: {$ref: '#/components/schemas/Id'}
    Prose: {allOf: [{$ref: '#/components/schemas/Id'}], description: the same}
    Free: {}
    Pets: {type: array, items: {type: object, properties: {a: {type: string}}}}
)"));
  EXPECT_EQ(lowered.block("alias Id"), "alias Id = string min_length=3\n");
  EXPECT_EQ(lowered.block("alias Ids"), "alias Ids = list<Id>\n");
  EXPECT_EQ(lowered.block("alias Table"), "alias Table = map<Id>\n");
  EXPECT_EQ(lowered.block("alias Other"), "alias Other = Id\n");
  EXPECT_EQ(lowered.block("alias Prose"), "alias Prose = Id\n");
  EXPECT_EQ(lowered.block("alias Free"), "alias Free = any\n");
  EXPECT_EQ(lowered.block("alias Pets"), "alias Pets = list<Pets.Item>\n");
  EXPECT_EQ(lowered.block("object Pets.Item"), "object Pets.Item\n  a?: string\n");
}

TEST(LowerSchema, SiblingsOfAReference) {
  const Lowered lowered(schemas_of(R"(
    Status: {type: string, enum: [on, off], description: of the type}
    Base: {type: object, properties: {a: {type: string}}}
    S:
      type: object
      properties:
        status: {$ref: '#/components/schemas/Status', description: of the use, default: on}
        base: {$ref: '#/components/schemas/Base', type: object}
        more:
          $ref: '#/components/schemas/Base'
          required: [a]
          properties: {b: {type: integer}}
)"));
  EXPECT_EQ(lowered.block("object S"),
            "object S\n  status?: Status default \"on\"\n  base?: Base\n  more?: S.more\n");
  EXPECT_EQ(lowered.block("object S.more"), "object S.more\n  a: string\n  b?: int64\n");
  const auto& fields = lowered.api().types.at({2}).as<Object>()->fields;
  EXPECT_EQ(fields[0].docs.description, "of the use");
}

TEST(LowerSchema, PointersIntoComponentsNameTheMember) {
  const Lowered lowered(schemas_of(R"(
    First:
      type: object
      properties:
        kind: {$ref: '#/components/schemas/Second/properties/kind'}
        id: {$ref: '#/components/schemas/Second/properties/id'}
    Second:
      type: object
      properties:
        kind: {type: string, enum: [a, b]}
        id: {type: string}
)"));
  EXPECT_EQ(lowered.block("object First"), "object First\n  kind?: Second.kind\n  id?: string\n");
  EXPECT_EQ(lowered.block("object Second"), "object Second\n  kind?: Second.kind\n  id?: string\n");
}

TEST(LowerSchema, OtherFilesAndDefinitionsGiveNames) {
  auto files = schemas_of(R"(
    Pet: {$ref: 'models/pet.yaml'}
    Owner:
      type: object
      $defs:
        address: {type: object, properties: {street: {type: string}}}
      properties:
        home: {$ref: '#/components/schemas/Owner/$defs/address'}
        pet: {$ref: 'models/pet.yaml'}
        toy: {$ref: 'models/toy.yaml'}
        label: {$ref: 'models/label.yaml'}
)");
  files["models/pet.yaml"] = "type: object\nproperties: {name: {type: string}}\n";
  files["models/toy.yaml"] = "type: object\nproperties: {squeaks: {type: boolean}}\n";
  files["models/label.yaml"] = "type: string\nmaxLength: 9\n";
  const Lowered lowered(files);
  EXPECT_EQ(lowered.block("object Pet"), "object Pet\n  name?: string\n");
  EXPECT_EQ(lowered.block("object Owner"),
            "object Owner\n"
            "  home?: address\n"
            "  pet?: Pet\n"
            "  toy?: toy\n"
            "  label?: string max_length=9\n");
}

TEST(LowerSchema, LongChainsOfReferencesNeedNoStack) {
  std::string schemas;
  constexpr int length = 5000;
  for (int index = 0; index < length; ++index) {
    schemas += "    A" + std::to_string(index) + ": {$ref: '#/components/schemas/A" +
               std::to_string(index + 1) + "'}\n";
  }
  schemas += "    A" + std::to_string(length) + ": {type: [string, 'null']}\n";
  schemas += "    S: {type: object, properties: {a: {$ref: '#/components/schemas/A0'}}}\n";
  const Lowered lowered(schemas_of(schemas));
  EXPECT_EQ(lowered.block("object S"), "object S\n  a?: A0 | null\n");
  const Type& first = lowered.api().types.at({0});
  const TypeUse end = lowered.api().types.resolved({first.as<Alias>()->target});
  EXPECT_NE(lowered.api().types.at(end.type).as<Primitive>(), nullptr);
}

TEST(LowerSchema, LongChainsThroughAlternativesAndLists) {
  std::string schemas;
  constexpr int length = 3000;
  for (int index = 0; index < length; ++index) {
    const std::string next = "{$ref: '#/components/schemas/A" + std::to_string(index + 1) + "'}";
    schemas += "    A" + std::to_string(index);
    schemas += index % 3 == 0   ? ": {anyOf: [" + next + ", {type: 'null'}]}\n"
               : index % 3 == 1 ? ": {allOf: [" + next + "]}\n"
                                : ": {oneOf: [" + next + ", {type: integer}]}\n";
  }
  schemas += "    A" + std::to_string(length) + ": {type: string}\n";
  const Lowered lowered(schemas_of(schemas));
  EXPECT_EQ(lowered.api().types.at({0}).name.component, "A0");
  EXPECT_FALSE(lowered.diagnostics().has_errors());
}

TEST(LowerSchema, AReferenceToNothingButItselfIsReported) {
  const Lowered lowered(schemas_of(R"(
    A: {$ref: '#/components/schemas/B'}
    B: {$ref: '#/components/schemas/A'}
    S: {type: object, properties: {a: {$ref: '#/components/schemas/A'}}}
)"));
  EXPECT_TRUE(lowered.diagnostics().has_errors());
  EXPECT_EQ(lowered.block("object S"), "object S\n  a?: A\n");
}

TEST(LowerSchema, AMemberThatRefersToItselfIsReported) {
  const Lowered lowered(schemas_of(R"(
    S:
      type: object
      properties:
        p: {$ref: '#/components/schemas/S/properties/q'}
        q: {allOf: [{$ref: '#/components/schemas/S/properties/p'}]}
)"));
  EXPECT_TRUE(lowered.diagnostics().has_errors());
  EXPECT_EQ(lowered.block("object S"), "object S\n  p?: any\n  q?: any\n");
}

}  // namespace
}  // namespace bindery::model
