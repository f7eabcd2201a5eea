// Operations that answer a list page by page.
// Must not know how a client walks it.
#pragma once

#include <string>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "model/api.hpp"

namespace bindery::model {

/// What the user says of an operation's pages; members are wire names joined by dots, as in
/// `data.videos`.
struct PageRule {
  std::string operation;  ///< Its operationId.
  bool is_off = false;    ///< It has none, whatever it looks like.
  std::string by;         ///< `token`, `page` or `offset`.
  std::string parameter, items, next, more;
  source::Location where;
};

/// Finds the operations that have pages, by the rules and else by what they are like: a query
/// parameter such as `page_token` that an answer's `next_page_token` fits, or `page` or `offset`
/// beside the one list of an answer. Reports E0116 for rules that do not fit.
void find_pages(Api& api, const std::vector<PageRule>& rules,
                diagnostics::Diagnostics& diagnostics);

}  // namespace bindery::model
