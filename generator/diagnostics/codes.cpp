// The table made from codes.def.
// Must not hold prose: that is explanations.cpp.
#include <algorithm>
#include <cstddef>

#include "diagnostics/diagnostic.hpp"

namespace bindery::diagnostics {

const std::vector<CodeInfo>& all_codes() {
  static const std::vector<CodeInfo> codes = {
#define BINDERY_DIAGNOSTIC(code, severity, slug, title) \
  {Code::code, #code, Severity::severity, #slug, title},
#include "diagnostics/codes.def"
#undef BINDERY_DIAGNOSTIC
  };
  return codes;
}

const CodeInfo& info(Code code) { return all_codes()[static_cast<std::size_t>(code)]; }

const CodeInfo* find_code(std::string_view name) {
  const auto upper = [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  };
  for (const CodeInfo& candidate : all_codes()) {
    if (std::equal(candidate.name.begin(), candidate.name.end(), name.begin(), name.end(),
                   [&](char a, char b) { return a == upper(b); })) {
      return &candidate;
    }
  }
  return nullptr;
}

}  // namespace bindery::diagnostics
