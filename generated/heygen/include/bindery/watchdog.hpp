// SPDX-License-Identifier: MIT-0
// Calls functions at a time, on a thread of its own.
// Must not be kept busy: what it calls may not wait.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

namespace bindery {
inline namespace v1 {

/// Acts for threads that are stuck in the network. Its thread starts with the first alarm, and does
/// not live on in a process that was forked off.
class Watchdog {
 public:
  using Clock = std::chrono::steady_clock;

  Watchdog() = default;
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;
  ~Watchdog() {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      is_over_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
  }

  /// While it lives, calls a function at a time, and again after each `again` until then. Once it
  /// is gone the function is not running and will not. The function must neither wait nor touch
  /// alarms.
  class Alarm {
   public:
    Alarm(Watchdog& watchdog, Clock::time_point when, std::function<void()> act,
          std::chrono::milliseconds again = std::chrono::milliseconds(10))
        : watchdog_(watchdog), act_(std::move(act)), again_(again) {
      watchdog_.set(*this, when);
    }
    Alarm(const Alarm&) = delete;
    Alarm& operator=(const Alarm&) = delete;
    ~Alarm() { watchdog_.remove(*this); }

    /// Brings it forward to now. For any thread.
    void ring() { watchdog_.move(*this, Clock::time_point::min()); }

    /// Sets it to another time.
    void put_off(Clock::time_point when) { watchdog_.move(*this, when); }

   private:
    friend class Watchdog;
    Watchdog& watchdog_;
    const std::function<void()> act_;
    const std::chrono::milliseconds again_;
    std::multimap<Clock::time_point, Alarm*>::iterator place_{};
  };

 private:
  void set(Alarm& alarm, Clock::time_point when) {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      // First, since it may throw: an alarm that was never made must not be among them.
      if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
      alarm.place_ = alarms_.emplace(when, &alarm);
      if (!wake_by(when)) return;
    }
    changed_.notify_all();
  }

  void remove(Alarm& alarm) {
    const std::lock_guard<std::mutex> lock(mutex_);
    alarms_.erase(alarm.place_);
  }

  void move(Alarm& alarm, Clock::time_point when) {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      replace(alarm, when);
      if (!wake_by(when)) return;
    }
    changed_.notify_all();
  }

  // Whether the thread must be told: it sleeps past that time. Mostly it wakes before, from an
  // alarm that is gone, and looks again; waking it for each call would cost as much as the call.
  bool wake_by(Clock::time_point when) {
    if (when >= wakes_at_) return false;
    wakes_at_ = when;
    return true;
  }

  void replace(Alarm& alarm, Clock::time_point when) {
    alarms_.erase(alarm.place_);
    alarm.place_ = alarms_.emplace(when, &alarm);
  }

  void run() {
    std::unique_lock<std::mutex> lock(mutex_);
    while (!is_over_) {
      if (alarms_.empty()) {
        wakes_at_ = Clock::time_point::max();
        changed_.wait(lock);
        continue;
      }
      const Clock::time_point when = alarms_.begin()->first;
      const Clock::time_point now = Clock::now();
      if (when > now) {
        wakes_at_ = when;
        changed_.wait_until(lock, when);
        continue;
      }
      Alarm& alarm = *alarms_.begin()->second;
      replace(alarm, now + alarm.again_);
      alarm.act_();
    }
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::multimap<Clock::time_point, Alarm*> alarms_;
  Clock::time_point wakes_at_ = Clock::time_point::max();
  bool is_over_ = false;
  std::thread thread_;
};

}  // namespace v1
}  // namespace bindery
