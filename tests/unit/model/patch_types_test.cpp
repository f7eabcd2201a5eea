#include "fixture.hpp"

#include <gtest/gtest.h>

namespace bindery::model {
namespace {

std::string document(const std::string& operations) {
  return R"(openapi: 3.1.0
info: {title: Shop, version: "1"}
paths:
)" + operations +
         R"(components:
  schemas:
    Inner: {type: object, properties: {note: {type: string}}}
    Thing:
      type: object
      required: [id, map]
      properties:
        id: {type: string}
        map: {type: object, additionalProperties: {$ref: '#/components/schemas/Inner'}}
        list: {type: array, items: {$ref: '#/components/schemas/Inner'}}
        inner: {$ref: '#/components/schemas/Inner'}
        any: {}
)";
}

constexpr const char* patch =
    "  /p: {patch: {operationId: patchThing, requestBody: {content: {application/merge-patch+json: "
    "{schema: {$ref: '#/components/schemas/Thing'}}}}, responses: {'204': {description: "
    "Done.}}}}\n";
constexpr const char* put =
    "  /q: {put: {operationId: putThing, requestBody: {content: {application/json: "
    "{schema: {$ref: '#/components/schemas/Thing'}}}}, responses: {'204': {description: "
    "Done.}}}}\n";

TEST(PatchTypes, NullRemovesMembersAndValuesButNoItems) {
  const Lowered lowered({{"api.yaml", document(patch)}});
  EXPECT_EQ(
      lowered.block("object Thing"),
      "object Thing\n  id: string\n  map: map<Inner.Patch | null>\n  list?: list<Inner> | null\n"
      "  inner?: Inner.Patch | null\n  any?: any\n");
  // In the list it is what it always was.
  EXPECT_EQ(lowered.block("object Inner"), "object Inner\n  note?: string\n");
  EXPECT_EQ(lowered.block("object Inner.Patch"), "object Inner.Patch\n  note?: string | null\n");
}

TEST(PatchTypes, WhatElseIsSentStaysAsItIs) {
  const Lowered lowered({{"api.yaml", document(std::string(patch) + put)}});
  EXPECT_EQ(lowered.block("object Thing"),
            "object Thing\n  id: string\n  map: map<Inner>\n  list?: list<Inner>\n"
            "  inner?: Inner\n  any?: any\n");
  EXPECT_EQ(lowered.block("object Thing.Patch"),
            "object Thing.Patch\n  id: string\n  map: map<Inner.Patch | null>\n"
            "  list?: list<Inner> | null\n  inner?: Inner.Patch | null\n  any?: any\n");
}

}  // namespace
}  // namespace bindery::model
