// Walks uses through anonymous types; finds components without recursion.
// Must give the same components for the same graph, whatever the machine.
#include "cpp/reference_graph.hpp"

#include <algorithm>
#include <variant>

#include "cpp/type_name.hpp"

namespace bindery::cpp {
namespace {

constexpr int deepest = 64;

class Walk {
 public:
  Walk(const model::Api& api, const Names& names, std::set<std::size_t>& all,
       std::set<std::size_t>& complete)
      : api_(api), names_(names), all_(all), complete_(complete) {}

  void use(const model::TypeUse& use, bool is_by_value) {
    if (!use.type.is_known() || depth_ > deepest) return;
    ++depth_;
    const model::Type& type = api_.types.at(use.type);
    const std::size_t index = use.type.index;
    const bool by_value = is_by_value && !use.boxed;
    if (names_.types[index].name.empty()) {
      shape(type, by_value);
    } else {
      const bool is_alias = is_using(type);
      all_.insert(index);
      // No alias can be declared ahead, and what it stands for is held where it is.
      if (by_value || is_alias || type.as<model::Enum>() != nullptr) complete_.insert(index);
      if (is_alias && by_value) held_by(type);
    }
    --depth_;
  }

  void shape(const model::Type& type, bool by_value) {
    std::visit([&](const auto& alternative) { parts(alternative, by_value); }, type.shape);
  }

 private:
  // What is complete behind an alias that is itself no part of this type's text.
  void held_by(const model::Type& alias) {
    std::set<std::size_t> unnamed;
    Walk inner(api_, names_, unnamed, complete_);
    inner.depth_ = depth_;
    inner.shape(alias, true);
  }

  void parts(const model::Object& object, bool by_value) {
    for (const model::Field& field : object.fields) {
      if (!field.constant) use(field.type, by_value);
    }
    if (object.additional.kind == model::AdditionalProperties::Kind::typed) {
      use(object.additional.type, false);
    }
  }
  void parts(const model::Union& alternatives, bool by_value) {
    for (const model::Alternative& alternative : alternatives.alternatives) {
      use(alternative.type, by_value);
    }
  }
  void parts(const model::Tuple& tuple, bool by_value) {
    for (const model::TypeUse& item : tuple.items) use(item, by_value);
    if (tuple.rest) use(*tuple.rest, false);
  }
  void parts(const model::List& list, bool) { use(list.item, false); }
  void parts(const model::Map& map, bool) { use(map.value, false); }
  void parts(const model::Alias& alias, bool by_value) { use(alias.target, by_value); }
  void parts(const model::Primitive&, bool) {}
  void parts(const model::Enum&, bool) {}
  void parts(const model::Any&, bool) {}
  void parts(const model::Invalid&, bool) {}

  const model::Api& api_;
  const Names& names_;
  std::set<std::size_t>& all_;
  std::set<std::size_t>& complete_;
  int depth_ = 0;
};

// Tarjan 1972, with the call stack as data.
struct Visit {
  std::size_t node;
  std::set<std::size_t>::const_iterator next;
};

constexpr std::size_t unvisited = static_cast<std::size_t>(-1);

class Components {
 public:
  explicit Components(const Graph& graph)
      : graph_(graph),
        order_(graph.size(), unvisited),
        low_(graph.size()),
        on_stack_(graph.size()) {}

  std::vector<std::vector<std::size_t>> run() {
    for (std::size_t node = 0; node < graph_.size(); ++node) {
      if (order_[node] != unvisited) continue;
      enter(node);
      while (!visits_.empty()) step();
    }
    return std::move(found_);
  }

 private:
  void enter(std::size_t node) {
    order_[node] = low_[node] = count_++;
    stack_.push_back(node);
    on_stack_[node] = true;
    visits_.push_back({node, graph_[node].begin()});
  }

  void step() {
    Visit& visit = visits_.back();
    const std::size_t node = visit.node;
    if (visit.next != graph_[node].end()) {
      const std::size_t other = *visit.next++;
      if (order_[other] == unvisited) {
        enter(other);
      } else if (on_stack_[other]) {
        low_[node] = std::min(low_[node], order_[other]);
      }
      return;
    }
    visits_.pop_back();
    if (!visits_.empty()) {
      std::size_t& above = low_[visits_.back().node];
      above = std::min(above, low_[node]);
    }
    if (low_[node] == order_[node]) close(node);
  }

  void close(std::size_t root) {
    std::vector<std::size_t> component;
    std::size_t node = unvisited;
    do {
      node = stack_.back();
      stack_.pop_back();
      on_stack_[node] = false;
      component.push_back(node);
    } while (node != root);
    std::sort(component.begin(), component.end());
    found_.push_back(std::move(component));
  }

  const Graph& graph_;
  std::vector<std::size_t> order_;
  std::vector<std::size_t> low_;
  std::vector<bool> on_stack_;
  std::vector<std::size_t> stack_;
  std::vector<Visit> visits_;
  std::vector<std::vector<std::size_t>> found_;
  std::size_t count_ = 0;
};

}  // namespace

ReferenceGraph reference_graph(const model::Api& api, const Names& names) {
  ReferenceGraph graph{Graph(api.types.size()), Graph(api.types.size())};
  for (std::size_t index = 0; index < api.types.size(); ++index) {
    if (names.types[index].name.empty()) continue;
    const model::Type& type = api.types.at(api.types.id(index));
    const bool is_alias = is_using(type);
    // An alias holds nothing: whoever uses it does.
    Walk(api, names, graph.all[index], graph.complete[index]).shape(type, !is_alias);
    graph.all[index].erase(index);
    graph.complete[index].erase(index);
  }
  return graph;
}

std::set<std::size_t> referenced_types(const model::Api& api, const Names& names,
                                       model::TypeUse use) {
  std::set<std::size_t> all;
  std::set<std::size_t> complete;
  Walk(api, names, all, complete).use(use, true);
  return all;
}

std::vector<std::vector<std::size_t>> components_of(const Graph& graph) {
  return Components(graph).run();
}

}  // namespace bindery::cpp
