// A document's constraints as the arguments of generated rules.
// Must not know where they hold; rule_set.hpp does.
#pragma once

#include <string>
#include <vector>

#include "model/types.hpp"

namespace bindery::cpp {

/// What a kind of value can be held to. JSON Schema 2020-12, validation 6: a keyword that is about
/// another kind says nothing.
struct Applicable {
  bool text = false;     ///< Length and pattern.
  bool number = false;   ///< Bounds and steps.
  bool list = false;     ///< Counts of items, and that they differ.
  bool members = false;  ///< Counts of members.
};

/// `bindery::length(1, 2048)` and the like for all that `applicable` lets through and that some
/// value could break. Numbers beyond a double's range become bounds that mean the same.
std::vector<std::string> constraint_texts(const model::Constraints& constraints,
                                          const Applicable& applicable);

/// True for the text of `uniqueItems`, which needs to write items as JSON.
bool is_unique_items(const std::string& text);

/// True for the text of `minProperties` and `maxProperties`, which needs to count members.
bool counts_members(const std::string& text);

}  // namespace bindery::cpp
