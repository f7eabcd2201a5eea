// SPDX-License-Identifier: MIT-0
// Asks for the state of a job until it is settled, or for as long as the caller waits.
// Must not know operations: what is asked, and what an answer says of the job, is handed in.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "bindery/error.hpp"
#include "bindery/headers.hpp"
#include "bindery/job_state.hpp"
#include "bindery/json_codec.hpp"
#include "bindery/options.hpp"
#include "bindery/pipeline.hpp"
#include "bindery/redact.hpp"
#include "bindery/result.hpp"

namespace bindery {
inline namespace v1 {

/// One time that the state of a job was asked for. Valid while the hook runs.
class Poll {
 public:
  template <class Answer>
  Poll(std::string_view operation, int count, const Result<Answer>& answer)
      : operation_id(operation),
        number(count),
        error(answer ? nullptr : &answer.error()),
        answer_(answer ? &*answer : nullptr),
        type_(&type_tag<Answer>) {}

  std::string_view operation_id;
  /// 1 for the first of the wait.
  int number;
  /// As the answer has it; empty where it has none.
  std::string_view status{};
  std::chrono::milliseconds elapsed{0};
  /// The time to the next poll; nothing when this one ended the wait.
  std::optional<std::chrono::milliseconds> next{};
  /// Why there is no answer; null when there is one.
  const Error* error;

  /// What was answered, where that is a `T`; else null.
  template <class T>
  const T* answer_as() const noexcept {
    return type_ == &type_tag<T> ? static_cast<const T*>(answer_) : nullptr;
  }

 private:
  // An address for each type, without RTTI. Not constant: linkers may unite constants.
  template <class T>
  static inline char type_tag = 0;

  const void* answer_;
  const void* type_;
};

/// How patiently a job is waited for.
struct WaitOptions {
  /// Between the first two polls; then each time `growth` times as long, up to `max_interval`, and
  /// up to a quarter less of all that, by chance. What the server asks for by `Retry-After` comes
  /// first.
  std::chrono::milliseconds interval{2000};
  double growth = 1.5;
  std::chrono::milliseconds max_interval{30000};
  /// Of the whole wait, polls included, and of both stages where there are two; then it ends with
  /// an error of kind `timeout`. The job is not told and goes on.
  std::chrono::milliseconds deadline{20 * 60 * 1000};
  /// Polls in a row that may fail for a passing reason (no connection, 408, 429, 5xx), each after
  /// the retries of its own; any other failure ends the wait at once, 404 too.
  int max_failed_polls = 5;
  /// Called in the thread of the wait after each poll. Must not throw.
  std::function<void(const Poll&)> on_poll{};
};

namespace detail {

/// The clock, the patience and the words of one wait.
class Wait {
 public:
  Wait(const Pipeline& pipeline, const WaitOptions& options, const CallOptions& call,
       std::string_view operation_id, std::string_view subject);

  std::chrono::milliseconds elapsed() const;
  std::chrono::milliseconds left() const;

  /// The options of a poll, which may take no longer than is left.
  CallOptions poll_options() const;

  /// Whether what kept an answer away may pass by itself.
  bool is_passing(const Error& error);
  void note_answer();

  /// The time to the next poll; nothing when there is none before the deadline. The last poll comes
  /// a little before it, however long the interval is by then.
  std::optional<std::chrono::milliseconds> next_interval(const Headers& headers);

  bool sleep(std::chrono::milliseconds delay) const;

  void announce(Poll& poll) const;

  /// An error about the job, with what was answered last.
  template <class Answer>
  Error error(ErrorKind kind, const std::string& text, const Result<Answer>* last) const {
    ErrorDetails details;
    details.kind = kind;
    details.operation_id = std::string(operation_id_);
    details.message = subject_ + ": " + redactor_.excerpt(text, 400);
    if (last != nullptr) {
      details.status = last->status();
      details.headers = last->headers();
      details.request_id = last->request_id();
      details.body = *last ? to_json(**last) : last->error().body();
      details.decode = pipeline_.decode_options(call_);
      if (!details.request_id.empty()) {
        details.message += " (request id " + redactor_.excerpt(details.request_id) + ')';
      }
    }
    return Error(std::move(details));
  }

  std::string patience() const;

 private:
  static std::chrono::milliseconds bounded(std::chrono::milliseconds duration,
                                           std::chrono::milliseconds least);

  const Pipeline& pipeline_;
  const WaitOptions& options_;
  const CallOptions call_;
  const std::chrono::steady_clock::time_point start_;
  const std::chrono::milliseconds deadline_;
  const std::chrono::milliseconds most_;
  std::chrono::milliseconds interval_;
  const double growth_;
  std::string_view operation_id_;
  std::string subject_;
  Redactor redactor_;
  int failures_ = 0;
  bool is_last_ = false;
};

}  // namespace detail

/// Asks by `ask`, which gets the options of each call, until `job` finds an answer settled, and
/// returns that. A job that failed is an error of kind `job_failed` with the reason it gives; the
/// deadline one of kind `timeout`; both hold the last answer as their body. `subject` names the job
/// in messages.
template <class Ask, class Answer>
Result<Answer> wait_for(const Pipeline& pipeline, const WaitOptions& options,
                        const CallOptions& call, std::string_view operation_id,
                        std::string_view subject, Ask ask, const JobState<Answer>& job) {
  using Verdict = typename JobState<Answer>::Verdict;
  detail::Wait wait(pipeline, options, call, operation_id, subject);
  const auto quoted = [](const std::string& status) {
    return status.empty() ? std::string("without a status") : '`' + status + '`';
  };
  std::optional<Result<Answer>> last;
  for (int number = 1;; ++number) {
    const CallOptions poll_options = wait.poll_options();
    if (poll_options.cancel.is_cancelled()) {
      return wait.template error<Answer>(ErrorKind::cancelled, "cancelled before it was asked for",
                                         nullptr);
    }
    if (wait.left().count() <= 0) {
      return wait.error(ErrorKind::timeout, "no answer in " + wait.patience(),
                        last ? &*last : nullptr);
    }
    Result<Answer> answer = ask(poll_options);
    Poll poll(operation_id, number, answer);
    std::string status;
    Verdict verdict = Verdict::open;
    if (answer) {
      wait.note_answer();
      status = job.status_of(*answer);
      poll.status = status;
      verdict = job.verdict_of(*answer);
    } else if (!wait.is_passing(answer.error())) {
      wait.announce(poll);
      return answer;
    }
    if (verdict == Verdict::open) poll.next = wait.next_interval(answer.headers());
    wait.announce(poll);
    if (verdict == Verdict::settled) return answer;
    if (verdict == Verdict::failed) {
      const std::string reason = job.reason_of(*answer);
      return wait.error(ErrorKind::job_failed,
                        "failed, " + quoted(status) + ": " +
                            (reason.empty() ? "the server gives no reason" : reason),
                        &answer);
    }
    const auto next = poll.next;
    if (answer || !last) last = std::move(answer);
    const std::string so_far =
        *last ? "still " + quoted(job.status_of(**last)) : last->error().message();
    if (!next) {
      return wait.error(
          ErrorKind::timeout,
          so_far + " after " + std::to_string(number) + " polls in " + wait.patience(), &*last);
    }
    if (!wait.sleep(*next)) {
      return wait.error(ErrorKind::cancelled, "cancelled, " + so_far, &*last);
    }
  }
}

/// Two jobs of which the second comes out of the first.
template <class First, class Second>
struct Stages {
  /// The answer that settled the first.
  First first{};
  /// The one that settled the second; nothing when the first did not lead to one.
  std::optional<Second> second{};
};

/// Waits by `first`; where `lead` makes a request of its answer, then by `second` for that. Both
/// get the options of their wait: the deadline is that of both together.
template <class First, class Lead, class Second>
auto wait_in_stages(const Pipeline& pipeline, const WaitOptions& options, First first, Lead lead,
                    Second second) {
  using FirstAnswer = typename std::decay_t<decltype(first(options))>::value_type;
  using LeadRequest = typename decltype(lead(std::declval<const FirstAnswer&>()))::value_type;
  using SecondAnswer =
      typename decltype(second(std::declval<const LeadRequest&>(), options))::value_type;
  using Both = Stages<FirstAnswer, SecondAnswer>;
  const auto start = pipeline.now();
  auto begun = first(options);
  if (!begun) return Result<Both>(begun.error());
  ResponseInfo info{begun.status(), begun.headers(), begun.request_id(), begun.mismatches()};
  Both both;
  both.first = *std::move(begun);
  const auto next = lead(std::as_const(both.first));
  if (!next) return Result<Both>(std::move(both), std::move(info));
  WaitOptions rest = options;
  rest.deadline -= std::chrono::duration_cast<std::chrono::milliseconds>(pipeline.now() - start);
  auto ended = second(*next, rest);
  if (!ended) return Result<Both>(ended.error());
  info = {ended.status(), ended.headers(), ended.request_id(), ended.mismatches()};
  both.second = *std::move(ended);
  return Result<Both>(std::move(both), std::move(info));
}

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/waiting.hpp"
#endif
