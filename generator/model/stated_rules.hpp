// What is said of operations in terms of ours, by the document (`x-bindery-...`) or beside it.
// Must not know what it means.
#pragma once

#include <string>
#include <string_view>

#include "diagnostics/diagnostics.hpp"
#include "document/pointer.hpp"
#include "model/operation_ids.hpp"
#include "source/location.hpp"
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
  for_each_operation(spec, [&](const std::string& id, const spec::PathItem&,
                               const spec::Operation& operation) {
    for (const spec::Extension& extension : operation.origin.extensions) {
      if (extension.name != name) continue;
      const auto pointer = document::Pointer::parse(operation.origin.pointer);
      each(StatedRule{id, extension.value, pointer.value_or(document::Pointer()) / extension.name});
    }
  });
}

/// Reports a rule for an operation that the document does not have (E0116). One that a filter left
/// out is not there either, and nothing is wrong with its rule.
void report_unknown_operation(const spec::Spec& spec, const std::string& id, source::Location where,
                              diagnostics::Diagnostics& diagnostics);

}  // namespace bindery::model
