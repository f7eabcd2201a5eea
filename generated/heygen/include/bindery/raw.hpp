// SPDX-License-Identifier: MIT-0
// A request that no document describes, and what comes back.
// Must stay light: every client includes it. Calling is raw_call.hpp.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "bindery/file.hpp"
#include "bindery/result.hpp"

namespace bindery {
inline namespace v1 {

class Json;
class RawCall;
template <class T>
Result<T> from_json(std::string_view text);

/// What to send to a path. Headers are those of `CallOptions`.
struct RawRequest {
  /// Names and values, encoded when they are sent.
  std::vector<std::pair<std::string, std::string>> query{};
  /// A text, such as `bindery::to_json(value)`, or a file; nothing is no body.
  std::variant<std::monostate, std::string, File> body{};
  /// Of the body; empty is JSON for a text and the file's own for a file.
  std::string content_type{};
};

/// The body of a success; status and headers are those of the `Result` it comes in.
struct RawResponse {
  std::string body{};

  /// The body as JSON, or as a type that has a codec. Include "bindery/raw_call.hpp" to use it.
  template <class T = Json>
  Result<T> json() const {
    return from_json<T>(body);
  }
};

}  // namespace v1
}  // namespace bindery
