// Media types with their encodings.
// Must not know which media types can be sent: that is decided later.
#pragma once

#include <optional>
#include <vector>

#include "spec/reader.hpp"

namespace bindery::spec {

/// A media type without its name. One that is null or not usable is reported and has no schema.
std::optional<MediaType> read_media_type(Reading& reading, const Place& place);

/// The `content` of a body, response, parameter or header, in document order.
std::vector<MediaType> read_content(Reading& reading, FieldReader& fields);

}  // namespace bindery::spec
