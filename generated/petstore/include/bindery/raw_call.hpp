// SPDX-License-Identifier: MIT-0
// Calls a path no document describes, as an operation is called.
// Must not be kept: it lives as long as the function that makes it.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "bindery/auth.hpp"
#include "bindery/call.hpp"
#include "bindery/call_error.hpp"
#include "bindery/options.hpp"
#include "bindery/pipeline.hpp"
#include "bindery/raw.hpp"
#include "bindery/result.hpp"

namespace bindery {
inline namespace v1 {

/// One call by method and path. Any 2xx is a success, everything else an error of the usual kinds.
class RawCall {
 public:
  /// All must outlive the call. `path` is below the base URL and may have a query, both as they go
  /// on the wire: what is no character of a URL is encoded, triplets such as `%2F` stay.
  RawCall(const Pipeline& pipeline, const CallOptions& options, std::string_view method,
          std::string_view path);

  void authorize(std::initializer_list<SchemeNames> alternatives);

  Result<RawResponse> send(const RawRequest& request);

 private:
  void add_query(std::string_view query);

  Operation operation_;
  Call call_;
  std::string refusal_;
};

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/raw_call.hpp"
#endif
