// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/logging.hpp".
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "bindery/compiled.hpp"
#include "bindery/headers.hpp"
#include "bindery/http.hpp"
#include "bindery/logging.hpp"
#include "bindery/middleware.hpp"
#include "bindery/redact.hpp"
#include "bindery/transport.hpp"
#include "bindery/uri.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY bool is_secret_name(std::string_view name) noexcept {
  for (const std::string_view word : {"authorization", "cookie", "key", "token", "secret",
                                      "signature", "password", "credential"}) {
    for (std::size_t at = 0; at + word.size() <= name.size(); ++at) {
      if (equals_ignoring_case(name.substr(at, word.size()), word)) return true;
    }
  }
  return false;
}

BINDERY_BODY std::string loggable_url(std::string_view text,
                                      const std::vector<std::string>& shown) {
  std::string bare(text);
  if (const std::size_t colon = bare.find("://"); colon != std::string::npos) {
    const std::size_t begin = colon + 3;
    const std::size_t end = (std::min)(bare.find_first_of("/?#", begin), bare.size());
    const std::size_t at = bare.substr(begin, end - begin).rfind('@');
    if (at != std::string::npos) bare.erase(begin, at + 1);
  }
  const std::optional<Url> url = parse_url(bare);
  if (!url) return "(no http URL)";
  const std::string_view target = url->target;
  const std::size_t mark = (std::min)(target.find('?'), target.size());
  std::string out = url->origin();
  out += target.substr(0, mark);
  for (std::size_t at = mark; at < target.size();) {
    // With the `?` or `&` before it.
    const std::string_view part = target.substr(at, target.find('&', at + 1) - at);
    at += part.size();
    const std::size_t equals = part.find('=');
    const std::string name = percent_decoded(part.substr(1, (std::min)(equals, part.size()) - 1));
    const bool is_shown = std::find(shown.begin(), shown.end(), name) != shown.end();
    if (part.size() == 1 || (is_shown && !is_secret_name(name))) {
      out += part;
    } else {
      out += equals == std::string_view::npos ? part.substr(0, 1) : part.substr(0, equals + 1);
      out += "...";
    }
  }
  return out;
}

namespace detail {

BINDERY_BODY bool CountingReceiver::begin(const Response& head) {
  return has_begun_ = receiver_->begin(head);
}

BINDERY_BODY bool CountingReceiver::receive(std::string_view bytes) {
  bytes_ += bytes.size();
  return receiver_->receive(bytes);
}

// What was taken; nothing when no body was.
BINDERY_BODY std::optional<std::uint64_t> CountingReceiver::bytes() const noexcept {
  return has_begun_ ? std::optional<std::uint64_t>(bytes_) : std::nullopt;
}

// Appends ` name="text"`, where the text stays within its quotes.
BINDERY_BODY void log_text(std::string& line, std::string_view name, std::string_view text) {
  line.append(" ").append(name).append("=\"");
  for (const char c : Redactor().excerpt(text)) {
    if (c == '"' || c == '\\') line += '\\';
    line += c;
  }
  line += '"';
}

BINDERY_BODY void log_number(std::string& line, std::string_view name,
                             std::optional<std::uint64_t> number) {
  if (number) line.append(" ").append(name).append("=").append(std::to_string(*number));
}

// Appends the fields that are asked for, each as ` request.name="value"`.
BINDERY_BODY void log_fields(std::string& line, std::string_view side, const Headers& headers,
                             const std::vector<std::string>& shown) {
  for (const Header& field : headers) {
    if (is_secret_name(field.name) || !is_valid_header_name(field.name)) continue;
    for (const std::string& name : shown) {
      if (!equals_ignoring_case(field.name, name)) continue;
      log_text(line, std::string(side) + field.name, field.value);
      break;
    }
  }
}

}  // namespace detail

BINDERY_BODY Middleware logging_middleware(std::function<void(std::string_view line)> log,
                                           LogSettings settings) {
  return [log = std::move(log), settings = std::move(settings)](
             const Request& request, const TransportOptions& options, const Next& next) {
    if (!log) return next(request, options);
    const auto now = [&settings] {
      return settings.now ? settings.now() : std::chrono::steady_clock::now();
    };
    const bool is_method = is_valid_header_name(request.method);
    std::string line = is_method ? request.method : "(no method)";
    line += ' ' + loggable_url(request.url, settings.query);
    if (settings.before) log(line + " begins");

    const std::optional<std::uint64_t> size = request.body.size();
    detail::CountingReceiver counting(options.receiver);
    TransportOptions watched = options;
    if (options.receiver != nullptr) watched.receiver = &counting;
    const auto start = now();
    TransportResult outcome = next(request, watched);
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(now() - start);

    const auto* response = std::get_if<Response>(&outcome);
    std::optional<std::uint64_t> received = counting.bytes();
    if (response != nullptr) {
      line += " status=" + std::to_string(response->status);
      received = received.value_or(0) + response->body.size();
    } else if (const auto* error = std::get_if<TransportError>(&outcome)) {
      detail::log_text(line, "error", to_string(error->kind));
      detail::log_text(line, "message", error->message);
    }
    line += " ms=" + std::to_string(ms.count());
    detail::log_number(line, "request_bytes", size);
    detail::log_number(line, "response_bytes", received);
    if (response != nullptr) {
      const std::string id = request_id_of(response->headers);
      if (!id.empty()) detail::log_text(line, "request_id", id);
    }
    detail::log_fields(line, "request.", request.headers, settings.headers);
    if (response != nullptr) {
      detail::log_fields(line, "response.", response->headers, settings.headers);
    }
    log(line);
    return outcome;
  };
}

}  // namespace v1
}  // namespace bindery
