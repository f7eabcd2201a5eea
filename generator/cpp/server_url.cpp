// Replaces variables by their defaults.
// Must not look at values twice: a default may hold braces.
#include "cpp/server_url.hpp"

namespace bindery::cpp {

std::string server_url(const model::Server& server) {
  std::string url = server.url;
  for (const model::ServerVariable& variable : server.variables) {
    const std::string name = "{" + variable.name + "}";
    for (std::size_t at = url.find(name); at != std::string::npos;
         at = url.find(name, at + variable.default_value.size())) {
      url.replace(at, name.size(), variable.default_value);
    }
  }
  return url;
}

}  // namespace bindery::cpp
