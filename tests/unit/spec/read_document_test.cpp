// The top level of a document: versions, info, servers, tags, what is not OpenAPI.
#include "spec/read_spec.hpp"

#include <gtest/gtest.h>

#include "fixture.hpp"

namespace bindery::spec {
namespace {

Version version_of(const std::string& text) {
  const auto read =
      read_text_as_spec("openapi: " + text + "\ninfo: {title: T, version: '1'}\npaths: {}\n");
  EXPECT_EQ(read->said(), Lines{}) << text;
  return read->spec.version;
}

TEST(ReadDocument, AcceptsEveryPatchOfThreeMinors) {
  EXPECT_EQ(version_of("3.0.0"), Version::v3_0);
  EXPECT_EQ(version_of("3.0.4"), Version::v3_0);
  EXPECT_EQ(version_of("'3.0'"), Version::v3_0);
  EXPECT_EQ(version_of("3.1"), Version::v3_1);
  EXPECT_EQ(version_of("3.1.2"), Version::v3_1);
  EXPECT_EQ(version_of("3.1.0-rc1"), Version::v3_1);
  EXPECT_EQ(version_of("3.2.0"), Version::v3_2);
}

TEST(ReadDocument, RefusesOtherVersions) {
  for (const std::string& line : Lines{"openapi: 2.0", "openapi: 4.0.0", "openapi: 3.10.0",
                                       "openapi: three", "openapi: [3]", "swagger: '2.0'"}) {
    const auto read = read_text_as_spec(line + "\npaths: {}\n");
    EXPECT_EQ(read->count("E0110"), 1u) << line;
    EXPECT_EQ(read->said().size(), 1u) << line;
  }
  EXPECT_NE(read_text_as_spec("swagger: '2.0'\n")->only("E0110").hint, "");
}

TEST(ReadDocument, RefusesWhatIsNotOpenApi) {
  EXPECT_EQ(read_text_as_spec("name: x\n")->said(),
            Lines{"E0109 api.yaml:1:1 # no `openapi` key: this is not an OpenAPI document"});
  EXPECT_EQ(read_text_as_spec("[1, 2]\n")->count("E0109"), 1u);
}

TEST(ReadDocument, NeedsPathsWebhooksOrComponents) {
  EXPECT_EQ(read_text_as_spec("openapi: 3.1.0\ninfo: {title: T, version: '1'}\n")->count("E0302"),
            1u);
}

TEST(ReadDocument, ReportsStructureOfAnotherKind) {
  const auto read = read_text_as_spec(
      "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: [a]\nwebhooks: x\ncomponents: "
      "null\n");
  EXPECT_EQ(read->count("E0301"), 2u);
  EXPECT_EQ(read->count("E0311"), 1u);
}

TEST(ReadDocument, ReadsInfoServersAndTags) {
  const auto read = read_text_as_spec(R"(openapi: 3.2.0
$self: https://example.com/api
info: {title: Pets, version: 1.0, summary: s, description: d, license: {name: MIT}, x-a: 1}
servers:
  - url: https://{region}.example.com
    name: prod
    variables: {region: {default: eu, enum: [eu, us]}}
  - description: no url
tags:
  - {name: pets, description: All pets, externalDocs: {url: u}}
  - cats
  - {description: nameless}
paths: {}
colour: red
)");
  const Spec& spec = read->spec;
  EXPECT_EQ(spec.info.title, "Pets");
  EXPECT_EQ(spec.info.version, "1.0");
  EXPECT_EQ(spec.info.description, "d");
  ASSERT_EQ(spec.info.origin.extensions.size(), 1u);
  ASSERT_EQ(spec.servers.size(), 1u);
  EXPECT_EQ(spec.servers[0].url, "https://{region}.example.com");
  ASSERT_EQ(spec.servers[0].variables.size(), 1u);
  EXPECT_EQ(spec.servers[0].variables[0].enum_values, (Lines{"eu", "us"}));
  ASSERT_EQ(spec.tags.size(), 2u);
  EXPECT_EQ(spec.tags[0].description, "All pets");
  EXPECT_EQ(spec.tags[1].name, "cats");
  EXPECT_EQ(read->count("E0605"), 1u);
  EXPECT_EQ(read->count("E0303"), 1u);
  EXPECT_EQ(read->count("E0311"), 3u);
  EXPECT_FALSE(read->diagnostics.has_errors());
}

TEST(ReadDocument, ReadsEveryComponentAlsoUnusedOnes) {
  const auto read = read_text_as_spec(R"(openapi: 3.1.0
info: {title: T, version: '1'}
components:
  schemas: {A: {type: string}, x-b: {type: string}}
  responses: {R: {description: r, content: {application/json: {schema: {$ref: '#/nowhere'}}}}}
  parameters: {P: {name: p, in: nowhere}}
  examples: {E: [1]}
  requestBodies: {B: {content: {}}}
  headers: {H: {schemas: {}}}
  links: {L: {}}
  callbacks: {C: {'{$url}': {post: {responses: {'200': {description: ok}}}}}}
  pathItems: {I: {get: {}}}
)");
  EXPECT_EQ(read->spec.component_schemas.size(), 2u);
  EXPECT_EQ(read->count("E0203"), 1u);
  EXPECT_EQ(read->count("E0311"), 3u);
  EXPECT_EQ(read->count("E0303"), 1u);
  EXPECT_EQ(read->count("E0406"), 1u);
}

TEST(ReadDocument, SurvivesEveryValueInEveryPlace) {
  // Each line of a document that is right, with its value replaced by each kind of wrong one.
  const Lines right{"info: {title: T, version: '1'}",
                    "servers: [{url: a}]",
                    "tags: [{name: a}]",
                    "security: [{}]",
                    "paths: {/a: {get: {responses: {}}}}",
                    "components: {schemas: {}}"};
  for (const std::string& line : right) {
    for (const std::string& value : Lines{"null", "5", "text", "[]", "[null]", "[[]]", "{a: null}",
                                          "{a: [1]}", "{$ref: 5}", "{$ref: '#/x'}", "true"}) {
      std::string text = "openapi: 3.1.0\n";
      for (const std::string& other : right) {
        if (other != line) text += other + "\n";
      }
      text += line.substr(0, line.find(':')) + ": " + value + "\n";
      const auto read = read_text_as_spec(text);
      EXPECT_TRUE(!read->said().empty() || value == "[]" || value == "{a: null}" ||
                  value == "{a: [1]}")
          << text;
    }
  }
}

}  // namespace
}  // namespace bindery::spec
