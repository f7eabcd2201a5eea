// The function that calls an operation, statement by statement.
// Must not declare types; those are build_operation_types.cpp.
#include <map>

#include "cpp/answers.hpp"
#include "cpp/authorization.hpp"
#include "cpp/build_operations.hpp"
#include "cpp/build_types.hpp"
#include "cpp/comment.hpp"
#include "cpp/identifier.hpp"
#include "cpp/literal.hpp"
#include "cpp/server_url.hpp"
#include "cpp/servers.hpp"

namespace bindery::cpp {
namespace {

constexpr std::size_t body_indent = 4;
constexpr std::size_t call_indent = 8;
constexpr std::size_t added = 2;  // By the class around the function.

std::string style_name(model::ParameterStyle style) {
  switch (style) {
    case model::ParameterStyle::simple:
      return "simple";
    case model::ParameterStyle::label:
      return "label";
    case model::ParameterStyle::matrix:
      return "matrix";
    case model::ParameterStyle::form:
      return "form";
    case model::ParameterStyle::space_delimited:
      return "space_delimited";
    case model::ParameterStyle::pipe_delimited:
      return "pipe_delimited";
    case model::ParameterStyle::deep_object:
      return "deep_object";
  }
  return "form";
}

std::string serialization(model::ParameterStyle style, bool explode, bool allow_reserved) {
  return "{bindery::Style::" + style_name(style) + ", " + (explode ? "true" : "false") + ", " +
         (allow_reserved ? "true" : "false") + "}";
}

std::string place_name(model::ParameterIn in) {
  switch (in) {
    case model::ParameterIn::path:
      return "path";
    case model::ParameterIn::query:
      return "query";
    case model::ParameterIn::header:
      return "header";
    case model::ParameterIn::cookie:
      return "cookie";
  }
  return "query";
}

// Of OAS 3.1 4.8.12.2: `form` with explode for query and cookie, `simple` without for the others.
bool has_default_style(const model::Parameter& parameter) {
  const bool is_form =
      parameter.in == model::ParameterIn::query || parameter.in == model::ParameterIn::cookie;
  const auto style = is_form ? model::ParameterStyle::form : model::ParameterStyle::simple;
  return parameter.style == style && parameter.explode == is_form && !parameter.allow_reserved;
}

std::string input_call(const model::Parameter& parameter, const std::string& name) {
  std::string call = place_name(parameter.in);
  const bool is_json = !parameter.content_type.empty();
  if (is_json) call += "_json";
  call += "(" + string_literal(parameter.wire_name) + ", request." + name;
  if (!is_json && !has_default_style(parameter)) {
    call += ", bindery::Serialization" +
            serialization(parameter.style, parameter.explode, parameter.allow_reserved);
  }
  return folded(call + ")", body_indent + 5, call_indent, added);
}

const model::PartEncoding* encoding_of(const model::Content& content, const std::string& property) {
  for (const model::PartEncoding& encoding : content.encodings) {
    if (encoding.property == property) return &encoding;
  }
  return nullptr;
}

// The last argument of `add`, with its comma; empty where the default does.
std::string part_encoding(const model::Content& content, const std::string& property) {
  const model::PartEncoding* encoding = encoding_of(content, property);
  if (encoding == nullptr) return {};
  if (content.kind == model::ContentKind::multipart) {
    return encoding->content_type.empty() ? "" : ", " + string_literal(encoding->content_type);
  }
  if (!encoding->style && !encoding->explode && !encoding->allow_reserved) return {};
  const auto style = encoding->style.value_or(model::ParameterStyle::form);
  const bool explode = encoding->explode.value_or(style == model::ParameterStyle::form);
  return ", bindery::Serialization" + serialization(style, explode, encoding->allow_reserved);
}

std::string entries_loop(const std::string& map, const std::string& variable) {
  return "for (const auto& [name, value] : " + map + ") " + variable + ".add(name, value)";
}

BuilderView builder_view(const Building& building, const model::Operation& operation,
                         const model::Content& content, model::TypeId target) {
  const bool is_form = content.kind == model::ContentKind::form;
  BuilderView view;
  view.is_optional = !operation.body->required;
  view.type = is_form ? "bindery::Form" : "bindery::Multipart";
  view.variable = is_form ? "form" : "parts";
  const model::Type& type = building.api.types.at(target);
  if (const auto* object = type.as<model::Object>()) {
    for (std::size_t index = 0; index < object->fields.size(); ++index) {
      const model::Field& field = object->fields[index];
      const std::size_t at = view.is_optional ? body_indent + 2 : body_indent;
      view.parts.push_back(folded(view.variable + ".add(" + string_literal(field.wire_name) +
                                      ", body." +
                                      building.names.types[target.index].members[index] +
                                      part_encoding(content, field.wire_name) + ")",
                                  at, at + 4, at));
    }
    if (keeps_additional(*object))
      view.maps.push_back(entries_loop("body.additional_properties", view.variable));
  } else {
    view.maps.push_back(entries_loop("body", view.variable));
  }
  view.send = (is_form ? "form_body(" : "multipart_body(") + std::string("std::move(") +
              view.variable + ")";
  if (!is_form && content.media_type != "multipart/form-data") {
    view.send += ", " + string_literal(content.media_type);
  }
  view.send += ")";
  return view;
}

void add_body(const Building& building, const model::Operation& operation, FunctionView& view) {
  const model::Content* content = sent_content(operation);
  if (content == nullptr) return;
  const bool has_parts =
      content->kind == model::ContentKind::form || content->kind == model::ContentKind::multipart;
  const model::TypeId target = behind_aliases(building.api, content->type.type);
  if (has_parts && target.is_known() &&
      (building.api.types.at(target).as<model::Object>() != nullptr ||
       building.api.types.at(target).as<model::Map>() != nullptr)) {
    view.builders.push_back(builder_view(building, operation, *content, target));
    return;
  }
  std::string call = "binary_body(request.body";
  std::string usual = "application/octet-stream";
  if (content->kind == model::ContentKind::json) {
    call = "json_body(request.body";
    usual = "application/json";
  } else if (!has_parts && content->kind != model::ContentKind::binary) {
    call = "text_body(request.body";
    usual = "text/plain";
  }
  // A range such as `*/*` names no type that could be sent.
  const bool is_range = content->media_type.find('*') != std::string::npos;
  const bool leaves_choice = is_range && content->kind != model::ContentKind::binary;
  if (content->media_type != usual && !leaves_choice) {
    call += ", " + string_literal(content->media_type);
  }
  view.inputs.push_back(folded(call + ")", body_indent + 5, call_indent, added));
}

std::vector<std::string> answer_texts(const Building& building, const model::Operation& operation) {
  const Answers answers = answers_of(operation);
  const ResponseTypes response = response_types(building, operation);
  std::vector<std::string> texts;
  for (std::size_t index = 0; index < answers.all.size(); ++index) {
    const Answer& answer = answers.all[index];
    std::string text = string_literal(answer.response->status) +
                       ", bindery::Content::" + std::string(to_string(answer.form));
    if (response.types.size() > 1) text += ", " + std::to_string(response.alternative_of[index]);
    texts.push_back(std::move(text));
  }
  return texts;
}

// `Errors: 400, 401 `ListError`, 500.`
std::string errors_note(const model::Operation& operation, const OperationNames& names) {
  const Answers answers = answers_of(operation);
  std::string text;
  for (std::size_t error = 0; error < answers.errors.size(); ++error) {
    text += (text.empty() ? "Errors: " : ", ") +
            comment_text(answers.all[answers.errors[error]].response->status);
    const bool is_last = error + 1 == answers.errors.size();
    if (is_last || names.errors[error + 1] != names.errors[error]) {
      text += " " + code_span(names.errors[error]);
    }
  }
  return text.empty() ? text : text + ".";
}

// What a caller must give: a parameter's index, or the number of parameters for the body.
std::vector<std::size_t> required_inputs(const model::Operation& operation) {
  std::vector<std::size_t> inputs;
  for (std::size_t index = 0; index < operation.parameters.size(); ++index) {
    if (operation.parameters[index].required) inputs.push_back(index);
  }
  if (operation.body && operation.body->required && sent_content(operation) != nullptr) {
    inputs.push_back(operation.parameters.size());
  }
  return inputs;
}

bool is_integer(const std::string& type) {
  return type == "std::int32_t" || type == "std::int64_t" || type == "std::uint32_t" ||
         type == "std::uint64_t";
}

void add_shortcut(const Building& building, std::size_t index, FunctionView& view) {
  const model::Operation& operation = building.api.operations[index];
  const OperationNames& names = building.names.operations[index];
  const std::vector<std::size_t> required = required_inputs(operation);
  if (required.size() != 1) return;
  const Spelling spelling{building.api, building.names};
  const bool is_body = required.front() == operation.parameters.size();
  CppType type;
  std::string canonical;
  if (is_body) {
    const model::Content& content = *sent_content(operation);
    type = body_type(building, content);
    canonical = content.kind == model::ContentKind::json
                    ? canonical_type(spelling, content.type).spelling
                    : type.spelling;
  } else {
    const model::TypeUse use = operation.parameters[required.front()].type;
    type = value_type(spelling, use);
    canonical = canonical_type(spelling, use).spelling;
  }
  ShortcutView shortcut;
  shortcut.member = is_body ? "body" : names.parameters[required.front()];
  // The two other names in that function.
  std::string name = shortcut.member;
  if (name == "request" || name == "options") name += "_value";
  shortcut.parameter = "const T& " + name;
  shortcut.value = name;
  constexpr std::string_view open = "bindery::Open<";
  if (canonical == "std::string") {
    shortcut.constraint = "class Text, bindery::if_text<Text> = 0";
    shortcut.parameter = "const Text& " + name;
    shortcut.value = "std::string(std::string_view(" + name + "))";
  } else if (is_integer(canonical)) {
    shortcut.constraint = "class T, std::enable_if_t<std::is_integral_v<T>, int> = 0";
    shortcut.parameter = "T " + name;
    shortcut.value = "static_cast<" + canonical + ">(" + name + ")";
  } else if (canonical.rfind(open, 0) == 0) {
    shortcut.constraint = "class T, std::enable_if_t<std::is_convertible_v<const T&, " +
                          type.spelling + ">, int> = 0";
  } else {
    shortcut.constraint = "class T, bindery::if_exactly<T, " + type.spelling + "> = 0";
  }
  shortcut.constraint = folded(shortcut.constraint, 12, 12, added);
  shortcut.function = names.function;
  shortcut.request = names.request;
  shortcut.response = names.response;
  shortcut.is_deprecated = operation.docs.deprecated;
  shortcut.is_wrapped = view.is_wrapped;
  view.shortcuts.push_back(std::move(shortcut));
}

}  // namespace

FunctionView function_view(const Building& building, std::size_t index) {
  const model::Operation& operation = building.api.operations[index];
  const OperationNames& names = building.names.operations[index];
  FunctionView view;
  view.name = names.function;
  view.request = names.request;
  view.response = names.response;
  if (building.rules.has_request(index)) view.inputs.emplace_back("validate(request)");
  for (std::size_t parameter = 0; parameter < operation.parameters.size(); ++parameter) {
    view.inputs.push_back(input_call(operation.parameters[parameter], names.parameters[parameter]));
  }
  add_body(building, operation, view);
  const bool has_members = !view.inputs.empty() || !view.builders.empty();
  view.request_name = has_members ? "request" : "/*request*/";
  view.request_default = required_inputs(operation).empty() ? " = {}" : "";
  if (!operation.servers.empty()) {
    view.inputs.push_back("server(" + string_literal(server_url(operation.servers.front())) + ")");
  }
  if (std::string call = authorization(building.api, operation.security); !call.empty()) {
    view.inputs.push_back(folded(call, body_indent + 5, call_indent, added));
  }
  view.call = folded(string_literal(operation.id) + ", " + string_literal(operation.method) + ", " +
                         string_literal(operation.path) + "});",
                     36, call_indent, added);
  view.call.resize(view.call.size() - 3);
  view.send = response_types(building, operation).types.size() > 1 ? "send_one_of" : "send";
  view.answers = answer_texts(building, operation);
  view.is_deprecated = operation.docs.deprecated;
  const std::string line = "  bindery::Result<" + view.response + "> " + view.name + "(";
  view.is_wrapped = line.size() > max_columns;
  std::vector<std::string> notes;
  if (std::string errors = errors_note(operation, names); !errors.empty()) {
    notes.push_back(std::move(errors));
  }
  if (std::string servers = servers_note(building.api, building.names, operation);
      !servers.empty()) {
    notes.push_back(std::move(servers));
  }
  if (operation.docs.deprecated) notes.emplace_back("Deprecated.");
  view.docs = operation_docs(operation, notes, 2);
  add_shortcut(building, index, view);
  return view;
}

}  // namespace bindery::cpp
