// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/error.hpp".
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "bindery/compiled.hpp"
#include "bindery/error.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY Error::Error(ErrorDetails details)
    : details_(std::make_shared<const ErrorDetails>(std::move(details))) {}

BINDERY_BODY ErrorDetails Error::make_details(ErrorKind kind, std::string message) {
  ErrorDetails details;
  details.kind = kind;
  details.message = std::move(message);
  return details;
}

}  // namespace v1
}  // namespace bindery
