// SPDX-License-Identifier: MIT-0
// A value with what came beside it, or the error that kept it away.
// Must not know how either was made.
#pragma once

#include <cassert>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bindery/decode_error.hpp"
#include "bindery/error.hpp"
#include "bindery/headers.hpp"
#include "bindery/slot.hpp"

namespace bindery {
inline namespace v1 {

/// What there is to say of an answer beside the value of its body.
struct ResponseInfo {
  /// 0 when the result comes from no call.
  int status = 0;
  Headers headers{};
  std::string request_id{};
  std::vector<DecodeError> mismatches{};
};

/// A `T` with status and headers of the answer, or an `Error`. `T` must not be `Error`.
template <class T>
class [[nodiscard]] Result {
 public:
  using value_type = T;

  Result(T value, ResponseInfo info = {})
      : value_(std::in_place, std::move(value)), info_(std::move(info)) {}
  Result(Error error) : error_(std::move(error)) {}

  bool has_value() const noexcept { return value_.has_value(); }
  explicit operator bool() const noexcept { return has_value(); }

  /// The value, which must be there.
  const T& operator*() const& noexcept { return unchecked(); }
  T& operator*() & noexcept { return unchecked(); }
  T&& operator*() && noexcept { return std::move(unchecked()); }
  const T* operator->() const noexcept { return &unchecked(); }
  T* operator->() noexcept { return &unchecked(); }

  /// The value; without one throws `ErrorException`, or prints the message and aborts where
  /// exceptions are off.
  const T& value() const& {
    require_value();
    return unchecked();
  }
  T& value() & {
    require_value();
    return unchecked();
  }
  T&& value() && {
    require_value();
    return std::move(unchecked());
  }

  /// The value, or `other` when there is none.
  template <class U>
  T value_or(U&& other) const& {
    return has_value() ? unchecked() : static_cast<T>(std::forward<U>(other));
  }
  template <class U>
  T value_or(U&& other) && {
    return has_value() ? std::move(unchecked()) : static_cast<T>(std::forward<U>(other));
  }

  /// The error, which must be there: ask `has_value` first.
  const Error& error() const noexcept {
    assert(!has_value());
    return *error_;
  }

  /// The HTTP status, of the error when it is one; 0 when no answer came.
  int status() const noexcept { return has_value() ? info_.status : error().status(); }
  const Headers& headers() const noexcept {
    return has_value() ? info_.headers : error().headers();
  }
  /// The headers the document describes, as the struct that is generated for the operation. A
  /// member is empty when its header did not come or is not legible.
  template <class H>
  H headers_as() const;
  /// What the server calls this exchange; empty when it did not say.
  const std::string& request_id() const noexcept {
    return has_value() ? info_.request_id : error().request_id();
  }
  /// What a tolerant decoding passed over, in the order of the text and at most
  /// `JsonCursor::max_mismatches` of it; nothing for a strict one and for an error.
  const std::vector<DecodeError>& mismatches() const noexcept { return info_.mismatches; }

  /// Replaces what came beside the value, which stays where it is: moving it costs more than it
  /// took to read.
  void set_info(ResponseInfo info) { info_ = std::move(info); }

 private:
  const T& unchecked() const noexcept {
    assert(has_value());
    return *value_;
  }
  T& unchecked() noexcept {
    assert(has_value());
    return *value_;
  }

  void require_value() const {
    if (has_value()) return;
#if defined(__cpp_exceptions) || defined(__EXCEPTIONS)
    throw ErrorException(error());
#else
    std::fprintf(stderr, "bindery: value() of a failed result: %s\n", error().message().c_str());
    std::abort();
#endif
  }

  detail::Slot<T> value_{};
  std::optional<Error> error_{};  // when there is no value
  ResponseInfo info_{};
};

}  // namespace v1
}  // namespace bindery
