// What is checked where a type is used: at a member, an item, an alternative.
// Must not know whose place it is; rule_set.hpp does.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "cpp/type_name.hpp"
#include "model/api.hpp"

namespace bindery::cpp {

/// What is checked where a type is used.
struct PlaceRules {
  std::vector<std::string> constraints;  ///< `bindery::items(0, 20)`, `bindery::each(...)`
  std::set<model::TypeId> below;  ///< Structs and unions reached, which may have rules themselves.
  std::set<model::TypeId> counted;  ///< Structs whose members the constraints count.
  std::set<model::TypeId> written;  ///< Types that are compared as JSON.
  std::set<std::string> unchecked;  ///< What the document says and no rule can, in words.
};

/// Of a use with what is `said` at it. Aliases, lists, maps and tuples have no identity in C++, so
/// their constraints are part of every place; those of structs and unions are not.
PlaceRules place_rules(const Spelling& spelling, model::TypeUse use,
                       const model::Constraints& said = {});

/// Adds all of `more` to `rules` but its constraints.
void unite(PlaceRules& rules, const PlaceRules& more);

/// What an object or union says of its own values as a whole, alternatives included.
PlaceRules rules_of_itself(const Spelling& spelling, model::TypeId type);

/// True for a type that is a struct in C++: an object, a union, or an alias that contains itself.
bool is_struct(const Spelling& spelling, model::TypeId type);

/// `bindery::each(bindery::length(1))`
std::string call_text(const std::string& function, const std::vector<std::string>& arguments);

}  // namespace bindery::cpp
