// SPDX-License-Identifier: MIT-0
// What a client asks about a request before it is sent, when its options say so.
// Must stay light and know no constraint: every call includes it, validated or not.
#pragma once

#include <vector>

#include "bindery/violation.hpp"

namespace bindery {
inline namespace v1 {
namespace detail {

// Its own address tells `T` from any other type, without RTTI. It points to itself, so that no
// linker takes two of them for one constant.
template <class T>
inline const void* const type_mark = &type_mark<T>;

}  // namespace detail

/// A request struct of any type, which is asked for by name.
class RequestRef {
 public:
  /// `request` must outlive the reference.
  template <class T>
  static RequestRef of(const T& request) noexcept {
    return RequestRef(&request, &detail::type_mark<T>);
  }

  /// The request when it is a `T`; else null.
  template <class T>
  const T* as() const noexcept {
    return mark_ == &detail::type_mark<T> ? static_cast<const T*>(request_) : nullptr;
  }
  /// The same for any type: equal for references to requests of one type alone.
  const void* mark() const noexcept { return mark_; }
  const void* request() const noexcept { return request_; }

 private:
  RequestRef(const void* request, const void* mark) noexcept : request_(request), mark_(mark) {}

  const void* request_;
  const void* mark_;
};

/// Checks requests before they are sent (`Options::validator`). Generated clients make one in
/// their `validate.hpp`; rules of your own derive from it. Used by many threads at once.
class RequestValidator {
 public:
  RequestValidator() = default;
  RequestValidator(const RequestValidator&) = delete;
  RequestValidator& operator=(const RequestValidator&) = delete;
  virtual ~RequestValidator() = default;

  /// What is wrong with the request. Any violation keeps it from being sent.
  virtual std::vector<Violation> check(const RequestRef& request) const = 0;
};

}  // namespace v1
}  // namespace bindery
