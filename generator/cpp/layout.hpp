// Which declaration is in which header, and in which order.
// Must not know what a declaration looks like.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cpp/names.hpp"
#include "model/api.hpp"

namespace bindery::cpp {

/// A header of `models/`: types that need each other, nested ones included.
struct ModelFile {
  std::string stem;                  ///< `video_detail`, after its first type.
  std::vector<model::TypeId> types;  ///< In an order in which what is held by value is complete.
};

struct Layout {
  std::vector<ModelFile> models;                            ///< In the order of the document.
  std::vector<std::vector<model::TypeId>> operation_types;  ///< Of one operation only, by index.
  /// By type: its header without the namespace's folder and extension, `models/video_detail`;
  /// empty for types that are not declared.
  std::vector<std::string> homes;
};

/// Types that reach each other share one header, through lists and maps too; so no two headers
/// include each other. Inline types stand with what they are nested in; an inline type that more
/// than one operation uses has a header of its own.
Layout lay_out(const model::Api& api, const Names& names);

}  // namespace bindery::cpp
