// A node on its way to being read: where it is and in which resource its references are looked up.
// Must not know a keyword of OpenAPI.
#pragma once

#include <cstddef>
#include <string>

#include "document/node.hpp"

namespace bindery::spec {

/// Index of a `Resource` in `Reading::resources`.
using ResourceId = std::size_t;

/// A node, its JSON pointer within its file, and the resource it belongs to.
struct Place {
  const document::Node* node = nullptr;
  std::string pointer = "#";
  ResourceId resource = 0;

  /// The value of a member of this mapping.
  Place member(const document::Member& member) const;
  /// An element of this sequence.
  Place item(std::size_t index) const;
};

/// What `#` means: a whole file, or a schema with an `$id` (JSON Schema 2020-12 8.2.1).
struct Resource {
  Place root;
  std::string uri;         ///< A file name, or an absolute URI given by `$id` or `$self`.
  ResourceId file = 0;     ///< The resource of the whole file; itself for a file.
  bool is_pending = true;  ///< `$id` and `$anchor` in it are not collected yet.
};

}  // namespace bindery::spec
