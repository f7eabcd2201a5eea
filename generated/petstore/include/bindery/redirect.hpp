// SPDX-License-Identifier: MIT-0
// Where a response sends a request on to (RFC 9110 15.4).
// Must not send.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "bindery/http.hpp"
#include "bindery/transport.hpp"
#include "bindery/uri.hpp"

namespace bindery {
inline namespace v1 {

/// Whether a status says that the answer is elsewhere, for a method that stays what it is.
constexpr bool is_redirect(int status) noexcept {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// Whether asking twice changes nothing (RFC 9110 9.2.1).
constexpr bool is_safe(std::string_view method) noexcept {
  return method == "GET" || method == "HEAD" || method == "OPTIONS" || method == "QUERY";
}

/// Whether a header may go to a server that it was not meant for: a list of those that may, since
/// nobody knows by what name a credential goes.
inline bool is_for_any_server(std::string_view name) noexcept {
  for (const std::string_view known :
       {"Accept", "Accept-Encoding", "Accept-Language", "Cache-Control", "Content-Type",
        "If-Modified-Since", "If-None-Match", "If-Range", "Last-Event-ID", "Range", "User-Agent"}) {
    if (equals_ignoring_case(name, known)) return true;
  }
  return false;
}

/// Whether two URLs lead to one server (RFC 9110 4.3.1).
inline bool is_same_origin(std::string_view first, std::string_view second) {
  const std::optional<Url> a = parse_url(first);
  const std::optional<Url> b = parse_url(second);
  return a && b && a->origin() == b->origin();
}

/// `request`, as it goes to where `response` points: without what only the first server may see
/// when that is another. Nothing when it points nowhere; an error where it is not safe to go.
inline std::optional<std::variant<Request, TransportError>> redirected(const Request& request,
                                                                       const Response& response) {
  const auto location = response.headers.find("Location");
  if (!is_redirect(response.status) || !location || location->empty()) return std::nullopt;
  const auto refused = [](std::string reason) {
    return TransportError{TransportErrorKind::redirect, std::move(reason), true};
  };
  const std::optional<Url> from = parse_url(request.url);
  std::string target = resolve_url(request.url, *location);
  target.erase((std::min)(target.find('#'), target.size()));
  const std::optional<Url> to = parse_url(target);
  if (!from || !to) return refused("the server redirects to what is no URL of http or https");
  if (from->is_secure() && !to->is_secure()) {
    return refused("the server redirects from https to http, on " + to->host);
  }
  Request next{request.method, std::move(target), {}, request.body};
  // RFC 9110 15.4.4: what there is to see is elsewhere, whatever was asked.
  const bool is_get = response.status == 303 && request.method != "HEAD";
  if (is_get) {
    next.method = "GET";
    next.body = Body();
  }
  for (const Header& field : request.headers) {
    if (is_get && equals_ignoring_case(field.name, "Content-Type")) continue;
    if (from->origin() == to->origin() || is_for_any_server(field.name)) {
      next.headers.add(field.name, field.value);
    }
  }
  return next;
}

}  // namespace v1
}  // namespace bindery
