// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/raw_call.hpp".
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "bindery/answer.hpp"
#include "bindery/auth.hpp"
#include "bindery/call_error.hpp"
#include "bindery/compiled.hpp"
#include "bindery/file.hpp"
#include "bindery/headers.hpp"
#include "bindery/options.hpp"
#include "bindery/pipeline.hpp"
#include "bindery/raw.hpp"
#include "bindery/raw_call.hpp"
#include "bindery/result.hpp"
#include "bindery/serialization.hpp"
#include "bindery/uri.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY RawCall::RawCall(const Pipeline& pipeline, const CallOptions& options,
                              std::string_view method, std::string_view path)
    : operation_{{}, method, path.substr(0, path.find_first_of("?#"))},
      call_(pipeline, options, operation_) {
  if (!is_valid_header_name(method)) {
    refusal_ = "the method is none";
  } else if (path.empty() || path[0] != '/') {
    refusal_ = "the path must begin with a slash; another server is CallOptions::base_url";
  }
  add_query(path.substr(operation_.path.size()));
}

BINDERY_BODY void RawCall::authorize(std::initializer_list<SchemeNames> alternatives) {
  call_.authorize(alternatives);
}

BINDERY_BODY Result<RawResponse> RawCall::send(const RawRequest& request) {
  if (!refusal_.empty()) {
    CallContext context;
    context.operation = operation_;
    return make_invalid_request(context, refusal_);
  }
  for (const auto& [name, value] : request.query) call_.query(name, value);
  if (const auto* text = std::get_if<std::string>(&request.body)) {
    call_.text_body(*text, request.content_type.empty() ? "application/json"
                                                        : std::string_view(request.content_type));
  } else if (const auto* file = std::get_if<File>(&request.body)) {
    call_.binary_body(*file,
                      request.content_type.empty() ? file->content_type() : request.content_type);
  }
  Result<std::string> body = call_.template send<std::string>({{"2XX", Content::binary}});
  if (!body) return body.error();
  ResponseInfo info{body.status(), body.headers(), body.request_id(), {}};
  return Result<RawResponse>({*std::move(body)}, std::move(info));
}

// Pair by pair, so that no message shows it.
BINDERY_BODY void RawCall::add_query(std::string_view query) {
  query = query.substr(0, query.find('#'));
  while (!query.empty()) {
    query.remove_prefix(1);  // `?` or `&`.
    const std::string_view pair = query.substr(0, query.find('&'));
    query.remove_prefix(pair.size());
    if (pair.empty()) continue;
    const std::size_t equals = pair.find('=');
    const std::string_view value =
        equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1);
    call_.query(percent_decoded(pair.substr(0, equals)), value, {Style::form, true, true});
  }
}

}  // namespace v1
}  // namespace bindery
