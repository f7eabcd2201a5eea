// SPDX-License-Identifier: MIT-0
// A value on the heap that behaves like the value: what makes recursive structs possible.
// Must not share: a copy is a deep copy.
#pragma once

#include <memory>
#include <utility>

namespace bindery {
inline namespace v1 {

/// Holds a `T` that may be incomplete where the box is declared. A new (or moved-from) box is
/// empty and allocates nothing; it reads as `T()`, and the first mutable access creates one.
template <class T>
class Box {
 public:
  // The constructors are not constexpr and not defaulted on purpose: clang would instantiate what
  // they need of `T` while it is still incomplete.
  Box() noexcept {}
  Box(T value) : value_(std::make_unique<T>(std::move(value))) {}
  Box(const Box& other) : value_(other.value_ ? std::make_unique<T>(*other.value_) : nullptr) {}
  Box(Box&& other) noexcept : value_(std::move(other.value_)) {}
  Box& operator=(const Box& other) {
    Box copy(other);
    value_.swap(copy.value_);
    return *this;
  }
  Box& operator=(Box&& other) noexcept {
    value_ = std::move(other.value_);
    return *this;
  }
  ~Box() {}

  /// True when nothing was ever put in, or all was moved out.
  bool is_empty() const noexcept { return value_ == nullptr; }

  const T& operator*() const { return value_ ? *value_ : default_value(); }
  T& operator*() { return created(); }
  const T* operator->() const { return &**this; }
  T* operator->() { return &created(); }

  /// Back to empty.
  void reset() noexcept { value_.reset(); }

 private:
  T& created() {
    if (!value_) value_ = std::make_unique<T>();
    return *value_;
  }
  // Made on first use, never at start-up.
  static const T& default_value() {
    static const T value{};
    return value;
  }

  std::unique_ptr<T> value_;
};

/// Equal when the values are; an empty box equals a box of `T()`.
template <class T>
bool operator==(const Box<T>& left, const Box<T>& right) {
  // The first test also ends the recursion of types that hold themselves in every default value.
  return (left.is_empty() && right.is_empty()) || *left == *right;
}
template <class T>
bool operator!=(const Box<T>& left, const Box<T>& right) {
  return !(left == right);
}

}  // namespace v1
}  // namespace bindery
