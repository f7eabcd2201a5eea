// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/headers.hpp".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bindery/character_set.hpp"
#include "bindery/compiled.hpp"
#include "bindery/headers.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY bool equals_ignoring_case(std::string_view left, std::string_view right) noexcept {
  if (left.size() != right.size()) return false;
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (left[i] == right[i]) continue;
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    if (lower(left[i]) != lower(right[i])) return false;
  }
  return true;
}

BINDERY_BODY bool is_valid_header_name(std::string_view name) noexcept {
  constexpr CharacterSet allowed = letters_and_digits.with("!#$%&'*+-.^_`|~");
  return !name.empty() && allowed.has_all_of(name);
}

BINDERY_BODY bool is_valid_header_value(std::string_view value) noexcept {
  constexpr CharacterSet allowed =
      CharacterSet().with("\t").with_range(0x20, 0x7e).with_range(0x80, 0xff);
  return allowed.has_all_of(value);
}

BINDERY_BODY void Headers::add(std::string_view name, std::string_view value) {
  fields_.push_back({std::string(name), std::string(value)});
}

BINDERY_BODY void Headers::add(Header field) { fields_.push_back(std::move(field)); }

BINDERY_BODY void Headers::set(std::string_view name, std::string_view value) {
  std::size_t kept = 0;
  bool found = false;
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    if (equals_ignoring_case(fields_[i].name, name)) {
      if (found) continue;
      found = true;
      fields_[i].value = std::string(value);
    }
    if (kept != i) fields_[kept] = std::move(fields_[i]);
    ++kept;
  }
  fields_.resize(kept);
  if (!found) add(name, value);
}

BINDERY_BODY void Headers::remove(std::string_view name) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    if (equals_ignoring_case(fields_[i].name, name)) continue;
    if (kept != i) fields_[kept] = std::move(fields_[i]);
    ++kept;
  }
  fields_.resize(kept);
}

BINDERY_BODY std::optional<std::string_view> Headers::find(std::string_view name) const noexcept {
  for (const Header& field : fields_) {
    if (equals_ignoring_case(field.name, name)) return std::string_view(field.value);
  }
  return std::nullopt;
}

BINDERY_BODY std::vector<std::string_view> Headers::all(std::string_view name) const {
  std::vector<std::string_view> values;
  for (const Header& field : fields_) {
    if (equals_ignoring_case(field.name, name)) values.push_back(field.value);
  }
  return values;
}

BINDERY_BODY bool Headers::contains(std::string_view name) const noexcept {
  return find(name).has_value();
}

BINDERY_BODY const Header* Headers::first_invalid() const noexcept {
  for (const Header& field : fields_) {
    if (!is_valid_header_name(field.name) || !is_valid_header_value(field.value)) return &field;
  }
  return nullptr;
}

BINDERY_BODY void Headers::reserve(std::size_t count) { fields_.reserve(count); }

BINDERY_BODY std::string request_id_of(const Headers& headers) {
  for (const std::string_view name :
       {"x-request-id", "request-id", "x-amzn-requestid", "x-ms-request-id", "x-correlation-id"}) {
    if (const auto value = headers.find(name)) return std::string(*value);
  }
  return {};
}

}  // namespace v1
}  // namespace bindery
