// The functions that wait for the job whose state an operation tells.
// Must not know how a client waits.
#pragma once

#include <cstddef>
#include <vector>

#include "cpp/file_view.hpp"
#include "cpp/views_client.hpp"

namespace bindery::cpp {

/// That of the operation; none where nobody said how it is waited for. `function` is the one that
/// asks.
std::vector<WaitView> wait_views(const Building& building, std::size_t operation,
                                 const FunctionView& function);

}  // namespace bindery::cpp
