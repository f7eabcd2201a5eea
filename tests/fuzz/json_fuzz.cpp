// The JSON reader: any bytes give a sound tree, or nothing and a diagnostic.
#include "claim.hpp"

#include "document/json_reader.hpp"
#include "source/file_system.hpp"
#include "source/source_map.hpp"
#include "tree_claims.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bindery;
  const source::MemoryFileSystem files;
  source::SourceMap sources(files);
  const auto id = sources.add("input.json", std::string(fuzz::text_of(data, size)));
  diagnostics::Diagnostics diagnostics;
  const auto root = document::read_json({id, sources.file(id).text, 0, 0}, diagnostics);
  fuzz::claim(root.has_value() || diagnostics.has_errors(), "what is no JSON is reported");
  if (root) fuzz::claim_sound(*root, sources);
  fuzz::claim_printable(diagnostics, sources);
  return 0;
}
