// Request structs and the aliases of answers.
// Must not build functions; those are build_functions.cpp.
#include <algorithm>
#include <map>
#include <set>

#include "cpp/answers.hpp"
#include "cpp/build_codecs.hpp"
#include "cpp/build_operations.hpp"
#include "cpp/build_types.hpp"
#include "cpp/comment.hpp"
#include "cpp/deprecation.hpp"
#include "cpp/identifier.hpp"
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

FieldView body_field(const Building& building, const model::Operation& operation, Needs& needs) {
  const model::Content& content = *sent_content(operation);
  CppType type = body_type(building, content);
  if (!operation.body->required) {
    const bool has_null = type.spelling.rfind("bindery::Nullable<", 0) == 0;
    if (has_null) {
      type.spelling = "bindery::OptionalNullable<" + type.spelling.substr(18);
    } else {
      type.spelling = "std::optional<" + type.spelling + ">";
      type.needs.std_headers.insert("optional");
    }
  }
  needs.add(type.needs);
  std::string text = operation.body->docs.description;
  if (operation.body->contents.size() > 1) {
    text += text.empty() ? "" : "\n";
    text += "Sent as " + code_span(content.media_type) + ", one of several the document allows.";
  } else if (content.kind != model::ContentKind::json) {
    text += text.empty() ? "" : "\n";
    text += "Sent as " + code_span(content.media_type) + ".";
  }
  return field_view(type.spelling, "body", "{}", text_docs(text, 2));
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
  if (sent_content(operation) != nullptr) {
    view.fields.push_back(body_field(building, operation, needs));
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

const model::Content* sent_content(const model::Operation& operation) {
  return operation.body ? preferred_content(operation.body->contents) : nullptr;
}

CppType body_type(const Building& building, const model::Content& content) {
  const Spelling spelling{building.api, building.names};
  switch (content.kind) {
    case model::ContentKind::json:
      return value_type(spelling, content.type);
    case model::ContentKind::form:
    case model::ContentKind::multipart: {
      const model::TypeId target = behind_aliases(building.api, content.type.type);
      const bool has_parts =
          target.is_known() && (building.api.types.at(target).as<model::Object>() != nullptr ||
                                building.api.types.at(target).as<model::Map>() != nullptr);
      model::TypeUse use = content.type;
      use.nullable = false;
      if (has_parts) return value_type(spelling, use);
      return {"bindery::File", {{}, {"file.hpp"}, {}}};
    }
    case model::ContentKind::binary:
      return {"bindery::File", {{}, {"file.hpp"}, {}}};
    default:
      return {"std::string", {{"string"}, {}, {}}};
  }
}

// What one item of a stream is: of a whole list its item, since that is what comes one by one.
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
  if (const model::Content* content = sent_content(operation)) uses.push_back(content->type);
  for (const Answer& answer : answers_of(operation).all) {
    if (answer.form == AnswerForm::json) uses.push_back(answer.content->type);
    if (is_stream(answer.form)) uses.push_back(item_use(building.api, *answer.content));
  }
  std::vector<HeaderCodecView> headers;
  if (!building.names.operations[index].headers.empty()) {
    headers.push_back(headers_codec(building, index));
    for (const model::TypeUse& use : header_uses(building, index)) uses.push_back(use);
  }
  return codec_file_view(building, building.layout.operation_types[index],
                         operation_header(building, index, false),
                         operation_header(building, index, true), uses, std::move(headers));
}

}  // namespace bindery::cpp
