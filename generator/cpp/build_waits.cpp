#include "cpp/build_waits.hpp"

#include <string>

#include "cpp/comment.hpp"
#include "cpp/docs.hpp"
#include "cpp/literal.hpp"
#include "cpp/member_path_text.hpp"
#include "cpp/type_name.hpp"

namespace bindery::cpp {
namespace {

constexpr std::size_t state_column = 10;
constexpr std::size_t state_indent = 14;
constexpr std::size_t added = 2;  // By the class around the function.

std::string list(const std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values) {
    text += (text.empty() ? "" : ", ") + string_literal(value);
  }
  return "({" + text + "})";
}

// `a`, `b` or `c`
std::string alternatives(const std::vector<std::string>& values) {
  std::string text;
  for (std::size_t index = 0; index < values.size(); ++index) {
    if (index > 0) text += index + 1 == values.size() ? " or " : ", ";
    text += code_span(values[index]);
  }
  return text;
}

// What a job is called in messages: by the parameters of its path.
std::string subject(const Building& building, std::size_t index) {
  const model::Operation& operation = building.api.operations[index];
  std::string text;
  for (std::size_t at = 0; at < operation.parameters.size(); ++at) {
    const model::Parameter& parameter = operation.parameters[at];
    if (parameter.in != model::ParameterIn::path) continue;
    const CppType type = canonical_type({building.api, building.names}, parameter.type);
    if (type.spelling != "std::string" && type.spelling != "std::int64_t" &&
        type.spelling != "std::int32_t") {
      continue;
    }
    text += (text.empty() ? "" : ", ") + string_literal(parameter.wire_name) + ", request." +
            building.names.operations[index].parameters[at];
  }
  std::string call = folded("bindery::job_name(" + text + "),", 6, 10, added);
  call.pop_back();
  return call;
}

std::vector<std::string> state(const Building& building, const model::Wait& wait) {
  std::vector<std::string> lines;
  const auto add = [&](const std::string& call) {
    lines.push_back(folded(call, state_column, state_indent, added));
  };
  const auto path = [&](const std::vector<model::MemberStep>& steps) {
    return "(" + member_path_text(building.names, steps) + ")";
  };
  if (!wait.status.empty()) add(".status" + path(wait.status));
  if (!wait.success.empty()) add(".success" + list(wait.success));
  if (!wait.stop.empty()) add(".stop" + list(wait.stop));
  if (!wait.failure.empty()) add(".failure" + list(wait.failure));
  if (!wait.until.empty()) add(".until" + path(wait.until));
  if (!wait.unless.empty()) add(".unless" + path(wait.unless));
  for (const auto& reason : wait.reasons) add(".reason" + path(reason));
  lines.back() += ");";
  return lines;
}

std::string sentence(const Building& building, const model::Wait& wait,
                     const OperationNames& names) {
  const auto member = [&](const std::vector<model::MemberStep>& steps) {
    return code_span(wire_path(building.api, steps));
  };
  std::vector<std::string> done = wait.success;
  done.insert(done.end(), wait.stop.begin(), wait.stop.end());
  std::string text = "Asks by " + code_span(names.function) + " until ";
  if (!done.empty()) text += member(wait.status) + " is " + alternatives(done);
  if (!wait.until.empty()) text += (done.empty() ? "" : " or ") + member(wait.until) + " is there";
  text += ", and gives that answer. ";
  std::string failed;
  if (!wait.failure.empty()) failed = member(wait.status) + " is " + alternatives(wait.failure);
  if (!wait.unless.empty()) {
    failed += (failed.empty() ? "" : " or ") + member(wait.unless) + " is there";
  }
  if (!failed.empty()) {
    text += "Where " + failed + ", the error has the kind `job_failed`";
    for (std::size_t index = 0; index < wait.reasons.size(); ++index) {
      text += (index == 0 ? " and says " : ", ") + member(wait.reasons[index]);
    }
    text += ". ";
  }
  return text + "Pace and deadline are those of `bindery::WaitOptions`.";
}

std::vector<ShortcutView> shortcuts(const FunctionView& function, const std::string& name,
                                    const std::string& result) {
  std::vector<ShortcutView> views = function.shortcuts;
  for (ShortcutView& view : views) {
    view.function = name;
    view.response = result;
  }
  return views;
}

ThenView then_view(const Building& building, std::size_t index, const WaitView& first,
                   const FunctionView& function) {
  const model::Wait::Then& then = *building.api.operations[index].wait->then;
  const OperationNames& names = building.names.operations[index];
  const OperationNames& next = building.names.operations[then.operation];
  ThenView view;
  view.api = first.api;
  view.next_api = building.names.groups[next.group].type;
  view.name = names.wait_then;
  view.request = first.request;
  view.request_default = first.request_default;
  view.result = "bindery::Stages<" + first.result + ", " + next.response + ">";
  view.wait = first.name;
  view.next_wait = next.wait;
  view.next_request = next.request;
  view.is_deprecated = first.is_deprecated;
  for (const model::Wait::Then::Input& input : then.inputs) {
    ThenInputView each;
    each.member = next.parameters[input.parameter];
    each.name = "found_" + each.member;
    each.path =
        folded(member_path_text(building.names, input.from) + ".in(answer);", 12, 16, added);
    each.path.pop_back();
    view.condition += (view.condition.empty() ? "" : " || ") + each.name + " == nullptr";
    view.inputs.push_back(std::move(each));
  }
  view.shortcuts = shortcuts(function, view.name, view.result);
  view.docs = text_docs("Waits by " + code_span(first.name) + ", then by " + code_span(next.wait) +
                            " for what came out of it; the deadline is that of both. `second` is "
                            "absent where the first answer names nothing to go on with.",
                        2);
  return view;
}

}  // namespace

std::vector<WaitView> wait_views(const Building& building, std::size_t index,
                                 const FunctionView& function) {
  const model::Operation& operation = building.api.operations[index];
  const OperationNames& names = building.names.operations[index];
  if (names.wait.empty()) return {};
  WaitView view;
  view.api = building.names.groups[names.group].type;
  view.name = names.wait;
  view.request = names.request;
  view.request_default = function.request_default;
  view.result = names.response;
  view.function = names.function;
  view.operation = string_literal(operation.id);
  view.subject = subject(building, index);
  view.state = state(building, *operation.wait);
  view.is_deprecated = operation.docs.deprecated;
  view.docs = text_docs(sentence(building, *operation.wait, names), 2);
  view.shortcuts = shortcuts(function, view.name, view.result);
  if (operation.wait->then) view.thens = {then_view(building, index, view, function)};
  return {view};
}

}  // namespace bindery::cpp
