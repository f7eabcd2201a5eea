// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/watched_receiver.hpp".
#pragma once

#include <exception>
#include <string_view>

#include "bindery/compiled.hpp"
#include "bindery/http.hpp"
#include "bindery/watched_receiver.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY bool WatchedReceiver::begin(const Response& head) {
  return has_begun_ = receiver_->begin(head);
}

BINDERY_BODY bool WatchedReceiver::receive(std::string_view bytes) {
  bytes_ += bytes.size();
#if defined(__cpp_exceptions) || defined(__EXCEPTIONS)
  try {
    return receiver_->receive(bytes);
  } catch (...) {
    thrown_ = std::current_exception();
    return false;
  }
#else
  return receiver_->receive(bytes);
#endif
}

BINDERY_BODY void WatchedReceiver::rethrow() const {
  if (thrown_) std::rethrow_exception(thrown_);
}

}  // namespace v1
}  // namespace bindery
