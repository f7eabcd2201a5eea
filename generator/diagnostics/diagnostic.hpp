// One thing to tell the user, as plain data.
// Must not print: that is print_text and print_json.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/location.hpp"

namespace bindery::diagnostics {

enum class Severity { note, warning, error };

/// Stable identity of a kind of diagnostic, one per line of codes.def.
enum class Code {
#define BINDERY_DIAGNOSTIC(code, severity, slug, title) code,
#include "diagnostics/codes.def"
#undef BINDERY_DIAGNOSTIC
};

/// What codes.def says of a code.
struct CodeInfo {
  Code code;
  std::string_view name;  ///< `E0203`
  Severity severity;
  std::string_view slug;   ///< `unresolved_reference`
  std::string_view title;  ///< `reference target not found`
};

const CodeInfo& info(Code code);
/// All codes in the order of codes.def.
const std::vector<CodeInfo>& all_codes();
/// `"E0203"` or `"e0203"` to its info; null when there is none.
const CodeInfo* find_code(std::string_view name);
/// The paragraph printed by `bindery explain`.
std::string_view explanation(Code code);

/// A second place that belongs to a diagnostic.
struct Note {
  source::Location where;
  std::string message;

  friend bool operator==(const Note&, const Note&) = default;
};

struct Diagnostic {
  Code code{};
  Severity severity = Severity::error;
  source::Location where;
  std::string pointer;  ///< JSON pointer of the node, `#/paths/~1pets`; empty when there is none.
  /// Lower case, no full stop, names in backquotes: found what, expected what.
  std::string message;
  std::vector<Note> notes;
  std::string hint;  ///< An action; empty when there is none.

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

}  // namespace bindery::diagnostics
