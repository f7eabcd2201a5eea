// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/call_error.hpp".
#pragma once

#include <chrono>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "bindery/call_error.hpp"
#include "bindery/compiled.hpp"
#include "bindery/error.hpp"
#include "bindery/headers.hpp"
#include "bindery/http.hpp"
#include "bindery/json_codec.hpp"
#include "bindery/parameters.hpp"
#include "bindery/redact.hpp"
#include "bindery/retry.hpp"
#include "bindery/serialization.hpp"
#include "bindery/transport.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY std::string CallContext::subject() const {
  return redactor.excerpt(std::string(operation.method) + ' ' + std::string(operation.path));
}

BINDERY_BODY const ParameterValue* member_of(const ParameterValue& value, std::string_view name) {
  for (std::size_t i = 0; i < value.names.size(); ++i) {
    if (value.names[i] == name) return &value.items[i];
  }
  return nullptr;
}

BINDERY_BODY std::string first_text(const ParameterValue& value,
                                    std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    const ParameterValue* member = member_of(value, name);
    if (member != nullptr && member->kind == ParameterValue::Kind::scalar) return member->text;
  }
  return {};
}

BINDERY_BODY std::string summarize_error_body(const std::string& body, const Redactor& redactor) {
  constexpr std::size_t largest = 65536;
  if (body.size() <= largest) {
    const ParameterValue root = from_json<ParameterValue>(body).value_or(ParameterValue{});
    const ParameterValue* inner = member_of(root, "error");
    const bool nested = inner != nullptr && inner->is_composite();
    const ParameterValue& place = nested ? *inner : root;
    std::string code = first_text(place, {"code", "type", "error"});
    std::string message =
        first_text(place, {"message", "detail", "error_description", "title", "msg"});
    if (!code.empty() && !message.empty()) code += ": ";
    code += message;
    if (!code.empty()) return redactor.excerpt(code);
  }
  return redactor.excerpt(body);
}

BINDERY_BODY Error make_call_error(const CallContext& context, ErrorKind kind, Response response,
                                   const std::string& text, std::string_view limit) {
  ErrorDetails details;
  details.kind = kind;
  details.status = response.status;
  details.request_id = request_id_of(response.headers);
  details.operation_id = std::string(context.operation.id);
  if (const auto wait = retry_after_of(response.headers, context.wall_now)) {
    details.retry_after = std::chrono::ceil<std::chrono::seconds>(*wait);
  }
  details.message = context.subject() + ": " + std::to_string(response.status);
  if (!text.empty()) details.message += ' ' + text;
  if (!details.request_id.empty()) {
    details.message += " (request id " + context.redactor.excerpt(details.request_id) + ')';
  }
  details.body = std::move(response.body);
  details.headers = std::move(response.headers);
  details.limit = limit;
  details.decode = context.decode;
  return Error(std::move(details));
}

BINDERY_BODY Error make_status_error(const CallContext& context, ErrorKind kind,
                                     Response response) {
  const std::string summary = summarize_error_body(response.body, context.redactor);
  return make_call_error(context, kind, std::move(response), summary);
}

BINDERY_BODY Error make_undecodable(const CallContext& context, Response response,
                                    const std::string& reason) {
  std::string text = context.redactor.excerpt(reason);
  text += response.body.empty()
              ? "; the body is empty"
              : "; the body begins " + context.redactor.excerpt(response.body, 80);
  return make_call_error(context, ErrorKind::undecodable_body, std::move(response), text);
}

BINDERY_BODY Error make_limit_error(const CallContext& context, Response response,
                                    std::string_view limit, const std::string& reason) {
  return make_call_error(context, ErrorKind::limit_exceeded, std::move(response),
                         context.redactor.excerpt(reason), limit);
}

BINDERY_BODY Error make_invalid_request(const CallContext& context, const std::string& reason) {
  ErrorDetails details;
  details.kind = ErrorKind::invalid_request;
  details.operation_id = std::string(context.operation.id);
  // Validation lists all that is wrong with a request.
  details.message = context.subject() + ": " + context.redactor.excerpt(reason, 2000);
  return Error(std::move(details));
}

BINDERY_BODY Error make_transport_error(const CallContext& context, const TransportError& error) {
  ErrorDetails details;
  details.kind = error.kind == TransportErrorKind::timeout     ? ErrorKind::timeout
                 : error.kind == TransportErrorKind::cancelled ? ErrorKind::cancelled
                 : error.kind == TransportErrorKind::request   ? ErrorKind::invalid_request
                 : error.kind == TransportErrorKind::limit || !error.limit.empty()
                     ? ErrorKind::limit_exceeded
                     : ErrorKind::transport;
  details.operation_id = std::string(context.operation.id);
  details.message = context.subject() + ": " + std::string(to_string(error.kind)) + ": " +
                    context.redactor.excerpt(error.message);
  details.limit = error.limit;
  return Error(std::move(details));
}

}  // namespace v1
}  // namespace bindery
