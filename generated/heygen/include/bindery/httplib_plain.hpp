// SPDX-License-Identifier: MIT-0
// Plain http by httplib over a stream that asks the system less than httplib's own does.
// Must not know HTTP, nor be included but by httplib_pool.hpp, which checks the flags.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#ifdef __linux__
#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>
#endif

#include <httplib.h>

namespace bindery {
inline namespace v1 {

/// Sends by a client of httplib what no client of ours lets httplib redirect or authenticate: for
/// those it would copy the request.
class HttplibSender {
 public:
  HttplibSender() = default;
  HttplibSender(const HttplibSender&) = delete;
  HttplibSender& operator=(const HttplibSender&) = delete;
  virtual ~HttplibSender() = default;

  /// As `ClientImpl::send`. Raises no SIGPIPE.
  virtual bool send_plainly(httplib::Request& request, httplib::Response& response,
                            httplib::Error& error) = 0;
  /// Whether more came than the last answer was, which would be taken for the next one.
  virtual bool has_rest() const noexcept = 0;
};

#ifdef __linux__

/// A connected socket. For a call httplib's own polls three times, and takes each byte of a head
/// through a heavier function. A template, as `HttplibPlainClient` is.
template <class Stream>
class HttplibPlainStream final : public Stream {
 public:
  using Milliseconds = std::chrono::milliseconds;

  /// `armed` is the timeout that the socket has for receiving, zero when nobody knows.
  HttplibPlainStream(socket_t socket, Milliseconds read_limit, Milliseconds write_limit,
                     Milliseconds& armed)
      : socket_(socket), read_limit_(read_limit), write_limit_(write_limit), armed_(armed) {}

  bool is_readable() const override { return wait_for(POLLIN, read_limit_); }
  // Whether the other side is still there is seen before it is written to: what is written to
  // nobody is only known by the write after it.
  bool is_writable() const override { return wait_for(POLLOUT, write_limit_) && is_alive(); }

  ssize_t read(char* to, std::size_t size) override {
    if (size == 1 && begin_ != end_) {  // Heads are read so.
      *to = *begin_++;
      return 1;
    }
    return read_more(to, size);
  }

  ssize_t write(const char* data, std::size_t size) override {
    if (is_first_write_) {
      // httplib has looked just now whether the socket is alive, and it has room but for rare ones.
      is_first_write_ = false;
      const ssize_t sent = send(data, size, MSG_DONTWAIT);
      if (sent >= 0 || (errno != EAGAIN && errno != EWOULDBLOCK)) return sent;
    }
    return is_writable() ? send(data, size, 0) : -1;
  }

  /// Whether something was received that nobody has read.
  bool has_rest() const noexcept { return begin_ != end_; }

  // For servers.
  void get_remote_ip_and_port(std::string&, int&) const override {}
  void get_local_ip_and_port(std::string&, int&) const override {}
  socket_t socket() const override { return socket_; }

 private:
  // Apart, so that a byte of a head costs no more than it must.
  [[gnu::noinline]] ssize_t read_more(char* to, std::size_t size) {
    if (begin_ == end_) {
      if (size >= sizeof buffer_) return receive(to, size);
      const ssize_t count = receive(buffer_, sizeof buffer_);
      if (count <= 0) return count;
      begin_ = buffer_;
      end_ = buffer_ + count;
    }
    const std::size_t taken = (std::min)(size, static_cast<std::size_t>(end_ - begin_));
    std::memcpy(to, begin_, taken);
    begin_ += taken;
    return static_cast<ssize_t>(taken);
  }

  // Once more as often as a signal of the program comes in between.
  template <class Call>
  static auto uninterrupted(Call call) {
    while (true) {
      const auto result = call();
      if (result >= 0 || errno != EINTR) return result;
    }
  }

  bool wait_for(short event, Milliseconds limit) const {
    pollfd entry{socket_, event, 0};
    const int most = static_cast<int>((std::min<Milliseconds::rep>)(limit.count(), 0x7fffffff));
    return uninterrupted([&] { return ::poll(&entry, 1, most); }) > 0;
  }

  bool is_alive() const {
    if (!wait_for(POLLIN, Milliseconds(0))) return true;
    char byte = 0;
    return uninterrupted([&] { return ::recv(socket_, &byte, 1, MSG_PEEK); }) > 0;
  }

  ssize_t send(const char* data, std::size_t size, int flags) const {
    return uninterrupted([&] { return ::send(socket_, data, size, flags | MSG_NOSIGNAL); });
  }

  // The socket's own timeout saves a poll for each wait, and mostly is the same for all calls.
  ssize_t receive(char* to, std::size_t size) {
    if (armed_ != read_limit_) {
      timeval time{};
      time.tv_sec = static_cast<decltype(time.tv_sec)>(read_limit_.count() / 1000);
      time.tv_usec = static_cast<decltype(time.tv_usec)>(read_limit_.count() % 1000 * 1000);
      if (::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time) != 0) return -1;
      armed_ = read_limit_;
    }
    // The system counts in ticks, and may be one of them (of up to 10 ms) early.
    ssize_t count = receive_once(to, size);
    if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK) &&
        wait_for(POLLIN, (std::min)(read_limit_, Milliseconds(10)))) {
      count = receive_once(to, size);
    }
    return count;
  }

  ssize_t receive_once(char* to, std::size_t size) const {
    return uninterrupted([&] { return ::recv(socket_, to, size, 0); });
  }

  const socket_t socket_;
  const Milliseconds read_limit_;
  const Milliseconds write_limit_;
  Milliseconds& armed_;
  bool is_first_write_ = true;
  const char* begin_ = nullptr;
  const char* end_ = nullptr;
  char buffer_[16384];
};

/// A client of plain http that reads and writes by `HttplibPlainStream`. A template, since not all
/// releases of httplib have what it overrides: see `make_plain_client`.
template <class Client>
class HttplibPlainClient final : public Client, public HttplibSender {
 public:
  HttplibPlainClient(const std::string& host, int port) : Client(host, port) {}

  bool send_plainly(httplib::Request& request, httplib::Response& response,
                    httplib::Error& error) override {
    request_ = &request;
    response_ = &response;
    error_ = &error;
    const bool is_whole = Client::send(request, response, error);
    request_ = nullptr;
    return is_whole;
  }
  bool has_rest() const noexcept override { return has_rest_; }

 private:
  using Milliseconds = std::chrono::milliseconds;
  using Socket = typename Client::Socket;

  bool create_and_connect_socket(Socket& socket, httplib::Error& error) override {
    armed_ = Milliseconds(0);
    return Client::create_and_connect_socket(socket, error);
  }

  bool process_socket(const Socket& socket,
                      std::function<bool(httplib::Stream&)> callback) override {
    const auto limit = [](auto seconds, auto microseconds) {
      return Milliseconds(static_cast<Milliseconds::rep>(seconds) * 1000 + microseconds / 1000);
    };
    HttplibPlainStream<httplib::Stream> stream(
        socket.sock, limit(this->read_timeout_sec_, this->read_timeout_usec_),
        limit(this->write_timeout_sec_, this->write_timeout_usec_), armed_);
    // A proxy is asked by another path, for which httplib needs its copy.
    const bool is_whole =
        request_ == nullptr || !this->proxy_host_.empty()
            ? callback(stream)
            : Client::process_request(stream, *request_, *response_, !this->keep_alive_, *error_);
    has_rest_ = stream.has_rest();
    return is_whole;
  }

  httplib::Request* request_ = nullptr;
  httplib::Response* response_ = nullptr;
  httplib::Error* error_ = nullptr;
  Milliseconds armed_{0};
  bool has_rest_ = false;
};

#endif

/// A client of plain http, and how it is sent by.
struct HttplibPlain {
  std::unique_ptr<httplib::ClientImpl> client{};
  /// `client`; null where only `client` itself can send.
  HttplibSender* sender = nullptr;
};

/// One of ours where the insides of httplib are known, or else httplib's own.
template <class Client = httplib::ClientImpl>
HttplibPlain make_plain_client(const std::string& host, int port) {
#ifdef __linux__
  if constexpr (std::string_view(CPPHTTPLIB_VERSION).substr(0, 5) == "0.11.") {
    auto client = std::make_unique<HttplibPlainClient<Client>>(host, port);
    HttplibSender* const sender = client.get();
    return {std::move(client), sender};
  }
#endif
  return {std::make_unique<Client>(host, port), nullptr};
}

}  // namespace v1
}  // namespace bindery
