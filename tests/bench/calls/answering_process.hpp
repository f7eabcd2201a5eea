// A server for clients that are measured: the least a server can do, in a process of its own.
// Must not do more work for one client than for another.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace calls_bench {

/// Answers `GET /v3/videos/...` with one body and `GET /v3/videos...` with another, over any number
/// of connections, each kept until its client closes it. To be made before there are threads.
class AnsweringProcess {
 public:
  AnsweringProcess(std::string_view video, std::string_view page, unsigned seconds)
      : video_(answer(video)), page_(answer(page)) {
    listener_ = checked(::socket(AF_INET, SOCK_STREAM, 0), "socket");
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    checked(::bind(listener_, reinterpret_cast<sockaddr*>(&address), size), "bind");
    checked(::listen(listener_, 64), "listen");
    checked(::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size), "getsockname");
    url_ = "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port));
    process_ = checked(::fork(), "fork");
    if (process_ == 0) {
      // Whoever made it may be killed, and then ends nothing.
      ::alarm(seconds);
      serve();
    }
    ::close(listener_);
  }
  AnsweringProcess(const AnsweringProcess&) = delete;
  AnsweringProcess& operator=(const AnsweringProcess&) = delete;
  ~AnsweringProcess() {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
  }

  const std::string& url() const { return url_; }

 private:
  static int checked(int result, const char* what) {
    if (result >= 0) return result;
    std::perror(what);
    std::exit(1);
  }

  static std::string answer(std::string_view body) {
    return "HTTP/1.1 200 OK\r\nDate: Mon, 23 Nov 2026 10:00:00 GMT\r\n"
           "Content-Type: application/json\r\nContent-Length: " +
           std::to_string(body.size()) +
           "\r\nConnection: keep-alive\r\nX-Request-Id: 3f0c9a1e7b5d4c28\r\n\r\n" +
           std::string(body);
  }

  [[noreturn]] void serve() {
    poll_ = checked(::epoll_create1(0), "epoll_create1");
    watch(listener_);
    epoll_event events[32];
    while (true) {
      const int count = ::epoll_wait(poll_, events, 32, -1);
      for (int index = 0; index < count; ++index) {
        const int socket = events[index].data.fd;
        if (socket == listener_) {
          accept();
        } else if (!talk(socket)) {
          heads_.erase(socket);
          ::close(socket);
        }
      }
    }
  }

  void watch(int socket) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = socket;
    checked(::epoll_ctl(poll_, EPOLL_CTL_ADD, socket, &event), "epoll_ctl");
  }

  void accept() {
    const int socket = ::accept(listener_, nullptr, nullptr);
    if (socket < 0) return;
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    watch(socket);
  }

  // Requests have no body, and none comes before the last was answered. False when it is over.
  bool talk(int socket) {
    char buffer[4096];
    const auto count = ::recv(socket, buffer, sizeof buffer, 0);
    if (count <= 0) return false;
    std::string& head = heads_[socket];
    head.append(buffer, static_cast<std::size_t>(count));
    constexpr std::string_view end = "\r\n\r\n";
    if (head.size() < end.size() || head.compare(head.size() - end.size(), end.size(), end) != 0) {
      return true;
    }
    const std::string& text = head.rfind("GET /v3/videos/", 0) == 0 ? video_ : page_;
    head.clear();
    for (std::string_view rest = text; !rest.empty();) {
      const auto sent = ::send(socket, rest.data(), rest.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      rest.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  const std::string video_;
  const std::string page_;
  int listener_ = -1;
  int poll_ = -1;
  std::map<int, std::string> heads_;
  std::string url_;
  pid_t process_ = -1;
};

}  // namespace calls_bench
