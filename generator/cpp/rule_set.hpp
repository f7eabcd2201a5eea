// Which types and requests have something to check, and at which members.
// Must not lay out text beyond the arguments of one check; build_rules.hpp does.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cpp/place_rules.hpp"
#include "model/api.hpp"

namespace bindery::cpp {

/// A member of a struct or request, or what stands for all of it.
struct MemberRules {
  std::string name;        ///< As a literal, `"prompt"`; empty for what has no name of its own.
  std::string expression;  ///< `value.prompt`
  PlaceRules place;
};

/// The content of one `Rules<T>`.
struct TypeRules {
  PlaceRules itself;  ///< Of the value as a whole, and of the alternatives of a union.
  std::vector<MemberRules> members;
};

/// Of an object, a union or a type that contains itself.
TypeRules type_rules(const Spelling& spelling, model::TypeId type);

/// Of a request struct: its parameters and its body, called as the struct's members are.
TypeRules request_rules(const Spelling& spelling, std::size_t operation);

/// Who has `Rules`, by index; empty lists mean that nobody has.
struct RuleSet {
  std::vector<bool> types;
  std::vector<bool> counted;   ///< Structs that say how many members they have.
  std::vector<bool> requests;  ///< By operation.

  bool has_type(model::TypeId type) const;
  bool has_request(std::size_t operation) const;
  bool counts(model::TypeId type) const;
  bool is_empty() const;
};

/// A type has rules when it has something to check itself, or when something below it has: by
/// value, in lists, maps and unions.
RuleSet rule_set(const Spelling& spelling);

/// True when a check of this place is worth writing.
bool is_checked(const RuleSet& rules, const PlaceRules& place);

}  // namespace bindery::cpp
