// Documents up to the language-free model: valid or diagnosed. The fast half of pipeline_fuzz.cpp.
#include <sstream>
#include <utility>

#include "bundle.hpp"
#include "claim.hpp"
#include "cli/inputs.hpp"
#include "model/lower.hpp"
#include "source/file_system.hpp"
#include "spec/read_spec.hpp"
#include "tree_claims.hpp"

namespace {

using namespace bindery;

void lower(const fuzz::Bundle& bundle, source::SourceMap& sources,
           diagnostics::Diagnostics& diagnostics) {
  auto inputs = cli::load_inputs({bundle.input}, sources, diagnostics);
  if (diagnostics.has_errors()) return;
  fuzz::claim(!inputs.documents.empty(), "an input without documents is reported");
  for (const auto& document : inputs.documents) fuzz::claim_sound(document.root, sources);
  auto merged =
      spec::merge_documents(std::move(inputs.documents), spec::OnConflict::error, diagnostics);
  if (diagnostics.has_errors()) return;
  fuzz::claim_sound(merged.root, sources);
  const auto read = spec::read_spec(std::move(merged), sources, diagnostics);
  if (diagnostics.has_errors()) return;
  const auto api = model::lower(read, {}, diagnostics);
  if (diagnostics.has_errors()) return;
  std::ostringstream dump;
  model::dump(api, dump);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::Bundle bundle = fuzz::read_bundle(fuzz::text_of(data, size));
  const source::MemoryFileSystem files(bundle.files);
  source::SourceMap sources(files);
  diagnostics::Diagnostics diagnostics;
  lower(bundle, sources, diagnostics);
  fuzz::claim_printable(diagnostics, sources);
  return 0;
}
