// SPDX-License-Identifier: MIT-0
// Stops calls from outside: by a caller that no longer wants their answer.
// Must not know what is stopped.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <utility>

namespace bindery {
inline namespace v1 {

class CancelRegistration;
class CancelState;

/// Tells a call that it is to stop. One made by default never does. Cheap to copy, safe to share.
class CancelToken {
 public:
  CancelToken() = default;

  bool is_cancelled() const noexcept;
  /// Whether there is a source.
  bool can_be_cancelled() const noexcept { return state_ != nullptr; }

 private:
  friend class CancelSource;
  friend class CancelRegistration;
  explicit CancelToken(std::shared_ptr<CancelState> state) : state_(std::move(state)) {}

  std::shared_ptr<CancelState> state_;
};

/// Stops the calls that were given one of its tokens, whatever they wait for: a free connection, a
/// name, the connection, TLS, bytes either way, the time before a retry. They end with an error of
/// kind `cancelled`; the server may have acted on their requests all the same. Any thread may
/// cancel, and is not kept waiting; what is cancelled stays so.
class CancelSource {
 public:
  CancelSource();

  void cancel() const;
  bool is_cancelled() const noexcept;
  CancelToken token() const;

 private:
  std::shared_ptr<CancelState> state_;
};

/// Has a function called when a token is cancelled: by the thread that cancels, or at once when it
/// is already. Once this is gone the function is not running and will not. The function must not
/// wait, and no lock that it takes may be held while one of these is made or ends.
class CancelRegistration {
 public:
  CancelRegistration(const CancelToken& token, std::function<void()> wake);
  CancelRegistration(const CancelRegistration&) = delete;
  CancelRegistration& operator=(const CancelRegistration&) = delete;
  ~CancelRegistration();

 private:
  std::shared_ptr<CancelState> state_;
  const std::function<void()> wake_;
};

/// Waits, and less when `token` is cancelled.
void sleep_unless_cancelled(std::chrono::milliseconds duration, const CancelToken& token);

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/cancel.hpp"
#endif
