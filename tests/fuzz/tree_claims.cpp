// Walks trees and diagnostics.
// Must not stop at a complaint of the reader: only at what no input may cause.
#include "tree_claims.hpp"

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <string_view>

#include "claim.hpp"
#include "diagnostics/print_json.hpp"
#include "diagnostics/print_text.hpp"
#include "document/json_reader.hpp"

namespace bindery::fuzz {
namespace {

using document::Node;

void claim_inside(source::Location where, const source::SourceMap& sources) {
  if (!where.is_known()) return;
  claim(where.source < sources.size(), "a place is in a file that was read");
  claim(where.begin <= where.end, "a place ends behind its beginning");
  claim(where.end <= sources.file(where.source).text.size(), "a place lies in its file");
}

void claim_node(const Node& node, const source::SourceMap& sources) {
  claim_inside(node.where, sources);
  claim(node.is_sequence() || node.items.empty(), "only sequences have items");
  claim(node.is_mapping() || node.members.empty(), "only mappings have members");
  for (const Node& item : node.items) claim_node(item, sources);
  std::set<std::string_view> keys;
  for (const document::Member& member : node.members) {
    claim_inside(member.key_where, sources);
    claim(keys.insert(member.key).second, "the keys of a mapping are unique");
    claim_node(member.value, sources);
  }
}

/// Numbers RapidJSON may refuse although they are JSON: the exponent has three digits or more.
bool has_large_exponent(const Node& node) {
  if (node.is_number()) {
    const std::size_t mark = node.text.find_first_of("eE");
    return mark != std::string::npos && node.text.size() > mark + 3;
  }
  return std::any_of(node.items.begin(), node.items.end(), has_large_exponent) ||
         std::any_of(node.members.begin(), node.members.end(), [](const document::Member& member) {
           return has_large_exponent(member.value);
         });
}

}  // namespace

void claim_sound(const Node& root, const source::SourceMap& sources) {
  claim_node(root, sources);
  claim(same_value(root, root), "a tree equals itself");

  if (has_large_exponent(root)) return;
  const std::string json = to_json(root);
  diagnostics::Diagnostics diagnostics;
  const auto again = document::read_json({0, json, 0, 0}, diagnostics);
  claim(again.has_value() && !diagnostics.has_errors(), "a tree's JSON can be read");
  claim(same_value(root, *again), "a tree's JSON says the same");
}

void claim_printable(const diagnostics::Diagnostics& diagnostics,
                     const source::SourceMap& sources) {
  for (const diagnostics::Diagnostic& diagnostic : diagnostics.sorted()) {
    claim_inside(diagnostic.where, sources);
    claim(!diagnostic.message.empty(), "a diagnostic has a message");
    for (const diagnostics::Note& note : diagnostic.notes) claim_inside(note.where, sources);
  }
  std::ostringstream text, json;
  print_text(diagnostics, sources, {0, false}, text);
  print_json(diagnostics, sources, json);
  for (const char c : text.str()) {
    claim(static_cast<unsigned char>(c) >= 0x20 || c == '\n',
          "no control character of a document reaches the terminal");
  }
  std::size_t count = 0;
  std::istringstream lines(json.str());
  for (std::string line; std::getline(lines, line); ++count) {
    diagnostics::Diagnostics complaints;
    claim(document::read_json({0, line, 0, 0}, complaints).has_value(),
          "a diagnostic as JSON is one line of JSON");
  }
  claim(count == diagnostics.sorted().size(), "every diagnostic is printed as JSON");
  claim(text.str().empty() == (count == 0), "what was reported is printed as text");
}

}  // namespace bindery::fuzz
