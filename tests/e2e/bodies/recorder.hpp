// A server that keeps each request as it came, byte for byte, and answers it with a status.
// Must not understand what it keeps.
#pragma once

#include <sys/socket.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "servers.hpp"

namespace servers {

/// One request: `POST /path HTTP/1.1`, the fields of its head, its body with chunks undone.
struct Recorded {
  std::string line{};
  std::string head{};
  std::string body{};

  /// The value of a field; `(none)` when it is not there.
  std::string field(const std::string& name) const {
    std::string lower = head;
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const std::size_t at = lower.find("\r\n" + name + ": ");
    if (at == std::string::npos) return "(none)";
    const std::size_t begin = at + name.size() + 4;
    return head.substr(begin, head.find("\r\n", begin) - begin);
  }
  /// The body of a multipart request with `BOUNDARY` for its boundary.
  std::string parts() const {
    const std::string type = field("content-type");
    const std::string boundary = type.substr(type.find("boundary=") + 9);
    std::string text = body;
    for (std::size_t at = text.find(boundary); at != std::string::npos; at = text.find(boundary)) {
      text.replace(at, boundary.size(), "BOUNDARY");
    }
    return text;
  }
};

class Recorder {
 public:
  /// Answers the first request with the first status, and so on; all further ones with the last.
  explicit Recorder(std::vector<int> statuses = {204})
      : statuses_(std::move(statuses)), server_([this](int socket) { talk(socket); }) {}

  const std::string& url() const { return server_.url(); }
  std::vector<Recorded> requests() const {
    const std::lock_guard<std::mutex> lock(mutex_);
    return requests_;
  }
  Recorded last() const {
    const auto all = requests();
    return all.empty() ? Recorded() : all.back();
  }

 private:
  static std::string read(int socket, std::size_t count) {
    std::string text(count, '\0');
    std::size_t have = 0;
    while (have < count) {
      const ssize_t got = ::recv(socket, &text[have], count - have, 0);
      if (got <= 0) break;
      have += static_cast<std::size_t>(got);
    }
    text.resize(have);
    return text;
  }

  static std::string read_chunks(int socket) {
    std::string body;
    while (true) {
      std::string size;
      while (size.find("\r\n") == std::string::npos) {
        const std::string byte = read(socket, 1);
        if (byte.empty()) return body + "(broken off)";
        size += byte;
      }
      const std::size_t count = std::strtoul(size.c_str(), nullptr, 16);
      body += read(socket, count);
      read(socket, 2);
      if (count == 0) return body;
    }
  }

  void talk(int socket) {
    Recorded request;
    request.head = RawServer::read_head(socket);
    request.line = request.head.substr(0, request.head.find("\r\n"));
    if (request.field("transfer-encoding") == "chunked") {
      request.body = read_chunks(socket);
    } else if (request.field("content-length") != "(none)") {
      request.body =
          read(socket, std::strtoul(request.field("content-length").c_str(), nullptr, 10));
    }
    int status = 0;
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      status = statuses_[std::min(requests_.size(), statuses_.size() - 1)];
      requests_.push_back(std::move(request));
    }
    RawServer::write(socket, "HTTP/1.1 " + std::to_string(status) +
                                 " Said\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
  }

  const std::vector<int> statuses_;
  mutable std::mutex mutex_;
  std::vector<Recorded> requests_;
  RawServer server_;
};

}  // namespace servers
