// The functions that walk the items of operations over their pages.
// Must not know how an operation is told to have pages.
#pragma once

#include <cstddef>
#include <vector>

#include "cpp/file_view.hpp"
#include "cpp/views_client.hpp"

namespace bindery::cpp {

/// That of the operation; none where its answers are no pages.
std::vector<WalkView> walk_views(const Building& building, std::size_t operation);

}  // namespace bindery::cpp
