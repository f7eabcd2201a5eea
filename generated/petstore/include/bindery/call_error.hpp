// SPDX-License-Identifier: MIT-0
// Errors of calls, with messages people can act on and no secret can get into.
// Must not decide what is an error.
#pragma once

#include <chrono>
#include <initializer_list>
#include <string>
#include <string_view>

#include "bindery/decode_error.hpp"
#include "bindery/error.hpp"
#include "bindery/http.hpp"
#include "bindery/redact.hpp"
#include "bindery/serialization.hpp"
#include "bindery/transport.hpp"

namespace bindery {
inline namespace v1 {

/// An operation as the document has it.
struct Operation {
  std::string_view id{};
  std::string_view method{};
  /// With its parameters in braces.
  std::string_view path{};
};

/// What the answer of one call is read with, and the messages about it are made with.
struct CallContext {
  Operation operation{};
  Redactor redactor{};
  DecodeOptions decode{};
  /// When the response came, for `Retry-After` with a date.
  std::chrono::system_clock::time_point wall_now{};

  /// `GET /v3/videos/{video_id}`: the path as documented, so that no value is in it.
  std::string subject() const;
};

/// The member of an object; null when `value` has none of that name.
const ParameterValue* member_of(const ParameterValue& value, std::string_view name);

/// The text of the first of `names` that is a text or number in `value`; empty when none is.
std::string first_text(const ParameterValue& value, std::initializer_list<std::string_view> names);

/// What an error body says, as `code: message`, looked for where APIs usually have it (the body or
/// its `error`, RFC 9457, RFC 6749 5.2); the beginning of the body when it is not found.
std::string summarize_error_body(const std::string& body, const Redactor& redactor);

/// The error of a response. `text` is what there is to say about it, already redacted; `limit` the
/// option it exceeded, as a literal.
Error make_call_error(const CallContext& context, ErrorKind kind, Response response,
                      const std::string& text, std::string_view limit = {});

/// The error of a status that is no success.
Error make_status_error(const CallContext& context, ErrorKind kind, Response response);

/// The error of an answer that is not what the document promises, with the first bytes of it.
Error make_undecodable(const CallContext& context, Response response, const std::string& reason);

/// The error of an answer that is larger than the option allows that `limit`, a literal, names. The
/// reason says so too.
Error make_limit_error(const CallContext& context, Response response, std::string_view limit,
                       const std::string& reason);

/// The error of a request that cannot be sent.
Error make_invalid_request(const CallContext& context, const std::string& reason);

/// The error of an exchange that brought no response.
Error make_transport_error(const CallContext& context, const TransportError& error);

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/call_error.hpp"
#endif
