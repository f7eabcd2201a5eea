// The arena of an API's types.
// Must not know how a schema becomes a type.
#include "model/type_table.hpp"

#include <utility>

namespace bindery::model {

TypeId TypeTable::add(Type type) {
  types_.push_back(std::move(type));
  return id(types_.size() - 1);
}

TypeId TypeTable::reserve() {
  Type placeholder;
  placeholder.shape = Invalid{};
  return add(std::move(placeholder));
}

TypeUse TypeTable::resolved(TypeUse use) const {
  // A chain cannot be longer than the table; one that is leads in a circle.
  for (std::size_t step = 0; use.type.is_known() && step <= types_.size(); ++step) {
    const auto* alias = at(use.type).as<Alias>();
    if (alias == nullptr) return use;
    use.type = alias->target.type;
    use.nullable = use.nullable || alias->target.nullable;
  }
  return use;
}

std::vector<TypeId> TypeTable::alias_ends() const {
  std::vector<TypeId> ends(types_.size());
  std::vector<bool> on_path(types_.size(), false);
  std::vector<TypeId> path;
  for (std::size_t index = 0; index < types_.size(); ++index) {
    TypeId current = id(index);
    path.clear();
    bool is_endless = false;
    while (!ends[current.index].is_known()) {
      const auto* alias = at(current).as<Alias>();
      is_endless = on_path[current.index];
      if (is_endless || alias == nullptr || !alias->target.type.is_known()) break;
      on_path[current.index] = true;
      path.push_back(current);
      current = alias->target.type;
    }
    if (!ends[current.index].is_known() && !is_endless) ends[current.index] = current;
    for (const TypeId passed : path) {
      ends[passed.index] = is_endless ? passed : ends[current.index];
      on_path[passed.index] = false;
    }
  }
  return ends;
}

}  // namespace bindery::model
