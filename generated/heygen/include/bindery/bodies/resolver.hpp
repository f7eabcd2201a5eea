// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/resolver.hpp".
#pragma once

#ifdef _WIN32
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <netdb.h>
#include <sys/socket.h>
#endif

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "bindery/cancel.hpp"
#include "bindery/compiled.hpp"
#include "bindery/resolver.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY std::vector<std::string> system_addresses(const std::string& host, int flags) {
  addrinfo hints{};
  hints.ai_family = AF_UNSPEC;
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = flags;
  addrinfo* found = nullptr;
  std::vector<std::string> addresses;
  if (::getaddrinfo(host.c_str(), nullptr, &hints, &found) != 0) return addresses;
  for (const addrinfo* at = found; at != nullptr; at = at->ai_next) {
    char text[256];
    const auto size = static_cast<socklen_t>(at->ai_addrlen);
    if (::getnameinfo(at->ai_addr, size, text, sizeof text, nullptr, 0, NI_NUMERICHOST) == 0) {
      addresses.emplace_back(text);
    }
  }
  ::freeaddrinfo(found);
  return addresses;
}

BINDERY_BODY std::optional<std::vector<std::string>> resolve_until(
    const Resolve& resolve, const std::string& host, std::chrono::steady_clock::time_point deadline,
    const CancelToken& cancel) {
  if (auto numeric = system_addresses(host, AI_NUMERICHOST); !numeric.empty()) return numeric;
  struct Question {
    std::mutex mutex;
    std::condition_variable changed;
    std::optional<std::vector<std::string>> answer;
  };
  const auto question = std::make_shared<Question>();
  std::thread([question, resolve, host] {
    std::vector<std::string> answer = resolve ? resolve(host) : system_addresses(host);
    const std::lock_guard<std::mutex> lock(question->mutex);
    question->answer = std::move(answer);
    question->changed.notify_all();
  }).detach();

  const CancelRegistration registration(cancel, [&] {
    const std::lock_guard<std::mutex> lock(question->mutex);
    question->changed.notify_all();
  });
  std::unique_lock<std::mutex> lock(question->mutex);
  question->changed.wait_until(
      lock, deadline, [&] { return question->answer.has_value() || cancel.is_cancelled(); });
  return question->answer;
}

}  // namespace v1
}  // namespace bindery
