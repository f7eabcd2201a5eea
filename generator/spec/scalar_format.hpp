// What formats say of numbers and texts.
// Must not know schemas.
#pragma once

#include <string_view>

namespace bindery::spec {

/// True for a JSON number without a fraction, however it is written: `1.0` and `1e3` too.
bool is_integer(std::string_view number);

/// False when `format` is `int32`, `int64`, `uint32` or `uint64` and the number is not one.
bool fits_format(std::string_view number, std::string_view format);

/// RFC 4648 section 4: padded, in one line, unused bits zero.
bool is_canonical_base64(std::string_view text);

}  // namespace bindery::spec
