// Examples wherever documents keep them: in place, among the components, in files of their own.
#include "spec/read_examples.hpp"

#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "document/node.hpp"
#include "fixture.hpp"

namespace bindery::spec {
namespace {

std::vector<std::string> json_of(const std::vector<const document::Node*>& values) {
  Lines lines;
  for (const document::Node* value : values) lines.push_back(document::to_json(*value));
  return lines;
}

std::unique_ptr<Fixture> read(std::map<std::string, std::string> files) {
  auto fixture = std::make_unique<Fixture>(std::move(files));
  fixture->read({"api.yaml"});
  return fixture;
}

TEST(ReadExamples, OfSchemasMayStandInOtherFiles) {
  const auto fixture = read({{"api.yaml", R"(openapi: 3.1.0
info: {title: T, version: '1'}
components:
  examples: {Named: {value: {a: 4}}}
  schemas:
    A:
      example: {$ref: examples/one.json}
      examples: [{$ref: 'examples/two.yaml#/here'}, {$ref: '#/components/examples/Named'}, {a: 5}]
)"},
                             {"examples/one.json", R"({"$ref": "more.json"})"},
                             {"examples/more.json", R"({"a": 1})"},
                             {"examples/two.yaml", "here: {a: 2}\n"}});
  EXPECT_EQ(fixture->said(), Lines{});
  EXPECT_EQ(json_of(fixture->component("A").examples),
            (Lines{R"({"a":1})", R"({"a":2})", R"({"a":4})", R"({"a":5})"}));
}

TEST(ReadExamples, ReferencesThatLeadNowhereAreValues) {
  const auto fixture = read({{"api.yaml", R"(openapi: 3.1.0
info: {title: T, version: '1'}
components:
  schemas:
    A: {examples: [{$ref: nowhere.json}, {$ref: 5}, {$ref: '#/components/schemas/A/examples/2'}]}
)"}});
  EXPECT_EQ(fixture->said(), Lines{});
  EXPECT_EQ(json_of(fixture->component("A").examples)[0], R"({"$ref":"nowhere.json"})");
  EXPECT_EQ(json_of(fixture->component("A").examples)[1], R"({"$ref":5})");
}

TEST(ReadExamples, OfMediaTypesMayStandInOtherFiles) {
  const auto fixture = read({{"api.yaml", R"(openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /a:
    get:
      responses:
        '200':
          description: d
          content:
            application/json:
              example: {$ref: whole.json}
              examples:
                object: {$ref: object.yaml}
                value: {value: {$ref: whole.json}}
                bare: {$ref: whole.json}
                here: {a: 3}
)"},
                             {"whole.json", R"({"a": 1})"},
                             {"object.yaml", "summary: s\nvalue: {a: 2}\n"}});
  const auto& examples = fixture->spec.paths.at(0).operations.at(0).responses.at(0).content.at(0);
  Lines values;
  for (const Example& example : examples.examples) {
    values.push_back(example.name + " " + document::to_json(*example.value));
  }
  EXPECT_EQ(values, (Lines{R"( {"a":1})", R"(object {"a":2})", R"(value {"a":1})",
                           R"(bare {"a":1})", R"(here {"a":3})"}));
  EXPECT_EQ(fixture->count("E0311"), 2u);
}

}  // namespace
}  // namespace bindery::spec
