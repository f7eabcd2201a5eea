// SPDX-License-Identifier: MIT-0
// Sends requests over the network by cpp-httplib, which comes along where bodies are compiled.
// Must not retry, follow redirects or know credentials.
#pragma once

#include <memory>
#include <string_view>

#include "bindery/transport.hpp"
#include "bindery/transport_settings.hpp"

namespace bindery {
inline namespace v1 {

/// A transport over the network. `base_url` may have a path; one that is not http or https makes
/// every request fail by saying so.
std::shared_ptr<Transport> httplib_transport(std::string_view base_url,
                                             TransportSettings settings = {});

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/httplib_transport.hpp"
#endif
