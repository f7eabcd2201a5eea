// Which values hold a list of a type that is declared further down in the same header.
// Must not know what is done about it.
#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "cpp/type_name.hpp"

namespace bindery::cpp {

/// Follows the declarations of a header in their order. A value cannot be destroyed while a list in
/// it, however deep, is one of an incomplete type; where vectors are constexpr, clang instantiates
/// the destructor as soon as it sees that a constructor might need it.
class IncompleteLists {
 public:
  /// What `spelling` refers to outlives this.
  IncompleteLists(const Spelling& spelling, const std::vector<model::TypeId>& types);

  /// Goes on to the declaration of `type`; each type of the header has its turn, in order.
  void declare(model::TypeId type);

  /// Whether a list in a value of that type is of an incomplete type here.
  bool are_in(const CppType& type) const { return awaited_by(type) > current_; }

 private:
  /// The place of the last type that must be declared before a value may be destroyed.
  std::size_t awaited_by(const CppType& type) const;

  Spelling spelling_;
  std::map<model::TypeId, std::size_t> places_;   ///< In the header, from 1.
  std::map<model::TypeId, std::size_t> awaited_;  ///< By what was declared.
  std::size_t current_ = 0;
};

}  // namespace bindery::cpp
