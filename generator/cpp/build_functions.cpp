// The function that calls an operation, statement by statement.
// Must not declare types; those are build_operation_types.cpp.
#include <algorithm>
#include <map>
#include <set>

#include "cpp/answers.hpp"
#include "cpp/authorization.hpp"
#include "cpp/build_bodies.hpp"
#include "cpp/build_operations.hpp"
#include "cpp/build_types.hpp"
#include "cpp/build_waits.hpp"
#include "cpp/build_walks.hpp"
#include "cpp/comment.hpp"
#include "cpp/identifier.hpp"
#include "cpp/literal.hpp"
#include "cpp/parameter_words.hpp"
#include "cpp/request_body.hpp"
#include "cpp/server_url.hpp"
#include "cpp/servers.hpp"
#include "model/media_type.hpp"

namespace bindery::cpp {
namespace {

constexpr std::size_t body_indent = 4;
constexpr std::size_t call_indent = 8;
constexpr std::size_t added = 2;  // By the class around the function.

// Of OAS 3.1 4.8.12.2: `form` with explode for query and cookie, `simple` without for the others.
bool has_default_style(const model::Parameter& parameter) {
  const bool is_form =
      parameter.in == model::ParameterIn::query || parameter.in == model::ParameterIn::cookie;
  const auto style = is_form ? model::ParameterStyle::form : model::ParameterStyle::simple;
  return parameter.style == style && parameter.explode == is_form && !parameter.allow_reserved &&
         !parameter.allow_empty_value;
}

std::string input_call(const model::Parameter& parameter, const std::string& name) {
  std::string call =
      parameter.is_query_string ? "query_string" : std::string(to_string(parameter.in));
  // Other content than JSON is the text of a scalar.
  const bool is_json = model::kind_by_name(parameter.content_type) == model::ContentKind::json;
  if (is_json) call += "_json";
  call += "(";
  if (!parameter.is_query_string) call += string_literal(parameter.wire_name) + ", ";
  call += "request." + name;
  if (!is_json && !has_default_style(parameter)) {
    call += ", " + serialization_text(parameter.style, parameter.explode, parameter.allow_reserved,
                                      parameter.allow_empty_value);
  }
  std::string text = folded(call + ");", body_indent + 5, call_indent, added);
  text.pop_back();
  return text;
}

bool is_form_query(const model::Parameter& parameter) {
  return parameter.is_query_string &&
         model::kind_by_name(parameter.content_type) == model::ContentKind::form;
}

// The media type that `bindery::Content` stands for by itself.
std::string_view usual_media_type(AnswerForm form) {
  switch (form) {
    case AnswerForm::none:
      break;
    case AnswerForm::json:
      return "application/json";
    case AnswerForm::text:
      return "text/plain";
    case AnswerForm::binary:
      return "application/octet-stream";
    case AnswerForm::event_stream:
      return "text/event-stream";
    case AnswerForm::json_lines:
      return "application/jsonl";
    case AnswerForm::json_sequence:
      return "application/json-seq";
  }
  return {};
}

std::string answer_text(const Answer& answer, std::size_t alternative, bool is_one_of) {
  std::string text = string_literal(answer.response->status) +
                     ", bindery::Content::" + std::string(to_string(answer.form));
  const bool is_usual = answer.content == nullptr ||
                        answer.content->media_type == usual_media_type(answer.form) ||
                        answer.content->media_type == "*/*";
  if (is_one_of || !is_usual) text += ", " + std::to_string(alternative);
  if (!is_usual) text += ", " + string_literal(answer.content->media_type);
  return text;
}

enum class Way { whole, stream, transfer };

// Those of one way to read a success, and of the errors; what the way is for comes first, since the
// first is what a server is asked for.
std::vector<std::string> answer_texts(const Building& building, const model::Operation& operation,
                                      Way way) {
  const Answers answers = answers_of(operation);
  const ResponseTypes response = response_types(building, operation);
  const auto& others = way == Way::stream ? answers.successes : answers.streams;
  std::vector<std::string> texts;
  std::size_t bytes = 0;  // How many of `texts` they are.
  for (std::size_t index = 0; index < answers.all.size(); ++index) {
    if (std::find(others.begin(), others.end(), index) != others.end()) continue;
    const Answer& answer = answers.all[index];
    const bool is_one_of = way == Way::whole && response.types.size() > 1;
    std::string text =
        answer_text(answer, is_one_of ? response.alternative_of[index] : 0, is_one_of);
    const bool is_first = way == Way::transfer && answer.form == AnswerForm::binary;
    const auto place =
        is_first ? texts.begin() + static_cast<std::ptrdiff_t>(bytes++) : texts.end();
    texts.insert(place, std::move(text));
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

// What a caller must give: a parameter's index, or the number of parameters for the body. A key is
// made for who gives none.
std::vector<std::size_t> required_inputs(const model::Api& api, const model::Operation& operation) {
  std::vector<std::size_t> inputs;
  for (std::size_t index = 0; index < operation.parameters.size(); ++index) {
    const model::Parameter& parameter = operation.parameters[index];
    if (parameter.required && !parameter.is_idempotency_key) inputs.push_back(index);
  }
  if (operation.body && operation.body->required && !request_body(api, operation).is_empty()) {
    inputs.push_back(operation.parameters.size());
  }
  return inputs;
}

bool is_integer(const std::string& type) {
  return type == "std::int32_t" || type == "std::int64_t" || type == "std::uint32_t" ||
         type == "std::uint64_t";
}

// What an overload takes in place of the request: the type as it is written, and as the compiler
// sees it.
struct ShortInput {
  std::string spelling, canonical;
};

ShortcutView shortcut_view(const ShortInput& input, const std::string& member) {
  ShortcutView shortcut;
  shortcut.member = member;
  // The other names in functions that take it.
  std::string name = member;
  if (name == "request" || name == "options" || name == "wait") name += "_value";
  shortcut.parameter = "const T& " + name;
  shortcut.value = name;
  constexpr std::string_view open = "bindery::Open<";
  if (input.canonical == "std::string") {
    shortcut.constraint = "class Text, bindery::if_text<Text> = 0";
    shortcut.parameter = "const Text& " + name;
    shortcut.value = "std::string(std::string_view(" + name + "))";
  } else if (is_integer(input.canonical)) {
    shortcut.constraint = "class T, std::enable_if_t<std::is_integral_v<T>, int> = 0";
    shortcut.parameter = "T " + name;
    shortcut.value = "static_cast<" + input.canonical + ">(" + name + ")";
  } else if (input.canonical.rfind(open, 0) == 0) {
    shortcut.constraint = "class T, std::enable_if_t<std::is_convertible_v<const T&, " +
                          input.spelling + ">, int> = 0";
  } else {
    shortcut.constraint = "class T, bindery::if_exactly<T, " + input.spelling + "> = 0";
  }
  shortcut.constraint = folded(shortcut.constraint, 12, 12, added);
  return shortcut;
}

// Of the one input that is required; of a body that is one of several types each is one.
std::vector<ShortInput> short_inputs(const Building& building, const model::Operation& operation,
                                     std::size_t required) {
  const Spelling spelling{building.api, building.names};
  if (required < operation.parameters.size()) {
    const model::TypeUse use = operation.parameters[required].type;
    return {{value_type(spelling, use).spelling, canonical_type(spelling, use).spelling}};
  }
  std::vector<ShortInput> inputs;
  for (const BodyAlternative& each : request_body(building.api, operation).alternatives) {
    const std::string written = body_spelling(spelling, each.type).spelling;
    const bool is_value = each.type.kind == BodyType::Kind::value;
    inputs.push_back(
        {written, is_value ? canonical_type(spelling, each.type.use).spelling : written});
  }
  return inputs;
}

void add_shortcuts(const Building& building, std::size_t index, FunctionView& view) {
  const model::Operation& operation = building.api.operations[index];
  const OperationNames& names = building.names.operations[index];
  const std::vector<std::size_t> required = required_inputs(building.api, operation);
  if (required.size() != 1) return;
  const bool is_body = required.front() == operation.parameters.size();
  std::set<std::string> constraints;
  for (const ShortInput& input : short_inputs(building, operation, required.front())) {
    ShortcutView shortcut =
        shortcut_view(input, is_body ? "body" : names.parameters[required.front()]);
    // Two kinds of numbers: the compiler could not choose.
    if (!constraints.insert(shortcut.constraint).second) continue;
    shortcut.function = names.function;
    shortcut.request = names.request;
    shortcut.response = view.result;
    shortcut.is_deprecated = operation.docs.deprecated;
    shortcut.is_wrapped = view.is_wrapped;
    view.shortcuts.push_back(std::move(shortcut));
  }
}

// What every way to call the operation has in common.
FunctionView common_view(const Building& building, std::size_t index) {
  const model::Operation& operation = building.api.operations[index];
  const OperationNames& names = building.names.operations[index];
  FunctionView view;
  view.request = names.request;
  if (building.rules.has_request(index)) view.inputs.emplace_back("validate(request)");
  for (std::size_t parameter = 0; parameter < operation.parameters.size(); ++parameter) {
    if (is_form_query(operation.parameters[parameter])) {
      view.blocks.push_back(
          query_block(building, operation.parameters[parameter], names.parameters[parameter]));
    } else {
      view.inputs.push_back(
          input_call(operation.parameters[parameter], names.parameters[parameter]));
    }
  }
  for (const model::Parameter& parameter : operation.parameters) {
    if (!parameter.is_idempotency_key) continue;
    view.inputs.push_back("idempotency_key(" + string_literal(parameter.wire_name) + ")");
  }
  add_body(building, index, view);
  const bool has_members = !view.inputs.empty() || !view.blocks.empty();
  view.request_name = has_members ? "request" : "/*request*/";
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
  view.is_deprecated = operation.docs.deprecated;
  return view;
}

void settle_layout(FunctionView& view) {
  const std::string line = "  bindery::Result<" + view.result + "> " + view.name + "(";
  view.is_wrapped = line.size() > max_columns;
  view.has_consumer = !view.consumer.empty();
}

FunctionView whole_view(const Building& building, std::size_t index) {
  const model::Operation& operation = building.api.operations[index];
  const OperationNames& names = building.names.operations[index];
  FunctionView view = common_view(building, index);
  view.name = names.function;
  view.parameters = "class Call = bindery::Call";
  view.result = names.response;
  view.request_default = required_inputs(building.api, operation).empty() ? " = {}" : "";
  const bool is_one_of = response_types(building, operation).types.size() > 1;
  view.send =
      std::string("call.template ") + (is_one_of ? "send_one_of<" : "send<") + view.result + ">(";
  view.answers = answer_texts(building, operation, Way::whole);
  std::vector<std::string> notes;
  if (std::string errors = errors_note(operation, names); !errors.empty()) {
    notes.push_back(std::move(errors));
  }
  if (!names.headers.empty()) notes.push_back("Headers: " + code_span(names.headers) + ".");
  if (std::string servers = servers_note(building.api, building.names, operation);
      !servers.empty()) {
    notes.push_back(std::move(servers));
  }
  if (operation.docs.deprecated) notes.emplace_back("Deprecated.");
  view.docs = operation_docs(operation, notes, 2);
  settle_layout(view);
  add_shortcuts(building, index, view);
  view.walks = walk_views(building, index);
  for (WalkView& walk : view.walks) walk.request_default = view.request_default;
  view.waits = wait_views(building, index, view);
  return view;
}

// The documentation of another way to call the operation; whole when there is no function to name.
DocLines other_docs(const Building& building, std::size_t index, const std::string& what) {
  const model::Operation& operation = building.api.operations[index];
  const OperationNames& names = building.names.operations[index];
  if (!answers_of(operation).is_stream_only()) {
    return text_docs(code_span(names.function) + ", but " + what, 2);
  }
  std::vector<std::string> notes{"The answer comes " + what};
  if (std::string errors = errors_note(operation, names); !errors.empty()) {
    notes.push_back(std::move(errors));
  }
  if (operation.docs.deprecated) notes.emplace_back("Deprecated.");
  return operation_docs(operation, notes, 2);
}

FunctionView stream_view(const Building& building, std::size_t index) {
  const model::Operation& operation = building.api.operations[index];
  FunctionView view = common_view(building, index);
  const std::string item = item_type({building.api, building.names}, operation).spelling;
  view.name = building.names.operations[index].stream;
  view.parameters = "class OnItem, class Call = bindery::Call";
  view.result = "bindery::StreamEnd";
  view.consumer = "OnItem&& on_item";
  view.send = folded("bindery::stream<" + item + ">(call, std::forward<OnItem>(on_item), ",
                     body_indent + 7, call_indent, added);
  view.answers = answer_texts(building, operation, Way::stream);
  view.docs = other_docs(building, index,
                         "item by item: `on_item` gets each `const " + item +
                             "&`, and may return false to end the stream.");
  settle_layout(view);
  return view;
}

FunctionView transfer_view(const Building& building, std::size_t index) {
  FunctionView view = common_view(building, index);
  view.name = building.names.operations[index].transfer;
  view.parameters = "class Call = bindery::Call";
  view.result = "bindery::Received";
  view.consumer = "bindery::Sink sink";
  view.send = "bindery::receive(call, std::move(sink), ";
  view.answers = answer_texts(building, building.api.operations[index], Way::transfer);
  view.docs = other_docs(building, index, "into a file or a function, whatever its size.");
  settle_layout(view);
  return view;
}

}  // namespace

std::vector<FunctionView> function_views(const Building& building, std::size_t index) {
  const Answers answers = answers_of(building.api.operations[index]);
  std::vector<FunctionView> views;
  if (!answers.is_stream_only()) views.push_back(whole_view(building, index));
  if (!answers.streams.empty()) views.push_back(stream_view(building, index));
  if (answers.has_bytes()) views.push_back(transfer_view(building, index));
  return views;
}

}  // namespace bindery::cpp
