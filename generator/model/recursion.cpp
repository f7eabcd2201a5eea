// Types that contain themselves.
// Must not recurse itself: cycles of any length occur.
#include "model/recursion.hpp"

#include <utility>
#include <vector>

#include "model/schema_facts.hpp"
#include "model/type_uses.hpp"

namespace bindery::model {
namespace {

enum class Mark : unsigned char { untouched, open, closed };

/// One use of `from`, as an edge.
struct Edge {
  std::uint32_t to;
  std::size_t position;  ///< Which of the uses of the type.
};

struct BackEdge {
  std::uint32_t from;
  Edge edge;
};

/// Edges that lead back to a type that is still open, depth first in the order of declaration. Each
/// closes a cycle whose other edges are all tree edges, so none of them could be left out.
template <class EdgesOf>
std::vector<BackEdge> back_edges(std::size_t count, EdgesOf edges_of) {
  struct Visit {
    std::uint32_t node;
    std::vector<Edge> edges;
    std::size_t next = 0;
  };
  std::vector<Mark> marks(count, Mark::untouched);
  std::vector<BackEdge> found;
  std::vector<Visit> stack;
  for (std::uint32_t root = 0; root < count; ++root) {
    if (marks[root] != Mark::untouched) continue;
    marks[root] = Mark::open;
    stack.push_back({root, edges_of(root)});
    while (!stack.empty()) {
      Visit& visit = stack.back();
      if (visit.next == visit.edges.size()) {
        marks[visit.node] = Mark::closed;
        stack.pop_back();
        continue;
      }
      const Edge edge = visit.edges[visit.next++];
      if (marks[edge.to] == Mark::open) {
        found.push_back({visit.node, edge});
      } else if (marks[edge.to] == Mark::untouched) {
        marks[edge.to] = Mark::open;
        stack.push_back({edge.to, edges_of(edge.to)});
      }
    }
  }
  return found;
}

std::vector<Edge> edges_by_value(const TypeTable& types, const std::vector<TypeId>& ends,
                                 std::uint32_t node) {
  std::vector<Edge> edges;
  const Type& type = types.at({node});
  const bool holds_by_value =
      type.as<Object>() != nullptr || type.as<Union>() != nullptr || type.as<Tuple>() != nullptr;
  if (!holds_by_value) return edges;
  const auto* object = type.as<Object>();
  const auto* tuple = type.as<Tuple>();
  const std::size_t count = object != nullptr  ? object->fields.size()
                            : tuple != nullptr ? tuple->items.size()
                                               : type.as<Union>()->alternatives.size();
  std::size_t position = 0;
  for_each_use(type.shape, [&](const TypeUse& use) {
    // What comes after the members (additional properties, the rest of a tuple) is held in a
    // container.
    if (position < count && use.type.is_known()) {
      edges.push_back({ends[use.type.index].index, position});
    }
    ++position;
  });
  return edges;
}

/// Edges between types that have no struct of their own.
std::vector<Edge> edges_without_struct(const TypeTable& types, std::uint32_t node) {
  std::vector<Edge> edges;
  const auto is_transparent = [&](TypeId id) {
    const Type& type = types.at(id);
    return type.as<Alias>() != nullptr || type.as<List>() != nullptr || type.as<Map>() != nullptr ||
           type.as<Tuple>() != nullptr;
  };
  if (!is_transparent({node})) return edges;
  std::size_t position = 0;
  for_each_use(types.at({node}).shape, [&](const TypeUse& use) {
    if (use.type.is_known() && is_transparent(use.type)) {
      edges.push_back({use.type.index, position});
    }
    ++position;
  });
  return edges;
}

/// A list that contains itself needs a name; its pointer gives one.
void name_by_origin(Type& type) {
  std::string name = "Recursive";
  for (const auto& token : pointer_tokens(type.origin.pointer)) {
    if (token != "components" && token != "schemas" && token != "properties") name += "_" + token;
  }
  type.name.source = TypeName::Source::component;
  type.name.component = std::move(name);
}

void box(Type& type, std::size_t position) {
  std::size_t current = 0;
  for_each_use(type.shape, [&](TypeUse& use) {
    if (current++ == position) use.boxed = true;
  });
}

}  // namespace

void break_cycles(TypeTable& types) {
  const auto nameless = back_edges(
      types.size(), [&](std::uint32_t node) { return edges_without_struct(types, node); });
  for (const auto& back : nameless) {
    const TypeId id{back.edge.to};
    if (types.at(id).is_self_containing) continue;
    if (types.at(id).as<Alias>() == nullptr) {
      Type inner;
      inner.shape = std::move(types.at(id).shape);
      inner.origin = types.at(id).origin;
      const TypeId inner_id = types.add(std::move(inner));
      types.at(id).shape = Alias{{inner_id}};
      name_by_origin(types.at(id));
    }
    types.at(id).is_self_containing = true;
  }
  const auto ends = types.alias_ends();
  const auto by_value = back_edges(
      types.size(), [&](std::uint32_t node) { return edges_by_value(types, ends, node); });
  for (const auto& back : by_value) box(types.at({back.from}), back.edge.position);
}

}  // namespace bindery::model
