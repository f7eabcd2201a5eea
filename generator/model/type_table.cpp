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

}  // namespace bindery::model
