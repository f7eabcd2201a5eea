// SPDX-License-Identifier: MIT-0
// A value or none, as std::optional has it, for a twentieth of the time that costs a compiler.
// Must not be part of what users name: it asks nothing of `T` until it is used.
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

namespace bindery {
inline namespace v1 {
namespace detail {

template <class T>
class Slot {
 public:
  Slot() noexcept : nothing_() {}
  template <class... Arguments>
  explicit Slot(std::in_place_t, Arguments&&... arguments)
      : value_(std::forward<Arguments>(arguments)...), has_value_(true) {}
  Slot(const Slot& other) : nothing_() {
    if (other.has_value_) fill(other.value_);
  }
  Slot(Slot&& other) noexcept(std::is_nothrow_move_constructible_v<T>) : nothing_() {
    if (other.has_value_) fill(std::move(other.value_));
  }
  Slot& operator=(const Slot& other) {
    if (has_value_ && other.has_value_) {
      value_ = other.value_;
    } else if (this != &other) {
      reset();
      if (other.has_value_) fill(other.value_);
    }
    return *this;
  }
  Slot& operator=(Slot&& other) noexcept(
      std::is_nothrow_move_constructible_v<T>&& std::is_nothrow_move_assignable_v<T>) {
    if (has_value_ && other.has_value_) {
      value_ = std::move(other.value_);
    } else if (this != &other) {
      reset();
      if (other.has_value_) fill(std::move(other.value_));
    }
    return *this;
  }
  ~Slot() { reset(); }

  bool has_value() const noexcept { return has_value_; }

  /// The value, which must be there.
  const T& operator*() const noexcept { return value_; }
  T& operator*() noexcept { return value_; }

  template <class... Arguments>
  T& emplace(Arguments&&... arguments) {
    reset();
    fill(std::forward<Arguments>(arguments)...);
    return value_;
  }
  void reset() noexcept {
    if (!has_value_) return;
    has_value_ = false;
    value_.~T();
  }

 private:
  struct Nothing {};

  template <class... Arguments>
  void fill(Arguments&&... arguments) {
    ::new (static_cast<void*>(std::addressof(value_))) T(std::forward<Arguments>(arguments)...);
    has_value_ = true;
  }

  union {
    Nothing nothing_;
    T value_;
  };
  bool has_value_ = false;
};

}  // namespace detail
}  // namespace v1
}  // namespace bindery
