// A constant for a URL that is known, a struct for one with variables.
// Must not expand a URL: the runtime does, when the values are known.
#include "cpp/build_servers.hpp"

#include <algorithm>

#include "cpp/comment.hpp"
#include "cpp/docs.hpp"
#include "cpp/literal.hpp"
#include "cpp/servers.hpp"

namespace bindery::cpp {
namespace {

constexpr std::size_t most_operations = 3;

DocLines server_docs(const NamedServer& named) {
  std::string text = server_text(named.server);
  if (!named.is_of_api) {
    const std::size_t count = named.operations.size();
    text += "\n\nOnly of ";
    for (std::size_t index = 0; index < count && index < most_operations; ++index) {
      text += (index == 0 ? "" : ", ") + code_span(named.operations[index]);
    }
    if (count > most_operations)
      text += " and " + std::to_string(count - most_operations) + " more";
    text += ".";
  }
  return text_docs(text, 0);
}

ServerVariableView variable_view(const model::ServerVariable& variable, const std::string& name) {
  ServerVariableView view;
  view.name = name;
  // A default that is not listed is meant to be used all the same.
  std::vector<std::string> values = variable.enum_values;
  if (!values.empty() &&
      std::find(values.begin(), values.end(), variable.default_value) == values.end()) {
    values.push_back(variable.default_value);
  }
  std::string listed;
  std::string allowed;
  for (const std::string& value : values) {
    listed += (listed.empty() ? "One of " : ", ") + code_span(value);
    allowed += (allowed.empty() ? "" : ", ") + string_literal(value);
  }
  if (!listed.empty()) listed += ".";
  std::string text = variable.description;
  text += (text.empty() || listed.empty() ? "" : "\n\n") + listed;
  if (variable.default_value.empty()) {
    view.initializer = "{}";
  } else {
    view.initializer = " = std::string(" + string_literal(variable.default_value) + ")";
    const std::string plain = string_literal(variable.default_value);
    if (plain.front() == '"') view.initializer = " = " + plain;
  }
  view.docs =
      text_docs(text.empty() ? code_span("{" + variable.name + "}") + " of the URL." : text, 2);
  view.check = string_literal(variable.name) + ", " + name;
  if (!allowed.empty()) view.check += ", {" + allowed + "}";
  view.check = folded(view.check, 13, 16);
  return view;
}

}  // namespace

ServersFileView servers_file_view(const Building& building) {
  ServersFileView view;
  view.name_space = building.names.name_space;
  Includes includes;
  const std::vector<NamedServer> servers = named_servers(building.api);
  for (std::size_t index = 0; index < servers.size(); ++index) {
    const model::Server& server = servers[index].server;
    const ServerNames& names = building.names.servers[index];
    ServerView& added = view.servers.emplace_back();
    if (server.variables.empty()) {
      includes.standard("string_view");
      added.constants.push_back(
          {server_docs(servers[index]), names.name, string_literal(server.url)});
      continue;
    }
    includes.standard("string");
    includes.runtime("result.hpp");
    includes.runtime("server_url.hpp");
    ServerStructView& record = added.structs.emplace_back();
    record.docs = server_docs(servers[index]);
    record.name = names.name;
    record.url = string_literal(server.url);
    for (std::size_t variable = 0; variable < server.variables.size(); ++variable) {
      record.variables.push_back(
          variable_view(server.variables[variable], names.variables[variable]));
    }
  }
  const std::string folder = include_folder(building.names.name_space);
  includes.own(folder + "/fwd.hpp");
  view.file = includes.view(building, folder + "/servers.hpp", {});
  return view;
}

}  // namespace bindery::cpp
