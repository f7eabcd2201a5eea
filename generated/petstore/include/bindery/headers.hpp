// SPDX-License-Identifier: MIT-0
// Header fields of a message: ordered, found without regard to case (RFC 9110 5.1).
// Must not know what any one field means.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bindery {
inline namespace v1 {

/// Whether two ASCII texts are equal when letters are compared without case.
bool equals_ignoring_case(std::string_view left, std::string_view right) noexcept;

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
bool is_valid_header_name(std::string_view name) noexcept;

/// Whether `value` can stand in one field: no CR, LF, NUL or other control but the tab, since a
/// line break would let a value add fields of its own (RFC 9110 5.5).
bool is_valid_header_value(std::string_view value) noexcept;

/// The fields of a request or response, in order; a name may occur more than once. It holds what it
/// is given: `first_invalid` is asked before a request leaves.
class Headers {
 public:
  Headers() = default;
  Headers(std::initializer_list<Header> fields) : fields_(fields) {}

  /// Appends a field, beside any of the same name.
  void add(std::string_view name, std::string_view value);
  void add(Header field);

  /// Makes `value` the only one of `name`, at the place of the first.
  void set(std::string_view name, std::string_view value);

  /// Removes every field of that name.
  void remove(std::string_view name);

  /// The first value of `name`; valid until the headers change.
  std::optional<std::string_view> find(std::string_view name) const noexcept;

  /// Every value of `name`, in order.
  std::vector<std::string_view> all(std::string_view name) const;

  bool contains(std::string_view name) const noexcept;

  /// The first field whose name or value HTTP does not allow; null when all can be sent.
  const Header* first_invalid() const noexcept;

  /// Makes room for so many fields in all.
  void reserve(std::size_t count);

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
std::string request_id_of(const Headers& headers);

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/headers.hpp"
#endif
