#include "model/stated_rules.hpp"

#include <algorithm>
#include <vector>

#include "diagnostics/suggest.hpp"

namespace bindery::model {

void report_unknown_operation(const spec::Spec& spec, const std::string& id, source::Location where,
                              diagnostics::Diagnostics& diagnostics) {
  std::vector<std::string> ids;
  for_each_operation(spec, [&](const std::string& known, const spec::PathItem&,
                               const spec::Operation&) { ids.push_back(known); });
  if (std::find(ids.begin(), ids.end(), id) != ids.end()) return;
  auto report = diagnostics.report(diagnostics::Code::E0116, where, "no operation `" + id + "`");
  if (const auto near = diagnostics::nearest(id, ids)) {
    report.hint("did you mean `" + *near + "`?");
  }
}

}  // namespace bindery::model
