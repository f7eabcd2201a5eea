// Types into headers: nested ones with their parents, cycles together, the rest one by one.
// Must not leave two headers that include each other.
#include "cpp/layout.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "cpp/reference_graph.hpp"
#include "model/type_uses.hpp"

namespace bindery::cpp {
namespace {

using Source = model::TypeName::Source;

// The declared type that `index` is nested in, over all levels; itself when it is nested in none.
std::size_t root_of(const model::Api& api, const Names& names, std::size_t index) {
  for (std::size_t steps = 0; steps < api.types.size(); ++steps) {
    const model::TypeName& name = api.types.at(api.types.id(index)).name;
    if (name.source != Source::member || !name.parent.is_known()) return index;
    if (names.types[name.parent.index].name.empty()) return index;
    index = name.parent.index;
  }
  return index;
}

// The operations whose inputs or answers name each type.
std::vector<std::set<std::size_t>> users_of(const model::Api& api, const Names& names) {
  std::vector<std::set<std::size_t>> users(api.types.size());
  for (std::size_t index = 0; index < api.operations.size(); ++index) {
    const model::Operation& operation = api.operations[index];
    auto add = [&](const model::TypeUse& use) {
      for (const std::size_t type : referenced_types(api, names, use)) users[type].insert(index);
    };
    for (const model::Parameter& parameter : operation.parameters) add(parameter.type);
    if (operation.body) {
      model::for_each_content_use(operation.body->contents, add);
    }
    for (const model::ResponseCase& response : operation.responses) {
      for (const model::Content& content : response.contents) add(content.type);
      for (const model::ResponseHeader& header : response.headers) add(header.type);
    }
  }
  return users;
}

// Dependencies first, as far as there is a first; what must be complete first in any case.
std::vector<model::TypeId> ordered(const model::Api& api, const ReferenceGraph& graph,
                                   const std::vector<std::size_t>& types) {
  std::map<std::size_t, std::size_t> local;
  for (const std::size_t type : types) local.emplace(type, local.size());
  auto restricted = [&](const Graph& whole) {
    Graph part(types.size());
    for (std::size_t index = 0; index < types.size(); ++index) {
      for (const std::size_t other : whole[types[index]]) {
        if (const auto found = local.find(other); found != local.end()) {
          part[index].insert(found->second);
        }
      }
    }
    return part;
  };
  const Graph all = restricted(graph.all);
  const Graph complete = restricted(graph.complete);
  std::vector<model::TypeId> order;
  for (const std::vector<std::size_t>& component : components_of(all)) {
    if (component.size() == 1) {
      order.push_back(api.types.id(types[component.front()]));
      continue;
    }
    Graph inner(types.size());
    for (const std::size_t node : component) {
      for (const std::size_t other : complete[node]) {
        if (std::binary_search(component.begin(), component.end(), other)) {
          inner[node].insert(other);
        }
      }
    }
    for (const std::vector<std::size_t>& single : components_of(inner)) {
      for (const std::size_t node : single) {
        if (std::binary_search(component.begin(), component.end(), node)) {
          order.push_back(api.types.id(types[node]));
        }
      }
    }
  }
  return order;
}

}  // namespace

Layout lay_out(const model::Api& api, const Names& names) {
  Layout layout;
  layout.operation_types.resize(api.operations.size());
  layout.homes.resize(api.types.size());
  const ReferenceGraph graph = reference_graph(api, names);
  const std::vector<std::set<std::size_t>> users = users_of(api, names);

  std::vector<std::size_t> roots(api.types.size());
  Graph units(api.types.size());
  for (std::size_t index = 0; index < api.types.size(); ++index) {
    roots[index] = root_of(api, names, index);
  }
  std::vector<std::vector<std::size_t>> nested(api.types.size());
  for (std::size_t index = 0; index < api.types.size(); ++index) {
    if (names.types[index].name.empty()) continue;
    nested[roots[index]].push_back(index);
    for (const std::size_t other : graph.all[index]) {
      if (roots[other] != roots[index]) units[roots[index]].insert(roots[other]);
    }
  }

  const std::vector<std::vector<std::size_t>> components = components_of(units);
  std::vector<std::size_t> component_of(api.types.size());
  for (std::size_t index = 0; index < components.size(); ++index) {
    for (const std::size_t unit : components[index]) component_of[unit] = index;
  }

  // Users come after what they use, so from the back every user is settled first.
  std::vector<std::optional<std::size_t>> operation_of(components.size());
  std::vector<bool> is_shared(components.size());
  for (std::size_t index = components.size(); index-- > 0;) {
    std::set<std::size_t> operations;
    bool is_component = false;
    for (const std::size_t unit : components[index]) {
      const model::TypeName& name = api.types.at(api.types.id(unit)).name;
      if (name.source == Source::operation && name.operation < api.operations.size()) {
        operations.insert(name.operation);
      } else {
        is_component = true;
      }
      for (const std::size_t type : nested[unit]) {
        operations.insert(users[type].begin(), users[type].end());
      }
    }
    if (!is_component && !is_shared[index] && operations.size() == 1) {
      operation_of[index] = *operations.begin();
    }
    for (const std::size_t unit : components[index]) {
      for (const std::size_t other : units[unit]) {
        const std::size_t used = component_of[other];
        if (used == index) continue;
        // What a shared header uses must not stand in an operation's.
        if (!operation_of[index]) is_shared[used] = true;
        for (const std::size_t inner : components[used]) {
          const model::TypeName& name = api.types.at(api.types.id(inner)).name;
          if (operation_of[index] && name.source == Source::operation &&
              name.operation != *operation_of[index]) {
            is_shared[used] = true;
          }
        }
      }
    }
  }

  std::map<std::size_t, std::vector<std::size_t>> models;  // By the first type.
  std::vector<std::vector<std::size_t>> own(api.operations.size());
  for (std::size_t index = 0; index < components.size(); ++index) {
    std::vector<std::size_t> types;
    for (const std::size_t unit : components[index]) {
      types.insert(types.end(), nested[unit].begin(), nested[unit].end());
    }
    if (types.empty()) continue;
    std::sort(types.begin(), types.end());
    if (operation_of[index]) {
      std::vector<std::size_t>& target = own[*operation_of[index]];
      target.insert(target.end(), types.begin(), types.end());
    } else {
      models.emplace(components[index].front(), std::move(types));
    }
  }
  for (const auto& [first, types] : models) {
    ModelFile file{names.types[first].file, ordered(api, graph, types)};
    for (const std::size_t type : types) layout.homes[type] = "models/" + file.stem;
    layout.models.push_back(std::move(file));
  }
  for (std::size_t index = 0; index < own.size(); ++index) {
    std::sort(own[index].begin(), own[index].end());
    layout.operation_types[index] = ordered(api, graph, own[index]);
    for (const std::size_t type : own[index]) {
      layout.homes[type] = "operations/" + names.operations[index].file;
    }
  }
  return layout;
}

}  // namespace bindery::cpp
