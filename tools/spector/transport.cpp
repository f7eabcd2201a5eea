#include "transport.hpp"

#include "bindery/httplib_transport.hpp"

std::shared_ptr<bindery::Transport> make_transport(const std::string& base_url) {
  return bindery::httplib_transport(base_url);
}
