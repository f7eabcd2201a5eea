// The fake HeyGen as a program: prints its address and answers until it is interrupted.
// What it answers is in tests/support/fake_heygen.
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <iostream>

#include <pthread.h>

#include "fake_heygen/fake_heygen.hpp"

namespace {

constexpr const char* usage =
    "usage: fake_heygen [--port N] [--sessions N] [--videos N] [--polls N] [--reject N] "
    "[--retry-after "
    "SECONDS]\n"
    "                   [--webhook-secret TEXT]\n"
    "  --port         port of 127.0.0.1; 0, the default, takes a free one\n"
    "  --sessions     finished sessions there are from the start\n"
    "  --videos       finished videos besides theirs\n"
    "  --polls        polls that see the same state before it changes\n"
    "  --reject       which create call gets a 429, once\n"
    "  --retry-after  what that 429 says\n"
    "  --webhook-secret  what announcements are signed with\n";

/// Blocks until SIGINT or SIGTERM, which every thread started after `block_signals` leaves to us.
void wait_for_signal(const sigset_t& signals) {
  int signal = 0;
  sigwait(&signals, &signal);
}

}  // namespace

int main(int argc, char** argv) {
  fake_heygen::Settings settings;
  int port = 0;
  int sessions = 0;
  int videos = 0;
  for (int i = 1; i < argc; ++i) {
    if (!std::strcmp(argv[i], "--webhook-secret") && i + 1 < argc) {
      settings.webhook_secret = argv[++i];
      continue;
    }
    int* value = nullptr;
    if (!std::strcmp(argv[i], "--port")) value = &port;
    if (!std::strcmp(argv[i], "--sessions")) value = &sessions;
    if (!std::strcmp(argv[i], "--videos")) value = &videos;
    if (!std::strcmp(argv[i], "--polls")) value = &settings.polls_per_step;
    if (!std::strcmp(argv[i], "--reject")) value = &settings.rejected_create;
    if (!std::strcmp(argv[i], "--retry-after")) value = &settings.retry_after_seconds;
    char* end = nullptr;
    if (value && i + 1 < argc) *value = static_cast<int>(std::strtol(argv[++i], &end, 10));
    if (!end || *end != '\0') {
      std::cerr << usage;
      return 2;
    }
  }

  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);

  fake_heygen::Server server(settings);
  server.service().seed_sessions(sessions);
  server.service().seed_videos(videos);
  if (!server.start(port)) {
    std::cerr << "fake_heygen: cannot listen on port " << port << '\n';
    return 3;
  }
  std::cout << server.url() << std::endl;
  wait_for_signal(signals);
}
