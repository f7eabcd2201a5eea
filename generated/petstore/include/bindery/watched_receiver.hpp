// SPDX-License-Identifier: MIT-0
// What a client must know of a receiver while a transport has it.
// Must not read what is received.
#pragma once

#include <cstdint>
#include <exception>
#include <string_view>

#include "bindery/http.hpp"
#include "bindery/transport.hpp"

namespace bindery {
inline namespace v1 {

/// Stands before a receiver: remembers whether it took a body, and what it threw, since a transport
/// is not asked to let exceptions through.
class WatchedReceiver final : public BodyReceiver {
 public:
  /// A null `receiver` is never called.
  explicit WatchedReceiver(BodyReceiver* receiver) : receiver_(receiver) {}

  bool begin(const Response& head) override;

  bool receive(std::string_view bytes) override;

  bool has_begun() const noexcept { return has_begun_; }
  /// How many it was handed.
  std::uint64_t bytes() const noexcept { return bytes_; }

  /// Throws what the receiver threw, if it did.
  void rethrow() const;

 private:
  BodyReceiver* receiver_;
  bool has_begun_ = false;
  std::uint64_t bytes_ = 0;
  std::exception_ptr thrown_;
};

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/watched_receiver.hpp"
#endif
