// Whether two descriptions of one thing mean the same or only read differently.
// Must not decide which of them wins.
#pragma once

#include <optional>
#include <string>

#include "document/node.hpp"

namespace bindery::spec {

/// The first place, in document order of the second, where two trees differ in meaning.
struct Difference {
  source::Location first, second;
  std::string pointer;
  std::string message;  ///< Of the second place.
  std::string first_message;
};

/// What came of comparing two trees.
struct Comparison {
  std::optional<Difference> meaning;
  bool prose_differs = false;

  bool is_equal() const { return !meaning && !prose_differs; }
};

/// How the members of a mapping are to be read.
enum class Shape {
  object,  ///< Keys are keywords: `description` is prose.
  names,   ///< Keys are chosen by users: `description` may be a property.
};

/// Compares as OpenAPI objects. Prose is `title`, `summary`, `description`, examples, external
/// documentation and `x-` members; the order of `required`, `enum`, `tags` and `security` means
/// nothing. `pointer` is that of both, in the merged document.
Comparison compare_meaning(const document::Node& first, const document::Node& second, Shape shape,
                           const std::string& pointer);

}  // namespace bindery::spec
