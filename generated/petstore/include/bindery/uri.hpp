// SPDX-License-Identifier: MIT-0
// Texts of RFC 3986: percent-encoding, taking an http URL apart, joining a base with a path.
// Must not know parameters, styles or requests.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bindery {
inline namespace v1 {

/// Which characters stay as they are when a text is percent-encoded.
enum class Keep : int {
  /// Letters, digits and `-._~` (RFC 3986 2.3): safe in every part of a URL.
  unreserved,
  /// Those, what is reserved but cannot end a query (`#`, `[` and `]` cannot stand in one), and
  /// triplets such as `%2F` (the `+` of RFC 6570 3.2.3): for `allowReserved` in a query.
  reserved_in_query,
  /// The same for a path, where `?` is encoded too and `/` makes segments.
  reserved_in_path,
};

/// Whether `c` is a hexadecimal digit of ASCII.
constexpr bool is_hex_digit(char c) noexcept {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// The value of a hexadecimal digit.
constexpr int hex_value(char c) noexcept {
  return c <= '9' ? c - '0' : (c <= 'F' ? c - 'A' : c - 'a') + 10;
}

/// Whether `c` never needs encoding (RFC 3986 2.3).
constexpr bool is_unreserved(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

/// Appends `text` to `out`, each byte that may not stay as `%` and two capital digits.
void percent_encode(std::string& out, std::string_view text, Keep keep = Keep::unreserved);

/// `"a b/c"` -> `"a%20b%2Fc"`.
std::string percent_encoded(std::string_view text, Keep keep = Keep::unreserved);

/// The bytes `text` stands for; a `%` without two digits stays as it is, and so does `+`.
std::string percent_decoded(std::string_view text);

/// Appends `path` to `out` with the dots of segments that are `.` or `..` encoded, so that no value
/// climbs: whoever stands between us and the server would remove them (RFC 3986 5.2.4).
void append_without_dot_segments(std::string& out, std::string_view path);

/// An absolute http or https URL in its parts, encoding kept.
struct Url {
  /// Lower case.
  std::string scheme{};
  /// Lower case; an IPv6 address without its brackets.
  std::string host{};
  std::uint16_t port = 0;
  /// Begins with `/`, and has the query.
  std::string target{};

  bool is_secure() const;
  bool has_default_port() const;
  /// `host`, as it is written in a URL.
  std::string bracketed_host() const;
  /// `"https://api.example.com:8443"`; the port is left out when it is the scheme's own.
  std::string origin() const;
  /// Whether what is sent there does not leave this machine.
  bool is_loopback() const;
};

/// Takes an absolute URL apart; nothing when it is not http or https, has no host, has credentials
/// in it, or a character no URL has. A fragment is dropped.
std::optional<Url> parse_url(std::string_view text);

/// `base` and `path` with one slash between them; the base's own query comes first in the query,
/// its fragment goes. `("https://h/api/?a=1", "/v3/x?b=2")` -> `"https://h/api/v3/x?a=1&b=2"`.
std::string join_url(std::string_view base, std::string_view path);

/// A path that begins with `/`, without its `.` and `..` (RFC 3986 5.2.4). `"/a/b/../c/."` ->
/// `"/a/c/"`.
std::string without_dot_segments(std::string_view path);

/// What `reference` means at `base`, an absolute URL (RFC 3986 5.2); `reference` itself when `base`
/// is none. `("https://h/a/b", "../c?d")` -> `"https://h/c?d"`.
std::string resolve_url(std::string_view base, std::string_view reference);

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/uri.hpp"
#endif
