// Statuses to successes and errors.
// Must agree with the runtime's rules of matching a status.
#include "cpp/answers.hpp"

#include "cpp/names.hpp"

namespace bindery::cpp {
namespace {

AnswerForm form_of(const model::Content& content) {
  switch (content.kind) {
    case model::ContentKind::json:
      return AnswerForm::json;
    case model::ContentKind::binary:
      return AnswerForm::binary;
    default:
      return AnswerForm::text;
  }
}

}  // namespace

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
  }
  return "none";
}

const model::Content* preferred_content(const std::vector<model::Content>& contents) {
  for (const model::Content& content : contents) {
    if (content.kind == model::ContentKind::json) return &content;
  }
  return contents.empty() ? nullptr : &contents.front();
}

Answers answers_of(const model::Operation& operation) {
  Answers answers;
  for (const model::ResponseCase& response : operation.responses) {
    Answer answer;
    answer.response = &response;
    answer.content = preferred_content(response.contents);
    if (answer.content != nullptr) answer.form = form_of(*answer.content);
    if (response.is_success()) answers.successes.push_back(answers.all.size());
    answers.all.push_back(answer);
  }
  // OAS 3.1 4.8.16: `default` stands for every status not named, the successes too.
  const bool default_succeeds = answers.successes.empty();
  for (std::size_t index = 0; index < answers.all.size(); ++index) {
    const Answer& answer = answers.all[index];
    const bool is_default = answer.response->status == "default";
    if (is_default && default_succeeds) answers.successes.push_back(index);
    if (!answer.response->is_success() && !(is_default && default_succeeds) &&
        answer.form == AnswerForm::json) {
      answers.errors.push_back(index);
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
