// Servers on 127.0.0.1 for the tests of the transport: one that speaks HTTP, one that misbehaves.
// Must not outlive a test.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <utility>

#include <httplib.h>

namespace servers {

/// An httplib server on a port of its own, from `start` to its end.
class HttpServer {
 public:
  explicit HttpServer(std::unique_ptr<httplib::Server> server = std::make_unique<httplib::Server>())
      : server_(std::move(server)) {
    // More than a test ever sends over one connection.
    server_->set_keep_alive_max_count(1000);
    // Head and body are two writes: the second would wait for the client's late acknowledgement.
    server_->set_tcp_nodelay(true);
    // Enough for every connection of a test, whatever the machine has.
    server_->new_task_queue = [] { return new httplib::ThreadPool(16); };
  }
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;
  ~HttpServer() {
    server_->stop();
    if (thread_.joinable()) thread_.join();
  }

  httplib::Server* operator->() { return server_.get(); }

  /// Listens, and gives the port.
  int start() {
    const int port = server_->bind_to_any_port("127.0.0.1");
    thread_ = std::thread([this] { server_->listen_after_bind(); });
    // One that does not run yet cannot be stopped.
    while (!server_->is_running()) std::this_thread::yield();
    return port;
  }
  std::string start_http() { return "http://127.0.0.1:" + std::to_string(start()); }

 private:
  std::unique_ptr<httplib::Server> server_;
  std::thread thread_;
};

/// Hands each connection to a function, which does with the socket what no proper server would.
class RawServer {
 public:
  using Talk = std::function<void(int socket)>;

  explicit RawServer(Talk talk) : talk_(std::move(talk)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(listener_, reinterpret_cast<sockaddr*>(&address), size);
    ::listen(listener_, 8);
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    url_ = "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port));
    thread_ = std::thread([this] { serve(); });
  }
  RawServer(const RawServer&) = delete;
  RawServer& operator=(const RawServer&) = delete;
  ~RawServer() {
    ::shutdown(listener_, SHUT_RDWR);
    thread_.join();
    ::close(listener_);
  }

  const std::string& url() const { return url_; }
  int connections() const { return connections_; }

  /// Reads up to the empty line behind a request's headers.
  static std::string read_head(int socket) {
    std::string head;
    char byte = 0;
    while (head.find("\r\n\r\n") == std::string::npos && ::recv(socket, &byte, 1, 0) == 1) {
      head += byte;
    }
    return head;
  }
  /// False when the other side is gone.
  static bool write(int socket, const std::string& text) {
    return ::send(socket, text.data(), text.size(), MSG_NOSIGNAL) >= 0;
  }
  /// Waits until the other side closes.
  static void wait_for_end(int socket) {
    char buffer[1024];
    while (::recv(socket, buffer, sizeof buffer, 0) > 0) {
    }
  }
  /// Says that no more comes, then lets the close break the connection: the other side's next write
  /// is one to a broken pipe.
  static void reset(int socket) {
    ::shutdown(socket, SHUT_WR);
    const linger at_once{1, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  }

 private:
  void serve() {
    while (true) {
      const int socket = ::accept(listener_, nullptr, nullptr);
      if (socket < 0) return;
      ++connections_;
      talk_(socket);
      ::close(socket);
    }
  }

  Talk talk_;
  int listener_ = -1;
  std::string url_;
  std::atomic<int> connections_{0};
  std::thread thread_;
};

}  // namespace servers
