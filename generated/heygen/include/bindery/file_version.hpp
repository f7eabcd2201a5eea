// SPDX-License-Identifier: MIT-0
// What a server says by which one state of a file is told from another, and of parts of it
// (RFC 9110 8.8, 14).
// Must not send.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "bindery/headers.hpp"
#include "bindery/retry.hpp"

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
inline std::optional<ContentRange> parse_content_range(std::string_view text) {
  constexpr std::string_view unit = "bytes ";
  if (!equals_ignoring_case(text.substr(0, unit.size()), unit)) return std::nullopt;
  text.remove_prefix(unit.size());
  const std::size_t dash = text.find('-');
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos || dash > slash) return std::nullopt;
  const auto first = parse_decimal(text.substr(0, dash));
  const auto last = parse_decimal(text.substr(dash + 1, slash - dash - 1));
  if (!first || !last || *last < *first) return std::nullopt;
  ContentRange range{static_cast<std::uint64_t>(*first), static_cast<std::uint64_t>(*last), {}};
  if (text.substr(slash + 1) == "*") return range;
  const auto size = parse_decimal(text.substr(slash + 1));
  if (!size || *size <= *last) return std::nullopt;
  range.size = static_cast<std::uint64_t>(*size);
  return range;
}

/// Whether `text` is an entity tag that promises the same bytes (RFC 9110 8.8.3), and none of a
/// size that is meant to hurt.
inline bool is_strong_etag(std::string_view text) noexcept {
  return text.size() >= 2 && text.size() <= 1024 && text.front() == '"' && text.back() == '"' &&
         text.find('"', 1) == text.size() - 1 && is_valid_header_value(text);
}

/// One state of a file.
struct FileVersion {
  /// What `If-Range` asks by: a strong entity tag, else a date that is one. Empty when the server
  /// gives neither, and what broke off cannot be resumed.
  std::string validator{};
  /// In bytes, when it is known.
  std::optional<std::uint64_t> size{};

  bool is_resumable() const noexcept { return !validator.empty(); }
};

/// What `If-Range` may ask by (RFC 9110 13.1.5): no weak entity tag, and a date only where there is
/// no tag and it was a second old at least (8.8.2.2), or a second change in it would go unseen.
inline std::string validator_of(const Headers& headers) {
  if (const auto tag = headers.find("ETag")) {
    return is_strong_etag(*tag) ? std::string(*tag) : std::string();
  }
  const auto modified = headers.find("Last-Modified");
  const auto now = headers.find("Date");
  if (!modified || !now) return {};
  const auto changed = parse_http_date(*modified);
  const auto answered = parse_http_date(*now);
  if (!changed || !answered || *answered - *changed < std::chrono::seconds(1)) return {};
  return std::string(*modified);
}

/// Whether the body of a response is not the file's bytes but something to be undone.
inline bool has_content_coding(const Headers& headers) {
  const auto coding = headers.find("Content-Encoding");
  return coding && !coding->empty() && !equals_ignoring_case(*coding, "identity");
}

/// The state of the file that a whole answer brings. One with a content coding says nothing of the
/// bytes it is undone to.
inline FileVersion version_of(const Headers& headers) {
  FileVersion version;
  if (has_content_coding(headers)) return version;
  const auto ranges = headers.find("Accept-Ranges");
  if (!ranges || !equals_ignoring_case(*ranges, "none")) version.validator = validator_of(headers);
  const auto length = headers.find("Content-Length");
  // RFC 9112 6.3: chunks go before it.
  if (length && !headers.contains("Transfer-Encoding")) {
    if (const auto size = parse_decimal(*length)) version.size = static_cast<std::uint64_t>(*size);
  }
  return version;
}

/// The range that a 206 brings, when it is of `version` and begins at `offset`: what does not say
/// which version it is of was asked by `If-Range`.
inline std::optional<ContentRange> continued_by(const Headers& headers, const FileVersion& version,
                                                std::uint64_t offset) {
  const auto text = headers.find("Content-Range");
  const auto range = text ? parse_content_range(*text) : std::nullopt;
  if (!range || range->first != offset || has_content_coding(headers)) return std::nullopt;
  // Without a size nobody would know whether more is to come.
  const auto size = range->size ? range->size : version.size;
  if (!size || *size <= range->last || *size != version.size.value_or(*size)) return std::nullopt;
  const auto said = headers.find(version.validator.front() == '"' ? "ETag" : "Last-Modified");
  if (said && *said != version.validator) return std::nullopt;
  return range;
}

}  // namespace v1
}  // namespace bindery
