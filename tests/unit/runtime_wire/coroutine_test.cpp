// Coroutines that wait for functions on an executor; nothing is here for compilers without them.
// Must not sleep: threads meet at what they wait for.
#include "bindery/coroutine.hpp"

#if defined(__cpp_impl_coroutine) && __has_include(<coroutine>)

#include <chrono>
#include <coroutine>
#include <exception>
#include <functional>
#include <future>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/result.hpp"

namespace {

using bindery::on;
using bindery::ThreadExecutor;

// A coroutine that begins at once and answers by a future.
template <class T>
struct Started {
  struct promise_type {
    std::promise<T> answer;

    Started get_return_object() { return {answer.get_future()}; }
    std::suspend_never initial_suspend() const noexcept { return {}; }
    std::suspend_never final_suspend() const noexcept { return {}; }
    void return_value(T value) { answer.set_value(std::move(value)); }
    void unhandled_exception() { answer.set_exception(std::current_exception()); }
  };

  std::future<T> future;
};

Started<std::string> greet(bindery::Executor& executor, std::string name) {
  const std::string greeting = co_await on(executor, [&] { return "hello " + name; });
  co_return greeting + '!';
}

TEST(Coroutine, GoesOnWithWhatTheFunctionReturned) {
  ThreadExecutor executor(1);
  EXPECT_EQ(greet(executor, "you").future.get(), "hello you!");
}

// Runs what is posted at once, within `post`.
class Inline final : public bindery::Executor {
 public:
  void post(std::function<void()> task) override { task(); }
};

// Keeps tasks until they are asked for.
class Later final : public bindery::Executor {
 public:
  void post(std::function<void()> task) override { tasks.push_back(std::move(task)); }
  void run() {
    for (const auto& task : std::exchange(tasks, {})) task();
  }

  std::vector<std::function<void()>> tasks;
};

TEST(Coroutine, GoesOnWithinTheTask) {
  Later later;
  const auto future = greet(later, "you").future;
  EXPECT_EQ(later.tasks.size(), 1u);
  EXPECT_EQ(future.wait_for(std::chrono::seconds(0)), std::future_status::timeout);
  later.run();
  EXPECT_EQ(future.wait_for(std::chrono::seconds(0)), std::future_status::ready);
}

Started<int> kinds(bindery::Executor& executor) {
  int changed = 0;
  co_await on(executor, [&] { changed = 1; });
  int& same = co_await on(executor, [&]() -> int& { return changed; });
  same += 2;
  auto four = std::make_unique<int>(4);
  auto give = [four = std::move(four)]() mutable { return std::move(four); };
  const auto back = co_await on(executor, std::ref(give));
  const bindery::Result<int> result = co_await on(executor, [] { return bindery::Result<int>(8); });
  co_return changed + *back + *result;
}

TEST(Coroutine, TakesEveryKindOfFunction) {
  ThreadExecutor executor(2);
  EXPECT_EQ(kinds(executor).future.get(), 15);
}

#if defined(__clang__) || !defined(__GNUC__) || __GNUC__ >= 13
Started<int> moves(bindery::Executor& executor) {
  auto four = std::make_unique<int>(4);
  const auto back =
      co_await on(executor, [four = std::move(four)]() mutable { return std::move(four); });
  co_return *back;
}

TEST(Coroutine, TakesFunctionsThatOnlyMove) {
  ThreadExecutor executor(1);
  EXPECT_EQ(moves(executor).future.get(), 4);
}
#endif

Started<std::string> fails(bindery::Executor& executor) {
  std::string caught;
  try {
    co_await on(executor, [] { throw std::runtime_error("within"); });
  } catch (const std::runtime_error& error) {
    caught = error.what();
  }
  co_await on(executor, [] {});
  throw std::logic_error("out of " + caught);
}

TEST(Coroutine, ExceptionsTravel) {
  // In one thread: thread sanitizers do not see how libstdc++ counts who holds an exception.
  Inline executor;
  auto future = fails(executor).future;
  try {
    FAIL() << future.get();
  } catch (const std::logic_error& error) {
    EXPECT_STREQ(error.what(), "out of within");
  }
}

TEST(Coroutine, MayGoOnBeforePostReturns) {
  Inline executor;
  EXPECT_EQ(greet(executor, "you").future.get(), "hello you!");
}

Started<int> sum(bindery::Executor& executor, int turns) {
  int total = 0;
  for (int turn = 0; turn < turns; ++turn) total += co_await on(executor, [] { return 1; });
  co_return total;
}

TEST(Coroutine, ManyShareFewThreads) {
  ThreadExecutor executor(3);
  std::vector<std::future<int>> all;
  for (int i = 0; i < 50; ++i) all.push_back(sum(executor, 50).future);
  for (auto& one : all) EXPECT_EQ(one.get(), 50);
}

}  // namespace

#endif
