// Servers and their variables.
// Must not expand a URL.
#include "spec/read_servers.hpp"

#include <optional>

namespace bindery::spec {

using diagnostics::Code;
using document::Member;

namespace {

std::optional<ServerVariable> read_variable(Reading& reading, const Place& place) {
  if (!expect_mapping(reading, place, "server variable")) return std::nullopt;
  ServerVariable variable;
  FieldReader fields(reading, place);
  const auto default_value = fields.text("default");
  variable.enum_values = fields.texts("enum");
  variable.description = fields.text("description");
  fields.finish();
  if (default_value) {
    variable.default_value = *default_value;
  } else {
    report_bad_value(reading, place, "server variable has no `default`");
    if (!variable.enum_values.empty()) variable.default_value = variable.enum_values.front();
  }
  return variable;
}

std::optional<Server> read_server(Reading& reading, const Place& place) {
  if (!expect_mapping(reading, place, "server")) return std::nullopt;
  Server server;
  server.origin = origin_of(place);
  FieldReader fields(reading, place);
  const auto url = fields.text("url");
  server.name = fields.text("name");
  server.description = fields.text("description");
  if (const auto variables = fields.mapping("variables")) {
    for (const Member& member : variables->node->members) {
      if (is_extension(member.key)) continue;
      auto variable = read_variable(reading, variables->member(member));
      if (!variable) continue;
      variable->name = member.key;
      server.variables.push_back(std::move(*variable));
    }
  }
  fields.finish();
  if (!url) {
    reading.diagnostics.report(Code::E0605, place.node->where, "server has no `url`")
        .at(place.pointer);
    return std::nullopt;
  }
  server.url = *url;
  return server;
}

}  // namespace

std::vector<Server> read_servers(Reading& reading, FieldReader& fields) {
  std::vector<Server> servers;
  const auto place = fields.sequence("servers");
  if (!place) return servers;
  for (std::size_t i = 0; i < place->node->items.size(); ++i) {
    if (auto server = read_server(reading, place->item(i))) servers.push_back(std::move(*server));
  }
  return servers;
}

}  // namespace bindery::spec
