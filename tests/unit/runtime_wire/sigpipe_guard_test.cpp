// A write to a closed pipe, guarded.
// Must not leave the signal's handling changed.
#include "bindery/sigpipe_guard.hpp"

#include <signal.h>
#include <unistd.h>

#include <cerrno>

#include <gtest/gtest.h>

namespace {

bool is_blocked() {
  sigset_t mask;
  pthread_sigmask(SIG_BLOCK, nullptr, &mask);
  return sigismember(&mask, SIGPIPE) == 1;
}

void write_to_closed_pipe() {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  ::close(ends[0]);
  EXPECT_EQ(::write(ends[1], "x", 1), -1);
  EXPECT_EQ(errno, EPIPE);
  ::close(ends[1]);
}

TEST(SigpipeGuard, TakesTheSignalAway) {
  // By default the signal ends the program, now or when the guard lets it through.
  ASSERT_EQ(::signal(SIGPIPE, SIG_DFL), SIG_DFL);
  {
    const bindery::SigpipeGuard guard;
    EXPECT_TRUE(is_blocked());
    write_to_closed_pipe();
  }
  EXPECT_FALSE(is_blocked());
}

TEST(SigpipeGuard, LeavesASignalThatWasWaiting) {
  sigset_t pipe;
  sigemptyset(&pipe);
  sigaddset(&pipe, SIGPIPE);
  sigset_t before;
  pthread_sigmask(SIG_BLOCK, &pipe, &before);
  ::raise(SIGPIPE);
  {
    const bindery::SigpipeGuard guard;
    write_to_closed_pipe();
  }
  EXPECT_TRUE(is_blocked());
  int taken = 0;
  ASSERT_EQ(::sigwait(&pipe, &taken), 0);
  EXPECT_EQ(taken, SIGPIPE);
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

}  // namespace
