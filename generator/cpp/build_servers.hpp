// The view of servers.hpp.
// Must not choose names.
#pragma once

#include "cpp/file_view.hpp"
#include "cpp/views_servers.hpp"

namespace bindery::cpp {

/// Every server that has a name. There must be one.
ServersFileView servers_file_view(const Building& building);

}  // namespace bindery::cpp
