// SPDX-License-Identifier: MIT-0
// https through a proxy (RFC 9110 9.3.6): asks for a tunnel, then leaves the connection to httplib.
// Must not choose the proxy, nor be included but by httplib_pool.hpp, which checks the flags.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <httplib.h>

#ifdef CPPHTTPLIB_OPENSSL_SUPPORT

namespace bindery {
inline namespace v1 {

/// A client that connects to a proxy's port and speaks to a server behind it. Its own proxy support
/// is not used: httplib 0.11 locks up when a proxy refuses and closes, takes a refusal for the
/// server's answer, and tells the server the proxy's password.
class HttplibTunnel final : public httplib::SSLClient {
 public:
  /// `connect` is the request to the proxy, headers and all.
  HttplibTunnel(const std::string& host, int proxy_port, const std::string& certificate_file,
                const std::string& key_file, std::string connect)
      : SSLClient(host, proxy_port, certificate_file, key_file), connect_(std::move(connect)) {}

  /// The proxy's answer to the last attempt when it refused, such as `407`; else empty.
  const std::string& refusal() const noexcept { return refusal_; }

 private:
  bool create_and_connect_socket(Socket& socket, httplib::Error& error) override {
    refusal_.clear();
    if (!is_valid() || !ClientImpl::create_and_connect_socket(socket, error)) return false;
    if (ask(socket.sock)) return true;
    error = httplib::Error::Connection;
    shutdown_socket(socket);
    close_socket(socket);
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

}  // namespace v1
}  // namespace bindery

#endif
