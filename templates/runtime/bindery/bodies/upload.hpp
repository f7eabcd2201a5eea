// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/upload.hpp".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "bindery/answer.hpp"
#include "bindery/compiled.hpp"
#include "bindery/decode_answer.hpp"
#include "bindery/file.hpp"
#include "bindery/headers.hpp"
#include "bindery/http.hpp"
#include "bindery/pipeline.hpp"
#include "bindery/result.hpp"
#include "bindery/transfer.hpp"
#include "bindery/transport.hpp"
#include "bindery/upload.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY UploadCall::UploadCall(const Pipeline& pipeline, std::string_view url,
                                    const File& file, const UploadOptions& options)
    : url_(url),
      size_(file.size()),
      options_(options),
      exchange_(pipeline, options.method, options.headers) {
  Headers& headers = exchange_.request.headers;
  if (!headers.contains("Content-Type") && !file.content_type().empty()) {
    headers.set("Content-Type", file.content_type());
  }
  exchange_.request.body = !options.on_progress ? file : file.observed([this](std::uint64_t sent) {
    options_.on_progress(sent, size_);
  });
}

BINDERY_BODY Result<Uploaded> UploadCall::run() {
  if (auto error = exchange_.set_url(url_)) return *std::move(error);
  const std::string obstacle = exchange_.request.body.obstacle();
  if (!obstacle.empty()) return exchange_.invalid(obstacle);
  TransportResult outcome =
      exchange_.send(exchange_.budget(options_.timeouts, options_.max_retries, options_.cancel));
  if (auto* error = std::get_if<TransportError>(&outcome)) return exchange_.failed(*error);
  Response& response = *std::get_if<Response>(&outcome);
  if (!is_success(response.status)) return exchange_.refused(std::move(response));
  // The last piece was followed by no question for another.
  if (options_.on_progress && size_) options_.on_progress(*size_, size_);
  Uploaded uploaded{size_, std::string(response.headers.find("ETag").value_or("")), {}};
  uploaded.body = std::move(response.body);
  return Result<Uploaded>(std::move(uploaded), info_of(std::move(response)));
}

}  // namespace v1
}  // namespace bindery
