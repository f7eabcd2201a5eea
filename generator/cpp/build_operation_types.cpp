// Request structs and the aliases of answers.
// Must not build functions; those are build_functions.cpp.
#include <algorithm>
#include <map>
#include <set>

#include "cpp/answers.hpp"
#include "cpp/build_bodies.hpp"
#include "cpp/build_codecs.hpp"
#include "cpp/build_operations.hpp"
#include "cpp/build_types.hpp"
#include "cpp/comment.hpp"
#include "cpp/deprecation.hpp"
#include "cpp/identifier.hpp"
#include "cpp/request_body.hpp"
#include "cpp/response_headers.hpp"

namespace bindery::cpp {
namespace {

std::string line_of(const model::Operation& operation) {
  return "(" + operation.method + " " + operation.path + ")";
}

// The same, as the compiler sees it.
std::string canonical_answer(const Building& building, const Answer& answer) {
  if (answer.form != AnswerForm::json) return answer_type(building, answer).spelling;
  return canonical_type({building.api, building.names}, answer.content->type, Place::answer)
      .spelling;
}

FieldView parameter_field(const Building& building, const model::Parameter& parameter,
                          const std::string& name, Needs& needs) {
  const CppType type =
      member_type({building.api, building.names}, parameter.type, parameter.required);
  needs.add(type.needs);
  FieldView view = field_view(type.spelling, name, "{}", parameter_docs(parameter, name, 2));
  view.is_deprecated = parameter.docs.deprecated;
  return view;
}

// The body, and the members that say more about it where the document leaves a choice.
std::vector<FieldView> body_fields(const Building& building, std::size_t index, Needs& needs) {
  const Spelling spelling{building.api, building.names};
  const model::Operation& operation = building.api.operations[index];
  const OperationNames& names = building.names.operations[index];
  const RequestBody body = request_body(building.api, operation);
  if (body.is_empty()) return {};
  const CppType type = body_member_type(spelling, operation);
  needs.add(type.needs);
  std::vector<FieldView> fields{
      field_view(type.spelling, "body", "{}", text_docs(body_docs(spelling, operation, names), 2))};
  if (body.has_choice()) {
    needs.std_headers.insert("string");
    fields.push_back(field_view("std::string", names.content_type, "{}",
                                text_docs(content_type_docs(spelling, operation), 2)));
  }
  if (body.has_part_headers()) {
    needs.std_headers.insert({"map", "string"});
    needs.runtime_headers.insert("headers.hpp");
    fields.push_back(field_view("std::map<std::string, bindery::Headers>", names.part_headers, "{}",
                                text_docs(part_headers_docs(building.api, operation), 2)));
  }
  return fields;
}

DeclarationView request_view(const Building& building, std::size_t index, Needs& needs) {
  const model::Operation& operation = building.api.operations[index];
  const OperationNames& names = building.names.operations[index];
  StructView view;
  view.name = names.request;
  view.docs = text_docs("What " + code_span(names.function) + " takes. " + line_of(operation), 0);
  for (std::size_t parameter = 0; parameter < operation.parameters.size(); ++parameter) {
    view.fields.push_back(parameter_field(building, operation.parameters[parameter],
                                          names.parameters[parameter], needs));
  }
  for (FieldView& field : body_fields(building, index, needs)) {
    view.fields.push_back(std::move(field));
  }
  view.is_empty = view.fields.empty();
  view.has_fields = !view.is_empty;
  DeclarationView declaration;
  declaration.structs.push_back(std::move(view));
  return declaration;
}

// `200, 404`, and `200 `application/json`, 200 `text/csv`` where one status has several bodies.
std::string statuses_of(const Answers& answers, const std::vector<std::size_t>& indices) {
  std::string text;
  for (const std::size_t index : indices) {
    const Answer& answer = answers.all[index];
    const bool is_one_of_several =
        std::any_of(indices.begin(), indices.end(), [&](std::size_t other) {
          return other != index && answers.all[other].response == answer.response;
        });
    text += (text.empty() ? "" : ", ") + comment_text(answer.response->status);
    if (is_one_of_several) text += " " + code_span(answer.content->media_type);
  }
  return text.empty() ? "no documented status" : text;
}

void add_response(const Building& building, std::size_t index, std::vector<DeclarationView>& views,
                  Needs& needs) {
  const model::Operation& operation = building.api.operations[index];
  const OperationNames& names = building.names.operations[index];
  const Answers answers = answers_of(operation);
  if (answers.is_stream_only()) return;
  const ResponseTypes response = response_types(building, operation);
  std::string spelling;
  for (const CppType& type : response.types) {
    needs.add(type.needs);
    spelling += (spelling.empty() ? "" : ", ") + type.spelling;
  }
  if (response.types.size() > 1) {
    spelling = "std::variant<" + spelling + ">";
    needs.std_headers.insert("variant");
  }
  // An inline type, or a component, may have the very name.
  if (spelling == names.response) return;
  views.push_back(alias_view(names.response, spelling,
                             text_docs("What " + code_span(names.function) + " answers (" +
                                           statuses_of(answers, answers.successes) + ").",
                                       0)));
}

void add_errors(const Building& building, std::size_t index, std::vector<DeclarationView>& views,
                Needs& needs) {
  const OperationNames& names = building.names.operations[index];
  const Answers answers = answers_of(building.api.operations[index]);
  std::map<std::string, std::vector<std::size_t>> statuses;
  for (std::size_t error = 0; error < answers.errors.size(); ++error) {
    statuses[names.errors[error]].push_back(answers.errors[error]);
  }
  for (const std::string& name : names.errors) {
    const auto found = statuses.find(name);
    if (found == statuses.end()) continue;
    const CppType type = answer_type(building, answers.all[found->second.front()]);
    if (type.spelling != name) {
      needs.add(type.needs);
      views.push_back(alias_view(name, type.spelling,
                                 text_docs("The body of errors of " + code_span(names.function) +
                                               " (" + statuses_of(answers, found->second) + ").",
                                           0)));
    }
    statuses.erase(found);
  }
}

}  // namespace

CppType answer_type(const Building& building, const Answer& answer) {
  if (answer.form == AnswerForm::none) return {"bindery::NoContent", {{}, {"model.hpp"}, {}}};
  if (answer.form != AnswerForm::json) return {"std::string", {{"string"}, {}, {}}};
  return value_type({building.api, building.names}, answer.content->type, Place::answer);
}

// Of a whole list its item, since that is what comes one by one.
model::TypeUse item_use(const model::Api& api, const model::Content& content) {
  if (content.item_type) return *content.item_type;
  const model::TypeId target = behind_aliases(api, content.type.type);
  if (target.is_known()) {
    if (const auto* list = api.types.at(target).as<model::List>()) return list->item;
  }
  return content.type;
}

CppType item_type(const Spelling& spelling, const model::Operation& operation) {
  const Answers answers = answers_of(operation);
  const Answer& answer = answers.all[answers.streams.front()];
  CppType type = value_type(spelling, item_use(spelling.api, *answer.content), Place::answer);
  // OAS 3.2 4.14.4: an item schema describes the event with all its fields, a schema only its data.
  if (answer.form == AnswerForm::event_stream && !answer.content->item_type) {
    type.spelling = "bindery::Event<" + type.spelling + ">";
  }
  return type;
}

ResponseTypes response_types(const Building& building, const model::Operation& operation) {
  const Answers answers = answers_of(operation);
  ResponseTypes response;
  response.alternative_of.resize(answers.all.size());
  std::map<std::string, std::size_t> seen;
  for (const std::size_t index : answers.successes) {
    const Answer& answer = answers.all[index];
    const auto [found, is_new] =
        seen.emplace(canonical_answer(building, answer), response.types.size());
    if (is_new) response.types.push_back(answer_type(building, answer));
    response.alternative_of[index] = found->second;
  }
  if (response.types.empty()) {
    response.types.push_back({"bindery::NoContent", {{}, {"model.hpp"}, {}}});
  }
  return response;
}

std::string operation_header(const Building& building, std::size_t operation, bool is_codec) {
  return include_folder(building.names.name_space) + "/operations/" +
         building.names.operations[operation].file + (is_codec ? "_json.hpp" : ".hpp");
}

TypesFileView operation_file_view(const Building& building, std::size_t index) {
  const model::Operation& operation = building.api.operations[index];
  Needs needs;
  TypesFileView view;
  view.name_space = building.names.name_space;
  view.declarations = declaration_views(building, building.layout.operation_types[index], needs);
  view.declarations.push_back(request_view(building, index, needs));
  add_response(building, index, view.declarations, needs);
  add_errors(building, index, view.declarations, needs);
  if (!answers_of(operation).streams.empty()) {
    needs.add(item_type({building.api, building.names}, operation).needs);
  }
  if (!building.names.operations[index].headers.empty()) {
    view.declarations.emplace_back().structs.push_back(headers_view(building, index, needs));
  }
  Includes includes;
  includes.add(building, needs, false);
  includes.declare(building, building.layout.operation_types[index]);
  if (names_deprecated(building, operation)) includes.excuse_deprecated();
  includes.own(include_folder(building.names.name_space) + "/fwd.hpp");
  view.file = includes.view(building, operation_header(building, index, false),
                            left_out_lines(building.api, {operation.origin.pointer}));
  return view;
}

CodecFileView operation_codec_view(const Building& building, std::size_t index) {
  const model::Operation& operation = building.api.operations[index];
  std::vector<model::TypeUse> uses;
  for (const model::Parameter& parameter : operation.parameters) uses.push_back(parameter.type);
  for (const BodyAlternative& each : request_body(building.api, operation).alternatives) {
    const bool has_use =
        each.type.kind == BodyType::Kind::value || each.type.kind == BodyType::Kind::list;
    if (has_use) uses.push_back(each.type.use);
  }
  for (const Answer& answer : answers_of(operation).all) {
    if (answer.form == AnswerForm::json) uses.push_back(answer.content->type);
    if (is_stream(answer.form)) uses.push_back(item_use(building.api, *answer.content));
  }
  return codec_file_view(building, building.layout.operation_types[index],
                         operation_header(building, index, false),
                         operation_header(building, index, true), uses, index);
}

}  // namespace bindery::cpp
