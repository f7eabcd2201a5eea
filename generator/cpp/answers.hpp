// Which documented answers of an operation are successes, which are errors, and how each is read.
// Must not spell C++.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/api.hpp"

namespace bindery::cpp {

/// How the runtime reads a body (`bindery::Content`).
enum class AnswerForm { none, json, text, binary, event_stream, json_lines, json_sequence };

/// The enumerator of `bindery::Content`.
std::string_view to_string(AnswerForm form);

/// Whether a body of that form comes item by item.
bool is_stream(AnswerForm form);

/// One documented status with one of its bodies.
struct Answer {
  const model::ResponseCase* response = nullptr;
  const model::Content* content = nullptr;  ///< Null for an empty answer.
  AnswerForm form = AnswerForm::none;
};

struct Answers {
  /// In the order of the document's statuses; of each the preferred body first.
  std::vector<Answer> all;
  /// Indices in `all`: the 2xx ones that are read whole, or `default` where there are none of them.
  std::vector<std::size_t> successes;
  /// Indices in `all`: the 2xx ones that come item by item.
  std::vector<std::size_t> streams;
  /// Indices in `all`: what else has a JSON body.
  std::vector<std::size_t> errors;

  /// Every success comes item by item: there is nothing to read whole.
  bool is_stream_only() const { return successes.empty() && !streams.empty(); }
  /// A success may be bytes of any number.
  bool has_bytes() const;
};

Answers answers_of(const model::Operation& operation);

/// The content that stands for several: the first JSON one, by another name than `text/` if there
/// is one, or else the first.
const model::Content* preferred_content(const std::vector<model::Content>& contents);

/// The type all of `indices` share; an unknown id when they differ, have no body, or are no type
/// that is declared.
model::TypeId shared_type(const model::Api& api, const Answers& answers,
                          const std::vector<std::size_t>& indices);

}  // namespace bindery::cpp
