// SPDX-License-Identifier: MIT-0
// What a media type says, and which of those a document allows is sent.
// Must not look at bodies.
#pragma once

#include <cstddef>
#include <string_view>

#include "bindery/headers.hpp"

namespace bindery {
inline namespace v1 {

/// `text` without the white space around it.
inline std::string_view without_outer_space(std::string_view text) noexcept {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// `"text/plain; charset=utf-8"` -> `"text/plain"`.
inline std::string_view without_media_parameters(std::string_view media_type) noexcept {
  return without_outer_space(media_type.substr(0, media_type.find(';')));
}

/// Whether `text` stands for many media types: `image/*`, `application/*+json`.
inline bool is_media_range(std::string_view text) noexcept {
  return without_media_parameters(text).find('*') != std::string_view::npos;
}

/// Whether `media_type` is `allowed`, or in it when that is a range (RFC 9110 12.5.1, and the
/// `application/*+json` that frameworks write). Parameters and case do not matter.
inline bool fits_media_type(std::string_view allowed, std::string_view media_type) noexcept {
  allowed = without_media_parameters(allowed);
  media_type = without_media_parameters(media_type);
  if (media_type.find('/') == std::string_view::npos) return false;
  const std::size_t star = allowed.find('*');
  if (star == std::string_view::npos) return equals_ignoring_case(allowed, media_type);
  if (allowed == "*" || allowed == "*/*") return true;
  const std::string_view front = allowed.substr(0, star);
  const std::string_view back = allowed.substr(star + 1);
  return media_type.size() > front.size() + back.size() &&
         equals_ignoring_case(front, media_type.substr(0, front.size())) &&
         equals_ignoring_case(back, media_type.substr(media_type.size() - back.size()));
}

/// Whether a media type is JSON (RFC 6839 3.1 for `+json`).
inline bool is_json_media_type(std::string_view media_type) noexcept {
  media_type = without_media_parameters(media_type);
  constexpr std::string_view suffix = "+json";
  return equals_ignoring_case(media_type, "application/json") ||
         equals_ignoring_case(media_type, "text/json") ||
         (media_type.size() > suffix.size() &&
          equals_ignoring_case(media_type.substr(media_type.size() - suffix.size()), suffix));
}

/// The first of `allowed`, a list such as `"image/png, image/*"`, for which `is_wanted` holds;
/// empty when there is none.
template <class IsWanted>
std::string_view first_media_type(std::string_view allowed, IsWanted is_wanted) {
  while (!allowed.empty()) {
    const std::size_t comma = allowed.find(',');
    const std::string_view one = without_outer_space(allowed.substr(0, comma));
    if (!one.empty() && is_wanted(one)) return one;
    if (comma == std::string_view::npos) break;
    allowed.remove_prefix(comma + 1);
  }
  return {};
}

/// Of `allowed`, a list of media types and ranges (OAS 3.1 4.8.15.1), the one to send: `own` when
/// it fits one of them, or else the first that is no range, or else `own`.
inline std::string_view chosen_media_type(std::string_view allowed, std::string_view own) {
  const auto fits = [own](std::string_view one) { return fits_media_type(one, own); };
  if (!first_media_type(allowed, fits).empty()) return own;
  const std::string_view named =
      first_media_type(allowed, [](std::string_view one) { return !is_media_range(one); });
  return named.empty() ? own : named;
}

}  // namespace v1
}  // namespace bindery
