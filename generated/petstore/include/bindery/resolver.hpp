// SPDX-License-Identifier: MIT-0
// Host names to addresses, without waiting longer than a caller wants to.
// Must not connect.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "bindery/cancel.hpp"

namespace bindery {
inline namespace v1 {

/// The addresses of a host as numbers, such as `192.0.2.1` and `2001:db8::1`, best first; none when
/// it is not known. Called by several threads at once, and perhaps still running when nobody waits
/// for it any more: it must own all it needs.
using Resolve = std::function<std::vector<std::string>(const std::string& host)>;

/// What the system knows about `host`; `flags` are those of `getaddrinfo`.
std::vector<std::string> system_addresses(const std::string& host, int flags = 0);

/// The addresses of `host`; nothing when they are not known by `deadline` or before `cancel`. The
/// question then goes on by itself: systems offer no way to take it back.
std::optional<std::vector<std::string>> resolve_until(
    const Resolve& resolve, const std::string& host, std::chrono::steady_clock::time_point deadline,
    const CancelToken& cancel);

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/resolver.hpp"
#endif
