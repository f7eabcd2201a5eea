// SPDX-License-Identifier: MIT-0
// Connections of cpp-httplib that are kept alive, by origin.
// Must not send: whoever holds a connection does.
#pragma once

// Packaged as a header and a shared library, httplib.h must see the flags the library was built
// with: without them a program links, and then crashes. The header-only form has no such need.
#ifndef BINDERY_HTTPLIB_HEADER_ONLY
#ifndef CPPHTTPLIB_OPENSSL_SUPPORT
#error \
    "compile with -DCPPHTTPLIB_OPENSSL_SUPPORT (see `pkg-config --cflags cpp-httplib`), or with -DBINDERY_HTTPLIB_HEADER_ONLY when your httplib.h needs no library"
#endif
#ifndef CPPHTTPLIB_ZLIB_SUPPORT
#error \
    "compile with -DCPPHTTPLIB_ZLIB_SUPPORT (see `pkg-config --cflags cpp-httplib`), or with -DBINDERY_HTTPLIB_HEADER_ONLY when your httplib.h needs no library"
#endif
#ifndef CPPHTTPLIB_BROTLI_SUPPORT
#error \
    "compile with -DCPPHTTPLIB_BROTLI_SUPPORT (see `pkg-config --cflags cpp-httplib`), or with -DBINDERY_HTTPLIB_HEADER_ONLY when your httplib.h needs no library"
#endif
#endif

#include <httplib.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <iterator>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bindery/base64.hpp"
#include "bindery/cancel.hpp"
#include "bindery/httplib_plain.hpp"
#include "bindery/httplib_tunnel.hpp"
#include "bindery/proxy.hpp"
#include "bindery/sigpipe_guard.hpp"
#include "bindery/socket_switch.hpp"
#include "bindery/transport_settings.hpp"
#include "bindery/uri.hpp"

namespace bindery {
inline namespace v1 {

/// `Basic` and the proxy's user and password; empty where it has none.
inline std::string proxy_authorization(const Proxy& proxy) {
  if (proxy.user.empty()) return {};
  const std::string pair = proxy.user + ':' + proxy.password;
  return "Basic " + base64_encode(Bytes(pair.begin(), pair.end()));
}

/// What a proxy is asked for a tunnel by.
inline std::string connect_request(const Url& url, const Proxy& proxy) {
  const std::string place = url.bracketed_host() + ':' + std::to_string(url.port);
  std::string text = "CONNECT " + place + " HTTP/1.1\r\nHost: " + place + "\r\n";
  const std::string authorization = proxy_authorization(proxy);
  if (!authorization.empty()) text += "Proxy-Authorization: " + authorization + "\r\n";
  return text + "\r\n";
}

/// A client of httplib, and what is known of its connection.
struct HttplibConnection {
  /// Closing says goodbye over TLS, perhaps to nobody.
  struct Close {
    void operator()(httplib::ClientImpl* closed) const {
      const SigpipeGuard guard;
      delete closed;
    }
  };

  SocketSwitch cut{};
  /// Null where this httplib cannot: see `missing`.
  std::unique_ptr<httplib::ClientImpl, Close> client{};
  /// `client`, where it raises no SIGPIPE; else null.
  HttplibSender* sender = nullptr;
  /// `client` goes to a proxy by itself; else null.
  const HttplibTunnel* tunnel = nullptr;

  /// Why there is no client.
#ifdef CPPHTTPLIB_OPENSSL_SUPPORT
  static constexpr const char* missing =
      "https through a proxy is not possible with this release of httplib; it is with 0.11";
#else
  static constexpr const char* missing = "this httplib was built without TLS";
#endif
};

/// Kept-alive connections by origin. Its lock is never held while the network is waited for.
class HttplibPool {
 public:
  using Deadline = std::chrono::steady_clock::time_point;

  struct Origin;

  /// A connection nobody else has, given back when it ends: for others to use when `reusable`.
  struct Lease {
    explicit Lease(HttplibPool& owner) : pool(owner) {}
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ~Lease() {
      if (origin != nullptr) pool.release(*this);
    }

    HttplibPool& pool;
    /// Null for one that was not acquired.
    Origin* origin = nullptr;
    std::unique_ptr<HttplibConnection> connection{};
    bool reusable = false;
  };

  explicit HttplibPool(const TransportSettings& settings) : settings_(settings) {}

  /// Gives `lease`, a new one of this pool, a connection used before or not; false when none is
  /// free until `deadline` or `cancel`. A new one to https is to go through `proxy`, if there is
  /// one.
  bool acquire(Lease& lease, const Url& url, const std::optional<Proxy>& proxy, Deadline deadline,
               const CancelToken& cancel) {
    const std::string name = url.origin();
    const CancelRegistration registration(cancel, [&] {
      const std::lock_guard<std::mutex> lock(mutex_);
      const auto known = origins_.find(name);
      if (known != origins_.end()) known->second.released.notify_all();
    });
    {
      std::unique_lock<std::mutex> lock(mutex_);
      Origin& origin = origins_[name];
      const auto is_free = [&] { return origin.busy < limit(); };
      ++origin.waiting;
      origin.released.wait_until(lock, deadline,
                                 [&] { return cancel.is_cancelled() || is_free(); });
      --origin.waiting;
      if (cancel.is_cancelled() || !is_free()) {
        // Who was woken for it and does not want it wakes the next.
        if (is_free()) origin.released.notify_one();
        return false;
      }
      lease.origin = &origin;
      ++origin.busy;
      if (!origin.idle.empty()) {
        lease.connection = std::move(origin.idle.back());
        origin.idle.pop_back();
        return true;
      }
    }
    lease.connection = connection_to(url, proxy);
    return true;
  }

  /// Stays where it is while anybody is busy with it or waits for it.
  struct Origin {
    std::vector<std::unique_ptr<HttplibConnection>> idle{};
    std::size_t busy = 0;
    std::size_t waiting = 0;
    std::condition_variable released{};
  };

 private:
  static constexpr std::size_t max_origins = 32;

  // What is not kept is closed after the lock is let go.
  void release(Lease& lease) {
    std::vector<std::unique_ptr<HttplibConnection>> old;
    const std::lock_guard<std::mutex> lock(mutex_);
    Origin& origin = *lease.origin;
    --origin.busy;
    if (lease.reusable) origin.idle.push_back(std::move(lease.connection));
    if (origin.waiting != 0) origin.released.notify_one();
    forget_old_origins(old);
  }

  std::size_t limit() const noexcept { return std::max<std::size_t>(settings_.max_connections, 1); }

  // By host and port: of a URL httplib understands only some.
  std::unique_ptr<HttplibConnection> connection_to(
      const Url& url, [[maybe_unused]] const std::optional<Proxy>& proxy) const {
    auto connection = std::make_unique<HttplibConnection>();
#ifdef CPPHTTPLIB_OPENSSL_SUPPORT
    if (url.is_secure() && proxy) {
      HttplibTunneled tunneled = make_tunnel_client<httplib::SSLClient>(
          url.host, proxy->port, settings_.client_certificate_file, settings_.client_key_file,
          connect_request(url, *proxy));
      connection->client.reset(tunneled.client.release());
      connection->tunnel = tunneled.tunnel;
    } else if (url.is_secure()) {
      connection->client.reset(new httplib::SSLClient(
          url.host, url.port, settings_.client_certificate_file, settings_.client_key_file));
    }
#endif
    if (!url.is_secure()) {
      HttplibPlain plain = make_plain_client(url.host, url.port);
      connection->client.reset(plain.client.release());
      connection->sender = plain.sender;
    }
    if (!connection->client) return connection;
    httplib::ClientImpl& client = *connection->client;
    client.set_keep_alive(true);
    client.set_follow_location(false);
    client.set_url_encode(false);
    client.set_decompress(true);
    client.set_tcp_nodelay(true);
    // Told of each socket before it connects.
    client.set_socket_options([&cut = connection->cut](socket_t socket) { cut.hold(socket); });
#ifdef CPPHTTPLIB_OPENSSL_SUPPORT
    client.enable_server_certificate_verification(settings_.verify_server);
    if (!settings_.ca_certificate_file.empty()) {
      client.set_ca_cert_path(settings_.ca_certificate_file);
    }
#endif
    return connection;
  }

  // A program that downloads from many hosts would otherwise keep a connection to each for ever.
  void forget_old_origins(std::vector<std::unique_ptr<HttplibConnection>>& old) {
    if (origins_.size() <= max_origins) return;
    for (auto at = origins_.begin(); at != origins_.end();) {
      if (at->second.busy != 0 || at->second.waiting != 0) {
        ++at;
        continue;
      }
      std::move(at->second.idle.begin(), at->second.idle.end(), std::back_inserter(old));
      at = origins_.erase(at);
    }
  }

  const TransportSettings& settings_;
  std::mutex mutex_;
  std::map<std::string, Origin> origins_;
};

}  // namespace v1
}  // namespace bindery
