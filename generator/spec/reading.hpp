// What the functions of this room share while one Spec is read.
// Must not hold anything that outlives the reading: that belongs to Spec.
#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "source/source_map.hpp"
#include "spec/place.hpp"
#include "spec/types.hpp"

namespace bindery::spec {

/// What a reference text leads to, or why it leads nowhere. With a place, a message tells that it
/// is not what the reference should lead to.
struct Resolution {
  std::optional<Place> place;
  diagnostics::Code code = diagnostics::Code::E0203;
  std::string message, hint;
};

/// Targets already read, by node. Nothing stands for a target that had to be left out.
template <class T>
using TargetsRead = std::unordered_map<const document::Node*, std::optional<T>>;

/// A reference being followed right now.
struct ActiveReference {
  const document::Node* target = nullptr;
  source::Location where;
};

/// A keyword of another OpenAPI version, wherever the document has it: one complaint for all.
struct OtherVersion {
  std::string message;
  Place first;
  source::Location second;
  std::size_t count = 0;
};

/// The state of one `read_spec`.
struct Reading {
  Reading(Spec& spec_to_fill, source::SourceMap& source_map, diagnostics::Diagnostics& reports)
      : spec(spec_to_fill), sources(source_map), diagnostics(reports) {}

  Spec& spec;
  source::SourceMap& sources;
  diagnostics::Diagnostics& diagnostics;

  std::deque<Resource> resources;  ///< References to them last.
  std::unordered_map<source::SourceId, std::optional<ResourceId>> resource_of_source;
  std::unordered_map<std::string, ResourceId> resource_of_uri;
  /// Schemas that begin a resource of their own.
  std::unordered_map<const document::Node*, ResourceId> resource_of_node;
  std::map<std::pair<ResourceId, std::string>, Place> anchors;

  std::unordered_map<const document::Node*, SchemaId> schema_ids;
  std::deque<std::pair<SchemaId, Place>> pending_schemas;

  std::unordered_map<std::string, Resolution> resolutions;
  /// Names of the members of large mappings, so that a lookup does not scan them.
  std::unordered_map<const document::Node*,
                     std::unordered_map<std::string_view, const document::Member*>>
      member_indexes;
  std::vector<ActiveReference> active;
  /// References complained about: a chain is walked from each of its links.
  std::unordered_set<const document::Node*> reported_references;
  /// References being resolved to resolve another one.
  int resolution_depth = 0;
  std::tuple<TargetsRead<Parameter>, TargetsRead<Header>, TargetsRead<Response>,
             TargetsRead<RequestBody>, TargetsRead<PathItem>, TargetsRead<Operation>,
             TargetsRead<Example>, TargetsRead<MediaType>, TargetsRead<SecurityScheme>,
             TargetsRead<std::vector<Callback>>>
      targets;

  std::vector<OtherVersion> other_versions;  ///< In order of first appearance.
  std::unordered_map<std::string, std::size_t> other_version_of_message;

  /// Encodings of a header's content mean nothing, and could nest without end.
  bool in_header = false;
  bool in_callback = false;
  /// Names compared by edit distance are costly; a document with more mistakes gets no more hints.
  std::size_t hints_left = 200;
};

}  // namespace bindery::spec
