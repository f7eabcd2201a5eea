// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/waiting.hpp".
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "bindery/auth.hpp"
#include "bindery/compiled.hpp"
#include "bindery/error.hpp"
#include "bindery/headers.hpp"
#include "bindery/options.hpp"
#include "bindery/pipeline.hpp"
#include "bindery/retry.hpp"
#include "bindery/transport.hpp"
#include "bindery/waiting.hpp"

namespace bindery {
inline namespace v1 {

namespace detail {

BINDERY_BODY Wait::Wait(const Pipeline& pipeline, const WaitOptions& options,
                        const CallOptions& call, std::string_view operation_id,
                        std::string_view subject)
    : pipeline_(pipeline),
      options_(options),
      call_(pipeline.options_of(operation_id, call)),
      start_(pipeline.now()),
      deadline_(bounded(options.deadline, std::chrono::milliseconds(0))),
      most_(bounded(options.max_interval, std::chrono::milliseconds(1))),
      interval_((std::min)(bounded(options.interval, std::chrono::milliseconds(1)), most_)),
      growth_(options.growth > 1 && options.growth < 1000 ? options.growth : 1),
      operation_id_(operation_id) {
  for (const Credential& credential : pipeline.credentials().credentials()) {
    for (const std::string& secret : credential.secrets) redactor_.add(secret);
  }
  redactor_.add_credentials(pipeline.options().headers);
  redactor_.add_credentials(call_.headers);
  subject_ = redactor_.excerpt(std::string(operation_id) +
                               (subject.empty() ? "" : " " + std::string(subject)));
}

BINDERY_BODY std::chrono::milliseconds Wait::elapsed() const {
  return std::chrono::duration_cast<std::chrono::milliseconds>(pipeline_.now() - start_);
}

BINDERY_BODY std::chrono::milliseconds Wait::left() const { return deadline_ - elapsed(); }

BINDERY_BODY CallOptions Wait::poll_options() const {
  CallOptions call = call_;
  Timeouts timeouts = call.timeouts.value_or(pipeline_.options().timeouts);
  if (timeouts.total.count() <= 0 || timeouts.total > left()) timeouts.total = left();
  call.timeouts = timeouts;
  return call;
}

BINDERY_BODY bool Wait::is_passing(const Error& error) {
  const int status = error.status();
  const bool passes = error.kind() == ErrorKind::transport || error.kind() == ErrorKind::timeout ||
                      status == 408 || status == 429 || status >= 500;
  return passes && ++failures_ <= options_.max_failed_polls;
}

BINDERY_BODY void Wait::note_answer() { failures_ = 0; }

BINDERY_BODY std::optional<std::chrono::milliseconds> Wait::next_interval(const Headers& headers) {
  using std::chrono::milliseconds;
  milliseconds delay = interval_;
  if (const auto asked = retry_after_of(headers, pipeline_.wall_now())) {
    // No server is to be hammered because it says so, nor waited for as long as it likes.
    const milliseconds least = (std::min)(interval_, milliseconds(250));
    const milliseconds most = (std::max)({most_, pipeline_.options().retry.max_retry_after, least});
    delay = std::clamp(*asked, least, most);
  } else {
    delay -= milliseconds(delay.count() / 4 * static_cast<std::int64_t>(pipeline_.random() % 1024) /
                          1024);
    const double grown = static_cast<double>(interval_.count()) * growth_;
    interval_ = grown < static_cast<double>(most_.count())
                    ? milliseconds(static_cast<std::int64_t>(grown))
                    : most_;
  }
  const milliseconds rest = left();
  if (delay < rest) return delay;
  if (is_last_ || rest <= milliseconds(1)) return std::nullopt;
  is_last_ = true;
  return rest - (std::min)(rest / 2, milliseconds(1000));
}

BINDERY_BODY bool Wait::sleep(std::chrono::milliseconds delay) const {
  pipeline_.sleep(delay, call_.cancel);
  return !call_.cancel.is_cancelled();
}

BINDERY_BODY void Wait::announce(Poll& poll) const {
  if (!options_.on_poll) return;
  poll.elapsed = elapsed();
  options_.on_poll(poll);
}

BINDERY_BODY std::string Wait::patience() const {
  return std::to_string(deadline_.count()) + " ms (deadline)";
}

BINDERY_BODY std::chrono::milliseconds Wait::bounded(std::chrono::milliseconds duration,
                                                     std::chrono::milliseconds least) {
  return std::clamp(duration, least, std::chrono::milliseconds(longest_wait));
}

}  // namespace detail

}  // namespace v1
}  // namespace bindery
