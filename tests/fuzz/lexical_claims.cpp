// A scanner of just as much C++ as it takes to see comments, literals and brackets.
// Must not judge what stands between them: tests/compile does.
#include "lexical_claims.hpp"

#include <cstddef>
#include <cstdio>
#include <string_view>

#include "claim.hpp"

namespace bindery::fuzz {
namespace {

/// Why `text` is not closed; null when it is.
const char* find_opening(std::string_view text) {
  std::string closers;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::string_view rest = text.substr(at);
    const char c = rest.front();
    if (rest.substr(0, 2) == "//") {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      if (line.back() == '\\') return "a comment goes on in the next line";
      for (const char inside : line) {
        if (static_cast<unsigned char>(inside) < 0x20 && inside != '\t') {
          return "a control character stands in a comment";
        }
      }
      at += line.size();
      continue;
    }
    if (rest.substr(0, 2) == "/*") {
      const std::size_t end = rest.find("*/", 2);
      if (end == std::string_view::npos) return "a comment does not end";
      at += end + 2;
      continue;
    }
    if (c == '"' || (c == '\'' && (at == 0 || text[at - 1] < '0' || text[at - 1] > '9'))) {
      std::size_t end = 1;
      while (end < rest.size() && rest[end] != c && rest[end] != '\n') {
        end += rest[end] == '\\' ? 2 : 1;
      }
      if (end >= rest.size() || rest[end] != c) return "a literal does not end on its line";
      if (rest.substr(0, end).find("?"
                                   "?/") != std::string_view::npos)
        return "a trigraph";
      at += end + 1;
      continue;
    }
    if (static_cast<unsigned char>(c) >= 0x7f || (c < ' ' && c != '\n')) {
      return "a character that is not printable stands in code";
    }
    if (c == '{') closers += '}';
    if (c == '(') closers += ')';
    if (c == '[') closers += ']';
    if (c == '}' || c == ')' || c == ']') {
      if (closers.empty() || closers.back() != c) return "brackets are not in pairs";
      closers.pop_back();
    }
    ++at;
  }
  return closers.empty() ? nullptr : "a bracket is not closed";
}

}  // namespace

void claim_lexically_closed(const std::string& text) {
  const char* const complaint = find_opening(text);
  if (complaint == nullptr) return;
  std::fwrite(text.data(), 1, text.size(), stderr);
  claim(false, complaint);
}

}  // namespace bindery::fuzz
