// SPDX-License-Identifier: MIT-0
// Which of the documented answers a response is (OAS 3.1 4.8.16), and what its media type says.
// Must not decode bodies.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

#include "bindery/headers.hpp"

namespace bindery {
inline namespace v1 {

/// How the body of an answer is read.
enum class Content : int { none, json, text, binary };

/// One answer the document gives for an operation.
struct Answer {
  /// `200`, a range such as `4XX`, or `default`.
  std::string_view status{};
  Content content = Content::none;
  /// Of several success types, the one this answer has.
  std::size_t alternative = 0;
};

constexpr bool is_success(int status) noexcept { return status >= 200 && status < 300; }

/// Whether an answer can have a body at all (RFC 9110 6.4.1, 15.3.6): whatever a document promises,
/// none comes to HEAD nor with these statuses.
constexpr bool may_have_body(std::string_view method, int status) noexcept {
  return method != "HEAD" && status / 100 != 1 && status != 204 && status != 205 && status != 304;
}

/// The documented answer for `status`: the exact one, then the range, then `default`; null when
/// there is none.
inline const Answer* match_answer(std::initializer_list<Answer> answers, int status) noexcept {
  const Answer* best = nullptr;
  int best_rank = 0;
  for (const Answer& answer : answers) {
    int rank = 0;
    if (answer.status == "default") {
      rank = 1;
    } else if (answer.status.size() == 3 && answer.status[0] - '0' == status / 100) {
      const bool range = equals_ignoring_case(answer.status.substr(1), "XX");
      const bool exact =
          answer.status[1] - '0' == status / 10 % 10 && answer.status[2] - '0' == status % 10;
      rank = exact ? 3 : range ? 2 : 0;
    }
    if (rank > best_rank) {
      best = &answer;
      best_rank = rank;
    }
  }
  return best;
}

/// The answer an undocumented 2xx is read as: the first of the document's successes; null when it
/// has none.
inline const Answer* first_success(std::initializer_list<Answer> answers) noexcept {
  for (const Answer& answer : answers) {
    if (!answer.status.empty() && answer.status[0] == '2') return &answer;
  }
  return nullptr;
}

/// `Content-Type` without parameters, in lower case; empty when the response has none.
inline std::string media_type_of(const Headers& headers) {
  std::string_view text = headers.find("Content-Type").value_or(std::string_view());
  text = text.substr(0, text.find(';'));
  std::string type;
  for (const char c : text) {
    if (c != ' ' && c != '\t') type += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return type;
}

/// Whether a media type is JSON (RFC 6839 3.1 for `+json`).
inline bool is_json_media_type(std::string_view type) noexcept {
  constexpr std::string_view suffix = "+json";
  return type == "application/json" || type == "text/json" ||
         (type.size() > suffix.size() && type.substr(type.size() - suffix.size()) == suffix);
}

}  // namespace v1
}  // namespace bindery
