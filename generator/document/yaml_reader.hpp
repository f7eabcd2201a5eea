// YAML text to a tree, by the YAML 1.2 core schema.
// Must not include yaml-cpp: yaml_reader.cpp alone does.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "diagnostics/diagnostics.hpp"
#include "document/node.hpp"

namespace bindery::document {

/// Part of a source file to be read: `text` is the file's bytes `[offset, offset + text.size())`.
struct Span {
  source::SourceId source = source::Location::no_source;
  std::string_view text;
  std::size_t offset = 0;
  /// Columns removed from the beginning of each line before reading (an indented block of a page).
  std::size_t indent = 0;
};

/// Anchors and aliases are expanded (with a bound), `<<` is an ordinary key. Gives nothing, and
/// reports, when the text is no YAML; keys given twice are reported, and the tree is given with the
/// first of them.
std::optional<Node> read_yaml(const Span& span, diagnostics::Diagnostics& diagnostics);

}  // namespace bindery::document
