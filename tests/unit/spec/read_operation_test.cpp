// Paths, operations, parameters, bodies, responses, callbacks.
#include "spec/read_operation.hpp"

#include <gtest/gtest.h>

#include "fixture.hpp"

namespace bindery::spec {
namespace {

const Operation& only_operation(const Fixture& read) {
  return read.spec.paths.at(0).operations.at(0);
}

Lines names(const std::vector<Parameter>& parameters) {
  Lines found;
  for (const Parameter& parameter : parameters) found.push_back(parameter.name);
  return found;
}

TEST(ReadOperation, ReadsEverything) {
  const auto read = read_operation_text(R"(
      operationId: getA
      tags: [x, y]
      summary: s
      description: d
      deprecated: true
      externalDocs: {url: u}
      security: [{Key: []}, {}]
      servers: [{url: https://a}]
      x-own: 1
      parameters:
        - {name: q, in: query, required: true, style: form, explode: false, allowReserved: true,
           schema: {type: array}, example: [1], description: pd, deprecated: true}
        - {name: c, in: cookie, content: {application/json: {schema: {}}}}
      requestBody:
        required: true
        description: rd
        content:
          multipart/form-data:
            schema: {type: object}
            encoding: {file: {contentType: image/png, headers: {X-A: {schema: {}}}}}
            examples: {one: {value: 1}, two: {$ref: '#/components/examples/E'}, three: {externalValue: u}}
      responses:
        200:
          description: ok
          headers: {X-Rate: {required: true, schema: {type: integer}}}
          content: {application/json: {schema: {type: string}}}
          links: {}
        4xx: {description: bad}
        default: {description: other}
)",
                                        R"(
components: {examples: {E: {value: two}}}
)");
  EXPECT_EQ(read->said(), Lines{});
  const Operation& get = only_operation(*read);
  EXPECT_EQ(get.method, "GET");
  EXPECT_EQ(get.operation_id, "getA");
  EXPECT_EQ(read->place(get.operation_id_where), "api.yaml:7:20");
  EXPECT_EQ(get.tags, (Lines{"x", "y"}));
  EXPECT_TRUE(get.deprecated);
  ASSERT_TRUE(get.security);
  ASSERT_EQ(get.security->size(), 2u);
  EXPECT_EQ((*get.security)[0].schemes.at(0).name, "Key");
  EXPECT_TRUE((*get.security)[1].schemes.empty());
  EXPECT_EQ(get.servers.size(), 1u);
  EXPECT_EQ(get.origin.extensions.size(), 1u);
  EXPECT_EQ(get.origin.pointer, "#/paths/~1a/get");
  ASSERT_EQ(names(get.parameters), (Lines{"q", "c"}));
  EXPECT_EQ(get.parameters[0].explode, false);
  EXPECT_TRUE(get.parameters[0].allow_reserved);
  EXPECT_EQ(get.parameters[0].examples.size(), 1u);
  EXPECT_EQ(get.parameters[1].content.at(0).name, "application/json");
  ASSERT_TRUE(get.request_body);
  EXPECT_TRUE(get.request_body->required);
  const MediaType& form = get.request_body->content.at(0);
  EXPECT_EQ(form.encodings.at(0).property, "file");
  EXPECT_EQ(form.encodings[0].headers.at(0).name, "X-A");
  ASSERT_EQ(form.examples.size(), 2u);
  EXPECT_EQ(form.examples[1].name, "two");
  EXPECT_EQ(form.examples[1].value->text, "two");
  ASSERT_EQ(get.responses.size(), 3u);
  EXPECT_EQ(get.responses[0].status, "200");
  EXPECT_TRUE(get.responses[0].headers.at(0).required);
  EXPECT_EQ(get.responses[1].status, "4XX");
  EXPECT_EQ(get.responses[2].status, "default");
}

TEST(ReadOperation, UnitesParametersOfPathItemAndOperation) {
  const auto read = read_text_as_spec(R"(openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /a/{id}:
    servers: [{url: https://a}]
    parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
      - {name: limit, in: query, schema: {type: string}}
    get:
      parameters:
        - {name: limit, in: query, schema: {type: integer}}
        - {name: id, in: query, schema: {type: string}}
        - {name: id, in: query, schema: {type: integer}}
      responses: {'200': {description: ok}}
)");
  const Operation& get = only_operation(*read);
  ASSERT_EQ(names(get.parameters), (Lines{"id", "limit", "id"}));
  EXPECT_EQ(get.parameters[0].in, Parameter::In::path);
  EXPECT_TRUE(read->spec.schema(*get.parameters[1].schema).types.integer);
  EXPECT_EQ(get.servers.size(), 1u);
  EXPECT_EQ(read->count("E0407"), 1u);
  EXPECT_EQ(read->only("E0407").notes.size(), 1u);
  EXPECT_EQ(read->said().size(), 1u);
}

TEST(ReadOperation, LeavesOutBadParameters) {
  const auto read = read_operation_text(R"(
      parameters:
        - {name: body, in: body, schema: {}}
        - {in: query, schema: {}}
        - {name: x, schema: {}}
        - null
        - {name: p, in: path, schema: {type: string}}
        - {name: q, in: query}
        - {name: r, in: query, content: null, schema: {}}
      responses: {'200': {description: ok}}
)");
  EXPECT_EQ(names(only_operation(*read).parameters), (Lines{"p", "q", "r"}));
  EXPECT_TRUE(only_operation(*read).parameters[0].required);
  EXPECT_EQ(read->count("E0311"), 7u);
  EXPECT_EQ(read->said().size(), 7u);
}

TEST(ReadOperation, ReportsResponsesThatAreNotUsable) {
  for (const std::string& responses :
       Lines{"", "      responses: []\n", "      responses: {}\n", "      responses: null\n",
             "      responses: {'2000': {description: a}}\n", "      responses: {'200': null}\n",
             "      responses: {ok: {description: a}}\n", "      responses: {'200': fine}\n"}) {
    const auto read = read_operation_text("      operationId: a\n" + responses);
    EXPECT_EQ(read->count("E0406"), 1u) << responses;
    EXPECT_EQ(read->said().size(), 1u) << responses;
    EXPECT_EQ(read->spec.paths.at(0).operations.size(), 1u) << responses;
  }
  EXPECT_EQ(only_operation(*read_operation_text("      responses: {'200': null}\n"))
                .responses.at(0)
                .status,
            "200");
}

TEST(ReadOperation, ToleratesBadBodies) {
  for (const std::string& body :
       Lines{"{content: {}}", "{}", "{content: null}", "{content: {application/json: null}}",
             "{content: {application/json: {schema: null}}}", "[a]", "null"}) {
    const auto read = read_operation_text("      requestBody: " + body +
                                          "\n      responses: {'200': {description: ok}}\n");
    EXPECT_FALSE(read->diagnostics.has_errors()) << body;
    EXPECT_GE(read->count("E0311"), 1u) << body;
    EXPECT_EQ(read->spec.paths.at(0).operations.size(), 1u) << body;
  }
}

TEST(ReadOperation, KeepsMediaTypeThatIsNull) {
  const auto read = read_operation_text(
      "      responses: {'200': {description: ok, content: {application/json: null}}}\n");
  const Response& response = only_operation(*read).responses.at(0);
  ASSERT_EQ(response.content.size(), 1u);
  EXPECT_EQ(response.content[0].name, "application/json");
  EXPECT_FALSE(response.content[0].schema);
}

TEST(ReadOperation, ReadsScalarsOfTheWrongKind) {
  const auto read = read_operation_text(R"(
      operationId: 5
      tags: pets
      summary: {a: b}
      deprecated: 'false'
      security: {Key: null}
      responses: {'200': {description: ok}}
)");
  const Operation& get = only_operation(*read);
  EXPECT_EQ(get.operation_id, "5");
  EXPECT_EQ(get.tags, Lines{"pets"});
  EXPECT_FALSE(get.summary);
  ASSERT_TRUE(get.security);
  EXPECT_EQ(get.security->at(0).schemes.at(0).name, "Key");
  EXPECT_EQ(read->count("E0311"), 5u);
}

TEST(ReadOperation, FollowsReferenceInPlaceOfAnOperation) {
  Fixture read({{"api.yaml", R"(openapi: 3.0.0
info: {title: T, version: '1'}
paths: {/a: {get: {$ref: get.yaml}}}
)"},
                {"get.yaml", "operationId: getA\nresponses: {'200': {description: ok}}\n"}});
  read.read({"api.yaml"});
  EXPECT_EQ(read.said(), Lines{});
  EXPECT_EQ(only_operation(read).operation_id, "getA");
}

TEST(ReadOperation, ReadsCallbacksAndWebhooks) {
  const auto read = read_text_as_spec(R"(openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /a:
    post:
      responses: {'200': {description: ok}}
      callbacks:
        done:
          '{$request.body#/url}': {post: {responses: {'200': {description: ok}}}}
        again: {$ref: '#/components/callbacks/Loop'}
webhooks:
  finished: {post: {operationId: f, responses: {'200': {description: ok}}}}
components:
  callbacks:
    Loop:
      '{$url}':
        post:
          responses: {'200': {description: ok}}
          callbacks: {loop: {$ref: '#/components/callbacks/Loop'}}
)");
  const Operation& post = only_operation(*read);
  ASSERT_EQ(post.callbacks.size(), 2u);
  EXPECT_EQ(post.callbacks[0].name, "done");
  EXPECT_EQ(post.callbacks[0].expression, "{$request.body#/url}");
  EXPECT_EQ(post.callbacks[0].path_items.at(0).operations.at(0).method, "POST");
  EXPECT_EQ(post.callbacks[1].name, "again");
  ASSERT_EQ(read->spec.webhooks.size(), 1u);
  EXPECT_EQ(read->spec.webhooks[0].path, "finished");
  EXPECT_GE(read->said().size(), 1u);
}

TEST(ReadPaths, ReadsMethodsInDocumentOrderAndThoseOf32) {
  const auto read = read_text_as_spec(R"(openapi: 3.2.0
info: {title: T, version: '1'}
paths:
  /a:
    post: {responses: {'200': {description: ok}}}
    get: {responses: {'200': {description: ok}}}
    query: {parameters: [{name: q, in: querystring, content: {application/json: {itemSchema: {}}}}],
            responses: {'200': {description: ok}}}
    additionalOperations: {COPY: {responses: {'200': {description: ok}}}}
)");
  EXPECT_EQ(read->said(), Lines{});
  Lines methods;
  for (const Operation& operation : read->spec.paths.at(0).operations) {
    methods.push_back(operation.method);
  }
  EXPECT_EQ(methods, (Lines{"POST", "GET", "QUERY", "COPY"}));
  EXPECT_TRUE(read->spec.paths[0].operations[2].parameters.at(0).content.at(0).item_schema);
}

TEST(ReadPaths, HonoursMethodsOf32InEarlierVersions) {
  const auto read = read_text_as_spec(R"(openapi: 3.1.0
info: {title: T, version: '1'}
paths: {/a: {query: {responses: {'200': {description: ok}}}}}
)");
  EXPECT_EQ(read->spec.paths.at(0).operations.size(), 1u);
  EXPECT_EQ(read->count("E0310"), 1u);
}

TEST(ReadPaths, ReportsBadPathsAndGoesOn) {
  const auto read = read_text_as_spec(R"(openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  pets: {get: {responses: {'200': {description: ok}}}}
  /b: null
  /c: {gett: {}, get: null}
  x-d: {get: {}}
)");
  ASSERT_EQ(read->spec.paths.size(), 2u);
  EXPECT_EQ(read->spec.paths[0].path, "/pets");
  EXPECT_EQ(read->spec.paths[1].operations.size(), 0u);
  EXPECT_EQ(read->count("E0311"), 3u);
  EXPECT_EQ(read->only("E0303").hint, "did you mean `get`?");
}

TEST(ReadPaths, AddsOwnOperationsToThoseOfTheReference) {
  const auto read = read_text_as_spec(R"(openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /a:
    $ref: '#/components/pathItems/A'
    get: {operationId: mine, responses: {'200': {description: ok}}}
components:
  pathItems:
    A:
      summary: theirs
      get: {operationId: theirs, responses: {'200': {description: ok}}}
      put: {operationId: put, responses: {'200': {description: ok}}}
)");
  EXPECT_EQ(read->said(), Lines{});
  const PathItem& a = read->spec.paths.at(0);
  EXPECT_EQ(a.path, "/a");
  EXPECT_EQ(a.summary, "theirs");
  ASSERT_EQ(a.operations.size(), 2u);
  EXPECT_EQ(a.operations[0].operation_id, "put");
  EXPECT_EQ(a.operations[1].operation_id, "mine");
}

TEST(ReadHeaders, CannotNestWithoutEnd) {
  const auto read = read_operation_text(R"(
      responses: {'200': {description: ok, headers: {A: {$ref: '#/components/headers/A'}}}}
)",
                                        R"(
components:
  headers:
    A: {content: {multipart/mixed: {schema: {}, encoding: {e: {headers: {A: {$ref: '#/components/headers/A'}}}}}}}
)");
  EXPECT_EQ(read->said(), Lines{});
  EXPECT_TRUE(only_operation(*read).responses.at(0).headers.at(0).content.at(0).encodings.empty());
}

}  // namespace
}  // namespace bindery::spec
