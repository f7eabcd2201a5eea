// SPDX-License-Identifier: MIT-0
// One call of an operation: what generated functions fill in, send and get a result from.
// Must not be kept: it lives as long as the function that makes it.
#pragma once

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
#include "bindery/call_error.hpp"
#include "bindery/decode_answer.hpp"
#include "bindery/error_body.hpp"
#include "bindery/file.hpp"
#include "bindery/form.hpp"
#include "bindery/http.hpp"
#include "bindery/multipart.hpp"
#include "bindery/parameters.hpp"
#include "bindery/pipeline.hpp"
#include "bindery/request_validator.hpp"
#include "bindery/result.hpp"
#include "bindery/violation.hpp"

namespace bindery {
inline namespace v1 {

/// Gathers the parts of a request, sends it, and reads the answer. The first thing that cannot be
/// put on the wire is remembered, and returned by `send` in place of sending.
class Call {
 public:
  /// All three must outlive the call.
  Call(const Pipeline& pipeline, const CallOptions& options, const Operation& operation)
      : pipeline_(pipeline), options_(options) {
    context_.operation = operation;
    context_.decode = pipeline.decode_options(options);
  }

  /// Holds the request struct to the document's constraints, when the client's options ask for it.
  template <class Request>
  void validate(const Request& request) {
    const RequestValidator* const validator = pipeline_.options().validator.get();
    if (validator == nullptr) return;
    const std::vector<Violation> violations = validator->check(RequestRef::of(request));
    if (!violations.empty()) refuse(violations_text(violations));
  }

  /// Fills `{name}` of the path. It must get a value that is not empty.
  template <class T>
  void path(std::string_view name, const T& value,
            const Serialization& how = {Style::simple, false, false}) {
    add_path(name, path_text(name, parameter_value(value), how));
  }
  template <class T>
  void query(std::string_view name, const T& value, const Serialization& how = {}) {
    add_pairs(query_, query_pairs(name, parameter_value(value), how));
  }
  template <class T>
  void header(std::string_view name, const T& value,
              const Serialization& how = {Style::simple, false, false}) {
    const ParameterValue parameter = parameter_value(value);
    if (!parameter.is_absent()) headers_.set(name, header_text(parameter, how.explode));
  }
  template <class T>
  void cookie(std::string_view name, const T& value, const Serialization& how = {}) {
    add_pairs(cookies_, query_pairs(name, parameter_value(value), how));
  }

  /// Parameters with `content` in place of a schema (OAS 3.1 4.8.12.2): one JSON text.
  template <class T>
  void path_json(std::string_view name, const T& value) {
    if (const auto text = json_of(value)) add_path(name, percent_encoded(*text));
  }
  template <class T>
  void query_json(std::string_view name, const T& value) {
    if (const auto text = json_of(value)) {
      query_.push_back({percent_encoded(name), percent_encoded(*text)});
    }
  }
  template <class T>
  void header_json(std::string_view name, const T& value) {
    if (const auto text = json_of(value)) headers_.set(name, *text);
  }
  template <class T>
  void cookie_json(std::string_view name, const T& value) {
    if (const auto text = json_of(value)) {
      cookies_.push_back({percent_encoded(name), percent_encoded(*text)});
    }
  }

  /// Bodies; an absent value sends none. A null that is allowed is sent as `null`.
  template <class T>
  void json_body(const T& value, std::string_view media_type = "application/json") {
    if (auto text = json_of(value)) set_body(std::move(*text), media_type);
  }
  template <class T>
  void text_body(const T& value, std::string_view media_type = "text/plain") {
    ParameterValue text = parameter_value(value);
    if (!text.is_absent()) set_body(std::move(text.text), media_type);
  }
  void binary_body(const File& file, std::string_view media_type = "application/octet-stream") {
    // A range such as `image/*` leaves the choice to the file.
    const bool is_range = media_type.find('*') != std::string_view::npos;
    set_body(file, is_range ? std::string_view(file.content_type()) : media_type);
  }
  void binary_body(const std::optional<File>& file,
                   std::string_view media_type = "application/octet-stream") {
    if (file) binary_body(*file, media_type);
  }
  void form_body(const Form& form) { set_body(form.text(), "application/x-www-form-urlencoded"); }
  void multipart_body(const Multipart& parts, std::string_view media_type = "multipart/form-data") {
    if (!parts.invalid_content_type().empty()) {
      refuse("a part has the content type " + parts.invalid_content_type());
    }
    const std::string boundary = parts.choose_boundary([this] { return pipeline_.random(); });
    set_body(parts.body(boundary), std::string(media_type) + "; boundary=" + boundary);
  }

  /// The operation's own server, absolute or as seen from the client's base URL (RFC 3986 5.2).
  /// Options of the caller go before it.
  void server(std::string_view url) { server_ = std::string(url); }

  /// The ways the document lets a request in.
  void authorize(std::initializer_list<SchemeNames> alternatives) {
    credentials_ = choose_credentials(pipeline_.credentials(), alternatives);
  }

  /// Sends, and reads a success as `T`.
  template <class T>
  Result<T> send(std::initializer_list<Answer> answers) {
    std::variant<Chosen, Error> outcome = exchange(answers);
    if (auto* error = std::get_if<Error>(&outcome)) return std::move(*error);
    Chosen& chosen = *std::get_if<Chosen>(&outcome);
    return decode_answer<T>(context_, std::move(chosen.response), chosen.answer.content);
  }

  /// Sends, and reads a success as the alternative of `Variant` that its answer names.
  template <class Variant>
  Result<Variant> send_one_of(std::initializer_list<Answer> answers) {
    std::variant<Chosen, Error> outcome = exchange(answers);
    if (auto* error = std::get_if<Error>(&outcome)) return std::move(*error);
    Chosen& chosen = *std::get_if<Chosen>(&outcome);
    return decode_one_of<Variant>(context_, std::move(chosen.response), chosen.answer);
  }

 private:
  // A success, and the documented answer to read it as.
  struct Chosen {
    Response response;
    Answer answer;
  };

  /// Refuses what JSON cannot say (RFC 8259 6, 8.1) instead of sending something else.
  template <class T>
  std::optional<std::string> json_of(const T& value) {
    if constexpr (IsOptional<T>::value) {
      if (!value) return std::nullopt;
      return json_of(*value);
    } else if constexpr (IsOptionalNullable<T>::value) {
      if (value.is_absent()) return std::nullopt;
      return value.is_null() ? std::string("null") : json_of(*value);
    } else {
      JsonWriter out;
      if constexpr (std::is_convertible_v<const T&, std::string_view>) {
        Codec<std::string_view>::encode(out, value);
      } else {
        Codec<T>::encode(out, value);
      }
      if (!out.is_exact()) {
        refuse("a text is not UTF-8, or a number is not finite: JSON cannot say it");
      }
      return out.take();
    }
  }

  void refuse(std::string reason) {
    if (refusal_.empty()) refusal_ = std::move(reason);
  }

  void add_path(std::string_view name, std::string text) {
    if (text.empty()) refuse("the path parameter `" + std::string(name) + "` is empty");
    path_.push_back({std::string(name), std::move(text)});
  }

  static void add_pairs(std::vector<EncodedPair>& to, std::vector<EncodedPair> pairs) {
    for (EncodedPair& pair : pairs) to.push_back(std::move(pair));
  }

  void set_body(Body body, std::string_view media_type) {
    body_ = std::move(body);
    headers_.set("Content-Type", media_type);
  }

  std::string expanded_path() {
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

    const std::size_t query = path.find('?');
    std::string safe;
    append_without_dot_segments(safe, std::string_view(path).substr(0, query));
    if (query != std::string::npos) safe += path.substr(query);
    return safe;
  }

  std::string chosen_base() const {
    if (!options_.base_url.empty()) return options_.base_url;
    const std::string base = pipeline_.base_url();
    if (server_.empty() || !pipeline_.options().base_url.empty()) return base;
    return resolve_url(base, server_);
  }

  static void replace(Headers& headers, const Headers& with) {
    for (const Header& field : with) headers.remove(field.name);
    for (const Header& field : with) headers.add(field.name, field.value);
  }

  void apply_credentials(Headers& headers) {
    for (const ChosenCredential& chosen : credentials_) {
      const Credential* const credential = chosen.credential;
      if (credential->tokens != nullptr) continue;  // Had when the request leaves.
      for (const std::string& secret : credential->secrets) context_.redactor.add(secret);
      if (credential->in == In::header) headers.set(credential->name, credential->value);
      const EncodedPair pair{percent_encoded(credential->name), percent_encoded(credential->value)};
      if (credential->in == In::query) query_.push_back(pair);
      if (credential->in == In::cookie) cookies_.push_back(pair);
    }
  }

  // What callers put into headers by hand is kept out of messages as well.
  void redact_headers(const Headers& headers) {
    for (const Header& field : headers) {
      for (const std::string_view name : {"Authorization", "Proxy-Authorization", "Cookie"}) {
        if (equals_ignoring_case(field.name, name)) context_.redactor.add(field.value);
      }
    }
  }

  Request make_request(std::initializer_list<Answer> answers) {
    Request request;
    request.method = std::string(context_.operation.method);
    Headers& headers = request.headers;
    if (!pipeline_.options().user_agent.empty()) {
      headers.set("User-Agent", pipeline_.options().user_agent);
    }
    headers.set("Accept", accepted(answers));
    replace(headers, pipeline_.options().headers);
    replace(headers, headers_);
    replace(headers, options_.headers);
    apply_credentials(headers);
    if (!cookies_.empty()) {
      std::string cookies(headers.find("Cookie").value_or(std::string_view()));
      if (!cookies.empty()) cookies += "; ";
      headers.set("Cookie", cookies + joined_pairs(cookies_, "; "));
    }
    redact_headers(headers);
    std::string path = expanded_path();
    if (!query_.empty()) {
      path += path.find('?') == std::string::npos ? '?' : '&';
      path += joined_pairs(query_, "&");
    }
    request.url = join_url(chosen_base(), path);
    request.body = std::move(body_);
    return request;
  }

  static std::string accepted(std::initializer_list<Answer> answers) {
    bool json = false;
    bool text = false;
    for (const Answer& answer : answers) {
      if (answer.content == Content::binary) return "*/*";
      json = json || answer.content == Content::json;
      text = text || answer.content == Content::text;
    }
    if (json && text) return "application/json, text/plain";
    return json ? "application/json" : text ? "text/plain" : "*/*";
  }

  // What HTTP or our own rules do not let out.
  void check(const Request& request) {
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

  std::variant<Chosen, Error> exchange(std::initializer_list<Answer> answers) {
    Request request = make_request(answers);
    check(request);
    if (!refusal_.empty()) return make_invalid_request(context_, refusal_);
    TransportResult outcome =
        send_authorized(pipeline_, request, options_, credentials_, context_.redactor);
    if (const auto* error = std::get_if<TransportError>(&outcome)) {
      return make_transport_error(context_, *error);
    }
    Response& response = *std::get_if<Response>(&outcome);
    context_.wall_now = pipeline_.wall_now();
    const Answer* answer = match_answer(answers, response.status);
    if (is_success(response.status)) {
      if (answer == nullptr) answer = first_success(answers);
      if (answer != nullptr) return Chosen{std::move(response), *answer};
    }
    const ErrorKind kind =
        answer != nullptr ? ErrorKind::documented_error : ErrorKind::unexpected_status;
    return make_status_error(context_, kind, std::move(response));
  }

  const Pipeline& pipeline_;
  const CallOptions& options_;
  CallContext context_;
  std::vector<EncodedPair> path_;
  std::vector<EncodedPair> query_;
  std::vector<EncodedPair> cookies_;
  Headers headers_;
  Body body_;
  std::string server_;
  std::string refusal_;
  std::vector<ChosenCredential> credentials_;
};

}  // namespace v1
}  // namespace bindery
