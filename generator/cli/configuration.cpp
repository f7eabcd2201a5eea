#include "cli/configuration.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "diagnostics/suggest.hpp"
#include "document/load.hpp"
#include "document/pointer.hpp"

namespace bindery::cli {
namespace {

using diagnostics::Code;
using diagnostics::Diagnostics;
using document::Node;
using document::Pointer;

/// Reads a mapping key by key; what it does not know is reported with the nearest name.
class MappingReader {
 public:
  MappingReader(const Node& node, Pointer pointer, Diagnostics& diagnostics)
      : node_(node), pointer_(std::move(pointer)), diagnostics_(diagnostics) {
    if (!node_.is_mapping() && !node_.is_null()) complain(node_, pointer_, "mapping");
  }

  /// The member of that name; null when it is not there.
  const Node* find(const std::string& name) {
    known_.push_back(name);
    return node_.find(name);
  }

  void text(const std::string& name, std::string& value) {
    if (const Node* node = find(name)) read_text(*node, pointer_ / name, value);
  }

  void texts(const std::string& name, std::vector<std::string>& values) {
    const Node* node = find(name);
    if (node == nullptr) return;
    if (!node->is_sequence()) return complain(*node, pointer_ / name, "sequence");
    for (std::size_t i = 0; i < node->items.size(); ++i) {
      std::string value;
      if (read_text(node->items[i], pointer_ / name / i, value)) values.push_back(std::move(value));
    }
  }

  /// Calls `each(key, value text, place of the value)` for every member of the mapping called
  /// `name`.
  template <class Each>
  void map(const std::string& name, Each each) {
    const Node* node = find(name);
    if (node == nullptr) return;
    if (!node->is_mapping()) return complain(*node, pointer_ / name, "mapping");
    for (const document::Member& member : node->members) {
      std::string value;
      if (read_text(member.value, pointer_ / name / member.key, value)) {
        each(member.key, std::move(value), member.value.where);
      }
    }
  }

  /// Reports the members nobody asked for.
  void finish() {
    for (const document::Member& member : node_.members) {
      if (std::find(known_.begin(), known_.end(), member.key) != known_.end()) continue;
      auto report = diagnostics_.report(Code::E0116, member.key_where,
                                        "`" + member.key + "` is not known here");
      report.at((pointer_ / member.key).to_string());
      if (const auto near = diagnostics::nearest(member.key, known_)) {
        report.hint("did you mean `" + *near + "`?");
      }
    }
  }

 private:
  void complain(const Node& node, const Pointer& pointer, std::string_view expected) {
    diagnostics_
        .report(Code::E0116, node.where,
                "found a " + std::string(document::to_string(node.kind)) + ", expected a " +
                    std::string(expected))
        .at(pointer.to_string());
  }

  bool read_text(const Node& node, const Pointer& pointer, std::string& value) {
    if (!node.is_string()) {
      complain(node, pointer, "string");
      return false;
    }
    value = node.text;
    return true;
  }

  const Node& node_;
  Pointer pointer_;
  Diagnostics& diagnostics_;
  std::vector<std::string> known_;
};

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

// `pagination: {listThings: {by: token, parameter: cursor, ...}, listOthers: none}`
void read_page_rules(MappingReader& root, std::vector<model::PageRule>& rules,
                     Diagnostics& diagnostics) {
  const Node* node = root.find("pagination");
  if (node == nullptr) return;
  const Pointer pointer = Pointer() / "pagination";
  // Reports what is no mapping.
  MappingReader operations(*node, pointer, diagnostics);
  for (const document::Member& member : node->members) {
    model::PageRule rule;
    rule.operation = member.key;
    rule.where = member.key_where;
    rule.is_off = member.value.is_string() && member.value.text == "none";
    if (!rule.is_off) {
      MappingReader reader(member.value, pointer / member.key, diagnostics);
      reader.text("by", rule.by);
      reader.text("parameter", rule.parameter);
      reader.text("items", rule.items);
      reader.text("next", rule.next);
      reader.text("more", rule.more);
      reader.finish();
    }
    rules.push_back(std::move(rule));
  }
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
  read_page_rules(root, configuration.page_rules, diagnostics);
  root.texts("idempotency_headers", configuration.idempotency_headers);
  root.finish();
  return configuration;
}

}  // namespace bindery::cli
