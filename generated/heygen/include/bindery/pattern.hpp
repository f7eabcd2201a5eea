// SPDX-License-Identifier: MIT-0
// The engine of regular expressions that validation asks about patterns.
// Must not bring an engine along: pattern_re2.hpp has one, and std::regex overflows the stack.
#pragma once

#include <string_view>

namespace bindery {
inline namespace v1 {

/// What an engine says about a text.
enum class PatternMatch : int {
  matches,
  differs,
  /// The engine does not know what the pattern means: the text is not judged.
  unsupported,
};

/// Matches texts for validation. Used by many threads at once; keep what is compiled inside.
class PatternEngine {
 public:
  PatternEngine() = default;
  PatternEngine(const PatternEngine&) = delete;
  PatternEngine& operator=(const PatternEngine&) = delete;
  virtual ~PatternEngine() = default;

  /// Searches `text`, which is UTF-8, anywhere for `pattern`, an ECMA-262 regular expression with
  /// the flag u (JSON Schema validation 6.3.3; not anchored).
  virtual PatternMatch match(std::string_view pattern, std::string_view text) const = 0;
};

}  // namespace v1
}  // namespace bindery
