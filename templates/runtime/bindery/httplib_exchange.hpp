// SPDX-License-Identifier: MIT-0
// One request and its response over a connection of cpp-httplib.
// Must not choose the connection, nor repeat anything.
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>

#include "bindery/cancel.hpp"
#include "bindery/headers.hpp"
#include "bindery/http.hpp"
#include "bindery/httplib_pool.hpp"
#include "bindery/transport.hpp"
#include "bindery/uri.hpp"
#include "bindery/watchdog.hpp"

namespace bindery {
inline namespace v1 {

/// One request on its way: what httplib's callbacks share.
class HttplibExchange {
 public:
  using Clock = std::chrono::steady_clock;

  /// All must outlive it.
  HttplibExchange(const Request& request, const TransportOptions& options, Watchdog& watchdog)
      : request_(request), options_(options), watchdog_(watchdog) {}

  static constexpr std::chrono::milliseconds forever = longest_wait;

  /// When the whole exchange must be over.
  Clock::time_point deadline() const { return start_ + limited(options_.timeouts.total, forever); }

  /// A connection is there to be used: the time to connect begins.
  void begin_connecting() { connecting_since_ = Clock::now(); }
  /// When it must be connected.
  Clock::time_point connect_deadline() const {
    return std::min(connecting_since_ + limited(options_.timeouts.connect, forever), deadline());
  }

  /// Sends and receives by `connection`, which nobody else uses. A body of unknown size goes in
  /// chunks. May be called again after it could not connect.
  TransportResult run(HttplibConnection& connection, const Url& url,
                      std::optional<std::uint64_t> body_size,
                      std::chrono::milliseconds connect_limit) {
    // Socket timeouts see single bytes only, and know no callers.
    Watchdog::Alarm alarm(watchdog_, deadline(), [&] {
      cut_ = options_.cancel.is_cancelled() ? Cut::cancelled : Cut::deadline;
      connection.cut.cut();
    });
    const CancelRegistration registration(options_.cancel, [&] { alarm.ring(); });
    alarm_ = &alarm;
    return run(*connection.client, connection.sender, url, body_size, connect_limit);
  }

  /// Whether the connection may carry another request after `run`.
  bool is_clean() const noexcept { return stop_ == Stop::none && cut_ == Cut::none; }

 private:
  // Why the connection was cut under the exchange.
  enum class Cut : int { none, deadline, cancelled };

  TransportResult run(httplib::ClientImpl& client, HttplibSender* sender, const Url& url,
                      std::optional<std::uint64_t> body_size,
                      std::chrono::milliseconds connect_limit) {
    last_progress_ = Clock::now();
    const auto left =
        std::max(std::chrono::duration_cast<std::chrono::milliseconds>(deadline() - last_progress_),
                 std::chrono::milliseconds(1));
    connect_limit_ = limited(connect_limit, left);
    read_limit_ = limited(options_.timeouts.read, left);
    write_limit_ = limited(options_.timeouts.write, left);
    client.set_connection_timeout(connect_limit_);
    client.set_read_timeout(read_limit_);
    client.set_write_timeout(write_limit_);

    httplib::Request outgoing = make_request(url, body_size);
    httplib::Response incoming;
    httplib::Error error = httplib::Error::Success;
    const bool whole = sender != nullptr ? sender->send_plainly(outgoing, incoming, error)
                                         : client.send(outgoing, incoming, error);
    // Without a body to come, httplib asked no one.
    if (whole && !has_head_) static_cast<void>(look_at(incoming));
    if (whole && incoming.status / 100 == 1) static_cast<void>(stop(Stop::interim));
    // A body without a length ends with its connection: one that was cut looks whole.
    const bool is_whole = (whole && stop_ == Stop::none) || stop_ == Stop::no_body;
    if (!is_whole || cut_ != Cut::none) return failure(url, error);

    take_head(incoming);
    return std::move(response_);
  }

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
    return is_unbounded_ || last_progress_ < deadline() || stop(Stop::deadline);
  }

  void read_head(const httplib::Response& incoming) {
    response_.status = incoming.status;
    response_.headers = {};
    response_.headers.reserve(incoming.headers.size());
    for (const auto& field : incoming.headers) response_.headers.add(field.first, field.second);
  }

  // The same by moving.
  void take_head(httplib::Response& incoming) {
    response_.status = incoming.status;
    response_.headers = {};
    response_.headers.reserve(incoming.headers.size());
    for (auto& field : incoming.headers) {
      response_.headers.add(Header{field.first, std::move(field.second)});
    }
  }

  // All that is asked of the headers in one pass: httplib's look-ups make a text and a path through
  // a tree of each question. False when there are too many.
  bool look_at(const httplib::Response& incoming) {
    has_head_ = true;
    std::size_t size = 0;
    for (const auto& [name, value] : incoming.headers) {
      size += name.size() + value.size() + 4;
      if (equals_ignoring_case(name, "Content-Encoding")) is_compressed_ = true;
      if (content_length_ == nullptr && equals_ignoring_case(name, "Content-Length")) {
        content_length_ = &value;
      }
    }
    return size <= options_.max_header_bytes || stop(Stop::header_limit);
  }

  httplib::Request make_request(const Url& url, std::optional<std::uint64_t> body_size) {
    httplib::Request outgoing;
    outgoing.method = request_.method;
    outgoing.path = url.target;
    for (const Header& field : request_.headers) outgoing.headers.emplace(field.name, field.value);
    if (!request_.headers.contains("Host")) {
      // RFC 9110 7.2; httplib leaves out the brackets of an address.
      const std::string port = url.has_default_port() ? "" : ':' + std::to_string(url.port);
      outgoing.headers.emplace("Host", url.bracketed_host() + port);
    }
#if defined(CPPHTTPLIB_ZLIB_SUPPORT) && defined(CPPHTTPLIB_BROTLI_SUPPORT)
    if (!request_.headers.contains("Accept-Encoding")) {
      outgoing.headers.emplace("Accept-Encoding", "gzip, br");
    }
#endif
    if (body_size != std::uint64_t{0}) provide_body(outgoing, body_size);
    outgoing.response_handler = [this](const httplib::Response& incoming) {
      if (!progress() || !look_at(incoming)) return false;
      // An interim answer before the one that counts (RFC 9110 15.2): httplib only passes over 100,
      // and would take what follows for the body.
      if (incoming.status / 100 == 1) return stop(Stop::interim);
      // httplib would wait for the body that a 304 never has (RFC 9110 15.4.5).
      if (incoming.status == 304) return stop(Stop::no_body);
      if (options_.receiver != nullptr) {
        read_head(incoming);
        takes_body_ = options_.receiver->begin(response_);
        is_unbounded_ = takes_body_ && !options_.total_bounds_body;
        if (is_unbounded_) {
          alarm_->put_off(Clock::now() + forever);
          // A cancel that came just now was put off with it.
          if (options_.cancel.is_cancelled()) alarm_->ring();
        }
        if (takes_body_) return true;
      }
      const std::uint64_t length =
          content_length_ == nullptr ? 0 : std::strtoull(content_length_->c_str(), nullptr, 10);
      return length <= options_.max_body_bytes || stop(Stop::body_limit);
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
    if (cut_ == Cut::cancelled) {
      return {TransportErrorKind::cancelled, host + ": cancelled by the caller", true};
    }
    if (cut_ == Cut::deadline) return timeout("no whole answer within the total timeout", true);
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
        // A certificate for another host has an error of its own in later releases.
        if (const std::string said = httplib::to_string(error); said.rfind("SSL", 0) == 0) {
          return {TransportErrorKind::tls, host + ": " + said, false};
        }
        if (waited >= read_limit_) return timeout("nothing came within the read timeout", true);
        return {TransportErrorKind::read, host + ": the connection broke while reading", true};
    }
  }

  const Request& request_;
  const TransportOptions& options_;
  Watchdog& watchdog_;
  const Clock::time_point start_ = Clock::now();
  Clock::time_point connecting_since_ = start_;
  Clock::time_point last_progress_ = start_;
  // While `run` does.
  Watchdog::Alarm* alarm_ = nullptr;
  std::atomic<Cut> cut_{Cut::none};
  std::chrono::milliseconds connect_limit_{0};
  std::chrono::milliseconds read_limit_{0};
  std::chrono::milliseconds write_limit_{0};
  Stop stop_ = Stop::none;
  bool has_head_ = false;
  bool is_compressed_ = false;
  // Of the response that httplib holds; null when it has none.
  const std::string* content_length_ = nullptr;
  std::uint64_t received_ = 0;  // of the body, content coding undone
  // The receiver took the body.
  bool takes_body_ = false;
  // It may take longer than the total timeout for it.
  bool is_unbounded_ = false;
  Response response_;
};

}  // namespace v1
}  // namespace bindery
