// The view of invoke.hpp: every operation by its operationId, with JSON in and out.
// Must not know how arguments are read or answers written: that is the runtime's.
#pragma once

#include <string>

#include "cpp/file_view.hpp"
#include "cpp/views_invoke.hpp"

namespace bindery::cpp {

/// `heygen/invoke.hpp`
std::string invoke_header(const Building& building);

/// Operations in the order of the document, and a table of them in the order of their ids.
InvokeFileView invoke_file_view(const Building& building);

}  // namespace bindery::cpp
