// SPDX-License-Identifier: MIT-0
// Calls that are made in other threads, their results fetched later.
// Must not know what a call is: any function will do.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace bindery {
inline namespace v1 {

/// Runs what it is given, somewhere and some time. Any number of threads post at once.
class Executor {
 public:
  Executor() = default;
  Executor(const Executor&) = delete;
  Executor& operator=(const Executor&) = delete;
  virtual ~Executor() = default;

  /// Takes a task, which is run once, or never when the executor ends before. It must not throw;
  /// those of `async` and `on` do not.
  virtual void post(std::function<void()> task) = 0;
};

/// A fixed number of threads, and a queue without bound that they take tasks from in order.
class ThreadExecutor final : public Executor {
 public:
  /// At least one thread is made. Since the calls of a client block, this is how many are on their
  /// way at once; more than the transport's connections only wait there.
  explicit ThreadExecutor(std::size_t threads = 8) : ThreadExecutor(Empty{}) {
    // Should a thread not be had, the destructor already stands ready for those before it.
    do {
      threads_.emplace_back([this] { work(); });
    } while (threads_.size() < threads);
  }

  /// Runs what was posted, with all that those tasks post, and waits for it. Must not be called by
  /// a task of its own: that would wait for itself.
  ~ThreadExecutor() override {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      is_ending_ = true;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

  void post(std::function<void()> task) override {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      tasks_.push_back(std::move(task));
    }
    changed_.notify_one();
  }

 private:
  struct Empty {};
  explicit ThreadExecutor(Empty) {}

  void work() {
    std::unique_lock<std::mutex> lock(mutex_);
    while (true) {
      changed_.wait(lock, [this] { return is_ending_ || !tasks_.empty(); });
      if (tasks_.empty()) return;
      std::function<void()> task = std::move(tasks_.front());
      tasks_.pop_front();
      lock.unlock();
      if (task) task();
      // Before the lock: what a task holds may post when it goes.
      task = nullptr;
      lock.lock();
    }
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> tasks_;
  bool is_ending_ = false;
  std::vector<std::thread> threads_;
};

namespace detail {

// Gives `promise` what `function` returns, or throws where there are exceptions.
template <class F, class T>
void fulfil(std::promise<T>& promise, F& function) {
#if defined(__cpp_exceptions) || defined(__EXCEPTIONS)
  try {
#endif
    if constexpr (std::is_void_v<T>) {
      std::invoke(std::move(function));
      promise.set_value();
    } else {
      promise.set_value(std::invoke(std::move(function)));
    }
#if defined(__cpp_exceptions) || defined(__EXCEPTIONS)
  } catch (...) {
    promise.set_exception(std::current_exception());
  }
#endif
}

}  // namespace detail

/// Runs `function` on `executor`; the future gets what it returns, or throws. The function is
/// called once and may be of a kind that only moves. What it refers to, the client and the request
/// of a call, must live until then; the future may go before, and does not wait when it does.
///
///     bindery::ThreadExecutor executor(4);
///     auto video = bindery::async(executor, [&] { return client.videos().get_video(request); });
///     if (auto result = video.get()) std::cout << result->title;
///
/// A task that waits for another of the same executor can wait for ever, since that one may stand
/// behind it.
template <class F>
std::future<std::invoke_result_t<F>> async(Executor& executor, F function) {
  struct Call {
    explicit Call(F given) : function(std::move(given)) {}
    F function;
    std::promise<std::invoke_result_t<F>> promise{};
  };
  // Shared, for a std::function can be copied.
  const auto call = std::make_shared<Call>(std::move(function));
  auto future = call->promise.get_future();
  executor.post([call] { detail::fulfil(call->promise, call->function); });
  return future;
}

}  // namespace v1
}  // namespace bindery
