// What is generated: the user's filter against the document's operations.
// Must not drop types: see reachability.
#include "model/filter.hpp"

#include <algorithm>

#include "diagnostics/suggest.hpp"

namespace bindery::model {
namespace {

using Names = std::vector<std::string>;

bool contains(const Names& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool matches_path(const std::string& pattern, const std::string& path) {
  if (pattern.empty() || pattern.back() != '*') return pattern == path;
  return path.compare(0, pattern.size() - 1, pattern, 0, pattern.size() - 1) == 0;
}

bool any_path(const Names& patterns, const std::string& path) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const std::string& pattern) { return matches_path(pattern, path); });
}

bool any_tag(const Names& wanted, const Names& tags) {
  return std::any_of(tags.begin(), tags.end(),
                     [&](const std::string& tag) { return contains(wanted, tag); });
}

void complain(diagnostics::Diagnostics& diagnostics, const std::string& what,
              const std::string& entry, const Names& known) {
  auto report = diagnostics.report(diagnostics::Code::E0408, source::Location::unknown(),
                                   "no " + what + " matches `" + entry + "`");
  if (const auto near = diagnostics::nearest(entry, known)) {
    report.hint("did you mean `" + *near + "`?");
  }
}

void check_names(const Names& entries, const std::string& what, const Names& known,
                 diagnostics::Diagnostics& diagnostics) {
  for (const auto& entry : entries) {
    if (!contains(known, entry)) complain(diagnostics, what, entry, known);
  }
}

void check_paths(const Names& entries, const Names& known, diagnostics::Diagnostics& diagnostics) {
  for (const auto& entry : entries) {
    const bool matched = std::any_of(known.begin(), known.end(), [&](const std::string& path) {
      return matches_path(entry, path);
    });
    if (!matched) complain(diagnostics, "path", entry, known);
  }
}

}  // namespace

bool Filter::is_empty() const {
  return include_tags.empty() && include_paths.empty() && include_operations.empty() &&
         exclude_tags.empty() && exclude_paths.empty() && exclude_operations.empty();
}

bool passes(const Filter& filter, const spec::Operation& operation, const std::string& id,
            const std::string& path) {
  if (!filter.include_tags.empty() && !any_tag(filter.include_tags, operation.tags)) return false;
  if (!filter.include_paths.empty() && !any_path(filter.include_paths, path)) return false;
  if (!filter.include_operations.empty() && !contains(filter.include_operations, id)) return false;
  return !any_tag(filter.exclude_tags, operation.tags) && !any_path(filter.exclude_paths, path) &&
         !contains(filter.exclude_operations, id);
}

void check_filter(const Filter& filter, const spec::Spec& spec,
                  const std::vector<std::string>& operation_ids,
                  diagnostics::Diagnostics& diagnostics) {
  if (filter.is_empty()) return;
  Names tags, paths;
  for (const auto& tag : spec.tags) tags.push_back(tag.name);
  for (const auto* items : {&spec.paths, &spec.webhooks}) {
    for (const auto& item : *items) {
      paths.push_back(item.path);
      for (const auto& operation : item.operations) {
        tags.insert(tags.end(), operation.tags.begin(), operation.tags.end());
      }
    }
  }
  check_names(filter.include_tags, "tag", tags, diagnostics);
  check_names(filter.exclude_tags, "tag", tags, diagnostics);
  check_paths(filter.include_paths, paths, diagnostics);
  check_paths(filter.exclude_paths, paths, diagnostics);
  check_names(filter.include_operations, "operation", operation_ids, diagnostics);
  check_names(filter.exclude_operations, "operation", operation_ids, diagnostics);
}

}  // namespace bindery::model
