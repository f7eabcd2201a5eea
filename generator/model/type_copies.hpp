// Types that some of their users need in another form.
// Must not know which form that is.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/type_table.hpp"

namespace bindery::model {

/// Marks all types that use a marked one, over any distance; `users` has those of each by index.
void spread_to_users(std::vector<bool>& marked, const std::vector<std::vector<std::size_t>>& users);

/// Copies of types, in the same table. The table must outlive it.
class TypeCopies {
 public:
  explicit TypeCopies(TypeTable& types) : types_(&types), copies_(types.size()) {}

  /// There will be a copy of that type.
  void reserve(std::size_t index) { copies_[index] = types_->reserve(); }
  /// Unknown when there is none.
  TypeId of(std::size_t index) const;

  /// Makes a use of a type one of its copy, if it has one.
  void redirect(TypeUse& use) const;

  /// `form` becomes the copy of a type. It is named below the copy of what the type is a member of,
  /// or else after the type and `suffix`; `note` ends its description.
  void fill(std::size_t index, Type form, const std::string& suffix, const std::string& note);

 private:
  TypeTable* types_;
  std::vector<TypeId> copies_;
};

}  // namespace bindery::model
