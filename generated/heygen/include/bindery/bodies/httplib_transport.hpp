// SPDX-License-Identifier: MIT-0
// The transport of "bindery/httplib_transport.hpp": the header that includes httplib.
// Must not retry, follow redirects or know credentials.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "bindery/cancel.hpp"
#include "bindery/compiled.hpp"
#include "bindery/headers.hpp"
#include "bindery/http.hpp"
#include "bindery/httplib_exchange.hpp"
#include "bindery/httplib_pool.hpp"
#include "bindery/httplib_transport.hpp"
#include "bindery/proxy.hpp"
#include "bindery/resolver.hpp"
#include "bindery/sigpipe_guard.hpp"
#include "bindery/transport.hpp"
#include "bindery/transport_settings.hpp"
#include "bindery/uri.hpp"
#include "bindery/watchdog.hpp"

namespace bindery {
inline namespace v1 {

/// The transport of `httplib_transport`.
class HttplibTransport final : public Transport {
 public:
  HttplibTransport(std::string_view base_url, TransportSettings settings)
      : base_url_(base_url), settings_(std::move(settings)), pool_(settings_) {}

  const std::string& base_url() const override { return base_url_; }

  TransportResult send(const Request& request, const TransportOptions& options) override {
    const auto refuse = [](std::string message) {
      return TransportError{TransportErrorKind::request, std::move(message), false};
    };
    const std::optional<Url> url = parse_url(request.url);
    if (!url) return refuse("the URL is not one of http or https");
    if (!is_valid_header_name(request.method)) return refuse("the method is not a token");
    if (const Header* field = request.headers.first_invalid()) {
      return refuse("a header cannot be sent: " + printable(field->name));
    }
    for (const char* name : {"Content-Length", "Transfer-Encoding"}) {
      if (request.headers.contains(name)) {
        return refuse(std::string("the transport sets this header: ") + name);
      }
    }
    if (std::string obstacle = request.body.obstacle(); !obstacle.empty()) {
      return refuse(std::move(obstacle));
    }
    const std::optional<std::uint64_t> size = request.body.size();

    HttplibExchange exchange(request, options, watchdog_);
    const std::optional<Proxy> proxy = proxy_for(*url);
    if (proxy && proxy->host.empty()) return refuse("the proxy is not one of http");
    HttplibPool::Lease lease(pool_);
    if (!pool_.acquire(lease, *url, proxy, exchange.deadline(), options.cancel)) {
      return unsent(options, TransportErrorKind::timeout, *url,
                    "no connection was free within the total timeout");
    }
    TransportResult result = run(exchange, options, *lease.connection, *url, proxy, size);
    // One that the server closed would be held open from this side.
    const HttplibConnection& connection = *lease.connection;
    lease.reusable = exchange.is_clean() && std::holds_alternative<Response>(result) &&
                     connection.client->is_socket_open() != 0 &&
                     (connection.sender == nullptr || !connection.sender->has_rest());
    return result;
  }

 private:
  using Clock = HttplibExchange::Clock;

  static TransportError unsent(const TransportOptions& options, TransportErrorKind kind,
                               const Url& url, std::string_view what) {
    const bool is_cancelled = options.cancel.is_cancelled();
    if (is_cancelled) what = "cancelled by the caller";
    return {is_cancelled ? TransportErrorKind::cancelled : kind,
            url.origin() + ": " + std::string(what), false};
  }

  TransportResult run(HttplibExchange& exchange, const TransportOptions& options,
                      HttplibConnection& connection, const Url& url,
                      const std::optional<Proxy>& proxy, std::optional<std::uint64_t> size) {
    if (!connection.client) {
      return TransportError{TransportErrorKind::tls, HttplibConnection::missing, false};
    }
    if (!connection.client->is_valid()) {
      return TransportError{TransportErrorKind::tls, "cannot use the client certificate", false};
    }
    std::optional<SigpipeGuard> guard;
    if (connection.sender == nullptr) guard.emplace();
#if defined(__cpp_exceptions) || defined(__EXCEPTIONS)
    try {
      return connect_and_run(exchange, options, connection, url, proxy, size);
    } catch (const std::bad_alloc&) {
      throw;
    } catch (...) {
      return TransportError{TransportErrorKind::read, url.origin() + ": httplib gave up", true};
    }
#else
    return connect_and_run(exchange, options, connection, url, proxy, size);
#endif
  }

  // httplib resolves names by itself only as long as the system likes to take, so it gets
  // addresses: one after the other, until one can be connected to.
  TransportResult connect_and_run(HttplibExchange& exchange, const TransportOptions& options,
                                  HttplibConnection& connection, const Url& url,
                                  const std::optional<Proxy>& proxy,
                                  std::optional<std::uint64_t> size) {
    httplib::ClientImpl& client = *connection.client;
    // One that was closed meanwhile is connected anew to where it was before.
    if (client.is_socket_open() != 0) {
      return exchange.run(connection, url, size, options.timeouts.connect);
    }
    exchange.begin_connecting();
    const std::string& host = proxy ? proxy->host : url.host;
    const auto addresses =
        resolve_until(settings_.resolve, host, exchange.connect_deadline(), options.cancel);
    if (!addresses) {
      return unsent(options, TransportErrorKind::timeout, url,
                    "its address was not found within the connect timeout");
    }
    TransportResult result =
        unsent(options, TransportErrorKind::connect, url, "its name has no address");
    for (std::size_t index = 0; index < addresses->size(); ++index) {
      const std::string& address = (*addresses)[index];
      if (proxy && connection.tunnel == nullptr) {
        client.set_proxy(address, proxy->port);
        const std::string authorization = proxy_authorization(*proxy);
        if (!authorization.empty()) {
          client.set_default_headers({{"Proxy-Authorization", authorization}});
        }
      } else {
        client.set_hostname_addr_map({{url.host, address}});
      }
      const auto left = exchange.connect_deadline() - Clock::now();
      const auto share = std::chrono::duration_cast<std::chrono::milliseconds>(left) /
                         static_cast<std::chrono::milliseconds::rep>(addresses->size() - index);
      result = exchange.run(connection, url, size, std::max(share, std::chrono::milliseconds(1)));
      const auto* error = std::get_if<TransportError>(&result);
      if (error != nullptr && connection.tunnel != nullptr &&
          !connection.tunnel->refusal().empty()) {
        return unsent(options, TransportErrorKind::request, url,
                      "the proxy refuses the tunnel with status " + connection.tunnel->refusal());
      }
      const bool is_next = error != nullptr && !error->sent_anything &&
                           (error->kind == TransportErrorKind::connect ||
                            error->kind == TransportErrorKind::timeout) &&
                           Clock::now() < exchange.connect_deadline();
      if (!is_next) return result;
    }
    return result;
  }

  // One without a host cannot be understood.
  std::optional<Proxy> proxy_for(const Url& url) const {
    const std::optional<std::string> setting =
        settings_.proxy ? settings_.proxy : proxy_setting_from_environment(url);
    if (!setting || setting->empty()) return std::nullopt;
    return parse_proxy(*setting).value_or(Proxy{});
  }

  // The header's name comes from a caller; a line of a log must not.
  static std::string printable(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
      if (c < 0x20 || c >= 0x7f) c = '?';
    }
    return out;
  }

  const std::string base_url_;
  const TransportSettings settings_;
  Watchdog watchdog_;
  HttplibPool pool_;
};

BINDERY_BODY std::shared_ptr<Transport> httplib_transport(std::string_view base_url,
                                                          TransportSettings settings) {
  return std::make_shared<HttplibTransport>(base_url, std::move(settings));
}

}  // namespace v1
}  // namespace bindery
