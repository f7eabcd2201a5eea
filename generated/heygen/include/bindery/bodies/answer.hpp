// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/answer.hpp".
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "bindery/answer.hpp"
#include "bindery/compiled.hpp"
#include "bindery/headers.hpp"
#include "bindery/media_type.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY std::string media_type_of(const Headers& headers) {
  std::string_view text = headers.find("Content-Type").value_or(std::string_view());
  text = text.substr(0, text.find(';'));
  std::string type(text);
  std::size_t kept = 0;
  for (const char c : text) {
    if (c != ' ' && c != '\t') {
      type[kept++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
  }
  type.resize(kept);
  return type;
}

BINDERY_BODY int media_type_rank(const Answer& answer, std::string_view received) noexcept {
  const std::string_view promised = promised_media_type(answer);
  if (received.empty() || promised == received) return 3;
  if (fits_media_type(promised, received)) return 2;
  const bool is_alike = answer.content == Content::json   ? is_json_media_type(received)
                        : answer.content == Content::text ? fits_media_type("text/*", received)
                                                          : answer.content == Content::binary;
  return is_alike ? 1 : 0;
}

BINDERY_BODY int status_rank(std::string_view documented, int status) noexcept {
  if (documented == "default") return 1;
  if (documented.size() != 3 || documented[0] - '0' != status / 100) return 0;
  if (equals_ignoring_case(documented.substr(1), "XX")) return 2;
  const bool is_exact =
      documented[1] - '0' == status / 10 % 10 && documented[2] - '0' == status % 10;
  return is_exact ? 3 : 0;
}

BINDERY_BODY const Answer* match_answer(std::initializer_list<Answer> answers, int status,
                                        std::string_view received) noexcept {
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

BINDERY_BODY const Answer* first_success(std::initializer_list<Answer> answers,
                                         std::string_view received) noexcept {
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

BINDERY_BODY std::string accepted_media_types(std::initializer_list<Answer> answers) {
  const std::string_view first =
      answers.size() == 0 ? std::string_view() : promised_media_type(*answers.begin());
  const bool is_one = !first.empty() && std::all_of(answers.begin(), answers.end(), [&](auto& one) {
    return promised_media_type(one) == first;
  });
  if (is_one) return std::string(first);  // As for most operations.
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
