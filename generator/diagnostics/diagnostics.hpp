// Collects what a run has to say.
// Must not print, nor stop a pass.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.hpp"

namespace bindery::diagnostics {

/// Returned by `report`; adds to the diagnostic just reported.
class Report {
 public:
  explicit Report(Diagnostic& diagnostic) : diagnostic_(&diagnostic) {}

  /// The JSON pointer of the node complained about.
  Report& at(std::string pointer);
  Report& note(source::Location where, std::string message);
  Report& hint(std::string action);

 private:
  Diagnostic* diagnostic_;
};

/// All diagnostics of a run. Hands out references that live until the next `report`.
class Diagnostics {
 public:
  Report report(Code code, source::Location where, std::string message);

  std::size_t error_count() const { return errors_; }
  std::size_t warning_count() const { return warnings_; }
  bool has_errors() const { return error_count() != 0; }
  /// Turns warnings into errors (`--werror`), those already reported included.
  void warnings_are_errors();

  /// Sorted by source and offset, what is exactly equal only once; unknown places come first.
  std::vector<Diagnostic> sorted() const;

 private:
  std::vector<Diagnostic> reported_;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
  bool warnings_are_errors_ = false;
};

/// Tells whether errors were added since it was made: "did this pass fail?".
class Checkpoint {
 public:
  explicit Checkpoint(const Diagnostics& diagnostics)
      : diagnostics_(&diagnostics), errors_(diagnostics.error_count()) {}
  bool failed() const { return diagnostics_->error_count() != errors_; }

 private:
  const Diagnostics* diagnostics_;
  std::size_t errors_;
};

}  // namespace bindery::diagnostics
