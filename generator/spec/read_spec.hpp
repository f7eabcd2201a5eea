// Trees to a Spec: unites several documents, reads the result, follows every reference.
#pragma once

#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "document/load.hpp"
#include "source/source_map.hpp"
#include "spec/types.hpp"

namespace bindery::spec {

/// What to do when two documents say different things of one component or operation.
enum class OnConflict { error, first, last };

/// Unites documents into one tree: paths by method, tags and components by name; servers and
/// security must be equal. What differs only in prose unites with a note (E0309); what differs in
/// meaning is E0308.
document::Document merge_documents(std::vector<document::Document> documents,
                                   OnConflict on_conflict, diagnostics::Diagnostics& diagnostics);

/// Reads the entry document and every file its references lead to (through `sources`).
Spec read_spec(document::Document entry, source::SourceMap& sources,
               diagnostics::Diagnostics& diagnostics);

}  // namespace bindery::spec
