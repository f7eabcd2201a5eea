// Operations: bodies, responses, callbacks.
// Must not know the path an operation stands under.
#pragma once

#include <optional>
#include <vector>

#include "spec/reader.hpp"

namespace bindery::spec {

/// An operation without its method, with its own parameters and servers only.
std::optional<Operation> read_operation(Reading& reading, const Place& place);

std::optional<RequestBody> read_request_body(Reading& reading, const Place& place);

/// A response without its status.
std::optional<Response> read_response(Reading& reading, const Place& place);

/// A Callback object: one element for each of its expressions, without names.
std::optional<std::vector<Callback>> read_callback(Reading& reading, const Place& place);

}  // namespace bindery::spec
