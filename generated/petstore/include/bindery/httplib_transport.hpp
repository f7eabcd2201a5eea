// SPDX-License-Identifier: MIT-0
// Sends requests over the network by cpp-httplib: the one header that includes it.
// Must not retry, follow redirects or know credentials.
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
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bindery/sigpipe_guard.hpp"
#include "bindery/transport.hpp"
#include "bindery/uri.hpp"

namespace bindery {
inline namespace v1 {

/// What is fixed when a transport is made.
struct TransportSettings {
  /// Connections to one origin at most; a request that finds all of them busy waits for one.
  std::size_t max_connections = 8;
  /// A PEM file of certificates to trust, in place of those of the system.
  std::string ca_certificate_file{};
  /// PEM files for servers that ask who is calling (mutual TLS).
  std::string client_certificate_file{};
  std::string client_key_file{};
  /// Off, anybody can pose as the server: for tests.
  bool verify_server = true;
};

/// Kept-alive connections by origin. Its lock is never held while the network is waited for.
class HttplibPool {
 public:
  /// Closing says goodbye over TLS, perhaps to nobody.
  struct Close {
    void operator()(httplib::Client* client) const {
      const SigpipeGuard guard;
      delete client;
    }
  };
  using Client = std::unique_ptr<httplib::Client, Close>;
  using Deadline = std::chrono::steady_clock::time_point;

  /// A client nobody else has, given back when it ends: for others to use when `reusable`.
  struct Lease {
    Lease(HttplibPool& owner, std::string name) : pool(owner), origin(std::move(name)) {}
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ~Lease() { pool.release(*this); }

    HttplibPool& pool;
    std::string origin;
    Client client{};
    bool reusable = false;
  };

  explicit HttplibPool(TransportSettings settings) : settings_(std::move(settings)) {}

  /// A client connected before or not; null when none is free until `deadline`.
  std::unique_ptr<Lease> acquire(const Url& url, Deadline deadline) {
    std::unique_ptr<Lease> lease;
    {
      const std::string name = url.origin();
      std::unique_lock<std::mutex> lock(mutex_);
      const auto is_free = [&] { return origins_[name].busy < limit(); };
      if (!released_.wait_until(lock, deadline, is_free)) return nullptr;
      lease = std::make_unique<Lease>(*this, name);
      Origin& origin = origins_[name];
      ++origin.busy;
      if (!origin.idle.empty()) {
        lease->client = std::move(origin.idle.back());
        origin.idle.pop_back();
        return lease;
      }
    }
    lease->client = connectable(lease->origin);
    return lease;
  }

 private:
  struct Origin {
    std::vector<Client> idle{};
    std::size_t busy = 0;
  };
  static constexpr std::size_t max_origins = 32;

  void release(Lease& lease) {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      Origin& origin = origins_[lease.origin];
      --origin.busy;
      if (lease.reusable) origin.idle.push_back(std::move(lease.client));
      forget_old_origins();
    }
    released_.notify_all();
  }

  std::size_t limit() const noexcept { return std::max<std::size_t>(settings_.max_connections, 1); }

  Client connectable(const std::string& origin) const {
    Client client(
        new httplib::Client(origin, settings_.client_certificate_file, settings_.client_key_file));
    client->set_keep_alive(true);
    client->set_follow_location(false);
    client->set_url_encode(false);
    client->set_decompress(true);
    client->set_tcp_nodelay(true);
#ifdef CPPHTTPLIB_OPENSSL_SUPPORT
    client->enable_server_certificate_verification(settings_.verify_server);
    if (!settings_.ca_certificate_file.empty()) {
      client->set_ca_cert_path(settings_.ca_certificate_file);
    }
#endif
    return client;
  }

  // A program that downloads from many hosts would otherwise keep a connection to each for ever.
  void forget_old_origins() {
    if (origins_.size() <= max_origins) return;
    for (auto at = origins_.begin(); at != origins_.end();) {
      at = at->second.busy == 0 ? origins_.erase(at) : std::next(at);
    }
  }

  const TransportSettings settings_;
  std::mutex mutex_;
  std::condition_variable released_;
  std::map<std::string, Origin> origins_;
};

/// One request on its way: what httplib's callbacks share.
class HttplibExchange {
 public:
  using Clock = std::chrono::steady_clock;

  HttplibExchange(const Request& request, const TransportOptions& options, Clock::time_point start)
      : request_(request), options_(options), start_(start), last_progress_(start) {}

  /// Nothing that can be waited for is longer than this.
  static constexpr std::chrono::milliseconds forever = std::chrono::hours(24 * 365);

  /// When the whole exchange must be over.
  Clock::time_point deadline() const { return start_ + limited(options_.timeouts.total, forever); }

  /// Sends and receives by `client`, which nobody else uses. A body of unknown size goes in chunks.
  TransportResult run(httplib::Client& client, const Url& url,
                      std::optional<std::uint64_t> body_size) {
    const auto left =
        std::max(std::chrono::duration_cast<std::chrono::milliseconds>(deadline() - Clock::now()),
                 std::chrono::milliseconds(1));
    connect_limit_ = limited(options_.timeouts.connect, left);
    read_limit_ = limited(options_.timeouts.read, left);
    write_limit_ = limited(options_.timeouts.write, left);
    client.set_connection_timeout(connect_limit_);
    client.set_read_timeout(read_limit_);
    client.set_write_timeout(write_limit_);
    last_progress_ = Clock::now();

    httplib::Request outgoing = make_request(url, body_size);
    httplib::Response incoming;
    httplib::Error error = httplib::Error::Success;
    const bool whole = client.send(outgoing, incoming, error);
    // Without a body to come, httplib asked no one.
    if (whole) static_cast<void>(has_fitting_headers(incoming));
    if (!(whole && stop_ == Stop::none) && stop_ != Stop::no_body) return failure(url, error);

    read_head(incoming);
    return std::move(response_);
  }

  /// Whether the connection may carry another request after `run`.
  bool is_clean() const noexcept { return stop_ == Stop::none; }

 private:
  // Why a callback told httplib to stop.
  enum class Stop : int {
    none,
    deadline,
    body_limit,
    decompressed_limit,
    header_limit,
    interim,
    unreadable_file,
    no_body,
    receiver
  };

  static std::chrono::milliseconds limited(std::chrono::milliseconds limit,
                                           std::chrono::milliseconds most) {
    return limit.count() <= 0 || limit > most ? most : limit;
  }

  bool stop(Stop reason) {
    stop_ = reason;
    return false;
  }

  // Called for every piece that went either way.
  bool progress() {
    last_progress_ = Clock::now();
    return takes_body_ || last_progress_ < deadline() || stop(Stop::deadline);
  }

  void read_head(const httplib::Response& incoming) {
    response_.status = incoming.status;
    response_.headers = {};
    for (const auto& field : incoming.headers) response_.headers.add(field.first, field.second);
  }

  bool has_fitting_headers(const httplib::Response& incoming) {
    std::size_t size = 0;
    for (const auto& field : incoming.headers) size += field.first.size() + field.second.size() + 4;
    return size <= options_.max_header_bytes || stop(Stop::header_limit);
  }

  httplib::Request make_request(const Url& url, std::optional<std::uint64_t> body_size) {
    httplib::Request outgoing;
    outgoing.method = request_.method;
    outgoing.path = url.target;
    for (const Header& field : request_.headers) outgoing.headers.emplace(field.name, field.value);
#if defined(CPPHTTPLIB_ZLIB_SUPPORT) && defined(CPPHTTPLIB_BROTLI_SUPPORT)
    if (!request_.headers.contains("Accept-Encoding")) {
      outgoing.headers.emplace("Accept-Encoding", "gzip, br");
    }
#endif
    if (body_size != std::uint64_t{0}) provide_body(outgoing, body_size);
    outgoing.response_handler = [this](const httplib::Response& incoming) {
      if (!progress() || !has_fitting_headers(incoming)) return false;
      is_compressed_ = incoming.has_header("Content-Encoding");
      // An interim answer before the one that counts (RFC 9110 15.2): httplib only passes over 100,
      // and would take what follows for the body.
      if (incoming.status / 100 == 1) return stop(Stop::interim);
      // httplib would wait for the body that a 304 never has (RFC 9110 15.4.5).
      if (incoming.status == 304) return stop(Stop::no_body);
      if (options_.receiver != nullptr) {
        read_head(incoming);
        takes_body_ = options_.receiver->begin(response_);
        if (takes_body_) return true;
      }
      const std::string length = incoming.get_header_value("Content-Length");
      if (std::strtoull(length.c_str(), nullptr, 10) > options_.max_body_bytes) {
        return stop(Stop::body_limit);
      }
      return true;
    };
    outgoing.content_receiver = [this](const char* data, std::size_t size, std::uint64_t,
                                       std::uint64_t) {
      received_ += size;
      if (is_compressed_ && received_ > options_.max_decompressed_bytes) {
        return stop(Stop::decompressed_limit);
      }
      if (takes_body_) {
        return options_.receiver->receive({data, size}) ? progress() : stop(Stop::receiver);
      }
      if (size > options_.max_body_bytes - response_.body.size()) return stop(Stop::body_limit);
      response_.body.append(data, size);
      return progress();
    };
    return outgoing;
  }

  // By the provider even for a body in memory: httplib copies requests with the text in them.
  void provide_body(httplib::Request& outgoing, std::optional<std::uint64_t> body_size) {
    const bool is_chunked = !body_size;
    if (is_chunked) {
      outgoing.is_chunked_content_provider_ = true;
      outgoing.headers.emplace("Transfer-Encoding", "chunked");
    } else {
      outgoing.content_length_ = static_cast<std::size_t>(*body_size);
    }
    outgoing.content_provider_ = [this, is_chunked, reader = request_.body.open()](
                                     std::size_t, std::size_t length, httplib::DataSink& sink) {
      char buffer[16384];
      const auto count =
          reader(buffer, is_chunked ? sizeof buffer : std::min(length, sizeof buffer));
      if (is_chunked && count == std::size_t{0}) {
        sink.done();
        return true;
      }
      // The length is promised already; a file that became shorter cannot keep it.
      if (!count || *count == 0) return stop(Stop::unreadable_file);
      return sink.write(buffer, *count) && progress();
    };
  }

  TransportError failure(const Url& url, httplib::Error error) const {
    const std::string host = url.origin();
    const auto waited = Clock::now() - last_progress_;
    const auto timeout = [&](const char* what, bool sent) {
      return TransportError{TransportErrorKind::timeout, host + ": " + what, sent};
    };
    switch (stop_) {
      case Stop::deadline:
        return timeout("no whole answer within the total timeout", true);
      case Stop::body_limit:
        return make_limit_error(host, "the body is", options_.max_body_bytes, "max_body_bytes");
      case Stop::decompressed_limit:
        return make_limit_error(host, "the body, decompressed, is", options_.max_decompressed_bytes,
                                "max_decompressed_bytes");
      case Stop::header_limit:
        return make_limit_error(host, "the headers are", options_.max_header_bytes,
                                "max_header_bytes");
      case Stop::interim:
        return {TransportErrorKind::read,
                host + ": an interim answer came, which httplib cannot pass over", true};
      case Stop::receiver:
        return {TransportErrorKind::stopped, "the receiver wanted no more of the body", true};
      case Stop::unreadable_file:
        return {TransportErrorKind::request,
                "a file to upload became unreadable, or is not as long as it said", true};
      case Stop::none:
      case Stop::no_body:
        break;
    }
    switch (error) {
      case httplib::Error::ConnectionTimeout:
        return timeout("not connected within the connect timeout", false);
      case httplib::Error::Connection:
      case httplib::Error::BindIPAddress:
        if (waited >= connect_limit_) {
          return timeout("not connected within the connect timeout", false);
        }
        return {TransportErrorKind::connect, host + ": cannot connect", false};
      case httplib::Error::SSLConnection:
        if (waited >= connect_limit_) {
          return timeout("no secure connection within the connect timeout", false);
        }
        return {TransportErrorKind::tls, host + ": the TLS handshake failed", false};
      case httplib::Error::SSLLoadingCerts:
        return {TransportErrorKind::tls, "cannot read the certificates to trust", false};
      case httplib::Error::SSLServerVerification:
        return {TransportErrorKind::tls, host + ": the server's certificate is not trusted", false};
      case httplib::Error::Write:
        if (waited >= write_limit_) {
          return timeout("nothing could be written within the write timeout", true);
        }
        return {TransportErrorKind::write, host + ": the connection broke while writing", true};
      default:
        if (waited >= read_limit_) return timeout("nothing came within the read timeout", true);
        return {TransportErrorKind::read, host + ": the connection broke while reading", true};
    }
  }

  const Request& request_;
  const TransportOptions& options_;
  const Clock::time_point start_;
  Clock::time_point last_progress_;
  std::chrono::milliseconds connect_limit_{0};
  std::chrono::milliseconds read_limit_{0};
  std::chrono::milliseconds write_limit_{0};
  Stop stop_ = Stop::none;
  bool is_compressed_ = false;
  std::uint64_t received_ = 0;  // of the body, content coding undone
  // The receiver took the body.
  bool takes_body_ = false;
  Response response_;
};

/// The transport of `httplib_transport`.
class HttplibTransport final : public Transport {
 public:
  HttplibTransport(std::string_view base_url, TransportSettings settings)
      : base_url_(base_url), pool_(std::move(settings)) {}

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

    HttplibExchange exchange(request, options, HttplibExchange::Clock::now());
    const auto lease = pool_.acquire(*url, exchange.deadline());
    if (!lease) {
      return TransportError{TransportErrorKind::timeout,
                            url->origin() + ": no connection was free within the total timeout",
                            false};
    }
    TransportResult result = run(exchange, *lease->client, *url, size);
    lease->reusable = exchange.is_clean() && std::holds_alternative<Response>(result);
    return result;
  }

 private:
  static TransportResult run(HttplibExchange& exchange, httplib::Client& client, const Url& url,
                             std::optional<std::uint64_t> size) {
    if (!client.is_valid()) {
      return TransportError{TransportErrorKind::tls, "cannot use the client certificate", false};
    }
    const SigpipeGuard guard;
#if defined(__cpp_exceptions) || defined(__EXCEPTIONS)
    try {
      return exchange.run(client, url, size);
    } catch (const std::bad_alloc&) {
      throw;
    } catch (...) {
      return TransportError{TransportErrorKind::read, url.origin() + ": httplib gave up", true};
    }
#else
    return exchange.run(client, url, size);
#endif
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
  HttplibPool pool_;
};

/// A transport over the network. `base_url` may have a path; one that is not http or https makes
/// every request fail by saying so.
inline std::shared_ptr<Transport> httplib_transport(std::string_view base_url,
                                                    TransportSettings settings = {}) {
  return std::make_shared<HttplibTransport>(base_url, std::move(settings));
}

}  // namespace v1
}  // namespace bindery
