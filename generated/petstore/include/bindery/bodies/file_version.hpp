// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/file_version.hpp".
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "bindery/compiled.hpp"
#include "bindery/file_version.hpp"
#include "bindery/headers.hpp"
#include "bindery/retry.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY std::optional<ContentRange> parse_content_range(std::string_view text) {
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

BINDERY_BODY bool is_strong_etag(std::string_view text) noexcept {
  return text.size() >= 2 && text.size() <= 1024 && text.front() == '"' && text.back() == '"' &&
         text.find('"', 1) == text.size() - 1 && is_valid_header_value(text);
}

BINDERY_BODY bool FileVersion::is_resumable() const noexcept { return !validator.empty(); }

BINDERY_BODY std::string validator_of(const Headers& headers) {
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

BINDERY_BODY bool has_content_coding(const Headers& headers) {
  const auto coding = headers.find("Content-Encoding");
  return coding && !coding->empty() && !equals_ignoring_case(*coding, "identity");
}

BINDERY_BODY FileVersion version_of(const Headers& headers) {
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

BINDERY_BODY std::optional<ContentRange> continued_by(const Headers& headers,
                                                      const FileVersion& version,
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
