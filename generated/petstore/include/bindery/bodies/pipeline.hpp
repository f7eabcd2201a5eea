// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/pipeline.hpp".
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "bindery/auth.hpp"
#include "bindery/cancel.hpp"
#include "bindery/compiled.hpp"
#include "bindery/decode_error.hpp"
#include "bindery/headers.hpp"
#include "bindery/http.hpp"
#include "bindery/options.hpp"
#include "bindery/pipeline.hpp"
#include "bindery/random.hpp"
#include "bindery/redirect.hpp"
#include "bindery/retry.hpp"
#include "bindery/retry_budget.hpp"
#include "bindery/transport.hpp"
#include "bindery/watched_receiver.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY Pipeline::Pipeline(std::shared_ptr<Transport> transport, CredentialStore credentials,
                                const Options& options)
    : transport_(std::move(transport)),
      credentials_(std::move(credentials)),
      options_(options),
      retries_(std::make_shared<RetryBudget>(options_.retry.budget)) {}

BINDERY_BODY Pipeline Pipeline::with_options(const Options& options) const {
  Pipeline other = *this;
  other.options_ = options;
  return other;
}

BINDERY_BODY std::string Pipeline::base_url() const {
  if (!options_.base_url.empty() || !transport_) return options_.base_url;
  return transport_->base_url();
}

BINDERY_BODY CallOptions Pipeline::options_of(std::string_view operation_id,
                                              const CallOptions& call) const {
  const auto known = options_.operations.find(operation_id);
  return known == options_.operations.end() ? call : merged(known->second, call);
}

BINDERY_BODY Budget Pipeline::budget(const CallOptions& call) const {
  TransportOptions settings;
  settings.timeouts = call.timeouts.value_or(options_.timeouts);
  settings.max_body_bytes = options_.max_body_bytes;
  settings.max_decompressed_bytes = options_.max_decompressed_bytes;
  settings.max_header_bytes = options_.max_header_bytes;
  settings.cancel = call.cancel;
  Budget budget{settings, options_.retry, now()};
  if (call.max_retries) budget.policy.max_retries = *call.max_retries;
  return budget;
}

BINDERY_BODY std::optional<std::chrono::milliseconds> Pipeline::left(const Budget& budget) const {
  const std::chrono::milliseconds total = budget.settings.timeouts.total;
  if (total.count() <= 0) return std::nullopt;
  return (std::min)(total, longest_wait) -
         std::chrono::duration_cast<std::chrono::milliseconds>(now() - budget.start);
}

BINDERY_BODY TransportResult Pipeline::send(const Request& request, const Budget& budget,
                                            const SendOptions& how) const {
  if (!transport_) {
    return TransportError{TransportErrorKind::request, "the client has no transport", false};
  }
  const CancelToken& cancel = budget.settings.cancel;
  Attempt attempt{request.method, how.has_idempotency_key, 0, how.is_repeatable};
  WatchedReceiver watched(how.receiver);
  while (true) {
    if (cancel.is_cancelled()) {
      return TransportError{TransportErrorKind::cancelled, "cancelled before it was sent", false};
    }
    TransportResult outcome = attempt_once(request, budget, how, attempt.retries_done, watched);
    if (watched.has_begun()) {
      watched.rethrow();
      return outcome;
    }
    const auto* response = std::get_if<Response>(&outcome);
    if (response != nullptr && response->status < 400) {
      retries_->put_back();
      return outcome;  // Nothing of it is repeated, and clock and chance need not be asked.
    }
    const auto delay = next_delay(budget.policy, attempt, outcome, wall_now(), random());
    if (!delay || !request.body.is_replayable()) return outcome;
    const auto rest = left(budget);
    if ((rest && *delay >= *rest) || !retries_->take()) return outcome;
    sleep(*delay, cancel);
    if (cancel.is_cancelled()) {
      return TransportError{TransportErrorKind::cancelled, "cancelled before a retry", true};
    }
    if (const auto now_left = left(budget); now_left && now_left->count() <= 0) return outcome;
    ++attempt.retries_done;
  }
}

BINDERY_BODY std::chrono::steady_clock::time_point Pipeline::now() const {
  return options_.time.now ? options_.time.now() : std::chrono::steady_clock::now();
}

BINDERY_BODY DecodeOptions Pipeline::decode_options(const CallOptions& call) const {
  return {call.decode.value_or(options_.decode), options_.max_json_depth};
}

BINDERY_BODY std::chrono::system_clock::time_point Pipeline::wall_now() const {
  return options_.time.wall_now ? options_.time.wall_now() : std::chrono::system_clock::now();
}

BINDERY_BODY std::uint64_t Pipeline::random() const {
  return options_.time.random ? options_.time.random() : next_random();
}

BINDERY_BODY void Pipeline::sleep(std::chrono::milliseconds duration,
                                  const CancelToken& cancel) const {
  if (options_.time.sleep) {
    options_.time.sleep(duration);
  } else {
    sleep_unless_cancelled((std::min)(duration, longest_wait), cancel);
  }
}

BINDERY_BODY TransportResult Pipeline::attempt_once(const Request& request, const Budget& budget,
                                                    const SendOptions& how, int retries_done,
                                                    WatchedReceiver& watched) const {
  const bool may_follow =
      how.follows_redirects && options_.max_redirects > 0 && is_safe(request.method);
  std::optional<Request> next;
  for (int redirects = 0;; ++redirects) {
    TransportOptions settings = budget.settings;
    if (how.receiver != nullptr) settings.receiver = &watched;
    if (const auto rest = left(budget)) {
      if (rest->count() <= 0) {
        return TransportError{TransportErrorKind::timeout, "no time is left to send", false};
      }
      settings.timeouts.total = *rest;
    }
    const Request& current = next ? *next : request;
    if (how.last_url != nullptr) *how.last_url = current.url;
    AttemptStart start{how.operation_id, current.method, current.url,
                       retries_done + 1, redirects,      current.body.size()};
    TransportResult outcome = observed_send(current, settings, start, watched);
    const auto* response = std::get_if<Response>(&outcome);
    if (response == nullptr || !may_follow || watched.has_begun()) return outcome;
    auto target = redirected(current, *response);
    if (!target) return outcome;
    if (auto* refused = std::get_if<TransportError>(&*target)) return std::move(*refused);
    if (redirects == options_.max_redirects) {
      return TransportError{
          TransportErrorKind::redirect,
          "redirected more than " + std::to_string(redirects) + " times (max_redirects)", true,
          "max_redirects"};
    }
    next = std::move(*std::get_if<Request>(&*target));
  }
}

BINDERY_BODY TransportResult Pipeline::observed_send(const Request& request,
                                                     const TransportOptions& settings,
                                                     const AttemptStart& start,
                                                     const WatchedReceiver& watched) const {
  if (options_.before_attempt) options_.before_attempt(start);
  if (!options_.after_attempt) return transport_->send(request, settings);
  const auto began = now();
  TransportResult outcome = transport_->send(request, settings);
  AttemptEnd end;
  end.duration = std::chrono::duration_cast<std::chrono::milliseconds>(now() - began);
  std::string request_id;
  if (const auto* response = std::get_if<Response>(&outcome)) {
    end.status = response->status;
    end.response_bytes = watched.has_begun() ? watched.bytes() : response->body.size();
    request_id = request_id_of(response->headers);
    end.request_id = request_id;
  } else {
    end.error = std::get_if<TransportError>(&outcome)->kind;
  }
  options_.after_attempt(start, end);
  return outcome;
}

BINDERY_BODY std::shared_ptr<const Pipeline> make_pipeline(std::shared_ptr<Transport> transport,
                                                           CredentialStore credentials,
                                                           const Options& options) {
  return std::make_shared<const Pipeline>(std::move(transport), std::move(credentials), options);
}

BINDERY_BODY std::shared_ptr<const Pipeline> make_pipeline(const Pipeline& like,
                                                           const Options& options) {
  return std::make_shared<const Pipeline>(like.with_options(options));
}

}  // namespace v1
}  // namespace bindery
