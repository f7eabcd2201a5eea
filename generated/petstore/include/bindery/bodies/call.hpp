// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/call.hpp".
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "bindery/answer.hpp"
#include "bindery/auth.hpp"
#include "bindery/authorized_send.hpp"
#include "bindery/call.hpp"
#include "bindery/call_error.hpp"
#include "bindery/compiled.hpp"
#include "bindery/error.hpp"
#include "bindery/file.hpp"
#include "bindery/form.hpp"
#include "bindery/headers.hpp"
#include "bindery/http.hpp"
#include "bindery/media_type.hpp"
#include "bindery/multipart.hpp"
#include "bindery/options.hpp"
#include "bindery/pipeline.hpp"
#include "bindery/serialization.hpp"
#include "bindery/transport.hpp"
#include "bindery/uri.hpp"
#include "bindery/uuid.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY Call::Call(const Pipeline& pipeline, const CallOptions& options,
                        const Operation& operation)
    : pipeline_(pipeline), options_(pipeline.options_of(operation.id, options)) {
  context_.operation = operation;
  context_.decode = pipeline.decode_options(options_);
}

BINDERY_BODY Call::~Call() = default;

BINDERY_BODY void Call::query_string(const Form& form) {
  if (!form.obstacle().empty()) refuse(form.obstacle());
  query_string_ = form.text();
}

BINDERY_BODY void Call::choose_content(std::string_view wanted,
                                       std::initializer_list<std::string_view> offered) {
  offered_content_ = *offered.begin();
  content_type_ = std::string(wanted);
  if (wanted.empty()) return;
  // A name goes before a range, wherever it stands.
  const auto fits = [&](bool is_range) {
    return std::find_if(offered.begin(), offered.end(), [&](std::string_view one) {
      return is_media_range(one) == is_range && fits_media_type(one, wanted);
    });
  };
  const auto* found = fits(false);
  if (found == offered.end()) found = fits(true);
  if (found == offered.end() || is_media_range(wanted)) {
    return refuse("the document has no body of the content type `" + content_type_ + "`");
  }
  offered_content_ = *found;
}

BINDERY_BODY bool Call::sends(std::initializer_list<std::string_view> offered) const noexcept {
  return std::find(offered.begin(), offered.end(), offered_content_) != offered.end();
}

BINDERY_BODY void Call::binary_body(const File& file, std::string_view media_types) {
  set_body(file, chosen_media_type(media_types, file.content_type()));
}

BINDERY_BODY void Call::binary_body(const std::optional<File>& file, std::string_view media_types) {
  if (file) binary_body(*file, media_types);
}

BINDERY_BODY void Call::form_body(const Form& form, std::string_view media_type) {
  if (!form.obstacle().empty()) refuse(form.obstacle());
  set_body(form.text(), media_type);
}

BINDERY_BODY void Call::multipart_body(const Multipart& parts, std::string_view media_type) {
  if (!parts.obstacle().empty()) refuse(parts.obstacle());
  const std::string boundary = parts.choose_boundary([this] { return pipeline_.random(); });
  set_body(parts.body(boundary), media_type);
  headers_.set("Content-Type",
               std::string(*headers_.find("Content-Type")) + "; boundary=" + boundary);
}

BINDERY_BODY void Call::idempotency_key(std::string_view header) { idempotency_key_ = header; }

BINDERY_BODY void Call::server(std::string_view url) { server_ = std::string(url); }

BINDERY_BODY void Call::authorize(std::initializer_list<SchemeNames> alternatives) {
  credentials_ = choose_credentials(pipeline_.credentials(), alternatives);
}

BINDERY_BODY std::variant<Request, Error> Call::prepare(std::initializer_list<Answer> answers) {
  Request request = make_request(answers);
  check(request);
  if (!refusal_.empty()) return make_invalid_request(context_, refusal_);
  return request;
}

BINDERY_BODY std::variant<Call::Chosen, Error> Call::exchange(Request& request,
                                                              std::initializer_list<Answer> answers,
                                                              BodyReceiver* receiver) {
  SendOptions how;
  how.operation_id = context_.operation.id;
  how.has_idempotency_key = has_idempotency_key(request);
  how.follows_redirects = std::none_of(answers.begin(), answers.end(), [](const Answer& answer) {
    return answer.status.size() == 3 && answer.status[0] == '3' && answer.status != "304";
  });
  how.receiver = receiver;
  TransportResult outcome =
      send_authorized(pipeline_, request, options_, credentials_, context_.redactor, how);
  if (const auto* error = std::get_if<TransportError>(&outcome)) {
    return make_transport_error(context_, *error);
  }
  Response& response = *std::get_if<Response>(&outcome);
  context_.wall_now = pipeline_.wall_now();
  const Answer* const answer = choose(answers, response);
  if (answer != nullptr && is_success(response.status)) {
    return Chosen{std::move(response), *answer};
  }
  const ErrorKind kind =
      answer != nullptr ? ErrorKind::documented_error : ErrorKind::unexpected_status;
  return make_status_error(context_, kind, std::move(response));
}

BINDERY_BODY const Answer* Call::choose(std::initializer_list<Answer> answers,
                                        const Response& head) {
  const std::string type = media_type_of(head.headers);
  const Answer* const answer = match_answer(answers, head.status, type);
  if (answer != nullptr || !is_success(head.status)) return answer;
  return first_success(answers, type);
}

BINDERY_BODY bool Call::has_idempotency_key(const Request& request) const {
  return !idempotency_key_.empty() ||
         !request.headers.find("Idempotency-Key").value_or(std::string_view()).empty();
}

BINDERY_BODY void Call::refuse(std::string reason) {
  if (refusal_.empty()) refusal_ = std::move(reason);
}

BINDERY_BODY void Call::add_path(std::string_view name, std::string text) {
  if (text.empty()) refuse("the path parameter `" + std::string(name) + "` is empty");
  path_.push_back({std::string(name), std::move(text)});
}

BINDERY_BODY void Call::add_pairs(std::vector<EncodedPair>& to, std::vector<EncodedPair> pairs) {
  for (EncodedPair& pair : pairs) to.push_back(std::move(pair));
}

BINDERY_BODY void Call::set_body(Body body, std::string_view media_type) {
  body_ = std::move(body);
  headers_.set("Content-Type", content_type_.empty() ? media_type : content_type_);
}

BINDERY_BODY std::string Call::expanded_path() {
  std::string_view rest = context_.operation.path;
  std::string path;
  while (!rest.empty()) {
    const std::size_t open = rest.find('{');
    const std::size_t close = open == std::string_view::npos ? open : rest.find('}', open);
    if (close == std::string_view::npos) break;
    percent_encode(path, rest.substr(0, open), Keep::reserved_in_query);
    const std::string_view name = rest.substr(open + 1, close - open - 1);
    const EncodedPair* value = nullptr;
    for (const EncodedPair& pair : path_) {
      if (pair.name == name) value = &pair;
    }
    if (value == nullptr) {
      refuse("the path parameter `" + std::string(name) + "` has no value");
    } else {
      path += value->value;
    }
    rest.remove_prefix(close + 1);
  }
  percent_encode(path, rest, Keep::reserved_in_query);
  // Few have a segment that begins with a dot at all.
  if (path[0] != '.' && path.find("/.") == std::string::npos) return path;

  const std::size_t query = path.find('?');
  std::string safe;
  append_without_dot_segments(safe, std::string_view(path).substr(0, query));
  if (query != std::string::npos) safe += path.substr(query);
  return safe;
}

BINDERY_BODY std::string Call::chosen_base() const {
  if (!options_.base_url.empty()) return options_.base_url;
  const std::string base = pipeline_.base_url();
  if (server_.empty() || !pipeline_.options().base_url.empty()) return base;
  return resolve_url(base, server_);
}

BINDERY_BODY void Call::replace(Headers& headers, const Headers& with) {
  for (const Header& field : with) headers.remove(field.name);
  for (const Header& field : with) headers.add(field.name, field.value);
}

BINDERY_BODY void Call::apply_credentials(Headers& headers) {
  for (const ChosenCredential& chosen : credentials_) {
    const Credential* const credential = chosen.credential;
    if (credential->tokens != nullptr) continue;  // Had when the request leaves.
    for (const std::string& secret : credential->secrets) context_.redactor.add(secret);
    if (credential->in == In::header) {
      headers.set(credential->name, credential->value);
      continue;
    }
    const EncodedPair pair{percent_encoded(credential->name), percent_encoded(credential->value)};
    if (credential->in == In::query) query_.push_back(pair);
    if (credential->in == In::cookie) cookies_.push_back(pair);
  }
}

// Pair by pair; a credential that came back in it is sent once all the same.
BINDERY_BODY void Call::take_query(std::string_view query) {
  query_.clear();
  query_string_.clear();
  while (!query.empty()) {
    const std::string_view pair = query.substr(0, query.find('&'));
    query.remove_prefix((std::min)(pair.size() + 1, query.size()));
    const std::string name = percent_decoded(pair.substr(0, pair.find('=')));
    const bool is_credential =
        std::any_of(credentials_.begin(), credentials_.end(), [&](const ChosenCredential& each) {
          return each.credential->in == In::query && each.credential->name == name;
        });
    if (is_credential || pair.empty()) continue;
    query_string_ +=
        (query_string_.empty() ? "" : "&") + percent_encoded(pair, Keep::reserved_in_query);
  }
}

BINDERY_BODY Request Call::make_request(std::initializer_list<Answer> answers) {
  Request request;
  request.method = std::string(context_.operation.method);
  Headers& headers = request.headers;
  // User-Agent, Accept, a credential, a Content-Type, and some.
  headers.reserve(6);
  if (!pipeline_.options().user_agent.empty()) {
    headers.set("User-Agent", pipeline_.options().user_agent);
  }
  headers.set("Accept", accepted_media_types(answers));
  replace(headers, pipeline_.options().headers);
  replace(headers, headers_);
  replace(headers, options_.headers);
  if (!idempotency_key_.empty() && headers.find(idempotency_key_).value_or("").empty()) {
    headers.set(idempotency_key_, uuid_v4(pipeline_.random(), pipeline_.random()));
  }
  if (options_.query) take_query(*options_.query);
  apply_credentials(headers);
  if (!cookies_.empty()) {
    std::string cookies(headers.find("Cookie").value_or(std::string_view()));
    if (!cookies.empty()) cookies += "; ";
    headers.set("Cookie", cookies + joined_pairs(cookies_, "; "));
  }
  context_.redactor.add_credentials(headers);
  std::string path = expanded_path();
  const auto add_query = [&path](const std::string& text) {
    if (!text.empty()) path += (path.find('?') == std::string::npos ? '?' : '&') + text;
  };
  add_query(query_string_);
  add_query(joined_pairs(query_, "&"));
  request.url = join_url(chosen_base(), path);
  request.body = std::move(body_);
  return request;
}

// What HTTP or our own rules do not let out.
BINDERY_BODY void Call::check(const Request& request) {
  if (const Header* field = request.headers.first_invalid()) {
    refuse("the header `" + field->name + "` has a name or value that HTTP does not allow");
  }
  const std::optional<Url> url = parse_url(request.url);
  if (!url) {
    refuse("the base URL is not a URL of http or https without credentials in it");
    return;
  }
  const bool secret = !credentials_.empty() || request.headers.contains("Authorization");
  if (secret && !url->is_secure() && !url->is_loopback() &&
      !pipeline_.options().allow_insecure_credentials) {
    refuse("credentials would go over plain http to " + url->host +
           "; use https, or allow_insecure_credentials");
  }
}

BINDERY_BODY std::variant<Call::Chosen, Error> Call::exchange(
    std::initializer_list<Answer> answers) {
  std::variant<Request, Error> request = prepare(answers);
  if (auto* error = std::get_if<Error>(&request)) return std::move(*error);
  return exchange(*std::get_if<Request>(&request), answers, nullptr);
}

}  // namespace v1
}  // namespace bindery
