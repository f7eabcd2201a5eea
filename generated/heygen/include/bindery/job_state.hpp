// SPDX-License-Identifier: MIT-0
// Reads from an answer how a job is: open, settled or failed, and why.
// Must not ask, nor wait.
#pragma once

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "bindery/json.hpp"
#include "bindery/member_path.hpp"
#include "bindery/open_enum.hpp"

namespace bindery {
inline namespace v1 {
namespace detail {

inline std::string state_text(const std::string& value) { return value; }
std::string state_text(std::string_view value);
std::string state_text(bool value);
template <class Number, std::enable_if_t<std::is_integral_v<Number>, int> = 0>
std::string state_text(Number value) {
  return std::to_string(value);
}
template <class Enumeration>
std::string state_text(const Open<Enumeration>& value) {
  return state_text(typename Open<Enumeration>::wire_type(value.wire()));
}

}  // namespace detail

/// `video_id v_1`: what names a job in messages, from names and values in turn.
std::string job_name();
template <class Value, class... Others>
std::string job_name(std::string_view name, const Value& value, const Others&... others) {
  const std::string rest = job_name(others...);
  return std::string(name) + ' ' + detail::state_text(value) + (rest.empty() ? "" : ' ' + rest);
}

/// What an answer says of a job: where its status stands, and what the statuses mean. One that is
/// in no list is not settled.
template <class Answer>
class JobState {
 public:
  enum class Verdict : int { open, settled, failed };

  template <class Path>
  JobState& status(Path path) {
    status_ = text_in(path);
    return *this;
  }
  JobState& success(std::vector<std::string> values) {
    settling_.insert(settling_.end(), values.begin(), values.end());
    return *this;
  }
  /// An end as well, though not the one that was hoped for: the caller is wanted.
  JobState& stop(std::vector<std::string> values) { return success(std::move(values)); }
  JobState& failure(std::vector<std::string> values) {
    failing_ = std::move(values);
    return *this;
  }
  /// A member that is there, and not null, once the job is done.
  template <class Path>
  JobState& until(Path path) {
    until_ = presence_of(path);
    return *this;
  }
  /// A member that is there once it has failed.
  template <class Path>
  JobState& unless(Path path) {
    unless_ = presence_of(path);
    return *this;
  }
  /// A text that says why it failed; with several, all that are there.
  template <class Path>
  JobState& reason(Path path) {
    reasons_.push_back(text_in(path));
    return *this;
  }

  std::string status_of(const Answer& answer) const { return status_ ? status_(answer) : ""; }

  Verdict verdict_of(const Answer& answer) const {
    const std::string status = status_of(answer);
    const auto has = [&](const std::vector<std::string>& values) {
      return status_ && std::find(values.begin(), values.end(), status) != values.end();
    };
    if (has(failing_) || (unless_ && unless_(answer))) return Verdict::failed;
    if (has(settling_) || (until_ && until_(answer))) return Verdict::settled;
    return Verdict::open;
  }

  std::string reason_of(const Answer& answer) const {
    std::string all;
    for (const auto& reason : reasons_) {
      const std::string text = reason(answer);
      if (!text.empty()) all += (all.empty() ? "" : ": ") + text;
    }
    return all;
  }

 private:
  using Text = std::function<std::string(const Answer&)>;
  using Presence = std::function<bool(const Answer&)>;

  template <class Path>
  static Text text_in(Path path) {
    return [path](const Answer& answer) {
      const auto* const value = path.in(answer);
      return value != nullptr ? detail::state_text(*value) : std::string();
    };
  }
  template <class Path>
  static Presence presence_of(Path path) {
    return [path](const Answer& answer) {
      const auto* const value = path.in(answer);
      if constexpr (std::is_same_v<decltype(value), const Json* const>) {
        return value != nullptr && !value->is_null();  // Null may be what a free-form member holds.
      } else {
        return value != nullptr;
      }
    };
  }

  Text status_;
  Presence until_;
  Presence unless_;
  std::vector<std::string> settling_;
  std::vector<std::string> failing_;
  std::vector<Text> reasons_;
};

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/job_state.hpp"
#endif
