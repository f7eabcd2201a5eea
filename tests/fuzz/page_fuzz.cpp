// The page reader: any bytes give sound trees, with places in the page itself.
#include "claim.hpp"

#include "document/load.hpp"
#include "source/file_system.hpp"
#include "source/source_map.hpp"
#include "tree_claims.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bindery;
  const source::MemoryFileSystem files;
  source::SourceMap sources(files);
  const auto id = sources.add("page.md", std::string(fuzz::text_of(data, size)));
  diagnostics::Diagnostics diagnostics;
  for (const auto& document : document::load_page(id, sources, diagnostics)) {
    fuzz::claim(document.root.find("openapi") != nullptr, "a block that is given holds OpenAPI");
    fuzz::claim_sound(document.root, sources);
  }
  fuzz::claim_printable(diagnostics, sources);
  return 0;
}
