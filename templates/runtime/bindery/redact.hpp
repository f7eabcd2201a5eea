// SPDX-License-Identifier: MIT-0
// Makes text from outside fit to be shown: secrets out, one line, short.
// Must not know where the secrets come from.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "bindery/headers.hpp"

namespace bindery {
inline namespace v1 {

/// The secrets of one call, known in every spelling in which a server or a URL could show them
/// again.
class Redactor {
 public:
  /// Adds a secret. Empty ones are passed over.
  void add(std::string_view secret);

  /// Adds the values of headers that hold credentials, as callers put them in by hand.
  void add_credentials(const Headers& headers);

  /// `text` with `[redacted]` for each secret in it: as it is, as a URL has it, as a JSON text.
  std::string redacted(std::string_view text) const;

  /// The beginning of `text` as part of one printable ASCII line: secrets out, runs of space as
  /// one, other bytes as `?`, `...` where it was cut after `limit` bytes.
  std::string excerpt(std::string_view text, std::size_t limit = 200) const;

 private:
  std::vector<std::string> spellings() const;

  static std::string without(const std::vector<std::string>& spellings, std::string_view text);

  std::vector<std::string> secrets_;
};

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/redact.hpp"
#endif
