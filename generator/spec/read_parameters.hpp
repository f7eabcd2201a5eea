// Parameters and headers.
// Must not know how they are serialized: styles are kept as written.
#pragma once

#include <optional>
#include <vector>

#include "spec/reader.hpp"

namespace bindery::spec {

/// Nothing for a parameter without a usable `name` or `in`.
std::optional<Parameter> read_parameter(Reading& reading, const Place& place);

/// The `parameters` of a path item or operation. The same name and place twice is reported (E0407)
/// and the first kept.
std::vector<Parameter> read_parameters(Reading& reading, FieldReader& fields);

/// Those of the path item that the operation does not override, then those of the operation.
std::vector<Parameter> unite_parameters(const std::vector<Parameter>& of_path_item,
                                        std::vector<Parameter> of_operation);

/// A header without its name.
std::optional<Header> read_header(Reading& reading, const Place& place);

/// The `headers` of a response or encoding, in document order.
std::vector<Header> read_headers(Reading& reading, FieldReader& fields);

}  // namespace bindery::spec
