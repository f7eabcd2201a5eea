// YAML as people write API documents in it, read without yaml-cpp, which takes several hundred
// instructions for every byte. Must not report: what is unusual or wrong is left to yaml-cpp.
#pragma once

#include <optional>

#include "document/node.hpp"
#include "document/span_text.hpp"

namespace bindery::document {

/// The very tree that yaml-cpp's events make; nothing for a text with tags, anchors, directives,
/// several documents, explicit keys, tabs where they matter, anything that is wrong or that
/// yaml-cpp reads in its own way.
std::optional<Node> read_block_yaml(const SpanText& text);

}  // namespace bindery::document
