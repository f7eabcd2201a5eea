// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/redact.hpp".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bindery/compiled.hpp"
#include "bindery/headers.hpp"
#include "bindery/redact.hpp"
#include "bindery/uri.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY void Redactor::add(std::string_view secret) {
  if (secret.empty()) return;
  for (const std::string& known : secrets_) {
    if (known == secret) return;
  }
  secrets_.emplace_back(secret);
}

BINDERY_BODY void Redactor::add_credentials(const Headers& headers) {
  for (const Header& field : headers) {
    for (const std::string_view name : {"Authorization", "Proxy-Authorization", "Cookie"}) {
      if (equals_ignoring_case(field.name, name)) add(field.value);
    }
  }
}

BINDERY_BODY std::string Redactor::redacted(std::string_view text) const {
  return without(spellings(), text);
}

BINDERY_BODY std::string Redactor::excerpt(std::string_view text, std::size_t limit) const {
  const std::vector<std::string> secret = spellings();
  std::size_t longest = 0;
  for (const std::string& spelling : secret) {
    if (spelling.size() > longest) longest = spelling.size();
  }
  const std::size_t enough = 4 * limit + longest;
  const bool cut_early = text.size() > enough;
  std::string clean = without(secret, text.substr(0, enough));
  // The cut may have gone through a secret, whose beginning was not known for one.
  if (cut_early) clean.resize(clean.size() - (clean.size() < longest ? clean.size() : longest));
  std::string out;
  for (const char c : clean) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (space && (out.empty() || out.back() == ' ')) continue;
    if (out.size() == limit) return out + "...";
    out += space ? ' ' : (c > 0x20 && c < 0x7f ? c : '?');
  }
  if (cut_early) return out + "...";
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// Made when there is something to show, which most calls have not.
BINDERY_BODY std::vector<std::string> Redactor::spellings() const {
  std::vector<std::string> all;
  for (const std::string& secret : secrets_) {
    std::string escaped;
    for (const char c : secret) {
      if (c == '"' || c == '\\') escaped += '\\';
      escaped += c;
    }
    all.push_back(secret);
    all.push_back(percent_encoded(secret));
    all.push_back(std::move(escaped));
  }
  return all;
}

BINDERY_BODY std::string Redactor::without(const std::vector<std::string>& spellings,
                                           std::string_view text) {
  std::string out;
  while (!text.empty()) {
    std::size_t longest = 0;
    for (const std::string& spelling : spellings) {
      if (spelling.size() > longest && text.substr(0, spelling.size()) == spelling) {
        longest = spelling.size();
      }
    }
    if (longest != 0) out += "[redacted]";
    if (longest == 0) out += text[0];
    text.remove_prefix(longest == 0 ? 1 : longest);
  }
  return out;
}

}  // namespace v1
}  // namespace bindery
