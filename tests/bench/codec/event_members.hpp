// The alternatives of an event, without the member that tells them apart.
#pragma once

#include <cstddef>
#include <string_view>

#include "members.hpp"

namespace codec_bench {

template <>
struct Members<shapes::VideoCompleted> {
  static constexpr auto names = name_set("video_id", "url", "seconds");
  template <class Object, class Use>
  static bool visit(Object& object, std::size_t index, Use use) {
    switch (index) {
      case 0:
        return use(object.video_id);
      case 1:
        return use(object.url);
      case 2:
        return use(object.seconds);
      default:
        return true;
    }
  }
};

template <>
struct Members<shapes::VideoFailed> {
  static constexpr auto names = name_set("video_id", "code", "message");
  template <class Object, class Use>
  static bool visit(Object& object, std::size_t index, Use use) {
    switch (index) {
      case 0:
        return use(object.video_id);
      case 1:
        return use(object.code);
      case 2:
        return use(object.message);
      default:
        return true;
    }
  }
};

template <>
struct Members<shapes::CreditsSpent> {
  static constexpr auto names = name_set("account_id", "amount", "remaining");
  template <class Object, class Use>
  static bool visit(Object& object, std::size_t index, Use use) {
    switch (index) {
      case 0:
        return use(object.account_id);
      case 1:
        return use(object.amount);
      case 2:
        return use(object.remaining);
      default:
        return true;
    }
  }
};

template <>
struct Members<shapes::MemberInvited> {
  static constexpr auto names = name_set("email", "is_admin");
  template <class Object, class Use>
  static bool visit(Object& object, std::size_t index, Use use) {
    switch (index) {
      case 0:
        return use(object.email);
      case 1:
        return use(object.is_admin);
      default:
        return true;
    }
  }
};

inline constexpr auto event_types =
    name_set("video.completed", "video.failed", "credits.spent", "member.invited");

/// Makes the event the alternative that `type` names and calls `use` with it; false for a type
/// nobody knows, which no document of the benchmark has.
template <class Use>
bool emplace_event(shapes::Event& event, std::string_view type, Use use) {
  switch (event_types.find(type, event_types.size())) {
    case 0:
      return use(event.emplace<shapes::VideoCompleted>());
    case 1:
      return use(event.emplace<shapes::VideoFailed>());
    case 2:
      return use(event.emplace<shapes::CreditsSpent>());
    case 3:
      return use(event.emplace<shapes::MemberInvited>());
    default:
      return false;
  }
}

}  // namespace codec_bench
