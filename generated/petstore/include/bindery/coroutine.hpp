// SPDX-License-Identifier: MIT-0
// Calls that a coroutine waits for without holding its thread: C++20; in C++17 nothing is here.
// Must not bring a type of coroutine: every program has its own.
#pragma once

#include "bindery/async.hpp"

#if defined(__cpp_impl_coroutine) && __has_include(<coroutine>)

#include <coroutine>
#include <future>
#include <type_traits>
#include <utility>

namespace bindery {
inline namespace v1 {

/// What `on` returns, to be awaited at once.
template <class F>
class [[nodiscard]] OnExecutor {
 public:
  using Value = std::invoke_result_t<F>;
#if defined(__GNUC__) && !defined(__clang__) && __GNUC__ < 13
  static_assert(std::is_trivially_destructible_v<F>,
                "g++ 12 destroys twice what a function within co_await captures by value: capture "
                "by reference, which is enough, or give std::ref of a function that has a name");
#endif

  OnExecutor(Executor& executor, F function)
      : executor_(executor), function_(std::move(function)) {}

  bool await_ready() const noexcept { return false; }

  // Once the task is posted the coroutine may already go on in another thread, and this be gone.
#if defined(__clang__)
  // Inlined by clang before 17, what is local here may be kept in the coroutine (LLVM 56301).
  [[gnu::noinline]]
#endif
  void
  await_suspend(std::coroutine_handle<> waiting) {
    executor_.post([this, waiting] {
      detail::fulfil(promise_, function_);
      waiting.resume();
    });
  }

  Value await_resume() { return promise_.get_future().get(); }

 private:
  Executor& executor_;
  F function_;
  std::promise<Value> promise_{};
};

/// Runs `function` on `executor` while the coroutine waits; it goes on there, in the thread that
/// ran it, with what the function returned or threw. What it does next occupies that thread.
///
///     auto video = co_await bindery::on(
///         executor, [&] { return client.videos().get_video(request); });
///
/// What it captures by reference is there, since the coroutine's variables stay while it waits; g++
/// before 13 compiles nothing else.
///
/// The executor must outlive the coroutine's wait; should it end without running the task, the
/// coroutine never goes on.
template <class F>
OnExecutor<F> on(Executor& executor, F function) {
  return OnExecutor<F>(executor, std::move(function));
}

}  // namespace v1
}  // namespace bindery

#endif
