// `bindery.yaml`: what the user decided once for a document.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cpp/naming.hpp"
#include "cpp/plan.hpp"
#include "diagnostics/diagnostics.hpp"
#include "model/lower.hpp"
#include "model/unknown_members.hpp"
#include "source/source_map.hpp"
#include "spec/page_rule.hpp"
#include "spec/wait_rule.hpp"

namespace bindery::cli {

/// The keys of the file: `namespace`, `names`, `credentials`, `include`, `exclude`,
/// `unknown_members` (`skip` or `keep`), `with` (`[invoke]`), `idempotency_headers`, `pagination`,
/// `waiting`, `webhooks` (`standard`, or a scheme).
struct Configuration {
  cpp::Naming naming;
  model::Filter filter;
  model::UnknownMembers unknown_members = model::UnknownMembers::skip;
  std::vector<cpp::Extra> extras;
  /// Header parameters that make a repetition known, besides `Idempotency-Key`.
  std::vector<std::string> idempotency_headers;
  std::vector<spec::PageRule> page_rules;
  std::vector<spec::WaitRule> wait_rules;
  std::optional<model::WebhookScheme> webhook_scheme;
};

/// Reads the file; what is wrong with it is E0116. Nothing that could be read is lost.
Configuration read_configuration(const std::string& path, source::SourceMap& sources,
                                 diagnostics::Diagnostics& diagnostics);

}  // namespace bindery::cli
