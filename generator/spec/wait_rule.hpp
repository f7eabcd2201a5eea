// What the user says of a job whose state an operation tells, in `bindery.yaml` or as
// `x-bindery-wait`.
// Must not know whether the operation fits.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "document/node.hpp"
#include "document/pointer.hpp"
#include "source/location.hpp"

namespace bindery::spec {

/// Members are wire names joined by dots, as in `data.status`.
struct WaitRule {
  std::string operation;  ///< Its operationId: the one that tells how the job is.
  std::string name;       ///< Of the function; empty for one made from the operation's.
  std::string status;
  std::vector<std::string> success, failure;
  std::vector<std::string> stop;  ///< Ends that are neither.
  std::string until, unless;      ///< Members that are there once it has ended, or failed.
  std::vector<std::string> reason;

  /// Another job that comes out of this one.
  struct Then {
    std::string operation;
    std::string name;
    /// What its parameters are, by wire name, in this one's answer.
    std::vector<std::pair<std::string, std::string>> inputs;
  };
  std::optional<Then> then;
  source::Location where;
};

/// Reads `{status: data.status, success: [completed], failure: [failed]}` and more; what is wrong
/// is E0116.
WaitRule read_wait_rule(const document::Node& node, std::string operation,
                        const document::Pointer& pointer, diagnostics::Diagnostics& diagnostics);

}  // namespace bindery::spec
