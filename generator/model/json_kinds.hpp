// Which JSON kinds the values of a type can be.
#pragma once

#include <vector>

#include "model/type_table.hpp"

namespace bindery::model {

/// A set of JSON kinds. Null is not among them: it belongs to the place.
using JsonKinds = unsigned;
constexpr JsonKinds json_boolean = 1, json_number = 2, json_string = 4, json_array = 8,
                    json_object = 16, json_any = 31;

/// For every type of the table, in linear time. Aliases have those of their target, unions those of
/// all alternatives.
std::vector<JsonKinds> json_kinds(const TypeTable& types);

}  // namespace bindery::model
