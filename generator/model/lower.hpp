// Spec to Api: the whole of this room in one call.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "model/api.hpp"
#include "spec/types.hpp"

namespace bindery::model {

/// What is generated. Empty lists include everything; an operation must match every non-empty
/// include list and no exclude list. Paths may end in `*`.
struct Filter {
  std::vector<std::string> include_tags, include_paths, include_operations;
  std::vector<std::string> exclude_tags, exclude_paths, exclude_operations;

  bool is_empty() const;
};

/// Whether the bodies of webhooks are one type too, `Api::event`.
enum class WebhookEvents { separate, united };

/// Lowers everything that passes the filter. With a filter, types that no operation reaches are
/// left out; without one, every component schema is kept.
Api lower(const spec::Spec& spec, const Filter& filter, diagnostics::Diagnostics& diagnostics,
          WebhookEvents events = WebhookEvents::separate);

/// Stable text of the model, for `bindery dump --stage=model` and golden tests.
void dump(const Api& api, std::ostream& out);

}  // namespace bindery::model
