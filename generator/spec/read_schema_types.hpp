// The keywords that OpenAPI's versions spell differently: `type`, `nullable`, exclusive bounds.
// Must not read any other keyword.
#pragma once

#include "spec/reader.hpp"

namespace bindery::spec {

/// `type` as text or list, and `nullable`.
void read_types(Reading& reading, FieldReader& fields, Schema& schema);

/// `minimum`, `maximum` and their exclusive forms; 3.0's boolean ones become numbers.
void read_bounds(Reading& reading, FieldReader& fields, Schema& schema);

/// Reports keywords that came with JSON Schema 2020-12 in a 3.0 document.
void report_newer_keywords(Reading& reading, const Place& place);

}  // namespace bindery::spec
