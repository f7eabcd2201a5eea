// SPDX-License-Identifier: MIT-0
// https through a proxy (RFC 9110 9.3.6): asks for a tunnel, then leaves the connection to httplib.
// Must not choose the proxy, nor be included but by httplib_pool.hpp, which checks the flags.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <httplib.h>

namespace bindery {
inline namespace v1 {

/// What is known of a connection to a proxy.
class HttplibTunnel {
 public:
  HttplibTunnel() = default;
  HttplibTunnel(const HttplibTunnel&) = delete;
  HttplibTunnel& operator=(const HttplibTunnel&) = delete;
  virtual ~HttplibTunnel() = default;

  /// The proxy's answer to the last attempt when it refused, such as `407`; else empty.
  virtual const std::string& refusal() const noexcept = 0;
};

/// A client that connects to a proxy's port and speaks to a server behind it. Its own proxy support
/// is not used: httplib 0.11 locks up when a proxy refuses and closes, takes a refusal for the
/// server's answer, and tells the server the proxy's password. A template, since not all releases
/// of httplib have what it overrides: see `make_tunnel_client`.
template <class Client>
class HttplibTunnelClient final : public Client, public HttplibTunnel {
 public:
  /// `connect` is the request to the proxy, headers and all.
  HttplibTunnelClient(const std::string& host, int proxy_port, const std::string& certificate_file,
                      const std::string& key_file, std::string connect)
      : Client(host, proxy_port, certificate_file, key_file), connect_(std::move(connect)) {}

  const std::string& refusal() const noexcept override { return refusal_; }

 private:
  using Socket = typename Client::Socket;

  bool create_and_connect_socket(Socket& socket, httplib::Error& error) override {
    refusal_.clear();
    // Not by `Client`, which would begin with TLS.
    if (!this->is_valid() || !httplib::ClientImpl::create_and_connect_socket(socket, error)) {
      return false;
    }
    if (ask(socket.sock)) return true;
    error = httplib::Error::Connection;
    this->shutdown_socket(socket);
    this->close_socket(socket);
    return false;
  }

  // Within the timeouts that httplib gave the socket, or until it is cut.
  bool ask(socket_t socket) {
    for (std::size_t sent = 0; sent < connect_.size();) {
      const auto count = ::send(socket, connect_.data() + sent, to_size(connect_.size() - sent), 0);
      if (count <= 0) return false;
      sent += static_cast<std::size_t>(count);
    }
    constexpr std::size_t largest = 16384;
    std::string head;
    char byte = 0;
    while (head.size() < largest && !ends_with(head, "\r\n\r\n")) {
      // One by one: what follows the head is TLS.
      if (::recv(socket, &byte, 1, 0) != 1) return false;
      head += byte;
    }
    // `HTTP/1.1 200 Connection established`
    const std::size_t space = head.find(' ');
    const std::string status =
        space == std::string::npos ? std::string() : head.substr(space + 1, 3);
    if (head.compare(0, 5, "HTTP/") == 0 && status.size() == 3 && status[0] == '2') return true;
    refusal_ = status;
    return false;
  }

  static bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
  }

#ifdef _WIN32
  static int to_size(std::size_t size) { return static_cast<int>(size); }
#else
  static std::size_t to_size(std::size_t size) { return size; }
#endif

  const std::string connect_;
  std::string refusal_;
};

/// A client of https through a proxy.
struct HttplibTunneled {
  /// Null where httplib lets nobody derive from it, as later releases than 0.11.
  std::unique_ptr<httplib::ClientImpl> client{};
  /// `client`.
  const HttplibTunnel* tunnel = nullptr;
};

/// `Client` is httplib::SSLClient; the arguments are those of HttplibTunnelClient.
template <class Client, class... Arguments>
HttplibTunneled make_tunnel_client(Arguments&&... arguments) {
  if constexpr (std::is_final_v<Client>) {
    return {};
  } else {
    auto client =
        std::make_unique<HttplibTunnelClient<Client>>(std::forward<Arguments>(arguments)...);
    const HttplibTunnel* const tunnel = client.get();
    return {std::move(client), tunnel};
  }
}

}  // namespace v1
}  // namespace bindery
