#include "heygen_whole.hpp"

#include <cstdlib>
#include <stdexcept>
#include <string>

#include "bindery/httplib_transport.hpp"

namespace heygen_whole {
namespace {

heygen::Client client_of(const heygen::Credentials& credentials) {
  const char* url = std::getenv("CONTRACT_URL");
  if (!url)
    throw std::runtime_error("CONTRACT_URL is not set: run this by tests/contract/contract.py");
  return heygen::Client(bindery::httplib_transport(url), credentials);
}

}  // namespace

heygen::Client client() {
  heygen::Credentials credentials;
  credentials.api_key_auth = "key";
  return client_of(credentials);
}

heygen::Client client_with_token() {
  heygen::Credentials credentials;
  credentials.bearer_auth = "token";
  return client_of(credentials);
}

}  // namespace heygen_whole
