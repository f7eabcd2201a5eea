// The YAML reader: any bytes give a sound tree, or nothing and a diagnostic, and it makes no
// difference whether yaml-cpp was asked.
#include "claim.hpp"

#include <algorithm>

#include "document/block_yaml.hpp"
#include "document/yaml_reader.hpp"
#include "source/file_system.hpp"
#include "source/source_map.hpp"
#include "tree_claims.hpp"

namespace {

using bindery::document::Member;
using bindery::document::Node;

/// Equal in everything, places and styles included.
bool is_same_tree(const Node& a, const Node& b) {
  return a.kind == b.kind && a.style == b.style && a.boolean == b.boolean && a.text == b.text &&
         a.where == b.where &&
         std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), is_same_tree) &&
         std::equal(a.members.begin(), a.members.end(), b.members.begin(), b.members.end(),
                    [](const Member& x, const Member& y) {
                      return x.key == y.key && x.key_where == y.key_where &&
                             is_same_tree(x.value, y.value);
                    });
}

/// Behind the end of a document only yaml-cpp reads.
void claim_same_without_yaml_cpp(std::string text, const Node& root) {
  using namespace bindery;
  if (text.empty() || text.back() != '\n' ||
      !document::read_block_yaml(document::SpanText({0, text, 0, 0}))) {
    return;
  }
  text += "...\n";
  diagnostics::Diagnostics diagnostics;
  const auto by_events = document::read_yaml({0, text, 0, 0}, diagnostics);
  fuzz::claim(by_events && is_same_tree(*by_events, root), "both ways give the same tree");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bindery;
  const source::MemoryFileSystem files;
  source::SourceMap sources(files);
  const auto id = sources.add("input.yaml", std::string(fuzz::text_of(data, size)));
  diagnostics::Diagnostics diagnostics;
  const auto root = document::read_yaml({id, sources.file(id).text, 0, 0}, diagnostics);
  fuzz::claim(root.has_value() || diagnostics.has_errors(), "what is no YAML is reported");
  if (root) {
    fuzz::claim_sound(*root, sources);
    claim_same_without_yaml_cpp(sources.file(id).text, *root);
  }
  fuzz::claim_printable(diagnostics, sources);
  return 0;
}
