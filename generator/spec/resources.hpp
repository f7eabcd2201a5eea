// The files and embedded schemas that references may name, each found once.
// Must not read what is in them: only `$id`, `$self` and anchors matter here.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "spec/reading.hpp"

namespace bindery::spec {

/// `https:`, `urn:`, `file:`; a drive letter is no scheme.
bool has_scheme(std::string_view uri);

/// `uri` as seen from `base` (RFC 3986 5.2), both without fragments. File names are joined as
/// paths.
std::string join_uri(std::string_view base, std::string_view uri);

/// `%41` to `A`; an escape that is wrong stays as it is.
std::string percent_decode(std::string_view text);

/// Adds a tree to the spec and makes a resource of it.
ResourceId add_document(Reading& reading, document::Document document, std::string uri);

/// Makes every source that has a part in the entry document lead to the entry document: pages that
/// were merged may name each other.
void claim_sources(Reading& reading, ResourceId entry);

/// The resource of a file, opened and read when it is new; or why there is none.
struct OpenedFile {
  std::optional<ResourceId> resource;
  std::string problem;
};
OpenedFile open_file(Reading& reading, const std::string& name);

/// Collects the `$id`s and anchors of a file, once; later calls do nothing. OpenAPI 3.0 has none.
void collect_identifiers(Reading& reading, ResourceId file);

/// The same place, within the embedded resource that begins there if one does.
Place enter_resource(const Reading& reading, Place place);

}  // namespace bindery::spec
