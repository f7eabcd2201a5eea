// Schemas: every keyword, in every version, and what is wrong with them.
#include "spec/read_schema.hpp"

#include <gtest/gtest.h>

#include "fixture.hpp"

namespace bindery::spec {
namespace {

TEST(ReadSchema, ReadsKeywordsOfObjects) {
  const auto read = read_schemas("3.1.0", R"(
    Pet:
      type: object
      title: A pet
      description: Lives here
      deprecated: true
      required: [name, name, age]
      minProperties: 1
      maxProperties: 5
      additionalProperties: false
      patternProperties: {'^x': {type: string}}
      propertyNames: {pattern: '^[a-z]+$'}
      dependentRequired: {name: [age]}
      x-cpp-name: Animal
      properties:
        name: {type: string, minLength: 1, maxLength: 80, pattern: '^a'}
        age: {type: integer, format: int32, minimum: 0, exclusiveMaximum: 100, multipleOf: 2}
)");
  EXPECT_EQ(read->said(), Lines{});
  const Schema& pet = read->component("Pet");
  EXPECT_EQ(pet.pointer, "#/components/schemas/Pet");
  EXPECT_TRUE(pet.types.object);
  EXPECT_EQ(pet.types.count(), 1);
  EXPECT_EQ(pet.title, "A pet");
  EXPECT_TRUE(pet.deprecated);
  EXPECT_EQ(pet.required, (Lines{"name", "age"}));
  EXPECT_EQ(pet.min_properties, 1u);
  EXPECT_EQ(pet.max_properties, 5u);
  ASSERT_TRUE(pet.additional_properties);
  EXPECT_EQ(read->spec.schema(*pet.additional_properties).boolean, false);
  ASSERT_EQ(pet.pattern_properties.size(), 1u);
  EXPECT_EQ(pet.pattern_properties[0].name, "^x");
  EXPECT_TRUE(pet.property_names);
  ASSERT_EQ(pet.dependent_required.size(), 1u);
  EXPECT_EQ(pet.dependent_required[0].required, Lines{"age"});
  ASSERT_NE(pet.find_extension("x-cpp-name"), nullptr);
  EXPECT_EQ(pet.find_extension("x-cpp-name")->value->text, "Animal");
  EXPECT_EQ(pet.find_extension("x-other"), nullptr);
  const Schema& age = read->property("Pet", "age");
  EXPECT_EQ(age.pointer, "#/components/schemas/Pet/properties/age");
  EXPECT_EQ(age.format, "int32");
  EXPECT_EQ(age.minimum, "0");
  EXPECT_EQ(age.exclusive_maximum, "100");
  EXPECT_EQ(age.multiple_of, "2");
  const Schema& name = read->property("Pet", "name");
  EXPECT_EQ(name.min_length, 1u);
  EXPECT_EQ(name.max_length, 80u);
  EXPECT_EQ(name.pattern, "^a");
}

TEST(ReadSchema, ReadsArraysAndCompositions) {
  const auto read = read_schemas("3.1.0", R"(
    A:
      type: array
      prefixItems: [{type: string}, true]
      items: {type: integer}
      contains: {const: 1}
      minContains: 1
      maxContains: 2
      minItems: 2
      maxItems: 3
      uniqueItems: true
      unevaluatedItems: false
    B:
      allOf: [{type: object}]
      anyOf: [{type: object}, {type: 'null'}]
      oneOf: [{}]
      not: {type: string}
      if: {type: object}
      then: {type: object}
      else: {type: object}
      $defs: {inner: {type: string}}
      contentEncoding: base64
      contentMediaType: application/json
      contentSchema: {type: object}
)");
  EXPECT_EQ(read->said(), Lines{});
  const Schema& a = read->component("A");
  ASSERT_EQ(a.prefix_items.size(), 2u);
  EXPECT_EQ(read->spec.schema(a.prefix_items[1]).boolean, true);
  EXPECT_TRUE(a.items && a.contains && a.unevaluated_items);
  EXPECT_EQ(a.min_contains, 1u);
  EXPECT_EQ(a.max_contains, 2u);
  EXPECT_EQ(a.min_items, 2u);
  EXPECT_EQ(a.max_items, 3u);
  EXPECT_TRUE(a.unique_items);
  const Schema& b = read->component("B");
  EXPECT_EQ(b.all_of.size(), 1u);
  ASSERT_EQ(b.any_of.size(), 2u);
  EXPECT_TRUE(read->spec.schema(b.any_of[1]).types.null);
  EXPECT_EQ(b.one_of.size(), 1u);
  EXPECT_TRUE(b.not_schema && b.if_schema && b.then_schema && b.else_schema && b.content_schema);
  EXPECT_EQ(b.definitions.size(), 1u);
  EXPECT_EQ(b.content_encoding, "base64");
}

TEST(ReadSchema, KeepsValuesAsNodes) {
  const auto read = read_schemas("3.1.0", R"(
    A:
      enum: [a, 1, null, true]
      default: null
      example: 1
      examples: [2, {a: 3}]
    B: {const: null}
)");
  EXPECT_EQ(read->said(), Lines{});
  const Schema& a = read->component("A");
  EXPECT_TRUE(a.has_enum);
  ASSERT_EQ(a.enum_values.size(), 4u);
  EXPECT_TRUE(a.enum_values[2]->is_null());
  ASSERT_NE(a.default_value, nullptr);
  EXPECT_TRUE(a.default_value->is_null());
  ASSERT_EQ(a.examples.size(), 3u);
  EXPECT_EQ(a.examples[0]->text, "1");
  ASSERT_NE(read->component("B").const_value, nullptr);
  EXPECT_FALSE(read->component("A").has_type);
}

TEST(ReadSchema, ReadsNullableOfVersion30) {
  const auto read = read_schemas("3.0.3", R"(
    A: {type: string, nullable: true}
    B: {nullable: true}
    C: {type: string, nullable: false}
)");
  EXPECT_EQ(read->said(), Lines{});
  EXPECT_TRUE(read->component("A").types.null);
  EXPECT_TRUE(read->component("A").types.string);
  EXPECT_TRUE(read->component("B").nullable);
  EXPECT_FALSE(read->component("B").types.null);
  EXPECT_FALSE(read->component("C").nullable);
}

TEST(ReadSchema, HonoursNullableOfLaterVersionsAndSaysSoOnce) {
  const auto read = read_schemas("3.1.0", R"(
    A: {type: string, nullable: true}
    B: {type: integer, nullable: true}
)");
  EXPECT_TRUE(read->component("A").types.null);
  EXPECT_EQ(read->said(),
            Lines{"E0310 api.yaml:7:33 #/components/schemas/A/nullable `nullable` is of version "
                  "3.0; it is honoured as type `null` (2 times)"});
  ASSERT_EQ(read->only("E0310").notes.size(), 1u);
  EXPECT_EQ(read->place(read->only("E0310").notes[0].where), "api.yaml:8:34");
}

TEST(ReadSchema, TurnsBooleanExclusiveBoundsIntoNumbers) {
  const auto read = read_schemas("3.0.0", R"(
    A: {type: number, minimum: 1.5, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false}
    B: {type: number, exclusiveMinimum: true}
)");
  EXPECT_EQ(read->said(), Lines{});
  EXPECT_EQ(read->component("A").exclusive_minimum, "1.5");
  EXPECT_FALSE(read->component("A").minimum);
  EXPECT_EQ(read->component("A").maximum, "9");
  EXPECT_FALSE(read->component("A").exclusive_maximum);
  EXPECT_FALSE(read->component("B").exclusive_minimum);
}

TEST(ReadSchema, AcceptsWhatOtherVersionsSpellDifferently) {
  const auto read = read_schemas("3.0.0", R"(
    A: {type: [string, 'null']}
    B: {type: number, exclusiveMinimum: 3}
    C: {const: 4}
    D: {type: file}
)");
  EXPECT_TRUE(read->component("A").types.null);
  EXPECT_EQ(read->component("B").exclusive_minimum, "3");
  ASSERT_NE(read->component("C").const_value, nullptr);
  EXPECT_EQ(read->component("D").format, "binary");
  EXPECT_EQ(read->count("E0310"), 4u);
  EXPECT_EQ(read->said().size(), 4u);
}

TEST(ReadSchema, ReportsUnknownTypesAndGoesOn) {
  const auto read = read_schemas("3.1.0", R"(
    A: {type: strng, minLength: 2}
    B: {type: [integer, any]}
    C: {type: [string, null]}
    D: {type: {a: b}}
)");
  EXPECT_FALSE(read->component("A").has_type);
  EXPECT_EQ(read->component("A").min_length, 2u);
  EXPECT_TRUE(read->component("B").types.integer);
  EXPECT_TRUE(read->component("C").types.null);
  EXPECT_EQ(read->count("E0304"), 2u);
  EXPECT_EQ(read->diagnostics.sorted()[0].hint, "did you mean `string`?");
  EXPECT_EQ(read->count("E0311"), 2u);
  EXPECT_FALSE(read->diagnostics.has_errors());
}

TEST(ReadSchema, LeavesOutWhatIsWrong) {
  const auto read = read_schemas("3.1.0", R"(
    A:
      type: object
      description: [no, text]
      title: 5
      properties: null
      required: true
      enum: red
      minLength: -1
      maxLength: '7'
      minItems: 1.5
      maxItems: 1e2
      deprecated: 'true'
      readOnly: maybe
      minimum: '3'
      allOf: {type: object}
      additionalProperties: none
      discriminator: [a]
      examples: {one: {value: 1}}
    B: null
    C: [list]
    D: {enum: []}
)");
  EXPECT_FALSE(read->diagnostics.has_errors());
  EXPECT_EQ(read->count("E0311"), read->said().size());
  const Schema& a = read->component("A");
  EXPECT_FALSE(a.description);
  EXPECT_EQ(a.title, "5");
  EXPECT_TRUE(a.properties.empty() && a.required.empty() && a.all_of.empty() && !a.has_enum);
  EXPECT_FALSE(a.min_length);
  EXPECT_EQ(a.max_length, 7u);
  EXPECT_FALSE(a.min_items);
  EXPECT_EQ(a.max_items, 100u);
  EXPECT_TRUE(a.deprecated);
  EXPECT_FALSE(a.read_only);
  EXPECT_FALSE(a.minimum);
  EXPECT_FALSE(a.discriminator);
  EXPECT_EQ(a.examples.size(), 1u);
  EXPECT_FALSE(read->component("B").boolean);
  EXPECT_FALSE(read->component("D").has_enum);
  EXPECT_EQ(read->said().size(), 18u);
}

TEST(ReadSchema, SaysWhereRequiredBelongs) {
  const auto read = read_schemas("3.1.0", R"(
    A: {type: object, properties: {a: {type: string, required: true}}}
)");
  EXPECT_EQ(read->said(), Lines{"E0311 api.yaml:7:64 #/components/schemas/A/properties/a/required "
                                "`required` is a boolean, expected a list of names"});
  EXPECT_NE(read->only("E0311").hint, "");
}

TEST(ReadSchema, ReportsUnknownKeywordsWithTheNearest) {
  const auto read = read_schemas("3.1.0", R"(
    A: {type: string, minLenght: 3, x-mine: 1, $comment: c, xml: {}, $schema: s}
)");
  EXPECT_EQ(read->said(), Lines{"E0303 api.yaml:7:23 #/components/schemas/A/minLenght `minLenght` "
                                "is not known here"});
  EXPECT_EQ(read->only("E0303").hint, "did you mean `minLength`?");
}

TEST(ReadSchema, ReadsDiscriminatorsInEverySpelling) {
  const auto read = read_schemas("3.1.0", R"(
    Cat: {type: object}
    Dog: {type: object}
    Pet:
      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
      discriminator:
        propertyName: kind
        mapping:
          cat: Cat
          dog: '#/components/schemas/Dog'
          hound: {$ref: '#/components/schemas/Dog'}
          wolf: Wolf
          fox: 5
        defaultMapping: Cat
)");
  const auto& discriminator = read->component("Pet").discriminator;
  ASSERT_TRUE(discriminator);
  EXPECT_EQ(discriminator->property_name, "kind");
  ASSERT_EQ(discriminator->mapping.size(), 4u);
  EXPECT_EQ(discriminator->mapping[0].schema, read->component_id("Cat"));
  EXPECT_EQ(discriminator->mapping[1].schema, read->component_id("Dog"));
  EXPECT_EQ(discriminator->mapping[2].schema, read->component_id("Dog"));
  EXPECT_EQ(discriminator->mapping[2].target, "#/components/schemas/Dog");
  EXPECT_FALSE(discriminator->mapping[3].schema.is_known());
  EXPECT_EQ(discriminator->default_mapping, read->component_id("Cat"));
  EXPECT_EQ(read->count("E0307"), 2u);
  EXPECT_EQ(read->said().size(), 2u);
}

TEST(ReadSchema, ReadsDiscriminatorOfVersion2AndRefusesOneWithoutName) {
  const auto read = read_schemas("3.0.0", R"(
    A: {type: object, discriminator: kind}
    B: {type: object, discriminator: {mapping: {}}}
)");
  ASSERT_TRUE(read->component("A").discriminator);
  EXPECT_EQ(read->component("A").discriminator->property_name, "kind");
  EXPECT_FALSE(read->component("B").discriminator);
  EXPECT_EQ(read->count("E0310"), 1u);
  EXPECT_EQ(read->count("E0307"), 1u);
}

TEST(ReadSchema, ReadsDeepNestingWithoutRecursion) {
  std::string text = "{\"type\":\"string\"}";
  for (int i = 0; i < 300; ++i) text = "{\"items\":" + text + "}";
  const auto read = read_schemas("3.1.0", "    A: " + text + "\n");
  EXPECT_EQ(read->said(), Lines{});
  EXPECT_EQ(read->spec.schemas.size(), 301u);
}

TEST(ReadSchema, ReadsItemsListAsPrefix) {
  const auto read = read_schemas("3.1.0", "    A: {items: [{type: string}, {type: integer}]}\n");
  EXPECT_EQ(read->component("A").prefix_items.size(), 2u);
  EXPECT_FALSE(read->component("A").items);
  EXPECT_EQ(read->count("E0310"), 1u);
}

}  // namespace
}  // namespace bindery::spec
