// Operations to invocations.
// Must sort the table as the runtime searches it: by the bytes of the operationId.
#include "cpp/build_invoke.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "cpp/answers.hpp"
#include "cpp/build_operations.hpp"
#include "cpp/deprecation.hpp"
#include "cpp/literal.hpp"
#include "cpp/request_body.hpp"

namespace bindery::cpp {
namespace {

constexpr std::size_t body_indent = 4;
constexpr std::size_t entry_indent = 6;

std::string argument(const std::string& name, bool is_required) {
  const std::string call =
      (is_required ? "required(" : "optional(") + string_literal(name) + ", request." + name + ")";
  return folded(call, body_indent + 3, body_indent + 4);
}

// One for each success type. Where bytes and text are one type, it is read as bytes: those can say
// any text, and text cannot say all bytes.
std::string contents_of(const Building& building, const model::Operation& operation) {
  const Answers answers = answers_of(operation);
  if (answers.is_stream_only()) return "bindery::Content::json";  // A list of its items.
  const ResponseTypes response = response_types(building, operation);
  std::vector<AnswerForm> forms(response.types.size(), AnswerForm::none);
  for (const std::size_t index : answers.successes) {
    AnswerForm& form = forms[response.alternative_of[index]];
    if (form != AnswerForm::binary) form = answers.all[index].form;
  }
  std::string text;
  for (const AnswerForm form : forms) {
    text += (text.empty() ? "" : ", ") + std::string("bindery::Content::") +
            std::string(to_string(form));
  }
  return folded(text, 6, body_indent + 2);
}

std::string call_of(const Building& building, std::size_t index) {
  const OperationNames& names = building.names.operations[index];
  const model::Operation& operation = building.api.operations[index];
  const std::string api = "client." + building.names.groups[names.group].accessor + "().";
  if (!answers_of(operation).is_stream_only()) {
    return folded(api + names.function + "(request, options)", body_indent + 7, body_indent + 4);
  }
  const std::string item = item_type({building.api, building.names, true}, operation).spelling;
  return "bindery::collected<" + item + ">([&](auto& on_item) {\n      return " +
         folded(api + names.stream + "(request, on_item, options);", 13, 10) + "\n    })";
}

InvocationView invocation_view(const Building& building, std::size_t index) {
  const model::Operation& operation = building.api.operations[index];
  const OperationNames& names = building.names.operations[index];
  InvocationView view;
  view.request = building.names.name_space + "::" + names.request;
  view.answers = contents_of(building, operation);
  for (std::size_t each = 0; each < operation.parameters.size(); ++each) {
    view.arguments.push_back(argument(names.parameters[each], operation.parameters[each].required));
  }
  if (!request_body(building.api, operation).is_empty()) {
    view.arguments.push_back(argument("body", operation.body->required));
  }
  for (const std::string& member : {names.content_type, names.part_headers}) {
    if (!member.empty()) view.arguments.push_back(argument(member, false));
  }
  if (!view.arguments.empty()) {
    view.in = " in";
    view.value = " request";
  }
  view.call = call_of(building, index);
  return view;
}

}  // namespace

std::string invoke_header(const Building& building) {
  return include_folder(building.names.name_space) + "/invoke.hpp";
}

InvokeFileView invoke_file_view(const Building& building) {
  InvokeFileView view;
  view.name_space = building.names.name_space;
  Includes includes;
  for (const char* header : {"array", "string_view"}) includes.standard(header);
  for (const char* header : {"invoke.hpp", "model.hpp"}) includes.runtime(header);
  includes.own(include_folder(building.names.name_space) + "/client.hpp");
  std::map<std::string, std::string> table;
  for (std::size_t index = 0; index < building.api.operations.size(); ++index) {
    const model::Operation& operation = building.api.operations[index];
    view.invocations.push_back(invocation_view(building, index));
    if (operation.docs.deprecated) includes.excuse_deprecated();
    if (answers_of(operation).is_stream_only()) includes.runtime("collected.hpp");
    const std::string entry = string_literal(operation.id) + ", &bindery::invoke_as<T, " +
                              building.names.operations[index].request + ">";
    table.emplace(operation.id, folded(entry, entry_indent + 22, entry_indent + 4));
  }
  for (auto& [id, entry] : table) view.entries.push_back(std::move(entry));
  view.count = std::to_string(view.entries.size());
  for (const GroupNames& group : building.names.groups) {
    includes.own(include_folder(building.names.name_space) + "/api/" + group.file + ".hpp");
  }
  view.file = includes.view(building, invoke_header(building), {});
  return view;
}

}  // namespace bindery::cpp
