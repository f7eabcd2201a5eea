// Statuses to successes and errors.
// Must agree with the runtime's rules of matching a status.
#include "cpp/answers.hpp"

#include <algorithm>

#include "cpp/names.hpp"

namespace bindery::cpp {
namespace {

AnswerForm form_of(const model::Content& content) {
  switch (content.kind) {
    case model::ContentKind::json:
      return AnswerForm::json;
    case model::ContentKind::binary:
      return AnswerForm::binary;
    case model::ContentKind::event_stream:
      return AnswerForm::event_stream;
    case model::ContentKind::json_lines:
      return AnswerForm::json_lines;
    case model::ContentKind::json_sequence:
      return AnswerForm::json_sequence;
    default:
      return AnswerForm::text;
  }
}

// Two JSON types of one schema say the same: the runtime reads any JSON where one is promised.
bool is_said_before(const std::vector<Answer>& answers, const model::ResponseCase& response,
                    const model::Content& content) {
  for (const Answer& answer : answers) {
    if (answer.response == &response && answer.form == AnswerForm::json &&
        form_of(content) == AnswerForm::json && answer.content->type == content.type) {
      return true;
    }
  }
  return false;
}

// Of an error only the preferred body is generated, of a success all that differ.
void add_answers(const model::ResponseCase& response, bool is_success,
                 std::vector<Answer>& answers) {
  const model::Content* const preferred = preferred_content(response.contents);
  if (preferred == nullptr) {
    answers.push_back({&response, nullptr, AnswerForm::none});
    return;
  }
  answers.push_back({&response, preferred, form_of(*preferred)});
  for (const model::Content& content : response.contents) {
    if (!is_success || &content == preferred || is_said_before(answers, response, content)) {
      continue;
    }
    answers.push_back({&response, &content, form_of(content)});
  }
}

}  // namespace

bool is_stream(AnswerForm form) {
  return form == AnswerForm::event_stream || form == AnswerForm::json_lines ||
         form == AnswerForm::json_sequence;
}

std::string_view to_string(AnswerForm form) {
  switch (form) {
    case AnswerForm::none:
      return "none";
    case AnswerForm::json:
      return "json";
    case AnswerForm::text:
      return "text";
    case AnswerForm::binary:
      return "binary";
    case AnswerForm::event_stream:
      return "event_stream";
    case AnswerForm::json_lines:
      return "json_lines";
    case AnswerForm::json_sequence:
      return "json_sequence";
  }
  return "none";
}

const model::Content* preferred_content(const std::vector<model::Content>& contents) {
  const model::Content* preferred = nullptr;
  for (const model::Content& content : contents) {
    if (content.kind != model::ContentKind::json) continue;
    if (content.media_type.rfind("text/", 0) != 0) return &content;
    if (preferred == nullptr) preferred = &content;
  }
  if (preferred != nullptr || contents.empty()) return preferred;
  return &contents.front();
}

bool Answers::has_bytes() const {
  return std::any_of(successes.begin(), successes.end(),
                     [&](std::size_t index) { return all[index].form == AnswerForm::binary; });
}

Answers answers_of(const model::Operation& operation) {
  Answers answers;
  const auto& responses = operation.responses;
  const bool names_success =
      std::any_of(responses.begin(), responses.end(),
                  [](const model::ResponseCase& response) { return response.is_success(); });
  for (const model::ResponseCase& response : responses) {
    // OAS 3.1 4.8.16: `default` stands for every status not named, the successes too.
    const bool is_success =
        response.is_success() || (!names_success && response.status == "default");
    std::size_t index = answers.all.size();
    add_answers(response, is_success, answers.all);
    for (; index < answers.all.size(); ++index) {
      const AnswerForm form = answers.all[index].form;
      if (is_success) (is_stream(form) ? answers.streams : answers.successes).push_back(index);
      if (!is_success && form == AnswerForm::json) answers.errors.push_back(index);
    }
  }
  return answers;
}

model::TypeId shared_type(const model::Api& api, const Answers& answers,
                          const std::vector<std::size_t>& indices) {
  model::TypeId shared;
  for (const std::size_t index : indices) {
    const Answer& answer = answers.all[index];
    if (answer.form != AnswerForm::json || answer.content->type.nullable) return {};
    const model::TypeId type = answer.content->type.type;
    if (!type.is_known() || !is_declared(api.types.at(type))) return {};
    if (shared.is_known() && shared != type) return {};
    shared = type;
  }
  return shared;
}

}  // namespace bindery::cpp
