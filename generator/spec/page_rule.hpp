// What the user says of an operation's pages, in `bindery.yaml` or as `x-bindery-pagination`.
// Must not know whether the operation fits.
#pragma once

#include <string>

#include "diagnostics/diagnostics.hpp"
#include "document/node.hpp"
#include "document/pointer.hpp"
#include "source/location.hpp"

namespace bindery::spec {

/// Members are wire names joined by dots, as in `data.videos`.
struct PageRule {
  std::string operation;  ///< Its operationId.
  bool is_off = false;    ///< It has none, whatever it looks like.
  std::string by;         ///< `token`, `page`, `offset`, `url` or `link`.
  std::string parameter, items, next, more;
  source::Location where;
};

/// Reads `none`, or `{by: token, parameter: cursor, items: data, next: next_cursor}`; what is wrong
/// is E0116.
PageRule read_page_rule(const document::Node& node, std::string operation,
                        const document::Pointer& pointer, diagnostics::Diagnostics& diagnostics);

}  // namespace bindery::spec
