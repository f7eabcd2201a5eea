// What a document itself says of its operations in members of ours, `x-bindery-...`.
// Must not know what they mean.
#pragma once

#include <string>
#include <string_view>

#include "document/pointer.hpp"
#include "model/lower_operation.hpp"
#include "spec/types.hpp"

namespace bindery::model {

struct StatedRule {
  std::string operation;  ///< Its id, as in Operation::id.
  const document::Node* value = nullptr;
  document::Pointer pointer;
};

/// Calls `each(StatedRule)` for every operation with that member, in document order.
template <class Each>
void for_each_stated(const spec::Spec& spec, std::string_view name, Each each) {
  for (const spec::PathItem& item : spec.paths) {
    for (const spec::Operation& operation : item.operations) {
      for (const spec::Extension& extension : operation.origin.extensions) {
        if (extension.name != name) continue;
        const auto pointer = document::Pointer::parse(operation.origin.pointer);
        each(StatedRule{operation.operation_id.value_or(id_from_path(operation.method, item.path)),
                        extension.value, pointer.value_or(document::Pointer()) / extension.name});
      }
    }
  }
}

}  // namespace bindery::model
