// The arena of an API's types. Ids stay valid; order is that of declaration.
#pragma once

#include <cstddef>
#include <vector>

#include "model/types.hpp"

namespace bindery::model {

class TypeTable {
 public:
  TypeId add(Type type);
  /// A place for a type that is being made, so that it can be referred to from inside itself.
  TypeId reserve();

  const Type& at(TypeId id) const { return types_.at(id.index); }
  Type& at(TypeId id) { return types_.at(id.index); }
  std::size_t size() const { return types_.size(); }
  TypeId id(std::size_t index) const { return TypeId{static_cast<std::uint32_t>(index)}; }

  /// The type behind aliases; null of an alias on the way is added to the use.
  TypeUse resolved(TypeUse use) const;

  /// For every type the one behind its aliases, in linear time; an alias that only leads back to
  /// aliases stands for itself.
  std::vector<TypeId> alias_ends() const;

 private:
  std::vector<Type> types_;
};

}  // namespace bindery::model
