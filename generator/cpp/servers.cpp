// Servers are few: they are found by looking at all of them.
// Must not expand a URL.
#include "cpp/servers.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

#include "cpp/comment.hpp"
#include "cpp/identifier.hpp"
#include "cpp/name_table.hpp"

namespace bindery::cpp {
namespace {

/// With the variables of the URL, in its order.
model::Server completed(const model::Server& written) {
  model::Server server = written;
  server.variables.clear();
  std::string_view rest = written.url;
  for (std::size_t open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
    const std::size_t close = rest.find('}', open);
    if (close == std::string_view::npos) break;
    const std::string name(rest.substr(open + 1, close - open - 1));
    rest.remove_prefix(close + 1);
    const auto is_it = [&](const model::ServerVariable& known) { return known.name == name; };
    const auto& known = written.variables;
    if (std::any_of(server.variables.begin(), server.variables.end(), is_it)) continue;
    const auto declared = std::find_if(known.begin(), known.end(), is_it);
    server.variables.push_back(declared == known.end() ? model::ServerVariable{name, {}, {}, {}}
                                                       : *declared);
  }
  return server;
}

NamedServer& added(std::vector<NamedServer>& all, const model::Server& written) {
  model::Server server = completed(written);
  for (NamedServer& known : all) {
    if (known.server.url == server.url && known.server.variables == server.variables) return known;
  }
  return all.emplace_back(NamedServer{std::move(server), false, {}});
}

std::string from_url(const model::Server& server) {
  constexpr std::string_view usual = "https://";
  std::string text = server.url.rfind(usual, 0) == 0 ? server.url.substr(usual.size()) : server.url;
  while (text.size() > 1 && text.back() == '/') text.pop_back();
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '{' || c == '}'; }, ' ');
  return text;
}

/// What people call it; empty where they tell about it instead.
std::string spoken_name(const model::Server& server) {
  if (!server.name.empty()) return server.name;
  const bool is_plain =
      std::all_of(server.description.begin(), server.description.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == ' ' || c == '-' || c == '_';
      });
  return is_plain && split_words(server.description).size() <= 3 ? server.description : "";
}

std::string identifier_of(const model::Server& server, const std::string& text) {
  return server.variables.empty() ? snake_identifier(text) : pascal_identifier(text);
}

std::vector<std::string> variable_names(const model::Server& server, const std::string& type_name,
                                        diagnostics::Diagnostics& diagnostics) {
  NameTable table({"url", type_name});
  std::vector<Claim> claims;
  for (const model::ServerVariable& variable : server.variables) {
    Claim claim;
    claim.candidates = {snake_identifier(variable.name)};
    claim.identity = variable.name;
    claim.is_exact = claim.candidates.front() == variable.name;
    claim.origin = server.origin;
    claims.push_back(std::move(claim));
  }
  return table.settle(claims, diagnostics);
}

}  // namespace

std::vector<NamedServer> named_servers(const model::Api& api) {
  std::vector<NamedServer> all;
  for (const model::Server& server : api.servers) added(all, server).is_of_api = true;
  for (const model::Operation& operation : api.operations) {
    for (const model::Server& server : operation.servers) {
      added(all, server).operations.push_back(operation.id);
    }
  }
  return all;
}

std::vector<ServerNames> server_names(const model::Api& api, Overrides& overrides,
                                      diagnostics::Diagnostics& diagnostics) {
  const std::vector<NamedServer> all = named_servers(api);
  std::multiset<std::string> of_api;
  std::multiset<std::string> of_all;
  for (const NamedServer& named : all) {
    const std::string name = snake_identifier(spoken_name(named.server));
    of_all.insert(name);
    if (named.is_of_api) of_api.insert(name);
  }
  NameTable table;
  std::vector<Claim> claims;
  for (const NamedServer& named : all) {
    const model::Server& server = named.server;
    const auto given = overrides.find(server.url, std::nullopt, server.origin);
    const std::string name = spoken_name(server);
    // Servers that are called the same are told apart by their URLs.
    const bool is_spoken =
        !name.empty() && (named.is_of_api ? of_api : of_all).count(snake_identifier(name)) == 1;
    Claim claim;
    claim.candidates = {given ? *given
                              : identifier_of(server, is_spoken ? name : from_url(server))};
    claim.identity = server.url;
    claim.is_exact = given.has_value();
    claim.origin = server.origin;
    claims.push_back(std::move(claim));
  }
  const std::vector<std::string> settled = table.settle(claims, diagnostics);
  std::vector<ServerNames> names;
  for (std::size_t index = 0; index < all.size(); ++index) {
    names.push_back(
        {settled[index], variable_names(all[index].server, settled[index], diagnostics)});
  }
  return names;
}

std::string server_text(const model::Server& server) {
  const std::string text = server.description.empty() ? "Where the API is." : server.description;
  if (server.url.find("://") != std::string::npos || server.url[0] == '{') return text;
  return text + "\n\nAs seen from where the document is: see `bindery::resolve_url`.";
}

std::string servers_note(const model::Api& api, const Names& names,
                         const model::Operation& operation) {
  if (operation.servers.empty()) return {};
  std::string text;
  std::vector<NamedServer> all = named_servers(api);
  for (const model::Server& server : operation.servers) {
    const NamedServer& named = added(all, server);
    const auto index = static_cast<std::size_t>(&named - all.data());
    text += (text.empty() ? "" : ", ") + code_span("servers::" + names.servers[index].name);
  }
  return (operation.servers.size() == 1 ? "Server: " : "Servers, of which the first is used: ") +
         text + ". A `base_url` of the call or of the client's options goes before.";
}

}  // namespace bindery::cpp
