// What yaml-cpp complains of, in words that say what to do about it.
// Must not include yaml-cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "diagnostics/diagnostics.hpp"
#include "document/span_text.hpp"

namespace bindery::document {

/// Reports yaml-cpp's `message` for byte `offset` of the text: E0106 when an alias has no anchor,
/// else E0103. `pointer` is the value that was being read.
void report_yaml_error(const SpanText& text, std::size_t offset, std::string_view message,
                       const std::string& pointer, diagnostics::Diagnostics& diagnostics);

}  // namespace bindery::document
