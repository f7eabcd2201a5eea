// Operations, webhooks and callbacks.
#pragma once

#include <string>
#include <vector>

#include "model/lower.hpp"
#include "model/lowering.hpp"

namespace bindery::model {

/// An operation of the document and the id it has in the model.
struct IdentifiedOperation {
  const spec::PathItem* item = nullptr;
  const spec::Operation* operation = nullptr;
  std::string id;
};

/// Every operation under `paths` in document order. Ids that are missing (E0401) or given twice
/// (E0402) are made from method and path: `get /videos/{id}` -> `get_videos_by_id`.
std::vector<IdentifiedOperation> identify_operations(Lowering& lowering);

/// Adds the operations that pass the filter to the API, and their callbacks.
void lower_operations(Lowering& lowering, const std::vector<IdentifiedOperation>& operations,
                      const Filter& filter);

/// Adds the webhooks that pass the filter.
void lower_webhooks(Lowering& lowering, const Filter& filter);

/// Makes one type of what those webhooks send as JSON: the only one there is, or a union that tells
/// them apart as any other.
void unite_webhooks(Lowering& lowering, const Filter& filter);

}  // namespace bindery::model
