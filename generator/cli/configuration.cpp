#include "cli/configuration.hpp"

#include <string_view>
#include <utility>

#include "document/load.hpp"
#include "document/mapping_reader.hpp"
#include "document/pointer.hpp"

namespace bindery::cli {
namespace {

using diagnostics::Code;
using diagnostics::Diagnostics;
using document::MappingReader;
using document::Node;
using document::Pointer;

void read_filter(MappingReader& root, const std::string& name, std::vector<std::string>& tags,
                 std::vector<std::string>& paths, std::vector<std::string>& operations,
                 Diagnostics& diagnostics) {
  const Node* node = root.find(name);
  if (node == nullptr) return;
  MappingReader reader(*node, Pointer() / name, diagnostics);
  reader.texts("tags", tags);
  reader.texts("paths", paths);
  reader.texts("operations", operations);
  reader.finish();
}

model::UnknownMembers read_unknown_members(MappingReader& root, Diagnostics& diagnostics) {
  const Node* node = root.find("unknown_members");
  if (node == nullptr || (node->is_string() && node->text == "skip")) {
    return model::UnknownMembers::skip;
  }
  if (node->is_string() && node->text == "keep") return model::UnknownMembers::keep;
  diagnostics.report(Code::E0116, node->where, "expected `skip` or `keep`")
      .at((Pointer() / "unknown_members").to_string());
  return model::UnknownMembers::skip;
}

std::vector<cpp::Extra> read_extras(MappingReader& root, Diagnostics& diagnostics) {
  std::vector<std::string> names;
  root.texts("with", names);
  std::vector<cpp::Extra> extras;
  for (const std::string& name : names) {
    if (name == "invoke") {
      extras.push_back(cpp::Extra::invoke);
    } else {
      diagnostics.report(Code::E0116, root.find("with")->where, "expected `invoke`")
          .at((Pointer() / "with").to_string());
    }
  }
  return extras;
}

// Rules by operationId: `each(key, node, pointer)` reads one.
template <class Each>
void read_rules(MappingReader& root, const std::string& name, Diagnostics& diagnostics, Each each) {
  const Node* node = root.find(name);
  if (node == nullptr) return;
  const Pointer pointer = Pointer() / name;
  const MappingReader operations(*node, pointer, diagnostics);  // Reports what is no mapping.
  for (const document::Member& member : node->members) each(member, pointer / member.key);
}

// `webhooks: standard`, or the parts of a scheme.
std::optional<model::WebhookScheme> read_webhook_scheme(MappingReader& root,
                                                        Diagnostics& diagnostics) {
  const Node* node = root.find("webhooks");
  if (node == nullptr) return std::nullopt;
  model::WebhookScheme scheme;
  if (node->is_string() && node->text == "standard") {
    scheme.is_standard = true;
    return scheme;
  }
  const Pointer pointer = Pointer() / "webhooks";
  MappingReader reader(*node, pointer, diagnostics);
  reader.text("signature_header", scheme.signature_header);
  reader.text("prefix", scheme.prefix);
  reader.text("signed_text", scheme.signed_text);
  reader.text("id_header", scheme.id_header);
  reader.text("timestamp_header", scheme.timestamp_header);
  reader.either("encoding", "hex", "base64", scheme.is_base64);
  reader.either("secret", "text", "base64", scheme.is_secret_base64);
  reader.count("tolerance", scheme.tolerance);
  reader.finish();
  const auto complain = [&](const std::string& what) {
    diagnostics.report(Code::E0116, node->where, what).at(pointer.to_string());
  };
  const bool is_read = node->is_mapping() || node->is_null();
  if (is_read && scheme.signature_header.empty()) {
    complain("`signature_header` names no header that the signature is in");
  }
  const auto speaks_of = [&](const char* what) {
    return scheme.signed_text.find(what) != std::string::npos;
  };
  if (speaks_of("{id}") && scheme.id_header.empty()) {
    complain("`signed_text` holds `{id}`, but `id_header` is missing");
  }
  if (speaks_of("{timestamp}") && scheme.timestamp_header.empty()) {
    complain("`signed_text` holds `{timestamp}`, but `timestamp_header` is missing");
  }
  // A signature that says nothing of the body proves nothing.
  if (scheme.signed_text.find("{body}") == std::string::npos) {
    complain("`signed_text` does not hold `{body}`");
  }
  return scheme;
}

}  // namespace

Configuration read_configuration(const std::string& path, source::SourceMap& sources,
                                 Diagnostics& diagnostics) {
  Configuration configuration;
  const auto id = sources.open(path);
  if (!id) {
    diagnostics.report(Code::E0101, source::Location::unknown(),
                       "cannot read `" + path + "`: " + id.error.message);
    return configuration;
  }
  if (sources.file(*id).text.find_first_not_of(" \t\r\n") == std::string::npos)
    return configuration;
  const auto loaded = document::load_document(*id, sources, diagnostics);
  if (!loaded) return configuration;

  MappingReader root(loaded->root, Pointer(), diagnostics);
  cpp::Naming& naming = configuration.naming;
  root.text("namespace", naming.name_space);
  root.map("names", [&](const std::string& key, std::string value, source::Location where) {
    naming.overrides[key] = {std::move(value), where};
  });
  root.map("credentials", [&](const std::string& key, std::string value, source::Location) {
    naming.credential_variables[key] = std::move(value);
  });
  model::Filter& filter = configuration.filter;
  read_filter(root, "include", filter.include_tags, filter.include_paths, filter.include_operations,
              diagnostics);
  read_filter(root, "exclude", filter.exclude_tags, filter.exclude_paths, filter.exclude_operations,
              diagnostics);
  configuration.unknown_members = read_unknown_members(root, diagnostics);
  configuration.extras = read_extras(root, diagnostics);
  read_rules(root, "pagination", diagnostics, [&](const auto& member, const Pointer& pointer) {
    configuration.page_rules.push_back(
        spec::read_page_rule(member.value, member.key, pointer, diagnostics));
    configuration.page_rules.back().where = member.key_where;
  });
  read_rules(root, "waiting", diagnostics, [&](const auto& member, const Pointer& pointer) {
    configuration.wait_rules.push_back(
        spec::read_wait_rule(member.value, member.key, pointer, diagnostics));
    configuration.wait_rules.back().where = member.key_where;
  });
  configuration.webhook_scheme = read_webhook_scheme(root, diagnostics);
  root.texts("idempotency_headers", configuration.idempotency_headers);
  root.finish();
  return configuration;
}

}  // namespace bindery::cli
