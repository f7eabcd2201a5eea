// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/stream.hpp".
#pragma once

#include <algorithm>
#include <chrono>

#include "bindery/compiled.hpp"
#include "bindery/event_stream.hpp"
#include "bindery/pipeline.hpp"
#include "bindery/retry.hpp"
#include "bindery/stream.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY std::chrono::milliseconds resume_delay(const Pipeline& pipeline,
                                                    const EventParser& events, int retries_done) {
  const RetryPolicy& policy = pipeline.options().retry;
  constexpr std::chrono::milliseconds least(100);
  if (const auto asked = events.retry()) {
    return (std::max)(least, (std::min)(*asked, policy.max_retry_after));
  }
  return backoff(policy, retries_done, pipeline.random());
}

}  // namespace v1
}  // namespace bindery
