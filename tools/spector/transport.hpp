// The transport of every program, compiled once.
// Must not need httplib to be included.
#pragma once

#include <memory>
#include <string>

#include "bindery/transport.hpp"

/// Over cpp-httplib, to the API at `base_url`.
std::shared_ptr<bindery::Transport> make_transport(const std::string& base_url);
