// SPDX-License-Identifier: MIT-0
// One call of an operation: what generated functions fill in, send and get a result from.
// Must not be kept: it lives as long as the function that makes it.
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

#include "bindery/alternative.hpp"
#include "bindery/answer.hpp"
#include "bindery/auth.hpp"
#include "bindery/authorized_send.hpp"
#include "bindery/call_error.hpp"
#include "bindery/decode_answer.hpp"
#include "bindery/error_body.hpp"
#include "bindery/file.hpp"
#include "bindery/form.hpp"
#include "bindery/http.hpp"
#include "bindery/media_type.hpp"
#include "bindery/multipart.hpp"
#include "bindery/parameters.hpp"
#include "bindery/pipeline.hpp"
#include "bindery/request_validator.hpp"
#include "bindery/result.hpp"
#include "bindery/uuid.hpp"
#include "bindery/violation.hpp"

namespace bindery {
inline namespace v1 {

/// Gathers the parts of a request, sends it, and reads the answer. The first thing that cannot be
/// put on the wire is remembered, and returned by `send` in place of sending.
class Call {
 public:
  /// All three must outlive the call.
  Call(const Pipeline& pipeline, const CallOptions& options, const Operation& operation)
      : pipeline_(pipeline), options_(pipeline.options_of(operation.id, options)) {
    context_.operation = operation;
    context_.decode = pipeline.decode_options(options_);
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
    // An empty list is not there (RFC 6570 2.3).
    const bool is_empty = parameter.is_composite() && parameter.items.empty();
    if (parameter.is_absent() || is_empty) return;
    headers_.set(name, header_text(parameter, how.explode));
  }
  template <class T>
  void cookie(std::string_view name, const T& value, const Serialization& how = {}) {
    if (how.style != Style::cookie) {
      return add_pairs(cookies_, query_pairs(name, parameter_value(value), how));
    }
    for (const EncodedPair& pair : cookie_pairs(name, parameter_value(value), how.explode)) {
      // RFC 6265 4.1.1: what would end the pair is no part of it.
      if ((pair.name + pair.value).find_first_of("; \t\r\n") != std::string::npos) {
        refuse("the cookie `" + std::string(name) + "` has a value that a cookie cannot hold");
      }
      cookies_.push_back(pair);
    }
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

  /// A parameter that is the whole query (OAS 3.2 4.12.1): a form, or one JSON text.
  void query_string(const Form& form) {
    if (!form.obstacle().empty()) refuse(form.obstacle());
    query_string_ = form.text();
  }
  template <class T>
  void query_string_json(const T& value) {
    if (const auto text = json_of(value)) query_string_ = percent_encoded(*text);
  }

  /// Which of the media types the document has for the body is sent: the first of `offered` when
  /// `wanted` is empty, or else the one that `wanted` is or is in. Others refuse the request.
  void choose_content(std::string_view wanted, std::initializer_list<std::string_view> offered) {
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
  /// Whether `choose_content` chose the one that the document writes like this.
  bool sends(std::string_view offered) const noexcept { return offered_content_ == offered; }
  bool sends(std::initializer_list<std::string_view> offered) const noexcept {
    return std::find(offered.begin(), offered.end(), offered_content_) != offered.end();
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
  /// Of several media types, or a range, the file's own type is sent when it fits.
  void binary_body(const File& file, std::string_view media_types = "application/octet-stream") {
    set_body(file, chosen_media_type(media_types, file.content_type()));
  }
  void binary_body(const std::optional<File>& file,
                   std::string_view media_types = "application/octet-stream") {
    if (file) binary_body(*file, media_types);
  }
  /// One JSON text for each item, each on a line.
  template <class List>
  void json_lines_body(const List& items, std::string_view media_type) {
    add_json_items(items, {}, media_type);
  }
  /// The same as RFC 7464 has it: each behind a record separator.
  template <class List>
  void json_sequence_body(const List& items, std::string_view media_type) {
    add_json_items(items, "\x1e", media_type);
  }
  void form_body(const Form& form,
                 std::string_view media_type = "application/x-www-form-urlencoded") {
    if (!form.obstacle().empty()) refuse(form.obstacle());
    set_body(form.text(), media_type);
  }
  void multipart_body(const Multipart& parts, std::string_view media_type = "multipart/form-data") {
    if (!parts.obstacle().empty()) refuse(parts.obstacle());
    const std::string boundary = parts.choose_boundary([this] { return pipeline_.random(); });
    set_body(parts.body(boundary), media_type);
    headers_.set("Content-Type",
                 std::string(*headers_.find("Content-Type")) + "; boundary=" + boundary);
  }

  /// The header by which the server knows that a request came before. A call that sets none gets a
  /// UUID, the same for all its attempts.
  void idempotency_key(std::string_view header) { idempotency_key_ = header; }

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
    return decode_answer<T>(context_, std::move(chosen.response), chosen.answer);
  }

  /// Sends, and reads a success as the alternative of `Variant` that its answer names.
  template <class Variant>
  Result<Variant> send_one_of(std::initializer_list<Answer> answers) {
    std::variant<Chosen, Error> outcome = exchange(answers);
    if (auto* error = std::get_if<Error>(&outcome)) return std::move(*error);
    Chosen& chosen = *std::get_if<Chosen>(&outcome);
    return decode_one_of<Variant>(context_, std::move(chosen.response), chosen.answer);
  }

  /// A success, and the documented answer to read it as.
  struct Chosen {
    Response response;
    Answer answer;
  };

  /// The request that is sent, or why there is none. Takes the body along: to be called once.
  std::variant<Request, Error> prepare(std::initializer_list<Answer> answers) {
    Request request = make_request(answers);
    check(request);
    if (!refusal_.empty()) return make_invalid_request(context_, refusal_);
    return request;
  }

  /// Sends what `prepare` made. A success's body is offered to `receiver`, unless that is null.
  std::variant<Chosen, Error> exchange(Request& request, std::initializer_list<Answer> answers,
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

  /// The documented answer that `head` begins; null when there is none.
  static const Answer* choose(std::initializer_list<Answer> answers, const Response& head) {
    const std::string type = media_type_of(head.headers);
    const Answer* const answer = match_answer(answers, head.status, type);
    if (answer != nullptr || !is_success(head.status)) return answer;
    return first_success(answers, type);
  }

  /// Whether the server can tell a repetition of `request`.
  bool has_idempotency_key(const Request& request) const {
    return !idempotency_key_.empty() ||
           !request.headers.find("Idempotency-Key").value_or(std::string_view()).empty();
  }

  const CallContext& context() const noexcept { return context_; }
  const Pipeline& pipeline() const noexcept { return pipeline_; }
  const CallOptions& options() const noexcept { return options_; }

 private:
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

  template <class List>
  void add_json_items(const List& items, std::string_view before, std::string_view media_type) {
    if constexpr (IsOptional<List>::value) {
      if (items) add_json_items(*items, before, media_type);
    } else {
      std::string text;
      for (const auto& item : items) {
        text += before;
        text += json_of(item).value_or("null");
        text += '\n';
      }
      set_body(std::move(text), media_type);
    }
  }

  void set_body(Body body, std::string_view media_type) {
    body_ = std::move(body);
    headers_.set("Content-Type", content_type_.empty() ? media_type : content_type_);
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
  void take_query(std::string_view query) {
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

  Request make_request(std::initializer_list<Answer> answers) {
    Request request;
    request.method = std::string(context_.operation.method);
    Headers& headers = request.headers;
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
    std::variant<Request, Error> request = prepare(answers);
    if (auto* error = std::get_if<Error>(&request)) return std::move(*error);
    return exchange(*std::get_if<Request>(&request), answers, nullptr);
  }

  const Pipeline& pipeline_;
  const CallOptions options_;
  CallContext context_;
  std::vector<EncodedPair> path_;
  std::vector<EncodedPair> query_;
  std::vector<EncodedPair> cookies_;
  std::string query_string_;
  Headers headers_;
  std::string_view offered_content_;
  std::string content_type_;
  Body body_;
  std::string server_;
  std::string_view idempotency_key_;
  std::string refusal_;
  std::vector<ChosenCredential> credentials_;
};

}  // namespace v1
}  // namespace bindery
