// The view of validate.hpp: what the document's constraints hold values to.
// Must not decide what is checked; rule_set.hpp does.
#pragma once

#include <string>

#include "cpp/file_view.hpp"
#include "cpp/views_rules.hpp"

namespace bindery::cpp {

/// `heygen/validate.hpp`
std::string rules_header(const Building& building);

/// All rules: types in the order of their headers, each operation's request after its own types.
RulesFileView rules_file_view(const Building& building);

}  // namespace bindery::cpp
