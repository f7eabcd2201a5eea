// Parents with a discriminator, and the components that extend them.
#include <gtest/gtest.h>

#include "fixture.hpp"

namespace bindery::model {
namespace {

constexpr const char* pets = R"(
    Pet:
      type: object
      required: [kind, name]
      properties: {kind: {type: string}, name: {type: string}}
      discriminator: {propertyName: kind, mapping: {cat: '#/components/schemas/Cat'}}
    Cat:
      allOf:
        - $ref: '#/components/schemas/Pet'
        - {type: object, properties: {claws: {type: integer}}}
    Dog: {allOf: [{$ref: '#/components/schemas/Pet'}]}
    Puppy:
      allOf:
        - $ref: '#/components/schemas/Dog'
        - {type: object, properties: {age: {type: integer}}}
    Home: {type: object, properties: {pet: {$ref: '#/components/schemas/Pet'}}}
)";

TEST(Inheritance, TheParentIsAUnionOfItsChildrenWhereItIsUsed) {
  const Lowered lowered(schemas_of(pets));
  EXPECT_EQ(lowered.block("union Pet"),
            "union Pet by discriminator kind\n"
            "  Cat tags \"cat\"\n"
            "  Dog tags \"Dog\"\n"
            "  Puppy tags \"Puppy\"\n");
  EXPECT_EQ(lowered.block("object Home"), "object Home\n  pet?: Pet\n");
}

TEST(Inheritance, ChildrenHaveTheParentsFieldsAndTheirTag) {
  const Lowered lowered(schemas_of(pets));
  EXPECT_EQ(lowered.block("object Cat"),
            "object Cat\n  kind: string const \"cat\"\n  name: string\n  claws?: int64\n");
  EXPECT_EQ(lowered.block("object Puppy"),
            "object Puppy\n  kind: string const \"Puppy\"\n  name: string\n  age?: int64\n");
}

TEST(Inheritance, AMappedParentIsAnAlternativeOfItself) {
  const Lowered lowered(schemas_of(R"(
    Pet:
      type: object
      required: [kind]
      properties: {kind: {type: string}}
      discriminator:
        propertyName: kind
        mapping: {pet: '#/components/schemas/Pet', cat: Cat}
    Cat:
      allOf:
        - $ref: '#/components/schemas/Pet'
        - {type: object, properties: {claws: {type: integer}}}
)"));
  EXPECT_EQ(lowered.block("union Pet"),
            "union Pet by discriminator kind\n  Pet.Base tags \"pet\"\n  Cat tags \"cat\"\n");
  EXPECT_EQ(lowered.block("object Pet.Base"), "object Pet.Base\n  kind: string const \"pet\"\n");
}

TEST(Inheritance, ParentsThatListTheirChildren) {
  const Lowered lowered(schemas_of(R"(
    Pet:
      type: object
      required: [kind]
      properties: {kind: {type: string}}
      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
      discriminator: {propertyName: kind}
    Cat:
      allOf:
        - $ref: '#/components/schemas/Pet'
        - {type: object, properties: {claws: {type: integer}}}
    Dog:
      allOf:
        - $ref: '#/components/schemas/Pet'
        - {type: object, properties: {bark: {type: string}}}
)"));
  EXPECT_EQ(lowered.block("union Pet"),
            "union Pet by discriminator kind\n  Cat tags \"Cat\"\n  Dog tags \"Dog\"\n");
  EXPECT_EQ(lowered.block("object Cat"),
            "object Cat\n  kind: string const \"Cat\"\n  claws?: int64\n");
}

TEST(Inheritance, ADiscriminatorWithoutChildrenChangesNothing) {
  const Lowered lowered(schemas_of(R"(
    Pet: {type: object, properties: {kind: {type: string}}, discriminator: {propertyName: kind}}
)"));
  EXPECT_EQ(lowered.block("object Pet"), "object Pet\n  kind?: string\n");
}

}  // namespace
}  // namespace bindery::model
