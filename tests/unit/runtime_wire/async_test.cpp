// Functions in other threads, and their results.
// Must not sleep: threads meet at what they wait for.
#include "bindery/async.hpp"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/result.hpp"

namespace {

using bindery::Executor;
using bindery::ThreadExecutor;

// Keeps tasks until they are asked for.
class Later final : public Executor {
 public:
  void post(std::function<void()> task) override { tasks.push_back(std::move(task)); }
  void run() {
    for (const auto& task : std::exchange(tasks, {})) task();
  }

  std::vector<std::function<void()>> tasks;
};

bool is_ready(const std::future<int>& future) {
  return future.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

TEST(Async, GivesWhatTheFunctionReturns) {
  ThreadExecutor executor(2);
  const auto caller = std::this_thread::get_id();
  EXPECT_EQ(bindery::async(executor, [] { return std::string("done"); }).get(), "done");
  EXPECT_NE(bindery::async(executor, [] { return std::this_thread::get_id(); }).get(), caller);
  EXPECT_EQ(*bindery::async(executor, [] { return std::make_unique<int>(7); }).get(), 7);
  int changed = 0;
  bindery::async(executor, [&] { changed = 1; }).get();
  EXPECT_EQ(changed, 1);
  int& same = bindery::async(executor, [&]() -> int& { return changed; }).get();
  EXPECT_EQ(&same, &changed);
}

TEST(Async, GivesResultsAndErrors) {
  ThreadExecutor executor(1);
  const auto good = bindery::async(executor, [] { return bindery::Result<int>(7); }).get();
  EXPECT_EQ(*good, 7);
  const auto bad = bindery::async(executor, [] {
                     bindery::ErrorDetails details;
                     details.message = "no";
                     return bindery::Result<int>(bindery::Error(std::move(details)));
                   }).get();
  EXPECT_EQ(bad.error().message(), "no");
}

TEST(Async, TakesFunctionsThatOnlyMove) {
  ThreadExecutor executor(1);
  auto seven = std::make_unique<int>(7);
  EXPECT_EQ(bindery::async(executor, [seven = std::move(seven)] { return *seven; }).get(), 7);
  struct Once {
    int operator()() && { return 8; }
  };
  EXPECT_EQ(bindery::async(executor, Once{}).get(), 8);
  std::packaged_task<int()> task([] { return 9; });
  auto result = task.get_future();
  bindery::async(executor, std::move(task)).get();
  EXPECT_EQ(result.get(), 9);
}

TEST(Async, ExceptionsTravel) {
  ThreadExecutor executor(1);
  auto future = bindery::async(executor, []() -> int { throw std::runtime_error("no"); });
  EXPECT_THROW(static_cast<void>(future.get()), std::runtime_error);
  auto nothing = bindery::async(executor, [] { throw std::runtime_error("no"); });
  EXPECT_THROW(nothing.get(), std::runtime_error);
}

TEST(Async, RunsWhenTheExecutorDoes) {
  Later later;
  auto future = bindery::async(later, [] { return 7; });
  EXPECT_FALSE(is_ready(future));
  later.run();
  EXPECT_EQ(future.get(), 7);
}

TEST(Async, ATaskThatIsDroppedBreaksItsPromise) {
  auto later = std::make_unique<Later>();
  auto future = bindery::async(*later, [] { return 7; });
  later.reset();
  EXPECT_THROW(static_cast<void>(future.get()), std::future_error);
}

TEST(ThreadExecutor, OneThreadKeepsTheOrder) {
  std::vector<int> order;
  std::vector<int> expected;
  {
    ThreadExecutor executor(1);
    for (int i = 0; i < 1000; ++i) {
      executor.post([&order, i] { order.push_back(i); });
      expected.push_back(i);
    }
  }
  EXPECT_EQ(order, expected);
}

TEST(ThreadExecutor, HasAsManyThreadsAsAsked) {
  // Each task waits for all others to be there.
  constexpr std::size_t count = 4;
  ThreadExecutor executor(count);
  std::mutex mutex;
  std::condition_variable changed;
  std::size_t present = 0;
  std::vector<std::future<void>> all;
  for (std::size_t i = 0; i < count; ++i) {
    all.push_back(bindery::async(executor, [&] {
      std::unique_lock<std::mutex> lock(mutex);
      ++present;
      changed.notify_all();
      changed.wait(lock, [&] { return present == count; });
    }));
  }
  for (auto& one : all) one.get();
  EXPECT_EQ(present, count);
}

TEST(ThreadExecutor, HasAtLeastOneThread) {
  ThreadExecutor executor(0);
  EXPECT_EQ(bindery::async(executor, [] { return 7; }).get(), 7);
}

TEST(ThreadExecutor, FinishesWhatWasPosted) {
  std::promise<void> gate;
  std::shared_future<void> open = gate.get_future().share();
  std::future<int> last;
  std::thread opener;
  {
    ThreadExecutor executor(1);
    executor.post([open] { open.wait(); });
    last = bindery::async(executor, [] { return 7; });
    EXPECT_FALSE(is_ready(last));
    opener = std::thread([&gate] { gate.set_value(); });
  }
  EXPECT_TRUE(is_ready(last));
  opener.join();
}

TEST(ThreadExecutor, FinishesWhatTasksPost) {
  int depth = 0;
  // Outlives the executor, and so the tasks.
  std::function<void()> again;
  {
    ThreadExecutor executor(1);
    again = [&] {
      if (++depth < 100) executor.post(again);
    };
    executor.post(again);
  }
  EXPECT_EQ(depth, 100);
}

TEST(ThreadExecutor, WhatATaskHoldsMayPostWhenItGoes) {
  int ended = 0;
  {
    ThreadExecutor executor(1);
    int held = 0;
    const auto post = [&](int*) { executor.post([&ended] { ++ended; }); };
    executor.post([held = std::shared_ptr<int>(&held, post)] {});
  }
  EXPECT_EQ(ended, 1);
}

TEST(ThreadExecutor, AnEmptyTaskIsPassedOver) {
  ThreadExecutor executor(1);
  executor.post({});
  EXPECT_EQ(bindery::async(executor, [] { return 7; }).get(), 7);
}

TEST(ThreadExecutor, ManyThreadsPost) {
  ThreadExecutor executor(3);
  std::vector<std::thread> threads;
  std::mutex mutex;
  int sum = 0;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int turn = 0; turn < 250; ++turn) {
        const int one = bindery::async(executor, [] { return 1; }).get();
        const std::lock_guard<std::mutex> lock(mutex);
        sum += one;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(sum, 1000);
}

}  // namespace
