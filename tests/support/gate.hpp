#pragma once

#include <condition_variable>
#include <mutex>

namespace support {

/// Shut until one thread opens it; others wait before it. Who opens it is done with it once a
/// waiting thread goes on, so that it may be destroyed then.
class Gate {
 public:
  void open() {
    const std::lock_guard<std::mutex> lock(mutex_);
    is_open_ = true;
    changed_.notify_all();
  }
  void pass() {
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait(lock, [this] { return is_open_; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool is_open_ = false;
};

}  // namespace support
