// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/download.hpp".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "bindery/answer.hpp"
#include "bindery/compiled.hpp"
#include "bindery/decode_answer.hpp"
#include "bindery/download.hpp"
#include "bindery/error.hpp"
#include "bindery/file_version.hpp"
#include "bindery/headers.hpp"
#include "bindery/http.hpp"
#include "bindery/pipeline.hpp"
#include "bindery/presigned_request.hpp"
#include "bindery/result.hpp"
#include "bindery/retry.hpp"
#include "bindery/transfer.hpp"
#include "bindery/transport.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY void DownloadReceiver::expect() {
  stop_ = Stop::none;
  has_begun_ = false;
  is_part_ = false;
  has_progress_ = false;
}

BINDERY_BODY bool DownloadReceiver::begin(const Response& answer) {
  if (answer.status == 206 && file_.size() != 0) {
    const auto range = continued_by(answer.headers, version, file_.size());
    is_part_ = range.has_value();
    if (!range) stop_ = Stop::unfit;
    if (range && range->size) version.size = range->size;
    end_ = range ? std::optional<std::uint64_t>(range->last + 1) : std::nullopt;
  } else if (answer.status != 206 && is_success(answer.status) &&
             may_have_body("GET", answer.status)) {
    if (file_.size() != 0 && !file_.restart()) stop_ = Stop::file;
    version = version_of(answer.headers);
    end_ = version.size;
  } else {
    return false;
  }
  head = {answer.status, answer.headers, {}};
  has_begun_ = true;
  if (version.size.value_or(0) > options_.max_file_bytes) stop_ = Stop::limit;
  return true;
}

BINDERY_BODY bool DownloadReceiver::receive(std::string_view bytes) {
  if (stop_ != Stop::none) return false;
  const std::uint64_t size = file_.size() + bytes.size();
  if (end_ && size > *end_) stop_ = Stop::unfit;
  if (size > options_.max_file_bytes) stop_ = Stop::limit;
  if (stop_ == Stop::none && !file_.write(bytes)) stop_ = Stop::file;
  if (stop_ != Stop::none) return false;
  has_progress_ = has_progress_ || !bytes.empty();
  if (options_.on_progress) options_.on_progress(size, version.size);
  return true;
}

BINDERY_BODY bool DownloadReceiver::has_progress() const noexcept {
  return is_part_ && has_progress_;
}

BINDERY_BODY DownloadCall::DownloadCall(const Pipeline& pipeline, std::string_view url,
                                        std::string path, const DownloadOptions& options)
    : pipeline_(pipeline),
      url_(url),
      path_(std::move(path)),
      options_(options),
      exchange_(pipeline, "GET", options.headers),
      budget_(exchange_.budget(options.timeouts, options.max_retries, options.cancel)),
      file_(path_),
      receiver_(file_, options),
      may_refetch_(static_cast<bool>(options.refetch)) {
  exchange_.request.headers.set("Accept-Encoding", "identity");
}

BINDERY_BODY Result<Downloaded> DownloadCall::run() {
  if (auto error = exchange_.set_url(url_)) return *std::move(error);
  if (path_.empty()) return exchange_.invalid("there is no path to write to");
  if (!file_.create(pipeline_.random())) return exchange_.no_file(file_.failure());
  if (options_.keep_partial) {
    if (auto version = file_.take_over()) receiver_.version = *std::move(version);
  }
  while (true) {
    std::optional<Error> error = fetch();
    if (is_whole_) return finish();
    if (!error) continue;
    const bool may_go_on =
        error->kind() != ErrorKind::file && error->kind() != ErrorKind::limit_exceeded;
    if (options_.keep_partial && may_go_on) file_.keep(receiver_.version);
    return *std::move(error);
  }
}

BINDERY_BODY std::optional<Error> DownloadCall::fetch() {
  ask_for_the_rest();
  receiver_.expect();
  Budget own = budget_;
  own.policy.max_retries -= retries_done_;
  TransportResult outcome = exchange_.send(own, &receiver_);
  auto* const response = std::get_if<Response>(&outcome);
  // A transport need not offer a body that is empty.
  if (response != nullptr && !receiver_.has_begun() && receiver_.begin(*response)) {
    receiver_.receive(response->body);
  }
  switch (receiver_.stop()) {
    case DownloadReceiver::Stop::none:
      break;
    case DownloadReceiver::Stop::file:
      return exchange_.no_file(file_.failure());
    case DownloadReceiver::Stop::limit:
      return exchange_.too_large(receiver_.head, options_.max_file_bytes, "max_file_bytes");
    case DownloadReceiver::Stop::unfit:
      return start_anew("the server sends another part of the file than it says");
  }
  if (receiver_.is_part()) ++resumptions_;
  // A server that sends on is not one in trouble.
  if (receiver_.has_progress()) retries_done_ = 0;
  if (!receiver_.has_begun()) {
    return response == nullptr ? exchange_.failed(*std::get_if<TransportError>(&outcome))
                               : no_file_in(std::move(*response));
  }
  const std::optional<std::uint64_t> size = receiver_.version.size;
  if (response != nullptr && file_.size() >= size.value_or(0)) {
    is_whole_ = true;
    return std::nullopt;
  }
  if (response != nullptr) {
    outcome = TransportError{TransportErrorKind::read, "the server ended the file early", true};
  }
  return go_on_after(*std::get_if<TransportError>(&outcome));
}

BINDERY_BODY void DownloadCall::ask_for_the_rest() {
  Headers& headers = exchange_.request.headers;
  headers.remove("Range");
  headers.remove("If-Range");
  if (file_.size() == 0) return;
  headers.set("Range", "bytes=" + std::to_string(file_.size()) + '-');
  headers.set("If-Range", receiver_.version.validator);
}

BINDERY_BODY std::optional<Error> DownloadCall::no_file_in(Response response) {
  // RFC 9110 15.5.17: the file is not as long any more.
  if (response.status == 416 && file_.size() != 0) {
    return start_anew("the server has no such part of the file");
  }
  if (!is_expired(response) || !may_refetch_) return exchange_.refused(std::move(response));
  may_refetch_ = false;
  Result<std::string> fresh = options_.refetch();
  if (!fresh) return fresh.error();
  return exchange_.set_url(*fresh);
}

BINDERY_BODY std::optional<Error> DownloadCall::start_anew(std::string reason) {
  if (restarts_left_ == 0) {
    return exchange_.failed({TransportErrorKind::read, std::move(reason), true});
  }
  --restarts_left_;
  return restart();
}

BINDERY_BODY std::optional<Error> DownloadCall::restart() {
  receiver_.version = {};
  if (file_.restart()) return std::nullopt;
  return exchange_.no_file(file_.failure());
}

BINDERY_BODY std::optional<Error> DownloadCall::go_on_after(TransportError broken) {
  broken.message += ", after " + std::to_string(file_.size()) + " bytes";
  if (const auto size = receiver_.version.size) broken.message += " of " + std::to_string(*size);
  const auto rest = pipeline_.left(budget_);
  // Time that is ours to give: a connection without life is a broken one.
  const bool is_stalled =
      broken.kind == TransportErrorKind::timeout && (!rest || rest->count() > 0);
  const TransportError seen{is_stalled ? TransportErrorKind::read : broken.kind, {}, true};
  const Attempt attempt{"GET", false, retries_done_, true};
  const auto delay =
      next_delay(budget_.policy, attempt, seen, pipeline_.wall_now(), pipeline_.random());
  if (!delay || (rest && *delay >= *rest)) return exchange_.failed(broken);
  if (!receiver_.has_progress() && !pipeline_.take_retry()) return exchange_.failed(broken);
  pipeline_.sleep(*delay, options_.cancel);
  ++retries_done_;
  return receiver_.version.is_resumable() ? std::nullopt : restart();
}

BINDERY_BODY Result<Downloaded> DownloadCall::finish() {
  if (!file_.commit()) return exchange_.no_file(file_.failure());
  const Response& head = receiver_.head;
  Downloaded downloaded;
  downloaded.path = path_;
  downloaded.bytes = file_.size();
  downloaded.media_type = media_type_of(head.headers);
  downloaded.etag = std::string(head.headers.find("ETag").value_or(std::string_view()));
  downloaded.resumptions = resumptions_;
  return Result<Downloaded>(std::move(downloaded), info_of(head));
}

}  // namespace v1
}  // namespace bindery
