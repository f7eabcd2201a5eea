// Path items with their operations in document order.
// Must not check path templates against parameters.
#include "spec/read_paths.hpp"

#include <array>
#include <cctype>
#include <set>
#include <string>
#include <utility>

#include "spec/other_version.hpp"
#include "spec/read_operation.hpp"
#include "spec/read_parameters.hpp"
#include "spec/read_servers.hpp"
#include "spec/references.hpp"

namespace bindery::spec {

using document::Member;

namespace {

constexpr std::array<std::string_view, 9> methods{"get",  "put",   "post",  "delete", "options",
                                                  "head", "patch", "trace", "query"};

bool is_method(std::string_view key) {
  for (const std::string_view method : methods) {
    if (key == method) return true;
  }
  return false;
}

std::string upper_case(std::string text) {
  for (char& letter : text) {
    letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
  }
  return text;
}

/// What a path item gives to each of its operations.
struct Shared {
  std::vector<Parameter> parameters;
  std::vector<Server> servers;
};

void add_operation(Reading& reading, const Place& place, std::string method, const Shared& shared,
                   PathItem& path_item) {
  auto operation = read_referenced<Operation>(reading, place, "operations", read_operation);
  if (!operation) return;
  operation->method = std::move(method);
  operation->parameters = unite_parameters(shared.parameters, std::move(operation->parameters));
  if (operation->servers.empty()) operation->servers = shared.servers;
  path_item.operations.push_back(std::move(*operation));
}

void read_additional_operations(Reading& reading, FieldReader& fields, const Shared& shared,
                                PathItem& path_item) {
  const auto place = fields.mapping("additionalOperations");
  if (!place) return;
  if (reading.spec.version != Version::v3_2) {
    report_other_version(reading, *place, "`additionalOperations` exists only since 3.2");
  }
  for (const Member& member : place->node->members) {
    if (is_extension(member.key)) continue;
    add_operation(reading, place->member(member), member.key, shared, path_item);
  }
}

/// What stands under a path item itself, its reference not followed.
std::optional<PathItem> read_own_path_item(Reading& reading, const Place& place) {
  if (!expect_mapping(reading, place, "path item")) return std::nullopt;
  PathItem path_item;
  path_item.origin = origin_of(place);
  FieldReader fields(reading, place);
  path_item.summary = fields.text("summary");
  path_item.description = fields.text("description");
  const Shared shared{read_parameters(reading, fields), read_servers(reading, fields)};
  for (const Member& member : place.node->members) {
    if (!is_method(member.key)) continue;
    const auto operation = fields.any(member.key);
    if (member.key == "query" && reading.spec.version != Version::v3_2) {
      report_other_version(reading, *operation, "method `query` exists only since 3.2");
    }
    add_operation(reading, *operation, upper_case(member.key), shared, path_item);
  }
  read_additional_operations(reading, fields, shared, path_item);
  fields.ignore({"$ref"});
  for (const std::string_view method : methods) fields.ignore({method});
  fields.finish();
  return path_item;
}

/// Adds the operations of `other` whose methods `path_item` does not have, before its own.
void add_operations(PathItem other, PathItem& path_item) {
  if (!path_item.summary) path_item.summary = std::move(other.summary);
  if (!path_item.description) path_item.description = std::move(other.description);
  std::set<std::string> own;
  for (const Operation& operation : path_item.operations) own.insert(operation.method);
  std::vector<Operation> united;
  for (Operation& operation : other.operations) {
    if (own.count(operation.method) == 0) united.push_back(std::move(operation));
  }
  for (Operation& operation : path_item.operations) united.push_back(std::move(operation));
  path_item.operations = std::move(united);
}

std::vector<PathItem> read_path_items(Reading& reading, const Place& place, bool are_paths) {
  std::vector<PathItem> path_items;
  const auto map = follow_map(reading, place, are_paths ? "paths" : "webhooks");
  if (!map) return path_items;
  for (const Member& member : map->node->members) {
    if (is_extension(member.key)) continue;
    const Place value = map->member(member);
    std::string path = member.key;
    if (are_paths && (path.empty() || path.front() != '/')) {
      report_bad_value(reading, value, "path `" + path + "` does not begin with a slash");
      path.insert(path.begin(), '/');
    }
    auto path_item = read_path_item(reading, value);
    if (!path_item) continue;
    path_item->path = std::move(path);
    path_items.push_back(std::move(*path_item));
  }
  return path_items;
}

}  // namespace

std::optional<PathItem> read_path_item(Reading& reading, const Place& place) {
  auto path_item = read_own_path_item(reading, place);
  if (!path_item || !reference_of(place)) return path_item;
  auto target = read_referenced<PathItem>(reading, place, "pathItems", read_own_path_item);
  if (target) add_operations(std::move(*target), *path_item);
  return path_item;
}

std::vector<PathItem> read_paths(Reading& reading, const Place& place) {
  return read_path_items(reading, place, true);
}

std::vector<PathItem> read_webhooks(Reading& reading, const Place& place) {
  return read_path_items(reading, place, false);
}

}  // namespace bindery::spec
