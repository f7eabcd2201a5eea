// Who refers to whom among declared types, and strongly connected components.
// Must not know headers or names.
#pragma once

#include <cstddef>
#include <set>
#include <vector>

#include "cpp/names.hpp"
#include "model/api.hpp"

namespace bindery::cpp {

using Graph = std::vector<std::set<std::size_t>>;

/// Edges from each declared type to the declared types it names, by index in the type table.
struct ReferenceGraph {
  Graph all;       ///< In any place.
  Graph complete;  ///< Where the other must be defined before: held by value, or an alias.
};

ReferenceGraph reference_graph(const model::Api& api, const Names& names);

/// The declared types that a use names, seen through lists, maps and other anonymous types.
std::set<std::size_t> referenced_types(const model::Api& api, const Names& names,
                                       model::TypeUse use);

/// Tarjan's components, each after all it leads to; nodes of a component in ascending order.
std::vector<std::vector<std::size_t>> components_of(const Graph& graph);

}  // namespace bindery::cpp
