// Whether anything in a value tells which of two types it is of.
// Must not know what is done about it.
#pragma once

#include <cstddef>
#include <map>
#include <utility>
#include <vector>

#include "model/json_kinds.hpp"
#include "model/type_table.hpp"

namespace bindery::model {

/// Remembers its answers; the table and the kinds must outlive it and stay as they are.
class Likeness {
 public:
  Likeness(const TypeTable& types, const std::vector<JsonKinds>& kinds)
      : types_(types), kinds_(kinds) {}

  /// True when nothing in a value says which of the two it is: same members, values of the same
  /// kinds.
  bool ask(const TypeUse& a, const TypeUse& b) { return ask(a, b, 0); }

 private:
  bool ask(const TypeUse& a, const TypeUse& b, std::size_t depth);
  bool compare(const TypeUse& a, const TypeUse& b, std::size_t depth);
  bool share_values(const Field& a, const Field& b) const;
  const Type& behind(const TypeUse& use) const { return types_.at(types_.resolved(use).type); }

  const TypeTable& types_;
  const std::vector<JsonKinds>& kinds_;
  std::map<std::pair<TypeId, TypeId>, bool> alike_;
};

}  // namespace bindery::model
