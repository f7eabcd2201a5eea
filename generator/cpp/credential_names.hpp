// Members of Credentials, and the environment variables they are read from.
// Must not know how a credential is sent.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cpp/names.hpp"
#include "diagnostics/diagnostics.hpp"
#include "model/api.hpp"

namespace bindery::cpp {

/// By index in Api::security_schemes. `given` are the variables of the configuration, by name of
/// the scheme: of several variables it is the beginning.
std::vector<CredentialNames> credential_names(const model::Api& api,
                                              const std::map<std::string, std::string>& given,
                                              const std::string& name_space,
                                              diagnostics::Diagnostics& diagnostics);

}  // namespace bindery::cpp
