// From a source file to trees: chooses the reader by extension, then by the first byte.
// Must not open files: the source map does.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "document/node.hpp"
#include "source/source_map.hpp"

namespace bindery::document {

/// A tree and the file it came from.
struct Document {
  source::SourceId source = source::Location::no_source;
  Node root;
};

/// Reads `.json` as JSON, `.yaml` and `.yml` as YAML, anything else by its first byte ('{' or '['
/// is JSON). Reports and gives nothing when the text cannot be read.
std::optional<Document> load_document(source::SourceId id, const source::SourceMap& sources,
                                      diagnostics::Diagnostics& diagnostics);

/// True for `.md`, `.mdx` and `.txt`: files that are read as documentation pages.
bool is_page(const std::string& name);

/// Every fenced block of a page whose root mapping has an `openapi` key, with places in the page
/// itself. A page without one gives none and reports nothing; broken blocks are reported.
std::vector<Document> load_page(source::SourceId id, const source::SourceMap& sources,
                                diagnostics::Diagnostics& diagnostics);

}  // namespace bindery::document
