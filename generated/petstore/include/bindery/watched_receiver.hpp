// SPDX-License-Identifier: MIT-0
// What a client must know of a receiver while a transport has it.
// Must not read what is received.
#pragma once

#include <cstdint>
#include <exception>
#include <string_view>

#include "bindery/transport.hpp"

namespace bindery {
inline namespace v1 {

/// Stands before a receiver: remembers whether it took a body, and what it threw, since a transport
/// is not asked to let exceptions through.
class WatchedReceiver final : public BodyReceiver {
 public:
  /// A null `receiver` is never called.
  explicit WatchedReceiver(BodyReceiver* receiver) : receiver_(receiver) {}

  bool begin(const Response& head) override { return has_begun_ = receiver_->begin(head); }

  bool receive(std::string_view bytes) override {
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

  bool has_begun() const noexcept { return has_begun_; }
  /// How many it was handed.
  std::uint64_t bytes() const noexcept { return bytes_; }

  /// Throws what the receiver threw, if it did.
  void rethrow() const {
    if (thrown_) std::rethrow_exception(thrown_);
  }

 private:
  BodyReceiver* receiver_;
  bool has_begun_ = false;
  std::uint64_t bytes_ = 0;
  std::exception_ptr thrown_;
};

}  // namespace v1
}  // namespace bindery
