// SPDX-License-Identifier: MIT-0
// Header fields of a message: ordered, found without regard to case (RFC 9110 5.1).
// Must not know what any one field means.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bindery {
inline namespace v1 {

/// Whether two ASCII texts are equal when letters are compared without case.
inline bool equals_ignoring_case(std::string_view left, std::string_view right) noexcept {
  if (left.size() != right.size()) return false;
  for (std::size_t i = 0; i < left.size(); ++i) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    if (lower(left[i]) != lower(right[i])) return false;
  }
  return true;
}

/// One field, as it is sent or was received.
struct Header {
  std::string name{};
  std::string value{};

  friend bool operator==(const Header& left, const Header& right) {
    return left.name == right.name && left.value == right.value;
  }
  friend bool operator!=(const Header& left, const Header& right) { return !(left == right); }
};

/// Whether `name` is a token (RFC 9110 5.6.2), the only thing a field may be called.
inline bool is_valid_header_name(std::string_view name) noexcept {
  if (name.empty()) return false;
  for (const char c : name) {
    const bool is_usual =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    if (!is_usual && std::string_view("!#$%&'*+.^_`|~").find(c) == std::string_view::npos) {
      return false;
    }
  }
  return true;
}

/// Whether `value` can stand in one field: no CR, LF, NUL or other control but the tab, since a
/// line break would let a value add fields of its own (RFC 9110 5.5).
inline bool is_valid_header_value(std::string_view value) noexcept {
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && c != '\t') || byte == 0x7f) return false;
  }
  return true;
}

/// The fields of a request or response, in order; a name may occur more than once. It holds what it
/// is given: `first_invalid` is asked before a request leaves.
class Headers {
 public:
  Headers() = default;
  Headers(std::initializer_list<Header> fields) : fields_(fields) {}

  /// Appends a field, beside any of the same name.
  void add(std::string_view name, std::string_view value) {
    fields_.push_back({std::string(name), std::string(value)});
  }

  /// Makes `value` the only one of `name`, at the place of the first.
  void set(std::string_view name, std::string_view value) {
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

  /// Removes every field of that name.
  void remove(std::string_view name) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < fields_.size(); ++i) {
      if (equals_ignoring_case(fields_[i].name, name)) continue;
      if (kept != i) fields_[kept] = std::move(fields_[i]);
      ++kept;
    }
    fields_.resize(kept);
  }

  /// The first value of `name`; valid until the headers change.
  std::optional<std::string_view> find(std::string_view name) const noexcept {
    for (const Header& field : fields_) {
      if (equals_ignoring_case(field.name, name)) return std::string_view(field.value);
    }
    return std::nullopt;
  }

  /// Every value of `name`, in order.
  std::vector<std::string_view> all(std::string_view name) const {
    std::vector<std::string_view> values;
    for (const Header& field : fields_) {
      if (equals_ignoring_case(field.name, name)) values.push_back(field.value);
    }
    return values;
  }

  bool contains(std::string_view name) const noexcept { return find(name).has_value(); }

  /// The first field whose name or value HTTP does not allow; null when all can be sent.
  const Header* first_invalid() const noexcept {
    for (const Header& field : fields_) {
      if (!is_valid_header_name(field.name) || !is_valid_header_value(field.value)) return &field;
    }
    return nullptr;
  }

  /// Makes room for so many fields in all.
  void reserve(std::size_t count) { fields_.reserve(count); }

  bool empty() const noexcept { return fields_.empty(); }
  std::size_t size() const noexcept { return fields_.size(); }
  std::vector<Header>::const_iterator begin() const noexcept { return fields_.begin(); }
  std::vector<Header>::const_iterator end() const noexcept { return fields_.end(); }

  /// Equal when the same fields come in the same order, spelled the same.
  friend bool operator==(const Headers& left, const Headers& right) {
    return left.fields_ == right.fields_;
  }
  friend bool operator!=(const Headers& left, const Headers& right) { return !(left == right); }

 private:
  std::vector<Header> fields_;
};

/// The name a server gave to one exchange, for its support to find it by; empty when it gave none.
inline std::string request_id_of(const Headers& headers) {
  for (const std::string_view name :
       {"x-request-id", "request-id", "x-amzn-requestid", "x-ms-request-id", "x-correlation-id"}) {
    if (const auto value = headers.find(name)) return std::string(*value);
  }
  return {};
}

}  // namespace v1
}  // namespace bindery
