// SPDX-License-Identifier: MIT-0
// Stops calls from outside: by a caller that no longer wants their answer.
// Must not know what is stopped.
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace bindery {
inline namespace v1 {

class CancelRegistration;

/// What a source and its tokens share.
class CancelState {
 public:
  bool is_cancelled() const noexcept { return is_cancelled_.load(std::memory_order_acquire); }

  void cancel() {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (is_cancelled_.exchange(true)) return;
    for (const std::function<void()>* wake : wakes_) (*wake)();
  }

 private:
  friend class CancelRegistration;

  void add(const std::function<void()>& wake) {
    const std::lock_guard<std::mutex> lock(mutex_);
    wakes_.push_back(&wake);
    if (is_cancelled()) wake();
  }
  void remove(const std::function<void()>& wake) {
    const std::lock_guard<std::mutex> lock(mutex_);
    wakes_.erase(std::remove(wakes_.begin(), wakes_.end(), &wake), wakes_.end());
  }

  std::atomic<bool> is_cancelled_{false};
  std::mutex mutex_;
  std::vector<const std::function<void()>*> wakes_;
};

/// Tells a call that it is to stop. One made by default never does. Cheap to copy, safe to share.
class CancelToken {
 public:
  CancelToken() = default;

  bool is_cancelled() const noexcept { return state_ && state_->is_cancelled(); }
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
  void cancel() const { state_->cancel(); }
  bool is_cancelled() const noexcept { return state_->is_cancelled(); }
  CancelToken token() const { return CancelToken(state_); }

 private:
  std::shared_ptr<CancelState> state_ = std::make_shared<CancelState>();
};

/// Has a function called when a token is cancelled: by the thread that cancels, or at once when it
/// is already. Once this is gone the function is not running and will not. The function must not
/// wait, and no lock that it takes may be held while one of these is made or ends.
class CancelRegistration {
 public:
  CancelRegistration(const CancelToken& token, std::function<void()> wake)
      : state_(token.state_), wake_(std::move(wake)) {
    if (state_) state_->add(wake_);
  }
  CancelRegistration(const CancelRegistration&) = delete;
  CancelRegistration& operator=(const CancelRegistration&) = delete;
  ~CancelRegistration() {
    if (state_) state_->remove(wake_);
  }

 private:
  std::shared_ptr<CancelState> state_;
  const std::function<void()> wake_;
};

/// Waits, and less when `token` is cancelled.
inline void sleep_unless_cancelled(std::chrono::milliseconds duration, const CancelToken& token) {
  std::mutex mutex;
  std::condition_variable changed;
  const CancelRegistration registration(token, [&] {
    const std::lock_guard<std::mutex> lock(mutex);
    changed.notify_all();
  });
  std::unique_lock<std::mutex> lock(mutex);
  changed.wait_for(lock, duration, [&] { return token.is_cancelled(); });
}

}  // namespace v1
}  // namespace bindery
