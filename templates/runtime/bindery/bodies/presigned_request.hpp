// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/presigned_request.hpp".
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "bindery/call_error.hpp"
#include "bindery/cancel.hpp"
#include "bindery/compiled.hpp"
#include "bindery/error.hpp"
#include "bindery/headers.hpp"
#include "bindery/http.hpp"
#include "bindery/options.hpp"
#include "bindery/pipeline.hpp"
#include "bindery/presigned_request.hpp"
#include "bindery/transport.hpp"
#include "bindery/uri.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY bool is_expired(const Response& response) {
  return response.status == 403 || response.status == 404 || response.status == 410 ||
         (response.status == 400 && response.body.find("ExpiredToken") != std::string::npos);
}

BINDERY_BODY PresignedRequest::PresignedRequest(const Pipeline& pipeline, std::string method,
                                                const Headers& headers)
    : pipeline_(pipeline) {
  request.method = std::move(method);
  const std::string& user_agent = pipeline.options().user_agent;
  if (!user_agent.empty()) request.headers.set("User-Agent", user_agent);
  request.headers.set("Accept", "*/*");
  for (const Header& field : headers) request.headers.remove(field.name);
  for (const Header& field : headers) request.headers.add(field.name, field.value);
}

BINDERY_BODY std::optional<Error> PresignedRequest::set_url(std::string_view url) {
  request.url = std::string(url.substr(0, url.find('#')));
  hide_query_of(request.url);
  const std::optional<Url> parts = parse_url(request.url);
  place_ = parts ? parts->origin() + parts->target.substr(0, parts->target.find('?')) : "";
  context_.operation = {{}, request.method, place_};
  if (!is_valid_header_name(request.method)) return invalid("the method is none");
  if (!parts) return invalid("the URL is not one of http or https without credentials in it");
  if (const Header* field = request.headers.first_invalid()) {
    return invalid("the header `" + field->name + "` has a name or value that HTTP does not allow");
  }
  return std::nullopt;
}

BINDERY_BODY Budget PresignedRequest::budget(const std::optional<Timeouts>& timeouts,
                                             const std::optional<int>& max_retries,
                                             const CancelToken& cancel) const {
  CallOptions options;
  options.timeouts = timeouts;
  options.max_retries = max_retries;
  options.cancel = cancel;
  Budget budget = pipeline_.budget(options);
  if (!timeouts) budget.settings.timeouts.total = std::chrono::milliseconds(0);
  budget.settings.total_bounds_body = true;
  // What is held is the text of an error, or the little that follows an upload.
  constexpr std::size_t most = std::size_t{1} << 20;
  budget.settings.max_body_bytes = (std::min)(budget.settings.max_body_bytes, most);
  return budget;
}

BINDERY_BODY TransportResult PresignedRequest::send(const Budget& budget, BodyReceiver* receiver) {
  std::string last_url;
  SendOptions how;
  how.receiver = receiver;
  how.last_url = &last_url;
  TransportResult outcome = pipeline_.send(request, budget, how);
  hide_query_of(last_url);
  context_.wall_now = pipeline_.wall_now();
  return outcome;
}

BINDERY_BODY Error PresignedRequest::invalid(const std::string& reason) const {
  return make_invalid_request(context_, reason);
}

BINDERY_BODY Error PresignedRequest::failed(const TransportError& error) const {
  return make_transport_error(context_, error);
}

BINDERY_BODY Error PresignedRequest::refused(Response response) const {
  std::string text = summarize_error_body(response.body, context_.redactor);
  if (is_expired(response)) {
    text = "the URL has expired, or leads to nothing" + (text.empty() ? "" : ": " + text);
  }
  return make_call_error(context_, ErrorKind::unexpected_status, std::move(response), text);
}

BINDERY_BODY Error PresignedRequest::no_file(const std::string& reason) const {
  constexpr std::size_t longest = 2000;
  return Error(ErrorKind::file,
               context_.subject() + ": " + context_.redactor.excerpt(reason, longest));
}

BINDERY_BODY Error PresignedRequest::too_large(const Response& head, std::uint64_t most,
                                               std::string_view option) const {
  return make_limit_error(
      context_, head, option,
      "the file is larger than " + std::to_string(most) + " bytes (" + std::string(option) + ")");
}

// As a whole and by its values, since servers repeat what they do not like. The short ones are no
// secrets, and would be found everywhere; more than a few would take time to look for.
BINDERY_BODY void PresignedRequest::hide_query_of(const std::string& url) {
  constexpr std::size_t shortest = 6;
  std::string_view query = std::string_view(url).substr((std::min)(url.find('?'), url.size()));
  context_.redactor.add(query.substr((std::min)(std::size_t{1}, query.size())));
  for (int values = 0; values < 32 && !query.empty(); ++values) {
    query.remove_prefix(1);  // `?` or `&`.
    const std::string_view pair = query.substr(0, query.find('&'));
    query.remove_prefix(pair.size());
    const std::string_view value = pair.substr((std::min)(pair.find('=') + 1, pair.size()));
    if (value.size() < shortest) continue;
    context_.redactor.add(value);
    context_.redactor.add(percent_decoded(value));
  }
}

}  // namespace v1
}  // namespace bindery
