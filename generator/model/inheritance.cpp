// The inheritance idiom.
// Must not merge anything: only finds who extends whom.
#include "model/inheritance.hpp"

#include <algorithm>

namespace bindery::model {
namespace {

/// Components that `id` extends: the component targets of its `allOf`.
std::vector<spec::SchemaId> extended_by(const Lowering& lowering, spec::SchemaId id) {
  std::vector<spec::SchemaId> bases;
  for (const auto member : lowering.schema(id).all_of) {
    const spec::Schema& schema = lowering.schema(member);
    if (schema.reference && schema.reference->target.is_known() &&
        lowering.component(schema.reference->target) != nullptr) {
      bases.push_back(schema.reference->target);
    }
  }
  return bases;
}

void add_once(std::vector<spec::SchemaId>& list, spec::SchemaId id) {
  if (std::find(list.begin(), list.end(), id) == list.end()) list.push_back(id);
}

}  // namespace

void find_children(Lowering& lowering) {
  std::unordered_map<std::uint32_t, std::vector<spec::SchemaId>> extends;
  for (const auto& component : lowering.components) {
    extends[component.schema.index] = extended_by(lowering, component.schema);
  }
  for (const auto& component : lowering.components) {
    const spec::Schema& schema = lowering.schema(component.schema);
    if (!schema.discriminator || !schema.one_of.empty() || !schema.any_of.empty()) continue;
    auto& children = lowering.children[component.schema.index];
    for (const auto& entry : schema.discriminator->mapping) {
      if (entry.schema.is_known()) add_once(children, entry.schema);
    }
  }
  // Every component climbs to all of its ancestors; parents among them gain a child.
  for (const auto& component : lowering.components) {
    std::vector<spec::SchemaId> ancestors = extends[component.schema.index];
    for (std::size_t next = 0; next < ancestors.size(); ++next) {
      const auto parent = lowering.children.find(ancestors[next].index);
      if (parent != lowering.children.end()) add_once(parent->second, component.schema);
      for (const auto base : extends[ancestors[next].index]) add_once(ancestors, base);
    }
  }
  for (auto it = lowering.children.begin(); it != lowering.children.end();) {
    const bool only_itself =
        it->second.empty() || (it->second.size() == 1 && it->second.front().index == it->first);
    it = only_itself ? lowering.children.erase(it) : std::next(it);
  }
}

bool is_parent(const Lowering& lowering, spec::SchemaId id) {
  return lowering.children.count(id.index) != 0;
}

}  // namespace bindery::model
