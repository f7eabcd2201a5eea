// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/cancel.hpp".
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

#include "bindery/cancel.hpp"
#include "bindery/compiled.hpp"

namespace bindery {
inline namespace v1 {

/// What a source and its tokens share.
class CancelState {
 public:
  bool is_cancelled() const noexcept;

  void cancel();

 private:
  friend class CancelRegistration;

  void add(const std::function<void()>& wake);
  void remove(const std::function<void()>& wake);

  std::atomic<bool> is_cancelled_{false};
  std::mutex mutex_;
  std::vector<const std::function<void()>*> wakes_;
};

BINDERY_BODY bool CancelState::is_cancelled() const noexcept {
  return is_cancelled_.load(std::memory_order_acquire);
}

BINDERY_BODY void CancelState::cancel() {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (is_cancelled_.exchange(true)) return;
  for (const std::function<void()>* wake : wakes_) (*wake)();
}

BINDERY_BODY void CancelState::add(const std::function<void()>& wake) {
  const std::lock_guard<std::mutex> lock(mutex_);
  wakes_.push_back(&wake);
  if (is_cancelled()) wake();
}

BINDERY_BODY void CancelState::remove(const std::function<void()>& wake) {
  const std::lock_guard<std::mutex> lock(mutex_);
  wakes_.erase(std::remove(wakes_.begin(), wakes_.end(), &wake), wakes_.end());
}

BINDERY_BODY bool CancelToken::is_cancelled() const noexcept {
  return state_ && state_->is_cancelled();
}

BINDERY_BODY CancelSource::CancelSource() : state_(std::make_shared<CancelState>()) {}

BINDERY_BODY bool CancelSource::is_cancelled() const noexcept { return state_->is_cancelled(); }

BINDERY_BODY void CancelSource::cancel() const { state_->cancel(); }

BINDERY_BODY CancelToken CancelSource::token() const { return CancelToken(state_); }

BINDERY_BODY CancelRegistration::CancelRegistration(const CancelToken& token,
                                                    std::function<void()> wake)
    : state_(token.state_), wake_(std::move(wake)) {
  if (state_) state_->add(wake_);
}

BINDERY_BODY CancelRegistration::~CancelRegistration() {
  if (state_) state_->remove(wake_);
}

BINDERY_BODY void sleep_unless_cancelled(std::chrono::milliseconds duration,
                                         const CancelToken& token) {
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
