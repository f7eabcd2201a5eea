// SPDX-License-Identifier: MIT-0
// Keeps a write to a closed connection from ending the program (POSIX raises SIGPIPE for it).
// Must not change what the program does with that signal elsewhere.
#pragma once

#ifndef _WIN32
#include <pthread.h>
#include <signal.h>
#endif

namespace bindery {
inline namespace v1 {

/// While it lives, this thread gets no SIGPIPE; one raised meanwhile is taken away at the end.
class SigpipeGuard {
 public:
  SigpipeGuard(const SigpipeGuard&) = delete;
  SigpipeGuard& operator=(const SigpipeGuard&) = delete;

#ifdef _WIN32
  SigpipeGuard() = default;
  ~SigpipeGuard() = default;
#else
  SigpipeGuard() noexcept {
    sigemptyset(&pipe_);
    sigaddset(&pipe_, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
    // One that was not blocked cannot have been waiting to be delivered.
    was_pending_ = sigismember(&before_, SIGPIPE) == 1 && is_pending();
  }
  ~SigpipeGuard() {
    int signal = 0;
    if (!was_pending_ && is_pending()) sigwait(&pipe_, &signal);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }

 private:
  static bool is_pending() noexcept {
    sigset_t pending;
    sigemptyset(&pending);
    sigpending(&pending);
    return sigismember(&pending, SIGPIPE) == 1;
  }

  sigset_t pipe_;
  sigset_t before_;
  bool was_pending_ = false;
#endif
};

}  // namespace v1
}  // namespace bindery
