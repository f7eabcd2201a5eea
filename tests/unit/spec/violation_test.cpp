// Values against schemas: what each keyword refuses, and what cannot be told.
#include "spec/violation.hpp"

#include <string>

#include <gtest/gtest.h>

#include "fixture.hpp"

namespace bindery::spec {
namespace {

/// The violation of a schema by its own example, `path: message`; empty when there is none.
std::string violation_in(const std::string& schema, Direction direction = Direction::unknown,
                         const std::string& version = "3.1.0") {
  const auto read = read_schemas(version, "\n    Value: " + schema +
                                              "\n    Node: {type: object, required: [name], "
                                              "properties: {name: {type: string}, next: {$ref: "
                                              "'#/components/schemas/Node'}}}\n");
  for (const ComponentSchema& component : read->spec.component_schemas) {
    if (component.name != "Value") continue;
    const Schema& value = read->spec.schema(component.schema);
    if (value.examples.empty()) return "no example";
    const auto found =
        first_violation(read->spec, component.schema, *value.examples.front(), direction);
    return found ? found->path + ": " + found->message : "";
  }
  return "no schema";
}

TEST(Violation, TypesAreThoseOfJson) {
  EXPECT_EQ(violation_in("{type: integer, example: 1.0}"), "");
  EXPECT_EQ(violation_in("{type: integer, example: 1.5}"), ": expected an integer, found `1.5`");
  EXPECT_EQ(violation_in("{type: number, example: 1}"), "");
  EXPECT_EQ(violation_in("{type: number, example: '1'}"), ": expected a number, found `1`");
  EXPECT_EQ(violation_in("{type: string, example: 1}"), ": expected a string, found `1`");
  EXPECT_EQ(violation_in("{type: [string, 'null'], example: null}"), "");
  EXPECT_EQ(violation_in("{type: string, example: null}"), ": expected a string, found `null`");
  EXPECT_EQ(violation_in("{type: array, example: {}}"), ": expected an array, found an object");
  EXPECT_EQ(violation_in("{example: {}}"), "");
  EXPECT_EQ(violation_in("{properties: {a: {type: string}}, example: []}"),
            ": expected an object by the keywords beside, found an array");
  EXPECT_EQ(violation_in("{items: {type: string}, example: a}"),
            ": expected an array by the keywords beside, found `a`");
}

TEST(Violation, NullableOf30TakesNullBesideAnythingElse) {
  EXPECT_EQ(violation_in("{type: string, nullable: true, enum: [a], example: null}",
                         Direction::unknown, "3.0.3"),
            "");
  EXPECT_EQ(violation_in("{nullable: true, allOf: [{$ref: '#/components/schemas/Node'}], "
                         "example: null}",
                         Direction::unknown, "3.0.3"),
            "");
}

TEST(Violation, ValuesAreComparedByMeaning) {
  EXPECT_EQ(violation_in("{enum: [1, a], example: 1.0}"), "");
  EXPECT_EQ(violation_in("{enum: [1, a], example: b}"),
            ": `b` is not among the values of the enumeration");
  EXPECT_EQ(violation_in("{const: a, example: b}"), ": expected the constant `a`, found `b`");
}

TEST(Violation, NumbersHaveBoundsAndFormats) {
  EXPECT_EQ(violation_in("{minimum: 1, example: 1}"), "");
  EXPECT_EQ(violation_in("{minimum: 1, example: 0}"), ": 0 is less than the minimum 1");
  EXPECT_EQ(violation_in("{maximum: 1, example: 2}"), ": 2 is more than the maximum 1");
  EXPECT_EQ(violation_in("{exclusiveMinimum: 1, example: 1}"), ": 1 is not more than 1");
  EXPECT_EQ(violation_in("{exclusiveMaximum: 1, example: 1}"), ": 1 is not less than 1");
  EXPECT_EQ(violation_in("{type: integer, format: int32, example: 2147483648}"),
            ": 2147483648 is no int32");
  EXPECT_EQ(violation_in("{type: integer, format: int64, example: 2147483648}"), "");
}

TEST(Violation, TextsHaveLengthsInCodePointsAndBase64) {
  EXPECT_EQ(violation_in("{maxLength: 1, example: \"\\u00e4\"}"), "");
  EXPECT_EQ(violation_in("{maxLength: 1, example: ab}"), ": `ab` is longer than 1");
  EXPECT_EQ(violation_in("{minLength: 3, example: ab}"), ": `ab` is shorter than 3");
  EXPECT_EQ(violation_in("{type: string, format: byte, example: YQ==}"), "");
  EXPECT_EQ(violation_in("{type: string, format: byte, example: a-b}"), ": `a-b` is no base64");
  EXPECT_EQ(violation_in("{pattern: '^a', example: b}"), "");  // Patterns are not matched.
}

TEST(Violation, ArraysKnowTheirItems) {
  EXPECT_EQ(violation_in("{items: {type: string}, example: [a, 1]}"),
            "/1: expected a string, found `1`");
  EXPECT_EQ(
      violation_in("{prefixItems: [{type: string}], items: {type: integer}, example: [a, 1]}"), "");
  EXPECT_EQ(violation_in("{minItems: 1, example: []}"), ": fewer than 1 items");
  EXPECT_EQ(violation_in("{maxItems: 1, example: [1, 2]}"), ": more than 1 items");
  EXPECT_EQ(violation_in("{uniqueItems: true, example: [1, 1.0]}"), ": two items are equal");
  EXPECT_EQ(violation_in("{contains: {type: string}, example: [1]}"),
            ": too few items of the kind that must be there");
}

TEST(Violation, ObjectsKnowTheirMembers) {
  EXPECT_EQ(
      violation_in("{$ref: '#/components/schemas/Node', example: {name: a, next: {name: 1}}}"),
      "/next/name: expected a string, found `1`");
  EXPECT_EQ(violation_in("{$ref: '#/components/schemas/Node', example: {next: {}}}"),
            ": `name` is missing");
  EXPECT_EQ(violation_in("{additionalProperties: false, example: {a: 1}}"),
            "/a: no value is allowed here");
  EXPECT_EQ(violation_in("{additionalProperties: {type: string}, example: {'a/b': 1}}"),
            "/a~1b: expected a string, found `1`");
  EXPECT_EQ(violation_in("{patternProperties: {'^x': {type: string}}, additionalProperties: false, "
                         "example: {xa: a}}"),
            "");
  EXPECT_EQ(violation_in("{minProperties: 1, example: {}}"), ": fewer than 1 members");
  EXPECT_EQ(violation_in("{maxProperties: 0, example: {a: 1}}"), ": more than 0 members");
  EXPECT_EQ(violation_in("{dependentRequired: {a: [b]}, example: {a: 1}}"),
            ": `b` must stand beside `a`");
}

TEST(Violation, WhatTheOtherSideSetsMayBeMissing) {
  const std::string schema =
      "{type: object, required: [id, key], properties: {id: {type: string, readOnly: true}, "
      "key: {type: string, writeOnly: true}}, example: ";
  EXPECT_EQ(violation_in(schema + "{key: a}}", Direction::request), "");
  EXPECT_EQ(violation_in(schema + "{key: a}}", Direction::answer), ": `id` is missing");
  EXPECT_EQ(violation_in(schema + "{id: a}}", Direction::answer), "");
  EXPECT_EQ(violation_in(schema + "{id: a}}"), ": `key` is missing");
}

TEST(Violation, CombinationsAndConditions) {
  EXPECT_EQ(violation_in("{allOf: [{type: string}, {maxLength: 1}], example: ab}"),
            ": `ab` is longer than 1");
  EXPECT_EQ(violation_in("{oneOf: [{type: string}, {type: integer}], example: 1}"), "");
  EXPECT_EQ(violation_in("{oneOf: [{type: number}, {type: integer}], example: 1}"), "");
  EXPECT_EQ(violation_in("{anyOf: [{type: boolean}, {$ref: '#/components/schemas/Node'}], "
                         "example: {name: 1}}"),
            "/name: expected a string, found `1` (nearest of several alternatives)");
  EXPECT_EQ(violation_in("{not: {type: string}, example: a}"),
            ": a value of this kind is ruled out by `not`");
  EXPECT_EQ(violation_in("{not: {pattern: b}, example: a}"), "");
  EXPECT_EQ(violation_in("{if: {type: string}, then: {maxLength: 1}, example: ab}"),
            ": `ab` is longer than 1");
  EXPECT_EQ(violation_in("{if: {type: string}, else: {minimum: 5}, example: 1}"),
            ": 1 is less than the minimum 5");
}

TEST(Violation, ReferencesThatLeadNowhereSayNothing) {
  EXPECT_EQ(violation_in("{anyOf: [{$ref: '#/components/schemas/Value'}], example: 1}"), "");
}

}  // namespace
}  // namespace bindery::spec
