// The configuration: any bytes give one, and everything wrong with it is reported.
#include <map>
#include <string>

#include "claim.hpp"
#include "cli/configuration.hpp"
#include "source/file_system.hpp"
#include "source/source_map.hpp"
#include "tree_claims.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bindery;
  const source::MemoryFileSystem files(
      std::map<std::string, std::string>{{"bindery.yaml", std::string(fuzz::text_of(data, size))}});
  source::SourceMap sources(files);
  diagnostics::Diagnostics diagnostics;
  cli::read_configuration("bindery.yaml", sources, diagnostics);
  fuzz::claim_printable(diagnostics, sources);
  return 0;
}
