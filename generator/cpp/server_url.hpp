// A server's URL as a client uses it.
// Must not choose between servers.
#pragma once

#include <string>

#include "model/api.hpp"

namespace bindery::cpp {

/// The URL with the defaults of its variables (OAS 3.1 4.8.6); unknown ones stay in braces.
std::string server_url(const model::Server& server);

}  // namespace bindery::cpp
