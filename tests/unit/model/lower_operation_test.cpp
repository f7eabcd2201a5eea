// Operations: ids, parameters, bodies, what comes in.
#include "model/operation_ids.hpp"

#include <gtest/gtest.h>

#include "fixture.hpp"

namespace bindery::model {
namespace {

TEST(LowerOperation, IdsFromMethodAndPath) {
  EXPECT_EQ(id_from_path("GET", "/v3/videos/{id}"), "get_v3_videos_by_id");
  EXPECT_EQ(id_from_path("POST", "/"), "post");
  EXPECT_EQ(id_from_path("DELETE", "/a-b/{c}/{d}.json"), "delete_a_b_by_c_by_d_json");
}

TEST(LowerOperation, MissingAndRepeatedIds) {
  const Lowered lowered(document_of(R"(
paths:
  /a:
    get: {operationId: listA, responses: {'200': {description: fine}}}
    post: {responses: {'200': {description: fine}}}
  /b/{id}:
    get:
      operationId: listA
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {'200': {description: fine}}
)"));
  ASSERT_EQ(lowered.api().operations.size(), 3U);
  EXPECT_EQ(lowered.api().operations[0].id, "listA");
  EXPECT_EQ(lowered.api().operations[1].id, "post_a");
  EXPECT_EQ(lowered.api().operations[2].id, "get_b_by_id");
  EXPECT_EQ(lowered.said(),
            (Said{"E0401 #/paths/~1a/post operation has no operationId; it is called `post_a`",
                  "E0402 #/paths/~1b~1{id}/get operationId `listA` is given twice; this one is "
                  "called `get_b_by_id`"}));
  EXPECT_EQ(lowered.diagnostics().sorted()[1].notes.size(), 1U);
}

TEST(LowerOperation, DocsTagsAndDeprecation) {
  const Lowered lowered(document_of(R"(
tags: [{name: Declared, description: about it}]
paths:
  /a:
    summary: of the path
    get:
      operationId: getA
      deprecated: true
      description: of the operation
      tags: [Used, Declared]
      x-cpp-name: fetch_a
      responses: {'200': {description: fine}}
)"));
  EXPECT_EQ(lowered.block("operation getA"),
            "operation getA GET /a #\"Used\" #\"Declared\" deprecated named fetch_a\n"
            "  answer 200\n");
  ASSERT_EQ(lowered.api().tags.size(), 2U);
  EXPECT_EQ(lowered.api().tags[0].description, "about it");
  EXPECT_EQ(lowered.api().tags[1].name, "Used");
  EXPECT_EQ(lowered.api().operations[0].docs.summary, "of the path");
}

TEST(LowerOperation, WebhooksAndCallbacks) {
  const Lowered lowered(document_of(R"(
paths:
  /subscribe:
    post:
      operationId: subscribe
      responses: {'200': {description: fine}}
      callbacks:
        onEvent:
          '{$request.query.url}':
            post:
              requestBody:
                content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}
              responses: {'200': {description: fine}}
        onEnd:
          '{$request.query.url}':
            post:
              operationId: ended
              responses: {'200': {description: fine}}
webhooks:
  newPet:
    post:
      requestBody:
        required: true
        content: {application/json: {schema: {type: object, properties: {b: {type: string}}}}}
      responses: {'200': {description: fine}}
)"));
  EXPECT_EQ(lowered.block("incoming subscribe_onEvent"),
            "incoming subscribe_onEvent POST\n"
            "  body\n"
            "    application/json (json): Subscribe_onEventBody\n");
  EXPECT_EQ(lowered.block("incoming ended"), "incoming ended POST\n");
  EXPECT_EQ(lowered.block("incoming newPet"),
            "incoming newPet POST\n"
            "  body required\n"
            "    application/json (json): NewPetBody\n");
  EXPECT_EQ(lowered.block("object NewPetBody"), "object NewPetBody\n  b?: string\n");
}

TEST(LowerOperation, SecurityAndServers) {
  const Lowered lowered(document_of(R"(
servers:
  - url: https://{region}.example.com
    variables: {region: {default: eu, enum: [eu, us]}}
security: [{Key: []}]
paths:
  /a:
    get: {operationId: byDocument, responses: {'200': {description: fine}}}
    put: {operationId: none, security: [], responses: {'200': {description: fine}}}
    post:
      operationId: own
      security: [{Key: [], Bearer: []}, {}, {Unknown: []}]
      servers: [{url: https://other.example.com}]
      responses: {'200': {description: fine}}
components:
  securitySchemes:
    Key: {type: apiKey, in: header, name: x-api-key}
    Bearer: {type: http, scheme: Bearer}
    Basic: {type: http, scheme: basic}
    Flow:
      type: oauth2
      flows: {clientCredentials: {tokenUrl: https://example.com/token, scopes: {}}}
)"));
  EXPECT_EQ(lowered.block("api"),
            "api \"Test\" version \"1\"\n"
            "  server \"https://{region}.example.com\"\n"
            "    variable region = \"eu\" | \"eu\" | \"us\"\n"
            "  security Key api_key header x-api-key\n"
            "  security Bearer http_bearer\n"
            "  security Basic http_basic\n"
            "  security Flow oauth2 token \"https://example.com/token\"\n");
  EXPECT_EQ(lowered.block("operation byDocument"),
            "operation byDocument GET /a\n  answer 200\n  security Key\n");
  EXPECT_EQ(lowered.block("operation none"), "operation none PUT /a\n  answer 200\n");
  EXPECT_EQ(lowered.block("operation own"),
            "operation own POST /a\n"
            "  server \"https://other.example.com\"\n"
            "  answer 200\n"
            "  security Key Bearer\n"
            "  security none\n");
  EXPECT_EQ(lowered.said(), Said{"E0405 security scheme `Unknown` is not declared"});
}

TEST(LowerOperation, ScopesAndTokenUrls) {
  const Lowered lowered(document_of(R"(
security: [{Flow: [read]}]
paths:
  /a:
    get: {operationId: byDocument, responses: {'200': {description: fine}}}
    put:
      operationId: own
      security: [{Flow: [read, 'write:all']}, {Flow: []}, {Flow: []}]
      responses: {'200': {description: fine}}
components:
  securitySchemes:
    Flow:
      type: oauth2
      flows:
        authorizationCode: {authorizationUrl: https://h/login, tokenUrl: https://h/code, scopes: {}}
        clientCredentials: {tokenUrl: https://h/client, scopes: {}}
    Refreshed:
      type: oauth2
      flows:
        clientCredentials: {tokenUrl: https://h/client, refreshUrl: https://h/no, scopes: {}}
        password: {tokenUrl: https://h/password, refreshUrl: https://h/refresh, scopes: {}}
    Code:
      type: oauth2
      flows:
        authorizationCode: {authorizationUrl: https://h/login, tokenUrl: https://h/code, scopes: {}}
    Implicit: {type: oauth2, flows: {implicit: {authorizationUrl: https://h/login, scopes: {}}}}
)"));
  EXPECT_EQ(lowered.block("api"),
            "api \"Test\" version \"1\"\n"
            "  security Flow oauth2 token \"https://h/client\" refresh \"https://h/code\"\n"
            "  security Refreshed oauth2 token \"https://h/client\" refresh \"https://h/refresh\"\n"
            "  security Code oauth2 token \"https://h/code\"\n"
            "  security Implicit oauth2\n");
  EXPECT_EQ(lowered.block("operation byDocument"),
            "operation byDocument GET /a\n  answer 200\n  security Flow \"read\"\n");
  EXPECT_EQ(lowered.block("operation own"),
            "operation own PUT /a\n"
            "  answer 200\n"
            "  security Flow \"read\" \"write:all\"\n"
            "  security Flow\n");
  EXPECT_EQ(lowered.said(), Said{});
}

TEST(LowerOperation, ABodyOfGetIsKept) {
  const Lowered lowered(document_of(R"(
paths:
  /a:
    delete:
      operationId: removeAll
      requestBody: {content: {application/json: {schema: {type: array, items: {type: string}}}}}
      responses: {'204': {description: gone}}
)"));
  EXPECT_EQ(lowered.block("operation removeAll"),
            "operation removeAll DELETE /a\n"
            "  body\n"
            "    application/json (json): list<string>\n"
            "  answer 204\n");
}

}  // namespace
}  // namespace bindery::model
