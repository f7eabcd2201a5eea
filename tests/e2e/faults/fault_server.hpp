// A server that fails in one way, and counts what reaches it.
// Must not decide what a client is to do about it.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>

#include "servers.hpp"

namespace faults {

using servers::RawServer;

inline std::string answer(const std::string& status, const std::string& fields,
                          const std::string& body) {
  return "HTTP/1.1 " + status + "\r\n" + fields + "Content-Length: " + std::to_string(body.size()) +
         "\r\n\r\n" + body;
}

inline const std::string close_field = "Connection: close\r\n";
inline const std::string json_field = "Content-Type: application/json\r\n";
inline const std::string events_field = "Content-Type: text/event-stream\r\n";

/// Reads a request with its body; false when the client left before its end.
inline bool read_request(int socket, std::string& head) {
  head = RawServer::read_head(socket);
  if (head.find("\r\n\r\n") == std::string::npos) return false;
  const auto read = [&](std::size_t size) {
    std::string bytes(size, '\0');
    std::size_t done = 0;
    while (done < size) {
      const auto count = ::recv(socket, &bytes[done], size - done, 0);
      if (count <= 0) return std::string();
      done += static_cast<std::size_t>(count);
    }
    return bytes;
  };
  const std::string length = "Content-Length: ";
  if (const auto at = head.find(length); at != std::string::npos) {
    const std::size_t size = std::stoul(head.substr(at + length.size()));
    return size == 0 || !read(size).empty();
  }
  if (head.find("Transfer-Encoding: chunked") == std::string::npos) return true;
  while (true) {
    std::string line;
    while (line.find("\r\n") == std::string::npos) {
      const std::string byte = read(1);
      if (byte.empty()) return false;
      line += byte;
    }
    const std::size_t size = std::stoul(line, nullptr, 16);
    if (read(size + 2).empty()) return false;
    if (size == 0) return true;
  }
}

/// What a request was, as far as an answer depends on it.
struct Seen {
  /// 1 for the first.
  int number = 0;
  bool is_for_events = false;
  std::string head{};
};

/// One request to a connection, each handed to a function when it was read whole.
class FaultServer {
 public:
  using Respond = std::function<void(int socket, const Seen& request)>;
  /// False ends the connection before a request is read.
  using Admit = std::function<bool(int socket)>;

  explicit FaultServer(Respond respond, Admit admit = {})
      : respond_(std::move(respond)),
        admit_(std::move(admit)),
        server_([this](int socket) { talk(socket); }) {}

  const std::string& url() const { return server_.url(); }
  int requests() const { return requests_; }
  int connections() const { return server_.connections(); }

  /// Until as many connections have been closed from this side.
  void wait_for_ends(int count) {
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait(lock, [&] { return ended_ >= count; });
  }

 private:
  void talk(int socket) {
    Seen seen;
    if ((!admit_ || admit_(socket)) && read_request(socket, seen.head)) {
      seen.number = ++requests_;
      seen.is_for_events = seen.head.rfind("GET /events ", 0) == 0;
      respond_(socket, seen);
    }
    ::shutdown(socket, SHUT_RDWR);
    const std::lock_guard<std::mutex> lock(mutex_);
    ++ended_;
    changed_.notify_all();
  }

  Respond respond_;
  Admit admit_;
  std::atomic<int> requests_{0};
  std::mutex mutex_;
  std::condition_variable changed_;
  int ended_ = 0;
  RawServer server_;
};

/// Sends byte by byte with a moment between them, until the client has left or all is sent.
inline void trickle(int socket, const std::string& text) {
  std::mutex mutex;
  std::condition_variable never;
  std::unique_lock<std::mutex> lock(mutex);
  for (const char byte : text) {
    if (!RawServer::write(socket, std::string(1, byte))) return;
    never.wait_for(lock, std::chrono::milliseconds(2));
  }
}

/// What a request deserves where nothing fails.
inline void respond_well(int socket, const Seen& request, const std::string& fields = close_field) {
  RawServer::write(socket, request.is_for_events
                               ? answer("200 OK", fields + events_field, "data: a\n\n")
                               : answer("200 OK", fields + json_field, R"({"name":"a"})"));
}

}  // namespace faults
