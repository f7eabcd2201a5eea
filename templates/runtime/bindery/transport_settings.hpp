// SPDX-License-Identifier: MIT-0
// What is fixed when a transport over the network is made.
// Must not know by which library it is made.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "bindery/resolver.hpp"

namespace bindery {
inline namespace v1 {

/// What is fixed when a transport is made.
struct TransportSettings {
  /// Connections to one origin at most; a request that finds all of them busy waits for one.
  std::size_t max_connections = 32;
  /// A PEM file of certificates to trust, in place of those of the system.
  std::string ca_certificate_file{};
  /// PEM files for servers that ask who is calling (mutual TLS).
  std::string client_certificate_file{};
  std::string client_key_file{};
  /// Off, anybody can pose as the server: for tests.
  bool verify_server = true;
  /// Where to go through, as `http://user:password@host:port`. Empty: nowhere. Nothing: where the
  /// environment says, in `https_proxy`, `http_proxy`, `all_proxy` and `no_proxy`.
  std::optional<std::string> proxy{};
  /// In place of the system's name resolution. Must not throw.
  Resolve resolve{};
};

}  // namespace v1
}  // namespace bindery
