// Answers: their order, their names, and the sharing of error bodies.
#include <gtest/gtest.h>

#include "fixture.hpp"

namespace bindery::model {
namespace {

TEST(LowerResponse, OrderAndRoles) {
  const Lowered lowered(document_of(R"(
paths:
  /a:
    get:
      operationId: getA
      responses:
        default: {description: error, content: {application/json: {schema: {type: object, properties: {d: {type: string}}}}}}
        4XX: {description: error, content: {application/json: {schema: {type: object, properties: {x: {type: string}}}}}}
        '404': {description: error, content: {application/json: {schema: {type: object, properties: {n: {type: string}}}}}}
        '201': {description: made, content: {application/json: {schema: {type: object, properties: {b: {type: string}}}}}}
        '200': {description: fine, content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}
)"));
  EXPECT_EQ(lowered.block("operation getA"),
            "operation getA GET /a\n"
            "  answer 200\n    application/json (json): getA.Response200\n"
            "  answer 201\n    application/json (json): getA.Response201\n"
            "  answer 404\n    application/json (json): getA.Error404\n"
            "  answer 4XX\n    application/json (json): getA.Error4XX\n"
            "  answer default\n    application/json (json): getA.ErrorDefault\n");
}

constexpr const char* envelopes = R"(
paths:
  /a:
    get:
      operationId: getA
      responses:
        '200':
          description: fine
          content: {application/json: {schema: {type: object, properties: {ok: {type: boolean}}}}}
        '400':
          description: bad
          content: {application/json: {schema: {type: object, properties: {error: {$ref: '#/components/schemas/APIError'}}}}}
        '404':
          description: none
          content:
            application/json:
              schema:
                type: object
                description: prose differs
                properties: {error: {$ref: '#/components/schemas/APIError', description: here}}
  /b:
    get:
      operationId: getB
      responses:
        '500':
          description: bad
          content: {application/json: {schema: {type: object, properties: {error: {$ref: '#/components/schemas/APIError'}}}}}
        '501':
          description: bad
          content: {application/json: {schema: {type: object, required: [error], properties: {error: {$ref: '#/components/schemas/APIError'}}}}}
components:
  schemas:
    APIError: {type: object, properties: {code: {type: string}}}
)";

TEST(LowerResponse, EnvelopesOfErrorsAreOneType) {
  const Lowered lowered(document_of(envelopes));
  EXPECT_EQ(lowered.block("operation getA"),
            "operation getA GET /a\n"
            "  answer 200\n    application/json (json): getA.Response\n"
            "  answer 400\n    application/json (json): APIError.Envelope\n"
            "  answer 404\n    application/json (json): APIError.Envelope\n");
  EXPECT_EQ(lowered.block("operation getB"),
            "operation getB GET /b\n"
            "  answer 500\n    application/json (json): APIError.Envelope\n"
            "  answer 501\n    application/json (json): APIError.error_Envelope\n");
  EXPECT_EQ(lowered.block("object APIError.Envelope"),
            "object APIError.Envelope\n  error?: APIError\n");
  EXPECT_EQ(lowered.block("object APIError.error_Envelope"),
            "object APIError.error_Envelope\n  error: APIError\n");
}

TEST(LowerResponse, EqualInlineErrorsOfOneOperationAreItsError) {
  const Lowered lowered(document_of(R"(
paths:
  /a:
    get:
      operationId: getA
      responses:
        '400': {description: bad, content: {application/json: {schema: {type: object, properties: {m: {type: string}}}}}}
        '500': {description: bad, content: {application/json: {schema: {type: object, properties: {m: {type: string, description: x}}}}}}
)"));
  EXPECT_EQ(lowered.block("operation getA"),
            "operation getA GET /a\n"
            "  answer 400\n    application/json (json): getA.Error\n"
            "  answer 500\n    application/json (json): getA.Error\n");
}

TEST(LowerResponse, SharedResponsesGiveTheirName) {
  const Lowered lowered(document_of(R"(
paths:
  /a:
    get:
      operationId: getA
      responses:
        '200': {$ref: '#/components/responses/Found'}
components:
  responses:
    Found:
      description: fine
      headers: {X-Left: {schema: {type: integer}}, X-Must: {required: true, schema: {type: string}}}
      content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}
)"));
  EXPECT_EQ(lowered.block("operation getA"),
            "operation getA GET /a\n"
            "  answer 200\n"
            "    header X-Left?: int64\n"
            "    header X-Must: string\n"
            "    application/json (json): FoundResponse\n");
}

TEST(LowerResponse, HeadersOfOneStructureAreOneType) {
  const Lowered lowered(document_of(R"(
paths:
  /a:
    get:
      operationId: getA
      responses:
        '200':
          description: fine
          headers:
            X-Plan: {schema: {type: string, enum: [a, b]}}
            X-Owner: {explode: true, required: true, schema: {type: object, properties: {n: {type: string}}}}
            content-TYPE: {schema: {type: string}}
            X-Meta: {content: {application/json: {schema: {type: integer}}}}
            X-Text: {content: {text/plain: {schema: {type: integer}}}}
            X-Bare: {}
        '404':
          description: none
          headers:
            X-Plan: {description: prose differs, schema: {type: string, enum: [a, b]}}
)"));
  EXPECT_EQ(lowered.block("operation getA"),
            "operation getA GET /a\n"
            "  answer 200\n"
            "    header X-Plan?: getA.X-Plan\n"
            "    header X-Owner: getA.X-Owner explode\n"
            "    header X-Meta?: int64 json\n"
            "    header X-Text?: int64\n"
            "    header X-Bare?: string\n"
            "  answer 404\n"
            "    header X-Plan?: getA.X-Plan\n");
}

TEST(LowerResponse, NoContentWhereHttpHasNone) {
  const Lowered lowered(document_of(R"(
paths:
  /a:
    get:
      operationId: getA
      responses:
        '200': {description: fine, content: {text/plain: {schema: {type: string}}}}
        '204': {description: none, content: {text/plain: {schema: {type: string}}}}
        '304': {description: same, content: {text/plain: {schema: {type: string}}}}
        1XX: {description: interim, content: {text/plain: {schema: {type: string}}}}
        default: {description: rest, content: {text/plain: {schema: {type: string}}}}
    head:
      operationId: headA
      responses:
        '200': {description: fine, content: {text/plain: {schema: {type: string}}}}
)"));
  EXPECT_EQ(lowered.block("operation getA"),
            "operation getA GET /a\n"
            "  answer 200\n    text/plain (text): string\n"
            "  answer 204\n"
            "  answer 304\n"
            "  answer 1XX\n"
            "  answer default\n    text/plain (text): string\n");
  EXPECT_EQ(lowered.block("operation headA"), "operation headA HEAD /a\n  answer 200\n");
  ASSERT_EQ(lowered.said().size(), 3U);
  EXPECT_EQ(
      lowered.said()[0],
      "E0406 #/paths/~1a/get/responses/204 answer `204` of `getA` has content, but HTTP sends no "
      "body with this status (it is read as an empty answer)");
}

}  // namespace
}  // namespace bindery::model
