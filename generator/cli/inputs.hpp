// From the command line's inputs to trees: files, pages and folders.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "document/load.hpp"
#include "source/source_map.hpp"

namespace bindery::cli {

struct Inputs {
  std::vector<document::Document> documents;  ///< In the order given; of a folder in name order.
  std::optional<std::string>
      configuration;                 ///< The `bindery.yaml` beside the first input that has one.
  std::vector<std::string> folders;  ///< Folders looked into: their listing is a dependency too.
};

/// What in a folder is no input is passed over with a note (E0112); named directly it is an error.
Inputs load_inputs(const std::vector<std::string>& arguments, source::SourceMap& sources,
                   diagnostics::Diagnostics& diagnostics);

}  // namespace bindery::cli
