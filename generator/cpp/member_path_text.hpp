// Members inside members, as generated code says them.
// Must not know what is looked for there.
#pragma once

#include <string>
#include <vector>

#include "cpp/names.hpp"
#include "model/api.hpp"

namespace bindery::cpp {

/// `bindery::member_path(&Page::data, &Data::videos)`
std::string member_path_text(const Names& names, const std::vector<model::MemberStep>& steps);

/// `data.videos`, as on the wire.
std::string wire_path(const model::Api& api, const std::vector<model::MemberStep>& steps);

}  // namespace bindery::cpp
