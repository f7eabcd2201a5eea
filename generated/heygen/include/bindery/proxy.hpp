// SPDX-License-Identifier: MIT-0
// Which proxy a request goes through, as the environment has it.
// Must not open a connection, nor print what a setting says: it may hold a password.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "bindery/uri.hpp"

namespace bindery {
inline namespace v1 {

/// A proxy that speaks plain HTTP: it forwards requests to http URLs, and opens tunnels to https
/// ones by CONNECT (RFC 9110 9.3.6).
struct Proxy {
  /// Lower case; an IPv6 address without its brackets.
  std::string host{};
  /// 1 to 65535.
  int port = 80;
  /// For `Proxy-Authorization`; both empty when the proxy asks for none.
  std::string user{};
  /// A secret.
  std::string password{};
};

/// The proxy a setting such as `http://user:password@host:3128` or `host:3128` names: `http://` may
/// be left out, user and password are percent-decoded, an IPv6 address is in brackets. Without a
/// port it is 80, that of http (RFC 9110 4.2.1), where curl takes 1080. Nothing for `https://`,
/// `socks5://` and all else we cannot speak, and for what cannot be read.
std::optional<Proxy> parse_proxy(std::string_view text);

namespace detail {

std::optional<std::uint32_t> ipv4_of(std::string_view text);

bool is_in_block(std::string_view host, std::string_view block);

std::string_view without_last_dot(std::string_view host);

bool is_meant_by(const Url& url, std::string_view host, std::string_view entry);

}  // namespace detail

/// Whether requests to `url` go past every proxy: those to this machine always, others when an
/// entry of `no_proxy` means them. Entries are separated by commas or white space: `*` is every
/// host; a name, with or without a dot before it, is that host and all below it (as curl has it);
/// an address is itself, as it is written; `10.0.0.0/8` is a block of IPv4; `host:port` is that
/// port alone.
bool bypasses_proxy(const Url& url, std::string_view no_proxy);

/// Gives the value of an environment variable; nothing when it is not set.
using EnvironmentLookup = std::function<std::optional<std::string>(const char* name)>;

/// The variable of the process. Not while another thread changes the environment.
std::optional<std::string> environment_variable(const char* name);

/// What the environment says of the proxy for `url`: the first that is set and not empty of
/// `https_proxy`, `HTTPS_PROXY` (for https) or `http_proxy` (for http), `all_proxy` and
/// `ALL_PROXY`, unless `no_proxy` or `NO_PROXY` means the host. Nothing when the request goes by
/// itself.
///
/// `HTTP_PROXY` is not asked: to a CGI program it is what a client sent as `Proxy:`
/// (CVE-2016-5385).
std::optional<std::string> proxy_setting_from_environment(
    const Url& url, const EnvironmentLookup& lookup = environment_variable);

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/proxy.hpp"
#endif
