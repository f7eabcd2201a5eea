// SPDX-License-Identifier: MIT-0
// Which of the documented answers a response is (OAS 3.1 4.8.16), and what its media type says.
// Must not decode bodies.
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "bindery/headers.hpp"
#include "bindery/media_type.hpp"

namespace bindery {
inline namespace v1 {

/// How the body of an answer is read.
enum class Content : int { none, json, text, binary, event_stream, json_lines, json_sequence };

/// One answer the document gives for an operation: a status, with one of its media types.
struct Answer {
  /// `200`, a range such as `4XX`, or `default`.
  std::string_view status{};
  Content content = Content::none;
  /// Of several success types, the one this answer has.
  std::size_t alternative = 0;
  /// In lower case, without parameters; perhaps a range such as `image/*`. Empty for the usual one
  /// of `content`.
  std::string_view media_type{};
};

constexpr bool is_success(int status) noexcept { return status >= 200 && status < 300; }

/// Whether an answer can have a body at all (RFC 9110 6.4.1, 15.3.6): whatever a document promises,
/// none comes to HEAD nor with these statuses.
constexpr bool may_have_body(std::string_view method, int status) noexcept {
  return method != "HEAD" && status / 100 != 1 && status != 204 && status != 205 && status != 304;
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

/// What an answer is asked for by; empty for one without a body.
constexpr std::string_view promised_media_type(const Answer& answer) noexcept {
  if (!answer.media_type.empty()) return answer.media_type;
  switch (answer.content) {
    case Content::none:
      break;
    case Content::json:
      return "application/json";
    case Content::text:
      return "text/plain";
    case Content::binary:
      return "*/*";
    case Content::event_stream:
      return "text/event-stream";
    case Content::json_lines:
      return "application/jsonl";
    case Content::json_sequence:
      return "application/json-seq";
  }
  return {};
}

/// How well a body of the media type `received` suits `answer`, 0 for not at all. One that says no
/// type suits all alike.
inline int media_type_rank(const Answer& answer, std::string_view received) noexcept {
  const std::string_view promised = promised_media_type(answer);
  if (received.empty() || promised == received) return 3;
  if (fits_media_type(promised, received)) return 2;
  const bool is_alike = answer.content == Content::json   ? is_json_media_type(received)
                        : answer.content == Content::text ? fits_media_type("text/*", received)
                                                          : answer.content == Content::binary;
  return is_alike ? 1 : 0;
}

/// How closely `documented` names `status`: 3 exactly, 2 by its range, 1 by `default`, 0 not.
inline int status_rank(std::string_view documented, int status) noexcept {
  if (documented == "default") return 1;
  if (documented.size() != 3 || documented[0] - '0' != status / 100) return 0;
  if (equals_ignoring_case(documented.substr(1), "XX")) return 2;
  const bool is_exact =
      documented[1] - '0' == status / 10 % 10 && documented[2] - '0' == status % 10;
  return is_exact ? 3 : 0;
}

/// The documented answer for `status`: of the exact ones, then the range, then `default`, the one
/// whose media type suits `received` best; null when there is none for the status.
inline const Answer* match_answer(std::initializer_list<Answer> answers, int status,
                                  std::string_view received = {}) noexcept {
  const Answer* best = nullptr;
  int best_rank = 0;
  for (const Answer& answer : answers) {
    const int of_status = status_rank(answer.status, status);
    const int rank = of_status == 0 ? 0 : of_status * 4 + media_type_rank(answer, received);
    if (rank > best_rank) {
      best = &answer;
      best_rank = rank;
    }
  }
  return best;
}

/// The answer an undocumented 2xx is read as: of the document's first success, the one whose media
/// type suits `received` best; null when it has none.
inline const Answer* first_success(std::initializer_list<Answer> answers,
                                   std::string_view received = {}) noexcept {
  const Answer* first = nullptr;
  for (const Answer& answer : answers) {
    if (answer.status.empty() || answer.status[0] != '2') continue;
    if (first != nullptr && answer.status != first->status) break;
    if (first == nullptr || media_type_rank(answer, received) > media_type_rank(*first, received)) {
      first = &answer;
    }
  }
  return first;
}

/// The value of `Accept`: every media type that is documented, the first of them preferred.
inline std::string accepted_media_types(std::initializer_list<Answer> answers) {
  std::vector<std::string_view> types;
  for (const bool successes : {true, false}) {
    for (const Answer& answer : answers) {
      const bool is_success = !answer.status.empty() && answer.status[0] == '2';
      const std::string_view type = promised_media_type(answer);
      if (is_success != successes || type.empty()) continue;
      if (std::find(types.begin(), types.end(), type) == types.end()) types.push_back(type);
    }
  }
  if (types.empty()) return "*/*";
  std::string text(types.front());
  // What can be anything need not be named as well.
  if (text == "*/*") return text;
  for (std::size_t i = 1; i < types.size(); ++i) {
    text += ", ";
    text += types[i];
    text += ";q=0.9";
  }
  return text;
}

}  // namespace v1
}  // namespace bindery
