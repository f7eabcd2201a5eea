// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/proxy.hpp".
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "bindery/compiled.hpp"
#include "bindery/headers.hpp"
#include "bindery/proxy.hpp"
#include "bindery/uri.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY std::optional<Proxy> parse_proxy(std::string_view text) {
  constexpr std::string_view separator = "://";
  if (const std::size_t colon = text.find(separator); colon != std::string_view::npos) {
    if (!equals_ignoring_case(text.substr(0, colon), "http")) return std::nullopt;
    text.remove_prefix(colon + separator.size());
  }
  const std::size_t end = (std::min)(text.find_first_of("/?#"), text.size());
  if (end + 1 < text.size() || (end < text.size() && text[end] != '/')) return std::nullopt;
  text = text.substr(0, end);

  Proxy proxy;
  if (const std::size_t at = text.rfind('@'); at != std::string_view::npos) {
    const std::string_view user = text.substr(0, at);
    const std::size_t colon = (std::min)(user.find(':'), user.size());
    proxy.user = percent_decoded(user.substr(0, colon));
    proxy.password = percent_decoded(user.substr((std::min)(colon + 1, user.size())));
    text.remove_prefix(at + 1);
  }
  const std::optional<Url> url = parse_url(std::string("http://").append(text));
  if (!url) return std::nullopt;
  proxy.host = url->host;
  proxy.port = url->port;
  return proxy;
}

namespace detail {

// An IPv4 address in its one usual form, four decimal numbers.
BINDERY_BODY std::optional<std::uint32_t> ipv4_of(std::string_view text) {
  std::uint32_t address = 0;
  for (int part = 0; part < 4; ++part) {
    if (part != 0) {
      if (text.empty() || text[0] != '.') return std::nullopt;
      text.remove_prefix(1);
    }
    std::uint32_t number = 0;
    std::size_t digits = 0;
    for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits) {
      number = number * 10 + static_cast<std::uint32_t>(text[digits] - '0');
      if (number > 255) return std::nullopt;
    }
    if (digits == 0) return std::nullopt;
    address = address << 8 | number;
    text.remove_prefix(digits);
  }
  return text.empty() ? std::optional<std::uint32_t>(address) : std::nullopt;
}

// Whether `host`, an IPv4 address, is in `block`, such as `10.0.0.0/8`.
BINDERY_BODY bool is_in_block(std::string_view host, std::string_view block) {
  const std::size_t slash = block.find('/');
  const auto address = ipv4_of(host);
  const auto first = ipv4_of(block.substr(0, slash));
  if (slash == std::string_view::npos || !address || !first) return false;
  const std::string_view length = block.substr(slash + 1);
  if (length.empty() || length.size() > 2) return false;
  std::uint32_t bits = 0;
  for (const char c : length) {
    if (c < '0' || c > '9') return false;
    bits = bits * 10 + static_cast<std::uint32_t>(c - '0');
  }
  if (bits > 32) return false;
  const std::uint32_t mask = bits == 0 ? 0 : ~std::uint32_t{0} << (32 - bits);
  return (*address & mask) == (*first & mask);
}

BINDERY_BODY std::string_view without_last_dot(std::string_view host) {
  if (!host.empty() && host.back() == '.') host.remove_suffix(1);
  return host;
}

// Whether an entry of `no_proxy` means `url`; `host` is the URL's, without a dot at its end.
BINDERY_BODY bool is_meant_by(const Url& url, std::string_view host, std::string_view entry) {
  if (entry == "*" || is_in_block(host, entry)) return true;
  std::string_view name = entry;
  std::string_view port;
  const bool has_brackets = entry[0] == '[';
  const std::size_t colon = has_brackets ? entry.find(']') + 1 : entry.find(':');
  // An IPv6 address without brackets has no port.
  if (colon < entry.size() && (has_brackets || entry.rfind(':') == colon)) {
    if (entry[colon] != ':') return false;
    port = entry.substr(colon + 1);
    name = entry.substr(0, colon);
    if (port != std::to_string(url.port)) return false;
  }
  if (has_brackets) {
    if (name.size() < 2 || name.back() != ']') return false;
    name = name.substr(1, name.size() - 2);
  }
  name = without_last_dot(name);
  if (!name.empty() && name[0] == '.') name.remove_prefix(1);
  if (name.empty()) return false;
  if (equals_ignoring_case(host, name)) return true;
  const bool is_address = host.find(':') != std::string_view::npos || ipv4_of(host);
  return !is_address && host.size() > name.size() && host[host.size() - name.size() - 1] == '.' &&
         equals_ignoring_case(host.substr(host.size() - name.size()), name);
}

}  // namespace detail

BINDERY_BODY bool bypasses_proxy(const Url& url, std::string_view no_proxy) {
  Url plain = url;
  plain.host = std::string(detail::without_last_dot(url.host));
  if (plain.is_loopback()) return true;
  constexpr std::string_view separators = ", \t\r\n";
  while (true) {
    const std::size_t begin = no_proxy.find_first_not_of(separators);
    if (begin == std::string_view::npos) return false;
    no_proxy.remove_prefix(begin);
    const std::string_view entry = no_proxy.substr(0, no_proxy.find_first_of(separators));
    if (detail::is_meant_by(plain, plain.host, entry)) return true;
    no_proxy.remove_prefix(entry.size());
  }
}

BINDERY_BODY std::optional<std::string> environment_variable(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? std::optional<std::string>(value) : std::nullopt;
}

BINDERY_BODY std::optional<std::string> proxy_setting_from_environment(
    const Url& url, const EnvironmentLookup& lookup) {
  const auto first = [&lookup](std::initializer_list<const char*> names) {
    for (const char* name : names) {
      std::optional<std::string> value = lookup(name);
      if (value && !value->empty()) return value;
    }
    return std::optional<std::string>();
  };
  if (bypasses_proxy(url, first({"no_proxy", "NO_PROXY"}).value_or(""))) return std::nullopt;
  return url.is_secure() ? first({"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
                         : first({"http_proxy", "all_proxy", "ALL_PROXY"});
}

}  // namespace v1
}  // namespace bindery
