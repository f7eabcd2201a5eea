// Keywords that say more than a type can are reported once.
#include <gtest/gtest.h>

#include "fixture.hpp"

namespace bindery::model {
namespace {

TEST(UnsupportedKeywords, OncePerKeywordWithACount) {
  const Lowered lowered(schemas_of(R"(
    A: {type: string, not: {const: a}}
    B: {type: string, not: {const: b}}
    C: {type: object, if: {required: [a]}, then: {required: [b]}, properties: {a: {}, b: {}}}
    D: {type: object, properties: {a: {type: string}}, unevaluatedProperties: false}
    E: {type: object, additionalProperties: {type: string}, propertyNames: {pattern: '^a'}}
)"));
  EXPECT_EQ(lowered.said(),
            (Said{"E0604 #/components/schemas/A `not` is not part of a type (2 times in this "
                  "document)",
                  "E0604 #/components/schemas/C `if` is not part of a type",
                  "E0604 #/components/schemas/E `propertyNames` is not part of a type"}));
  EXPECT_EQ(lowered.block("object D"), "object D closed\n  a?: string\n");
}

}  // namespace
}  // namespace bindery::model
