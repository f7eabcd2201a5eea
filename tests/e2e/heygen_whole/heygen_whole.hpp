// What the calls of all of HeyGen's operations share: a client of the server that is made from the
// document. Brings no api and no transport, so that each file compiles only what it calls.
#pragma once

#include <gtest/gtest.h>

#include "heygen/client.hpp"

namespace heygen_whole {

/// A client of the server at CONTRACT_URL, with an API key.
heygen::Client client();

/// The same with an OAuth2 access token instead.
heygen::Client client_with_token();

}  // namespace heygen_whole
