// The manifest: files are removed on its word, so what is read is safe and survives writing.
#include <string>

#include "claim.hpp"
#include "output/manifest.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bindery;
  diagnostics::Diagnostics diagnostics;
  const std::string_view text = fuzz::text_of(data, size);
  const auto manifest = output::read_manifest(text, "out/bindery.manifest", diagnostics);
  fuzz::claim(manifest.has_value() != diagnostics.has_errors(), "it is read or reported");
  if (!manifest) return 0;

  const std::string printed = output::print_manifest(*manifest);
  fuzz::claim(output::read_manifest(printed, "out/bindery.manifest", diagnostics) == manifest,
              "what is printed reads back as the same");
  for (const auto& [path, hash] : manifest->hashes) {
    fuzz::claim(!path.empty() && path.front() != '/', "its paths are relative");
    fuzz::claim(("/" + path + "/").find("/../") == std::string::npos, "its paths do not climb");
  }
  return 0;
}
