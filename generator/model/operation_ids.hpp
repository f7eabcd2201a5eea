// What operations are called in the model.
// Must not report: `identify_operations` says what is wrong with ids.
#pragma once

#include <string>
#include <unordered_set>

#include "spec/types.hpp"

namespace bindery::model {

/// `"GET", "/v3/videos/{id}"` -> `get_v3_videos_by_id`.
std::string id_from_path(const std::string& method, const std::string& path);

/// Calls `each(id, path item, operation)` for every operation of the document, in its order: the
/// operationId, or one made from method and path where that is missing or was given before.
template <class Each>
void for_each_operation(const spec::Spec& spec, Each each) {
  std::unordered_set<std::string> known;
  for (const spec::PathItem& item : spec.paths) {
    for (const spec::Operation& operation : item.operations) {
      std::string id = operation.operation_id.value_or("");
      if (id.empty() || !known.insert(id).second) id = id_from_path(operation.method, item.path);
      each(id, item, operation);
    }
  }
}

}  // namespace bindery::model
