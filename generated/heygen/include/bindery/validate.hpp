// SPDX-License-Identifier: MIT-0
// The two ways to validate: a value at hand, and every request of a client before it is sent.
// Must not be included by default: a client's own `validate.hpp` does, and brings the rules.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "bindery/checker.hpp"
#include "bindery/constraints.hpp"
#include "bindery/parameters.hpp"
#include "bindery/request_validator.hpp"
#include "bindery/violation.hpp"

namespace bindery {
inline namespace v1 {

/// Everything in `value` that does not keep the document's constraints; empty when all does. The
/// rules of its type must have been included: call the `validate` of the client's namespace, which
/// stands beside them.
template <class T>
std::vector<Violation> validate(const T& value, const ValidateOptions& options = {}) {
  std::vector<Violation> violations;
  Checker(options, violations).value(value);
  return violations;
}

namespace detail {

template <class T>
bool is_present(const T& member) noexcept {
  if constexpr (IsOptionalNullable<T>::value) {
    return !member.is_absent();
  } else if constexpr (IsOptional<T>::value) {
    return member.has_value();
  } else {
    static_cast<void>(member);
    return true;
  }
}

// Holds the requests of one client to its rules.
template <class... Requests>
class RulesValidator final : public RequestValidator {
 public:
  explicit RulesValidator(ValidateOptions options) : options_(std::move(options)) {}

  std::vector<Violation> check(const RequestRef& request) const override {
    for (const Entry& entry : entries) {
      if (entry.mark == request.mark()) return entry.check(request.request(), options_);
    }
    // Silence would read as approval.
    return {{"$", "is of another client than the validator in its options"}};
  }

 private:
  struct Entry {
    const void* mark;
    std::vector<Violation> (*check)(const void* request, const ValidateOptions& options);
  };

  template <class Request>
  static std::vector<Violation> check_as(const void* request, const ValidateOptions& options) {
    return v1::validate(*static_cast<const Request*>(request), options);
  }

  static constexpr std::array<Entry, sizeof...(Requests)> entries{
      {Entry{&type_mark<Requests>, &check_as<Requests>}...}};

  ValidateOptions options_;
};

}  // namespace detail

/// How many of a struct's members are there, for `Rules<T>::size`: absent ones are not, null ones
/// and constants are.
template <class... Members>
std::uint64_t count_members(const Members&... members) {
  const bool present[] = {false, detail::is_present(members)...};
  std::uint64_t count = 0;
  for (const bool is_present : present) count += is_present ? 1u : 0u;
  return count;
}

/// A validator for `Options::validator` that knows the rules of `Requests`.
template <class... Requests>
std::shared_ptr<const RequestValidator> request_validator(ValidateOptions options = {}) {
  return std::make_shared<const detail::RulesValidator<Requests...>>(std::move(options));
}

}  // namespace v1
}  // namespace bindery
