// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/uri.hpp".
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "bindery/character_set.hpp"
#include "bindery/compiled.hpp"
#include "bindery/headers.hpp"
#include "bindery/uri.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY void percent_encode(std::string& out, std::string_view text, Keep keep) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  static constexpr CharacterSet unreserved = letters_and_digits.with("-._~");
  static constexpr CharacterSet in_path = unreserved.with("!$&'()*+,;=:@/");
  static constexpr CharacterSet in_query = in_path.with("?");
  const CharacterSet& kept = keep == Keep::unreserved         ? unreserved
                             : keep == Keep::reserved_in_path ? in_path
                                                              : in_query;
  std::size_t begin = 0;  // of what stays and is not in `out` yet
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (kept.has(c)) continue;
    if (c == '%' && keep != Keep::unreserved && i + 2 < text.size() && is_hex_digit(text[i + 1]) &&
        is_hex_digit(text[i + 2])) {
      continue;
    }
    out.append(text, begin, i - begin);
    begin = i + 1;
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  out.append(text, begin);
}

BINDERY_BODY std::string percent_encoded(std::string_view text, Keep keep) {
  std::string out;
  percent_encode(out, text, keep);
  return out;
}

BINDERY_BODY std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && is_hex_digit(text[i + 1]) &&
        is_hex_digit(text[i + 2])) {
      out += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

BINDERY_BODY void append_without_dot_segments(std::string& out, std::string_view path) {
  while (true) {
    const std::size_t slash = path.find('/');
    const std::string_view segment = path.substr(0, slash);
    if (segment == ".") {
      out += "%2E";
    } else if (segment == "..") {
      out += "%2E%2E";
    } else {
      out += segment;
    }
    if (slash == std::string_view::npos) return;
    out += '/';
    path.remove_prefix(slash + 1);
  }
}

BINDERY_BODY bool Url::is_secure() const { return scheme == "https"; }

BINDERY_BODY bool Url::has_default_port() const { return port == (is_secure() ? 443 : 80); }

BINDERY_BODY std::string Url::bracketed_host() const {
  return host.find(':') == std::string::npos ? host : '[' + host + ']';
}

BINDERY_BODY std::string Url::origin() const {
  constexpr std::string_view most_around_host = "https://[]:65535";
  std::string text;
  text.reserve(most_around_host.size() + host.size());
  text.append(scheme).append("://").append(bracketed_host());
  if (!has_default_port()) text.append(":").append(std::to_string(port));
  return text;
}

BINDERY_BODY bool Url::is_loopback() const {
  const auto ends_with = [this](std::string_view end) {
    return host.size() >= end.size() &&
           std::string_view(host).substr(host.size() - end.size()) == end;
  };
  if (host == "localhost" || ends_with(".localhost") || host == "::1") return true;
  // 127.0.0.0/8 as four numbers; `127.example.com` is a name like any other.
  static constexpr CharacterSet in_numbers = CharacterSet().with_range('0', '9').with(".");
  return host.compare(0, 4, "127.") == 0 && in_numbers.has_all_of(host);
}

BINDERY_BODY std::optional<Url> parse_url(std::string_view text) {
  static constexpr CharacterSet allowed = CharacterSet()
                                              .with_range('!', '!')
                                              .with_range('#', ';')
                                              .with("=")
                                              .with_range('?', '[')
                                              .with_range(']', '~');
  // Without what `host` cannot have where it is no address in brackets.
  static constexpr CharacterSet allowed_in_host = CharacterSet()
                                                      .with_range('!', '!')
                                                      .with_range('#', '$')
                                                      .with_range('&', ';')
                                                      .with("=?@_~")
                                                      .with_range('A', 'Z')
                                                      .with_range('a', 'z');
  if (!allowed.has_all_of(text)) return {};
  Url url;
  const std::size_t colon = text.find("://");
  if (colon == std::string_view::npos) return {};
  const std::string_view scheme = text.substr(0, colon);
  if (equals_ignoring_case(scheme, "https")) {
    url.scheme = "https";
  } else if (equals_ignoring_case(scheme, "http")) {
    url.scheme = "http";
  } else {
    return {};
  }
  text.remove_prefix(colon + 3);
  text = text.substr(0, text.find('#'));
  const std::size_t end = (std::min)(text.find('/'), text.find('?'));
  std::string_view authority = text.substr(0, end);
  if (end != std::string_view::npos) url.target = std::string(text.substr(end));
  if (url.target.empty() || url.target[0] != '/') url.target.insert(url.target.begin(), '/');
  if (authority.find('@') != std::string_view::npos) return {};

  std::string_view host = authority;
  std::string_view port;
  if (!authority.empty() && authority[0] == '[') {
    const std::size_t close = authority.find(']');
    if (close == std::string_view::npos) return {};
    host = authority.substr(1, close - 1);
    if (host.find_first_not_of("0123456789abcdefABCDEF:.") != std::string_view::npos) return {};
    port = authority.substr(close + 1);
    if (!port.empty() && port[0] != ':') return {};
  } else {
    const std::size_t separator = authority.find(':');
    host = authority.substr(0, separator);
    if (separator != std::string_view::npos) port = authority.substr(separator);
    if (!allowed_in_host.has_all_of(host)) return {};
  }
  if (host.empty()) return {};
  url.host = std::string(host);
  for (char& c : url.host) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }

  url.port = url.is_secure() ? 443 : 80;
  if (port.size() > 1) {
    unsigned number = 0;
    for (const char c : port.substr(1)) {
      if (c < '0' || c > '9') return {};
      number = number * 10 + static_cast<unsigned>(c - '0');
      if (number > 65535) return {};
    }
    if (number == 0) return {};
    url.port = static_cast<std::uint16_t>(number);
  }
  return url;
}

BINDERY_BODY std::string join_url(std::string_view base, std::string_view path) {
  base = base.substr(0, base.find('#'));
  const std::size_t base_query = base.find('?');
  const std::size_t path_query = path.find('?');
  std::string_view stem = base.substr(0, base_query);
  const std::string_view below = path.substr(0, path_query);
  while (!stem.empty() && stem.back() == '/') stem.remove_suffix(1);
  std::string url;
  url.reserve(base.size() + path.size() + 2);
  url += stem;
  if (!below.empty() && below[0] != '/') url += '/';
  url += below;
  char separator = '?';
  if (base_query != std::string_view::npos && base_query + 1 < base.size()) {
    url += separator;
    url += base.substr(base_query + 1);
    separator = '&';
  }
  if (path_query != std::string_view::npos && path_query + 1 < path.size()) {
    url += separator;
    url += path.substr(path_query + 1);
  }
  return url;
}

BINDERY_BODY std::string without_dot_segments(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    // With the slash before it.
    const std::string_view segment = path.substr(0, path.find('/', 1));
    path.remove_prefix(segment.size());
    if (segment != "/." && segment != "/..") {
      out += segment;
      continue;
    }
    if (segment == "/..") out.resize((std::min)(out.rfind('/'), out.size()));
    if (path.empty()) out += '/';
  }
  return out;
}

BINDERY_BODY std::string resolve_url(std::string_view base, std::string_view reference) {
  const std::size_t colon = base.find("://");
  const std::size_t scheme_end = reference.find_first_of(":/?#");
  if (colon == std::string_view::npos ||
      (scheme_end != std::string_view::npos && reference[scheme_end] == ':')) {
    return std::string(reference);
  }
  if (reference.substr(0, 2) == "//") {
    return std::string(base.substr(0, colon + 1)).append(reference);
  }
  base = base.substr(0, base.find('#'));
  const std::size_t query = (std::min)(base.find('?'), base.size());
  const std::size_t path = (std::min)(base.find('/', colon + 3), query);
  if (reference.empty() || reference[0] == '#') return std::string(base).append(reference);
  if (reference[0] == '?') return std::string(base.substr(0, query)).append(reference);
  const std::size_t own_path = (std::min)(reference.find_first_of("?#"), reference.size());
  std::string merged(reference.substr(0, own_path));
  if (merged[0] != '/') {
    const std::string_view stem = base.substr(path, query - path);
    merged.insert(0, stem.empty() ? "/" : stem.substr(0, stem.rfind('/') + 1));
  }
  std::string url(base.substr(0, path));
  url += without_dot_segments(merged);
  url += reference.substr(own_path);
  return url;
}

}  // namespace v1
}  // namespace bindery
