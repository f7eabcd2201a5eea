// Members of objects and what else objects hold.
#include <gtest/gtest.h>

#include "fixture.hpp"

namespace bindery::model {
namespace {

TEST(LowerObject, AdditionalProperties) {
  const Lowered lowered(schemas_of(R"(
    Absent: {type: object, properties: {a: {type: string}}}
    Forbidden: {type: object, properties: {a: {type: string}}, additionalProperties: false}
    Anything: {type: object, properties: {a: {type: string}}, additionalProperties: true}
    Empty: {type: object, properties: {a: {type: string}}, additionalProperties: {}}
    Typed: {type: object, properties: {a: {type: string}}, additionalProperties: {type: integer}}
    Inline:
      type: object
      properties: {a: {type: string}}
      additionalProperties: {type: object, properties: {b: {type: string}}}
    Patterns:
      type: object
      properties: {a: {type: string}}
      patternProperties: {'^x-': {type: integer}}
      additionalProperties: false
)"));
  EXPECT_EQ(lowered.block("object Absent"), "object Absent\n  a?: string\n");
  EXPECT_EQ(lowered.block("object Forbidden"), "object Forbidden closed\n  a?: string\n");
  EXPECT_EQ(lowered.block("object Anything"), "object Anything additional any\n  a?: string\n");
  EXPECT_EQ(lowered.block("object Empty"), "object Empty additional any\n  a?: string\n");
  EXPECT_EQ(lowered.block("object Typed"), "object Typed additional int64\n  a?: string\n");
  EXPECT_EQ(lowered.block("object Inline"),
            "object Inline additional Inline.AdditionalProperty\n  a?: string\n");
  EXPECT_EQ(lowered.block("object Patterns"), "object Patterns additional int64\n  a?: string\n");
}

TEST(LowerObject, WithoutProperties) {
  const Lowered lowered(schemas_of(R"(
    Growing: {type: object}
    Closed: {type: object, additionalProperties: false, properties: {}}
    Map: {type: object, additionalProperties: {type: string}}
    S:
      type: object
      properties:
        free: {type: object}
        closed: {type: object, additionalProperties: false}
)"));
  EXPECT_EQ(lowered.block("object Growing"), "object Growing additional any\n");
  EXPECT_EQ(lowered.block("object Closed"), "object Closed closed\n");
  EXPECT_EQ(lowered.block("alias Map"), "alias Map = map<string>\n");
  EXPECT_EQ(lowered.block("object S"), "object S\n  free?: map<any>\n  closed?: S.closed\n");
}

TEST(LowerObject, FieldsKeepWhatIsSaidOfThem) {
  const Lowered lowered(schemas_of(R"(
    S:
      type: object
      required: [id]
      properties:
        id: {type: string, readOnly: true, x-cpp-name: identity}
        secret: {type: string, writeOnly: true, minLength: 8, pattern: '^a'}
        old: {type: integer, deprecated: true, default: 5, minimum: 1, exclusiveMaximum: 10}
        none: {type: string, default: null}
        list: {type: array, items: {type: string}, default: [a], maxItems: 3}
        wrapped: {anyOf: [{type: string, maxLength: 4, description: inner}, {type: 'null'}]}
)"));
  EXPECT_EQ(lowered.block("object S"),
            "object S\n"
            "  id: string read_only named identity\n"
            "  secret?: string write_only min_length=8 pattern=\"^a\"\n"
            "  old?: int64 default 5 deprecated minimum=1 exclusive_maximum=10\n"
            "  none?: string\n"
            "  list?: list<string> max_items=3\n"
            "  wrapped?: string | null max_length=4\n");
  EXPECT_EQ(lowered.api().types.at({0}).as<Object>()->fields[5].docs.description, "inner");
}

TEST(LowerObject, NamesOfInlineTypes) {
  const Lowered lowered(schemas_of(R"(
    S:
      type: object
      properties:
        status: {type: string, enum: [a, b]}
        parts: {type: array, items: {type: object, properties: {x: {type: integer}}}}
        table:
          type: object
          additionalProperties: {type: object, properties: {y: {type: integer}}}
        maybe: {anyOf: [{type: object, properties: {z: {type: integer}}}, {type: 'null'}]}
)"));
  EXPECT_EQ(lowered.block("object S"),
            "object S\n"
            "  status?: S.status\n"
            "  parts?: list<S.parts_Item>\n"
            "  table?: map<S.table_Value>\n"
            "  maybe?: S.maybe | null\n");
}

TEST(LowerObject, RequiredButNotDeclaredIsSaid) {
  const Lowered lowered(schemas_of(R"(
    S: {type: object, required: [a, gone], properties: {a: {type: string}}}
)"));
  EXPECT_EQ(lowered.said(),
            Said{"E0311 #/components/schemas/S `gone` is required but not among the properties"});
}

// What TypeSpec writes for `extends Record<int32>`.
TEST(LowerObject, ReadsUnevaluatedPropertiesAsTheOtherMembers) {
  const Lowered lowered(schemas_of(R"(
    A: {type: object, properties: {a: {type: string}}, unevaluatedProperties: {type: integer}}
    B: {type: object, unevaluatedProperties: {}}
    C: {type: object, properties: {c: {type: string}}, unevaluatedProperties: true}
    D: {type: object, additionalProperties: {type: string}, unevaluatedProperties: {type: integer}}
    E: {allOf: [{$ref: '#/components/schemas/A'}], properties: {e: {type: string}}}
    F: {allOf: [{$ref: '#/components/schemas/C'}], unevaluatedProperties: {type: boolean}}
)"));
  EXPECT_EQ(lowered.said(), Said{});
  EXPECT_EQ(lowered.block("object A"), "object A additional int64\n  a?: string\n");
  EXPECT_EQ(lowered.block("object C"), "object C\n  c?: string\n");
  EXPECT_EQ(lowered.block("object E"), "object E additional int64\n  a?: string\n  e?: string\n");
  EXPECT_EQ(lowered.block("object F"), "object F additional boolean\n  c?: string\n");
  EXPECT_EQ(lowered.block("alias B"), "alias B = map<any>\n");
  EXPECT_EQ(lowered.block("alias D"), "alias D = map<string>\n");
}

}  // namespace
}  // namespace bindery::model
