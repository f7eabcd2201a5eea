// A text that two schemas share when they describe the same values.
#pragma once

#include <string>

#include "model/lowering.hpp"

namespace bindery::model {

/// Names, types, presence and constraints count; titles, descriptions, examples and defaults do
/// not. References to components are compared by target. Two equal keys mean equal structure;
/// schemas nested too deeply have a key of their own.
std::string structure_key(const Lowering& lowering, spec::SchemaId id);

}  // namespace bindery::model
