// What a document itself says of its operations in members of ours, `x-bindery-...`.
// Must not know what they mean.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "document/pointer.hpp"
#include "model/lower_operation.hpp"
#include "spec/types.hpp"

namespace bindery::model {

struct StatedRule {
  std::string operation;  ///< Its id, as in Operation::id.
  const document::Node* value = nullptr;
  document::Pointer pointer;
};

/// Calls `each(id, operation)` for every operation of the document, with the id that it has in the
/// model (see `identify_operations`, which also says what is wrong with ids).
template <class Each>
void for_each_operation(const spec::Spec& spec, Each each) {
  std::unordered_set<std::string> known;
  for (const spec::PathItem& item : spec.paths) {
    for (const spec::Operation& operation : item.operations) {
      std::string id = operation.operation_id.value_or("");
      if (id.empty() || !known.insert(id).second) id = id_from_path(operation.method, item.path);
      each(id, operation);
    }
  }
}

/// Calls `each(StatedRule)` for every operation with that member, in document order.
template <class Each>
void for_each_stated(const spec::Spec& spec, std::string_view name, Each each) {
  for_each_operation(spec, [&](const std::string& id, const spec::Operation& operation) {
    for (const spec::Extension& extension : operation.origin.extensions) {
      if (extension.name != name) continue;
      const auto pointer = document::Pointer::parse(operation.origin.pointer);
      each(StatedRule{id, extension.value, pointer.value_or(document::Pointer()) / extension.name});
    }
  });
}

}  // namespace bindery::model
