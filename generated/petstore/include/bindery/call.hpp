// SPDX-License-Identifier: MIT-0
// One call of an operation: what generated functions fill in, send and get a result from.
// Must not be kept: it lives as long as the function that makes it.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "bindery/alternative.hpp"
#include "bindery/answer.hpp"
#include "bindery/auth.hpp"
#include "bindery/call_error.hpp"
#include "bindery/decode_answer.hpp"
#include "bindery/error.hpp"
#include "bindery/error_body.hpp"
#include "bindery/file.hpp"
#include "bindery/form.hpp"
#include "bindery/headers.hpp"
#include "bindery/http.hpp"
#include "bindery/json_cursor.hpp"
#include "bindery/json_writer.hpp"
#include "bindery/multipart.hpp"
#include "bindery/options.hpp"
#include "bindery/parameters.hpp"
#include "bindery/pipeline.hpp"
#include "bindery/request_validator.hpp"
#include "bindery/result.hpp"
#include "bindery/serialization.hpp"
#include "bindery/transport.hpp"
#include "bindery/uri.hpp"
#include "bindery/violation.hpp"

namespace bindery {
inline namespace v1 {

/// Gathers the parts of a request, sends it, and reads the answer. The first thing that cannot be
/// put on the wire is remembered, and returned by `send` in place of sending.
class Call {
 public:
  /// All three must outlive the call.
  Call(const Pipeline& pipeline, const CallOptions& options, const Operation& operation);
  ~Call();
  Call(const Call&) = delete;
  Call& operator=(const Call&) = delete;

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
  void query_string(const Form& form);
  template <class T>
  void query_string_json(const T& value) {
    if (const auto text = json_of(value)) query_string_ = percent_encoded(*text);
  }

  /// Which of the media types the document has for the body is sent: the first of `offered` when
  /// `wanted` is empty, or else the one that `wanted` is or is in. Others refuse the request.
  void choose_content(std::string_view wanted, std::initializer_list<std::string_view> offered);
  /// Whether `choose_content` chose the one that the document writes like this.
  bool sends(std::string_view offered) const noexcept { return offered_content_ == offered; }
  bool sends(std::initializer_list<std::string_view> offered) const noexcept;

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
  void binary_body(const File& file, std::string_view media_types = "application/octet-stream");
  void binary_body(const std::optional<File>& file,
                   std::string_view media_types = "application/octet-stream");
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
                 std::string_view media_type = "application/x-www-form-urlencoded");
  void multipart_body(const Multipart& parts, std::string_view media_type = "multipart/form-data");

  /// The header by which the server knows that a request came before. A call that sets none gets a
  /// UUID, the same for all its attempts.
  void idempotency_key(std::string_view header);

  /// The operation's own server, absolute or as seen from the client's base URL (RFC 3986 5.2).
  /// Options of the caller go before it.
  void server(std::string_view url);

  /// The ways the document lets a request in.
  void authorize(std::initializer_list<SchemeNames> alternatives);

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
  std::variant<Request, Error> prepare(std::initializer_list<Answer> answers);

  /// Sends what `prepare` made. A success's body is offered to `receiver`, unless that is null.
  std::variant<Chosen, Error> exchange(Request& request, std::initializer_list<Answer> answers,
                                       BodyReceiver* receiver);

  /// The documented answer that `head` begins; null when there is none.
  static const Answer* choose(std::initializer_list<Answer> answers, const Response& head);

  /// Whether the server can tell a repetition of `request`.
  bool has_idempotency_key(const Request& request) const;

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

  void refuse(std::string reason);

  void add_path(std::string_view name, std::string text);

  static void add_pairs(std::vector<EncodedPair>& to, std::vector<EncodedPair> pairs);

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

  void set_body(Body body, std::string_view media_type);

  std::string expanded_path();

  std::string chosen_base() const;

  static void replace(Headers& headers, const Headers& with);

  void apply_credentials(Headers& headers);

  void take_query(std::string_view query);

  Request make_request(std::initializer_list<Answer> answers);

  void check(const Request& request);

  std::variant<Chosen, Error> exchange(std::initializer_list<Answer> answers);

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

#ifndef BINDERY_COMPILED
#include "bindery/bodies/call.hpp"
#endif
