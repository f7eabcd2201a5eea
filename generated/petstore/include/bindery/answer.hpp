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
std::string media_type_of(const Headers& headers);

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
int media_type_rank(const Answer& answer, std::string_view received) noexcept;

/// How closely `documented` names `status`: 3 exactly, 2 by its range, 1 by `default`, 0 not.
int status_rank(std::string_view documented, int status) noexcept;

/// The documented answer for `status`: of the exact ones, then the range, then `default`, the one
/// whose media type suits `received` best; null when there is none for the status.
const Answer* match_answer(std::initializer_list<Answer> answers, int status,
                           std::string_view received = {}) noexcept;

/// The answer an undocumented 2xx is read as: of the document's first success, the one whose media
/// type suits `received` best; null when it has none.
const Answer* first_success(std::initializer_list<Answer> answers,
                            std::string_view received = {}) noexcept;

/// The value of `Accept`: every media type that is documented, the first of them preferred.
std::string accepted_media_types(std::initializer_list<Answer> answers);

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/answer.hpp"
#endif
