// One row an operation: what its call looks like.
// Private to the service.
#pragma once

#include <string_view>
#include <vector>

#include "service.hpp"

namespace fake_heygen {

enum class RouteBody { none, json, multipart };

struct Service::Route {
  std::string_view method;
  /// `{}` stands for one segment.
  std::string_view pattern;
  /// Query parameters the operation knows.
  std::vector<std::string_view> query;
  RouteBody body;
  /// Makes a session or a video, which is what HeyGen limits and bills.
  bool is_create;
  Answer (Service::*operation)(const Call&, const Ids&);
};

}  // namespace fake_heygen
