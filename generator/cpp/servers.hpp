// Which servers a client has names for, and the names.
// Must not write a file; that is build_servers.cpp.
#pragma once

#include <string>
#include <vector>

#include "cpp/member_names.hpp"
#include "cpp/names.hpp"
#include "diagnostics/diagnostics.hpp"
#include "model/api.hpp"

namespace bindery::cpp {

/// A server with the variables that its URL has, declared or not; those are without a default.
struct NamedServer {
  model::Server server;
  bool is_of_api = false;               ///< Not only of some operations.
  std::vector<std::string> operations;  ///< Their ids, where it is one of their own.
};

/// The API's servers, then operations' own, each once.
std::vector<NamedServer> named_servers(const model::Api& api);

/// By index in named_servers. A server is called what the document calls it (OAS 3.2 `name`), else
/// by a description of three words at most that no other has, else by its URL; so no name depends
/// on a position, nor on what an operation has for itself.
std::vector<ServerNames> server_names(const model::Api& api, Overrides& overrides,
                                      diagnostics::Diagnostics& diagnostics);

/// What the document says about it, and that a relative one is.
std::string server_text(const model::Server& server);

/// `Servers: `servers::files`, ...` of an operation that has its own; else empty.
std::string servers_note(const model::Api& api, const Names& names,
                         const model::Operation& operation);

}  // namespace bindery::cpp
