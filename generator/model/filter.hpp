// What is generated: the user's filter against the document's operations.
#pragma once

#include "model/lower.hpp"

namespace bindery::model {

/// Whether an operation passes. `id` is its name in the model.
bool passes(const Filter& filter, const spec::Operation& operation, const std::string& id,
            const std::string& path);

/// Reports entries that match nothing in the document (E0408), with the nearest name there is.
void check_filter(const Filter& filter, const spec::Spec& spec,
                  const std::vector<std::string>& operation_ids,
                  diagnostics::Diagnostics& diagnostics);

}  // namespace bindery::model
