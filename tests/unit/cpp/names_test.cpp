// Names of a whole API: where they come from, who keeps one, and that nothing else moves them.
#include "cpp/names.hpp"

#include <algorithm>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "api_builder.hpp"
#include "cpp/identifier.hpp"

namespace {

using bindery::cpp::assign_names;
using bindery::cpp::Names;
using bindery::cpp::Naming;
using bindery::diagnostics::Code;
using bindery::diagnostics::Diagnostics;
using bindery::test::ApiBuilder;
using bindery::test::string_enum;
namespace model = bindery::model;

Names names_of(const model::Api& api, Diagnostics& diagnostics) {
  Naming naming;
  naming.name_space = "heygen";
  return assign_names(api, naming, diagnostics);
}

Names names_of(const model::Api& api) {
  Diagnostics diagnostics;
  return names_of(api, diagnostics);
}

TEST(Names, ComponentsKeepTheirsAndInlineTypesAddTheirMember) {
  ApiBuilder builder;
  const auto video = builder.object("VideoDetail");
  const auto status = builder.nested(video, "status", string_enum({"pending", "a b"}));
  const auto key = builder.object("APIKey");
  const auto lower = builder.object("string");
  builder.add_field(video, "status", status);
  builder.add_field(video, "petId", builder.string());
  const Names names = names_of(builder.api);
  EXPECT_EQ(names.types[video.type.index].name, "VideoDetail");
  EXPECT_EQ(names.types[video.type.index].file, "video_detail");
  EXPECT_EQ(names.types[video.type.index].members, (std::vector<std::string>{"status", "pet_id"}));
  EXPECT_EQ(names.types[status.type.index].name, "VideoDetailStatus");
  EXPECT_EQ(names.types[status.type.index].members, (std::vector<std::string>{"Pending", "AB"}));
  EXPECT_EQ(names.types[key.type.index].name, "APIKey");
  EXPECT_EQ(names.types[lower.type.index].name, "String");
}

TEST(Names, WhatTheClientDeclaresIsNotTaken) {
  ApiBuilder builder;
  const auto client = builder.object("Client");
  const auto pets = builder.object("PetsApi");
  builder.operation("listPets");
  Diagnostics diagnostics;
  const Names names = names_of(builder.api, diagnostics);
  EXPECT_EQ(names.types[client.type.index].name, "Client_");
  EXPECT_EQ(names.types[pets.type.index].name, "PetsApi");
  ASSERT_EQ(names.groups.size(), 1u);
  EXPECT_NE(names.groups[0].type, "PetsApi");
  EXPECT_EQ(names.groups[0].accessor, "pets");
}

TEST(Names, OperationTypesStepAsideForComponents) {
  ApiBuilder builder;
  const auto component = builder.object("ListPetsRequest");
  const auto answer = builder.object("ListPetsResponse");
  ApiBuilder::add_answer(builder.operation("listPets"), "200", answer);
  Diagnostics diagnostics;
  const Names names = names_of(builder.api, diagnostics);
  EXPECT_EQ(names.types[component.type.index].name, "ListPetsRequest");
  EXPECT_EQ(names.operations[0].function, "list_pets");
  EXPECT_EQ(names.operations[0].request, "ListPetsOperationRequest");
  EXPECT_EQ(names.operations[0].response, "ListPetsResponse") << "the component is the answer";
  EXPECT_EQ(diagnostics.warning_count(), 0u) << "foreseeable, so nothing is said";
}

TEST(Names, ErrorsOfOneTypeHaveOneNameAndOthersTheirStatus) {
  ApiBuilder builder;
  const auto problem = builder.object("Problem");
  const auto missing = builder.object("Missing");
  ApiBuilder::add_answer(builder.operation("one"), "400", problem);
  ApiBuilder::add_answer(builder.api.operations[0], "404", problem);
  ApiBuilder::add_answer(builder.operation("two"), "400", problem);
  ApiBuilder::add_answer(builder.api.operations[1], "404", missing);
  Diagnostics diagnostics;
  const Names names = names_of(builder.api, diagnostics);
  EXPECT_EQ(names.operations[0].errors, (std::vector<std::string>{"OneError", "OneError"}));
  EXPECT_EQ(names.operations[1].errors, (std::vector<std::string>{"TwoError400", "TwoError404"}));
  EXPECT_EQ(diagnostics.warning_count(), 0u);
}

TEST(Names, CollidingFieldsAreToldApartByTheirOwnWireName) {
  ApiBuilder builder;
  const auto object = builder.object("Pet");
  for (const char* name : {"petId", "pet_id", "pet-id"}) {
    builder.add_field(object, name, builder.string());
  }
  Diagnostics diagnostics;
  const std::vector<std::string> members =
      names_of(builder.api, diagnostics).types[object.type.index].members;
  EXPECT_EQ(members[1], "pet_id") << "its wire name is the C++ name";
  EXPECT_EQ(members[0], "pet_id_" + bindery::cpp::stable_suffix("petId", 4));
  EXPECT_EQ(members[2], "pet_id_" + bindery::cpp::stable_suffix("pet-id", 4));
  const auto reported = diagnostics.sorted();
  ASSERT_EQ(reported.size(), 2u);
  EXPECT_EQ(reported[0].code, Code::E0501);
  EXPECT_EQ(reported[0].notes.size(), 1u);
}

TEST(Names, EnumeratorsDoNotDependOnOrder) {
  const std::vector<std::string> values = {"a b", "a-b", "+1", "-1", "", "EOF", "16:9"};
  std::vector<std::string> reversed(values.rbegin(), values.rend());
  ApiBuilder one;
  ApiBuilder other;
  one.component("E", string_enum(values));
  other.component("E", string_enum(reversed));
  std::vector<std::string> first = names_of(one.api).types[0].members;
  std::vector<std::string> second = names_of(other.api).types[0].members;
  std::reverse(second.begin(), second.end());
  EXPECT_EQ(first, second);
  EXPECT_EQ(std::set<std::string>(first.begin(), first.end()).size(), values.size());
}

TEST(Names, ASchemaThatDoesNotCollideRenamesNothing) {
  ApiBuilder builder;
  const auto twin = builder.object("Foo-Bar");
  const auto other = builder.object("foo_bar");
  builder.add_field(twin, "x", builder.string());
  builder.operation("getThing");
  const Names before = names_of(builder.api);
  ApiBuilder longer = builder;
  const auto added = longer.object("Unrelated");
  longer.operation("aNewOne");
  const Names after = names_of(longer.api);
  EXPECT_NE(before.types[twin.type.index].name, before.types[other.type.index].name);
  for (std::size_t index = 0; index < before.types.size(); ++index) {
    EXPECT_EQ(before.types[index].name, after.types[index].name);
    EXPECT_EQ(before.types[index].members, after.types[index].members);
  }
  EXPECT_EQ(before.operations[0].request, after.operations[0].request);
  EXPECT_EQ(after.types[added.type.index].name, "Unrelated");
}

TEST(Names, ParametersStepAsideByTheirPlace) {
  ApiBuilder builder;
  model::Operation& operation = builder.operation("getPet");
  for (const auto in : {model::ParameterIn::query, model::ParameterIn::path}) {
    model::Parameter parameter;
    parameter.wire_name = "id";
    parameter.in = in;
    parameter.type = builder.string();
    operation.parameters.push_back(parameter);
  }
  model::Parameter body;
  body.wire_name = "body";
  body.type = builder.string();
  operation.parameters.push_back(body);
  EXPECT_EQ(names_of(builder.api).operations[0].parameters,
            (std::vector<std::string>{"id_query", "id", "body_query"}));
}

TEST(Names, OverridesAreTakenOrRefused) {
  ApiBuilder builder;
  const auto pet = builder.object("pet");
  builder.add_field(pet, "id", builder.string());
  builder.add_field(pet, "kind", builder.string());
  Naming naming;
  naming.name_space = "petstore";
  naming.overrides["pet"] = {"Animal", {}};
  naming.overrides["#/components/schemas/pet/properties/id"] = {"key", {}};
  naming.overrides["#/components/schemas/pet/properties/kind"] = {"class", {}};
  Diagnostics diagnostics;
  const Names names = assign_names(builder.api, naming, diagnostics);
  EXPECT_EQ(names.types[pet.type.index].name, "Animal");
  EXPECT_EQ(names.types[pet.type.index].members, (std::vector<std::string>{"key", "kind"}));
  ASSERT_EQ(diagnostics.sorted().size(), 1u);
  EXPECT_EQ(diagnostics.sorted()[0].code, Code::E0502);
}

TEST(Names, HeadersOfAllAnswersAreMembersOfOneStruct) {
  ApiBuilder builder;
  builder.object("ListPetsHeaders");
  model::Operation operation;
  operation.id = "listPets";
  for (const char* status : {"200", "429"}) {
    model::ResponseCase answer;
    answer.status = status;
    for (const char* name : {"X-Rate-Limit", "x_rate_limit", "class", "Retry-After"}) {
      model::ResponseHeader header;
      header.wire_name = name;
      header.type = builder.string();
      answer.headers.push_back(header);
    }
    // Headers know no case.
    answer.headers.back().wire_name = answer.status == "200" ? "Retry-After" : "retry-after";
    operation.responses.push_back(answer);
  }
  builder.api.operations.push_back(operation);
  operation.id = "other";
  operation.responses.clear();
  builder.api.operations.push_back(operation);
  const Names names = names_of(builder.api);
  EXPECT_EQ(names.operations[0].headers, "ListPetsOperationHeaders");
  ASSERT_EQ(names.operations[0].header_members.size(), 4u);
  EXPECT_EQ(names.operations[0].header_members[0].compare(0, 13, "x_rate_limit_"), 0);
  EXPECT_EQ(names.operations[0].header_members[1], "x_rate_limit");
  EXPECT_EQ(names.operations[0].header_members[2], "class_");
  EXPECT_EQ(names.operations[0].header_members[3], "retry_after");
  EXPECT_EQ(names.operations[1].headers, "");
  EXPECT_TRUE(names.operations[1].header_members.empty());
}

TEST(Names, FilesAreDistinctWhateverTheCase) {
  ApiBuilder builder;
  builder.object("Video");
  builder.object("VIDEO");
  builder.object("VideoJson");
  builder.object("Con");
  const Names names = names_of(builder.api);
  std::set<std::string> files;
  for (const auto& type : names.types) {
    EXPECT_TRUE(files.insert(type.file).second) << type.file;
    EXPECT_NE(type.file, "video_json") << "the codecs of Video are there";
    EXPECT_NE(type.file, "con");
  }
}

TEST(Names, CredentialsNameTheirVariables) {
  ApiBuilder builder;
  for (const auto& [name, kind] : {std::pair{"ApiKeyAuth", model::SecurityKind::api_key},
                                   std::pair{"BearerAuth", model::SecurityKind::http_bearer},
                                   std::pair{"Basic", model::SecurityKind::http_basic}}) {
    model::SecurityScheme scheme;
    scheme.name = name;
    scheme.kind = kind;
    builder.api.security_schemes.push_back(scheme);
  }
  const Names names = names_of(builder.api);
  EXPECT_EQ(names.credentials[0].member, "api_key_auth");
  EXPECT_EQ(names.credentials[0].variables, std::vector<std::string>{"HEYGEN_API_KEY"});
  EXPECT_EQ(names.credentials[1].variables, std::vector<std::string>{"HEYGEN_ACCESS_TOKEN"});
  EXPECT_EQ(names.credentials[2].variables,
            (std::vector<std::string>{"HEYGEN_USERNAME", "HEYGEN_PASSWORD"}));
}

TEST(Names, Namespaces) {
  EXPECT_EQ(bindery::cpp::namespace_of_title("Pet Store"), "pet_store");
  EXPECT_EQ(bindery::cpp::namespace_of_title(""), "api");
  EXPECT_EQ(bindery::cpp::namespace_of_title("Linux"), "linux_");
  EXPECT_TRUE(bindery::cpp::is_usable_namespace("vendor::heygen"));
  for (const char* bad : {"", "std", "bindery", "a::", "::a", "a b", "1a", "class", "a__b"}) {
    EXPECT_FALSE(bindery::cpp::is_usable_namespace(bad)) << bad;
  }
}

}  // namespace
