// Members of an operation's answer by their wire names, and what they are.
// Must not know what they are looked for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/api.hpp"

namespace bindery::model {

using MemberPath = std::vector<MemberStep>;

/// Of successes with a body the one type there is; nothing when one is no JSON, or they differ.
std::optional<TypeUse> single_answer(const Operation& operation);

/// By wire names joined by dots, from the answer on; nothing when there is no such member. No name
/// is the answer itself.
std::optional<MemberPath> member_path(const Api& api, TypeUse answer, const std::string& names);

/// What is at the end of a path.
TypeUse end_of(const Api& api, TypeUse answer, const MemberPath& path);

/// Behind aliases.
const Type& resolved_type(const Api& api, TypeUse use);

bool is_string(const Type& type);
bool is_integer(const Type& type);
bool is_boolean(const Type& type);

}  // namespace bindery::model
