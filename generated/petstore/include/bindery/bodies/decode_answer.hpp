// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/decode_answer.hpp".
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "bindery/answer.hpp"
#include "bindery/call_error.hpp"
#include "bindery/compiled.hpp"
#include "bindery/decode_answer.hpp"
#include "bindery/decode_error.hpp"
#include "bindery/error.hpp"
#include "bindery/headers.hpp"
#include "bindery/http.hpp"
#include "bindery/media_type.hpp"
#include "bindery/result.hpp"
#include "bindery/transport.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY ResponseInfo info_of(Response response) {
  std::string request_id = request_id_of(response.headers);
  return {response.status, std::move(response.headers), std::move(request_id), {}};
}

BINDERY_BODY std::vector<DecodeError> redacted(const CallContext& context,
                                               std::vector<DecodeError> mismatches) {
  for (DecodeError& mismatch : mismatches) {
    mismatch.path = context.redactor.redacted(mismatch.path);
    mismatch.message = context.redactor.redacted(mismatch.message);
  }
  return mismatches;
}

BINDERY_BODY std::string decode_obstacle(const CallContext& context, const Response& response,
                                         const Answer& answer) {
  if (response.body.empty() && !may_have_body(context.operation.method, response.status)) {
    return "a value is promised where HTTP has no body";
  }
  const std::string type = media_type_of(response.headers);
  const bool is_raw = answer.content == Content::text || answer.content == Content::binary;
  if (is_raw || is_json_media_type(type) || media_type_rank(answer, type) != 0) return {};
  return "expected JSON, found " + type;
}

BINDERY_BODY Error make_decode_error(const CallContext& context, Response response,
                                     const Error& reason) {
  if (!reason.limit().empty()) {
    return make_limit_error(context, std::move(response), reason.limit(), reason.message());
  }
  std::string text = reason.message();
  if (media_type_of(response.headers).empty()) text += "; there is no content type";
  return make_undecodable(context, std::move(response), text);
}

}  // namespace v1
}  // namespace bindery
