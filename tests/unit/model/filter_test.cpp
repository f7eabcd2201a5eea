// What is generated: filters, and the types that are left.
#include <gtest/gtest.h>

#include "fixture.hpp"

namespace bindery::model {
namespace {

constexpr const char* document = R"(
tags: [{name: Pets}, {name: Owners}]
paths:
  /pets:
    get:
      operationId: listPets
      tags: [Pets]
      responses: {'200': {description: fine, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
  /pets/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get: {operationId: getPet, tags: [Pets], responses: {'200': {description: fine}}}
  /owners:
    get:
      operationId: listOwners
      tags: [Owners]
      responses: {'200': {description: fine, content: {application/json: {schema: {$ref: '#/components/schemas/Owner'}}}}}
components:
  schemas:
    Pet: {type: object, properties: {owner: {$ref: '#/components/schemas/Name'}}}
    Owner: {type: object, properties: {kind: {type: string, enum: [a]}}}
    Name: {type: string}
    Unused: {type: object, properties: {x: {type: string}}}
)";

std::vector<std::string> ids(const Lowered& lowered) {
  std::vector<std::string> found;
  for (const auto& operation : lowered.api().operations) found.push_back(operation.id);
  return found;
}

using Ids = std::vector<std::string>;

TEST(Filter, NothingFilteredKeepsEveryComponent) {
  const Lowered lowered(document_of(document));
  EXPECT_EQ(ids(lowered), (Ids{"listPets", "getPet", "listOwners"}));
  EXPECT_NE(lowered.block("object Unused"), "");
}

TEST(Filter, ByTagPathAndOperation) {
  Filter by_tag;
  by_tag.include_tags = {"Pets"};
  by_tag.exclude_operations = {"getPet"};
  const Lowered tagged(document_of(document), by_tag);
  EXPECT_EQ(ids(tagged), Ids{"listPets"});
  EXPECT_NE(tagged.block("object Pet"), "");
  EXPECT_NE(tagged.block("alias Name"), "");
  EXPECT_EQ(tagged.block("object Owner"), "");
  EXPECT_EQ(tagged.block("object Unused"), "");

  Filter by_path;
  by_path.include_paths = {"/pets*"};
  EXPECT_EQ(ids(Lowered(document_of(document), by_path)), (Ids{"listPets", "getPet"}));
  by_path.include_paths = {"/pets"};
  EXPECT_EQ(ids(Lowered(document_of(document), by_path)), Ids{"listPets"});

  Filter both;
  both.include_tags = {"Pets"};
  both.include_paths = {"/owners"};
  EXPECT_EQ(ids(Lowered(document_of(document), both)), Ids{});
}

TEST(Filter, EntriesThatMatchNothingAreSaid) {
  Filter filter;
  filter.include_tags = {"Pest"};
  filter.exclude_paths = {"/nowhere/*"};
  filter.include_operations = {"listpets"};
  const Lowered lowered(document_of(document), filter);
  EXPECT_EQ(lowered.said(),
            (Said{"E0408 no tag matches `Pest` (did you mean `Pets`?)",
                  "E0408 no path matches `/nowhere/*`",
                  "E0408 no operation matches `listpets` (did you mean `listPets`?)"}));
}

}  // namespace
}  // namespace bindery::model
