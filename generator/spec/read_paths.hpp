// Path items: those of `paths`, of `webhooks` and of callbacks.
// Must not read what is inside an operation.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "spec/reader.hpp"

namespace bindery::spec {

/// A path item without its path; its parameters and servers are handed on to its operations. It
/// may refer to another (OAS 3.1 4.8.9.1) and add operations of its own, which count where both
/// have a method.
std::optional<PathItem> read_path_item(Reading& reading, const Place& place);

/// `paths`: names that are no paths are reported and kept with a `/` before them.
std::vector<PathItem> read_paths(Reading& reading, const Place& place);

/// `webhooks`.
std::vector<PathItem> read_webhooks(Reading& reading, const Place& place);

}  // namespace bindery::spec
