// SPDX-License-Identifier: MIT-0
// What a server says by which one state of a file is told from another, and of parts of it
// (RFC 9110 8.8, 14).
// Must not send.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "bindery/headers.hpp"

namespace bindery {
inline namespace v1 {

/// `Content-Range: bytes 5-9/10` (RFC 9110 14.4).
struct ContentRange {
  std::uint64_t first = 0;
  /// Not before `first`.
  std::uint64_t last = 0;
  /// Of the whole, and more than `last`; nothing for `*`.
  std::optional<std::uint64_t> size{};
};

/// Nothing for what is no range of bytes, and for `bytes */10`.
std::optional<ContentRange> parse_content_range(std::string_view text);

/// Whether `text` is an entity tag that promises the same bytes (RFC 9110 8.8.3), and none of a
/// size that is meant to hurt.
bool is_strong_etag(std::string_view text) noexcept;

/// One state of a file.
struct FileVersion {
  /// What `If-Range` asks by: a strong entity tag, else a date that is one. Empty when the server
  /// gives neither, and what broke off cannot be resumed.
  std::string validator{};
  /// In bytes, when it is known.
  std::optional<std::uint64_t> size{};

  bool is_resumable() const noexcept;
};

/// What `If-Range` may ask by (RFC 9110 13.1.5): no weak entity tag, and a date only where there is
/// no tag and it was a second old at least (8.8.2.2), or a second change in it would go unseen.
std::string validator_of(const Headers& headers);

/// Whether the body of a response is not the file's bytes but something to be undone.
bool has_content_coding(const Headers& headers);

/// The state of the file that a whole answer brings. One with a content coding says nothing of the
/// bytes it is undone to.
FileVersion version_of(const Headers& headers);

/// The range that a 206 brings, when it is of `version` and begins at `offset`: what does not say
/// which version it is of was asked by `If-Range`.
std::optional<ContentRange> continued_by(const Headers& headers, const FileVersion& version,
                                         std::uint64_t offset);

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/file_version.hpp"
#endif
