// Parameters: where they stand and how they are written.
#include <gtest/gtest.h>

#include "fixture.hpp"

namespace bindery::model {
namespace {

TEST(LowerParameter, StylesAndTheirDefaults) {
  const Lowered lowered(document_of(R"(
paths:
  /a/{id}:
    get:
      operationId: getA
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: q, in: query, schema: {type: array, items: {type: string}}}
        - {name: p, in: query, style: pipeDelimited, schema: {type: array, items: {type: string}}}
        - {name: d, in: query, style: deepObject, explode: true, schema: {type: object}}
        - {name: n, in: query, explode: false, schema: {type: array, items: {type: integer}}}
        - {name: X-H, in: header, required: true, schema: {type: integer, default: 3, maximum: 9}}
        - {name: c, in: cookie, schema: {type: string}}
        - {name: j, in: query, content: {application/json: {schema: {type: object}}}}
        - {name: w, in: query, style: matrix, schema: {type: string}}
        - {name: r, in: query, allowReserved: true, deprecated: true, schema: {type: string}}
      responses: {'200': {description: fine}}
)"));
  EXPECT_EQ(lowered.block("operation getA"),
            "operation getA GET /a/{id}\n"
            "  path id: string simple\n"
            "  query q?: list<string> form explode\n"
            "  query p?: list<string> pipe_delimited\n"
            "  query d?: map<any> deep_object explode\n"
            "  query n?: list<int64> form\n"
            "  header X-H: int64 simple default 3 maximum=9\n"
            "  cookie c?: string form explode\n"
            "  query j?: map<any> as application/json\n"
            "  query w?: string form explode\n"
            "  query r?: string form explode reserved deprecated\n"
            "  answer 200\n");
  EXPECT_EQ(lowered.said(),
            Said{"E0602 #/paths/~1a~1{id}/get/parameters/8 style `matrix` of parameter `w` cannot "
                 "stand here; the default is used"});
}

TEST(LowerParameter, PathsAndParametersAgree) {
  const Lowered lowered(document_of(R"(
paths:
  /a/{id}/{other}:
    get:
      operationId: getA
      parameters:
        - {name: id, in: path, schema: {type: integer}}
        - {name: gone, in: path, required: true, schema: {type: string}}
      responses: {'200': {description: fine}}
)"));
  EXPECT_EQ(lowered.block("operation getA"),
            "operation getA GET /a/{id}/{other}\n"
            "  path id: int64 simple\n"
            "  path other: string simple\n"
            "  answer 200\n");
  const Said said = lowered.said();
  ASSERT_EQ(said.size(), 2U);
  EXPECT_EQ(said[0],
            "E0403 #/paths/~1a~1{id}~1{other}/get `{other}` is in the path but not among the "
            "parameters; it is taken as a string");
  EXPECT_EQ(said[1],
            "E0404 #/paths/~1a~1{id}~1{other}/get/parameters/1 path parameter `gone` is not in "
            "`/a/{id}/{other}`");
}

TEST(LowerParameter, HeadersThatTheProtocolOwnsAreLeftOut) {
  const Lowered lowered(document_of(R"(
paths:
  /a:
    get:
      operationId: getA
      parameters:
        - {name: accept, in: header, schema: {type: string}}
        - {name: Content-Type, in: header, schema: {type: string}}
        - {name: Authorization, in: header, schema: {type: string}}
        - {name: Idempotency-Key, in: header, schema: {type: string}}
      responses: {'200': {description: fine}}
)"));
  EXPECT_EQ(lowered.block("operation getA"),
            "operation getA GET /a\n  header Idempotency-Key?: string simple\n  answer 200\n");
}

TEST(LowerParameter, InlineTypesAreNamedAfterOperationOrSharedPart) {
  const Lowered lowered(document_of(R"(
paths:
  /a:
    get:
      operationId: getA
      parameters:
        - {name: sort, in: query, schema: {type: string, enum: [up, down]}}
        - {$ref: '#/components/parameters/Level'}
      responses: {'200': {description: fine}}
components:
  parameters:
    Level: {name: level, in: query, schema: {type: string, enum: [low, high]}}
)"));
  EXPECT_EQ(lowered.block("operation getA"),
            "operation getA GET /a\n"
            "  query sort?: getA.sort form explode\n"
            "  query level?: LevelParameter form explode\n"
            "  answer 200\n");
}

TEST(LowerParameter, AWholeQueryStringIsAFormOrJson) {
  const auto lowered_as = [](const std::string& content) {
    return Lowered(
        document_of("paths:\n  /a:\n    get:\n      operationId: getA\n"
                    "      parameters:\n        - name: all\n          in: querystring\n"
                    "          content: " +
                        content + "\n      responses: {'200': {description: fine}}\n",
                    "3.2.0"));
  };
  EXPECT_EQ(lowered_as("{application/x-www-form-urlencoded: {schema: {type: object}, "
                       "encoding: {a: {explode: false}}}}")
                .block("operation getA"),
            "operation getA GET /a\n"
            "  query all?: map<any> as application/x-www-form-urlencoded whole\n"
            "    part a joined\n"
            "  answer 200\n");
  EXPECT_EQ(lowered_as("{application/json: {schema: {type: integer}}}").block("operation getA"),
            "operation getA GET /a\n"
            "  query all?: int64 as application/json whole\n"
            "  answer 200\n");
  for (const char* other : {"{text/plain: {schema: {type: string}}}",
                            "{application/x-www-form-urlencoded: {schema: {type: string}}}",
                            "{application/x-www-form-urlencoded: {}}"}) {
    const Lowered lowered = lowered_as(other);
    EXPECT_EQ(lowered.block("operation getA"), "operation getA GET /a\n  answer 200\n");
    ASSERT_EQ(lowered.api().left_out.size(), 1U);
  }
}

}  // namespace
}  // namespace bindery::model
