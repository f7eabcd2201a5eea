// Views of what an operation belongs to: api classes, client, credentials, umbrella, project.
// Must not build types or functions.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cpp/file_view.hpp"
#include "cpp/views_client.hpp"
#include "cpp/views_types.hpp"

namespace bindery::cpp {

ApiFileView api_file_view(const Building& building, std::size_t group);
ClientFileView client_file_view(const Building& building);
CredentialsFileView credentials_file_view(const Building& building);
ForwardFileView forward_file_view(const Building& building);
/// `webhooks.hpp`: aliases of what is received, named after their events.
TypesFileView webhooks_file_view(const Building& building);
/// Includes `headers`, relative to the include root.
UmbrellaFileView umbrella_file_view(const Building& building,
                                    const std::vector<std::string>& headers);
ProjectFileView project_file_view(const Building& building);

/// True when something is received whose body has a type.
bool has_webhooks(const model::Api& api);

}  // namespace bindery::cpp
