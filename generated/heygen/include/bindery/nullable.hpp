// SPDX-License-Identifier: MIT-0
// Values that may be null, and members that may be null, absent or a value.
// Must not know JSON.
#pragma once

#include <cstddef>
#include <optional>
#include <type_traits>
#include <utility>

#include "bindery/slot.hpp"

namespace bindery {
inline namespace v1 {

/// The type of `bindery::null`. Converts from `nullptr`, so both spellings work everywhere.
struct Null {
  constexpr Null() noexcept = default;
  constexpr Null(std::nullptr_t) noexcept {}

  friend constexpr bool operator==(Null, Null) noexcept { return true; }
  friend constexpr bool operator!=(Null, Null) noexcept { return false; }
};

/// JSON's null: `video.title = bindery::null;`.
inline constexpr Null null{};

template <class T>
class Nullable;
template <class T>
class OptionalNullable;

namespace detail {

template <class T>
inline constexpr bool is_state_v = std::is_same_v<T, Null> || std::is_same_v<T, std::nullptr_t> ||
                                   std::is_same_v<T, std::nullopt_t>;
template <class T>
inline constexpr bool is_state_v<Nullable<T>> = true;
template <class T>
inline constexpr bool is_state_v<OptionalNullable<T>> = true;

// What may be assigned or compared as the value inside, so never one of the states. The
// conjunction matters: constructibility must not be asked of a type that is being defined.
template <class T, class U>
using if_value_of = std::enable_if_t<
    std::conjunction_v<
        std::bool_constant<!is_state_v<std::remove_cv_t<std::remove_reference_t<U>>>>,
        std::is_constructible<T, U&&>, std::is_convertible<U&&, T>>,
    int>;
template <class T, class U>
using if_comparable =
    std::enable_if_t<!is_state_v<U>,
                     decltype(bool(std::declval<const T&>() == std::declval<const U&>()))>;

}  // namespace detail

/// A value or null, for members that are always there. Reads like a `std::optional`; a new one is
/// null.
template <class T>
class Nullable {
 public:
  using value_type = T;

  Nullable() noexcept {}
  Nullable(Null) noexcept {}
  Nullable(std::nullptr_t) noexcept {}
  template <class U = T, detail::if_value_of<T, U> = 0>
  Nullable(U&& value) : value_(std::in_place, std::forward<U>(value)) {}

  bool has_value() const noexcept { return value_.has_value(); }
  bool is_null() const noexcept { return !value_.has_value(); }
  explicit operator bool() const noexcept { return value_.has_value(); }

  /// The value, which must be there.
  const T& operator*() const& noexcept { return *value_; }
  T& operator*() & noexcept { return *value_; }
  T&& operator*() && noexcept { return std::move(*value_); }
  const T* operator->() const noexcept { return &*value_; }
  T* operator->() noexcept { return &*value_; }

  template <class U>
  T value_or(U&& other) const& {
    return has_value() ? *value_ : static_cast<T>(std::forward<U>(other));
  }
  template <class U>
  T value_or(U&& other) && {
    return has_value() ? std::move(*value_) : static_cast<T>(std::forward<U>(other));
  }

  template <class... Arguments>
  T& emplace(Arguments&&... arguments) {
    return value_.emplace(std::forward<Arguments>(arguments)...);
  }
  /// Back to null.
  void reset() noexcept { value_.reset(); }

 private:
  detail::Slot<T> value_;
};

/// Absent, null or a value, for members that may be left out. Reads like a `std::optional` of the
/// value; a new one is absent. `= std::nullopt` makes it absent, `= bindery::null` null.
template <class T>
class OptionalNullable {
 public:
  using value_type = T;

  OptionalNullable() noexcept {}
  OptionalNullable(std::nullopt_t) noexcept {}
  OptionalNullable(Null) noexcept : is_null_(true) {}
  OptionalNullable(std::nullptr_t) noexcept : is_null_(true) {}
  template <class U = T, detail::if_value_of<T, U> = 0>
  OptionalNullable(U&& value) : value_(std::in_place, std::forward<U>(value)) {}

  bool has_value() const noexcept { return value_.has_value(); }
  /// True for a null that was sent or set, false for an absent member.
  bool is_null() const noexcept { return is_null_; }
  bool is_absent() const noexcept { return !is_null_ && !value_.has_value(); }
  explicit operator bool() const noexcept { return value_.has_value(); }

  /// The value, which must be there.
  const T& operator*() const& noexcept { return *value_; }
  T& operator*() & noexcept { return *value_; }
  T&& operator*() && noexcept { return std::move(*value_); }
  const T* operator->() const noexcept { return &*value_; }
  T* operator->() noexcept { return &*value_; }

  template <class U>
  T value_or(U&& other) const& {
    return has_value() ? *value_ : static_cast<T>(std::forward<U>(other));
  }
  template <class U>
  T value_or(U&& other) && {
    return has_value() ? std::move(*value_) : static_cast<T>(std::forward<U>(other));
  }

  template <class... Arguments>
  T& emplace(Arguments&&... arguments) {
    is_null_ = false;
    return value_.emplace(std::forward<Arguments>(arguments)...);
  }
  /// Back to absent.
  void reset() noexcept {
    value_.reset();
    is_null_ = false;
  }

 private:
  detail::Slot<T> value_;
  bool is_null_ = false;  // never together with a value
};

/// Equal when both are null, or both hold equal values.
template <class T>
bool operator==(const Nullable<T>& left, const Nullable<T>& right) {
  return left.has_value() == right.has_value() && (!left.has_value() || *left == *right);
}
template <class T>
bool operator!=(const Nullable<T>& left, const Nullable<T>& right) {
  return !(left == right);
}
template <class T>
bool operator==(const Nullable<T>& left, Null) noexcept {
  return left.is_null();
}
template <class T>
bool operator==(Null, const Nullable<T>& right) noexcept {
  return right.is_null();
}
template <class T>
bool operator!=(const Nullable<T>& left, Null) noexcept {
  return !left.is_null();
}
template <class T>
bool operator!=(Null, const Nullable<T>& right) noexcept {
  return !right.is_null();
}
template <class T, class U, class = detail::if_comparable<T, U>>
bool operator==(const Nullable<T>& left, const U& right) {
  return left.has_value() && *left == right;
}
template <class T, class U, class = detail::if_comparable<T, U>>
bool operator==(const U& left, const Nullable<T>& right) {
  return right.has_value() && *right == left;
}
template <class T, class U, class = detail::if_comparable<T, U>>
bool operator!=(const Nullable<T>& left, const U& right) {
  return !(left == right);
}
template <class T, class U, class = detail::if_comparable<T, U>>
bool operator!=(const U& left, const Nullable<T>& right) {
  return !(left == right);
}

/// Equal when both are in the same state, and values are equal. Absent is not null.
template <class T>
bool operator==(const OptionalNullable<T>& left, const OptionalNullable<T>& right) {
  return left.has_value() == right.has_value() && left.is_null() == right.is_null() &&
         (!left.has_value() || *left == *right);
}
template <class T>
bool operator!=(const OptionalNullable<T>& left, const OptionalNullable<T>& right) {
  return !(left == right);
}
template <class T>
bool operator==(const OptionalNullable<T>& left, Null) noexcept {
  return left.is_null();
}
template <class T>
bool operator==(Null, const OptionalNullable<T>& right) noexcept {
  return right.is_null();
}
template <class T>
bool operator!=(const OptionalNullable<T>& left, Null) noexcept {
  return !left.is_null();
}
template <class T>
bool operator!=(Null, const OptionalNullable<T>& right) noexcept {
  return !right.is_null();
}
template <class T>
bool operator==(const OptionalNullable<T>& left, std::nullopt_t) noexcept {
  return left.is_absent();
}
template <class T>
bool operator!=(const OptionalNullable<T>& left, std::nullopt_t) noexcept {
  return !left.is_absent();
}
template <class T, class U, class = detail::if_comparable<T, U>>
bool operator==(const OptionalNullable<T>& left, const U& right) {
  return left.has_value() && *left == right;
}
template <class T, class U, class = detail::if_comparable<T, U>>
bool operator==(const U& left, const OptionalNullable<T>& right) {
  return right.has_value() && *right == left;
}
template <class T, class U, class = detail::if_comparable<T, U>>
bool operator!=(const OptionalNullable<T>& left, const U& right) {
  return !(left == right);
}
template <class T, class U, class = detail::if_comparable<T, U>>
bool operator!=(const U& left, const OptionalNullable<T>& right) {
  return !(left == right);
}

}  // namespace v1
}  // namespace bindery
