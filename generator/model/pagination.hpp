// Operations that answer a list page by page.
// Must not know how a client walks it.
#pragma once

#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "model/api.hpp"
#include "spec/page_rule.hpp"
#include "spec/types.hpp"

namespace bindery::model {

/// Finds the operations that have pages, by the rules, else by the document's own
/// (`x-bindery-pagination`), and else by what they are like: a query parameter such as `page_token`
/// that an answer's `next_page_token` fits, the URL of the next page in a member or a `Link`
/// header, or `page` or `offset` beside the one list of an answer. Reports E0116 for rules that do
/// not fit.
void find_pages(Api& api, const spec::Spec& spec, const std::vector<spec::PageRule>& rules,
                diagnostics::Diagnostics& diagnostics);

}  // namespace bindery::model
