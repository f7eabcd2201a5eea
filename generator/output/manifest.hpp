// The list of files bindery wrote, kept beside them: what may be replaced and removed.
// Must not touch a disk.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/diagnostics.hpp"

namespace bindery::output {

/// FNV-1a, 64 bits. Tells an edited file from one as written; no protection against malice.
std::uint64_t hash_of(std::string_view text);

/// Text of the form
///
///     # Files written by bindery, which may replace and remove them. Do not edit.
///     bindery-manifest 1
///     generator 0.1.0
///     53ee8b81ea3a0d3b  include/petstore/petstore.hpp
struct Manifest {
  std::string generator_version;
  std::map<std::string, std::uint64_t> hashes;  ///< By path relative to the manifest.

  friend bool operator==(const Manifest&, const Manifest&) = default;
};

/// The manifest's text; equal manifests give equal bytes.
std::string print_manifest(const Manifest& manifest);

/// Reads a manifest. Reports I0005 at `name` and gives nothing when it is not as print_manifest
/// writes it, CRLF aside, or lists a path that is not safe: files are removed on its word.
std::optional<Manifest> read_manifest(std::string_view text, const std::string& name,
                                      diagnostics::Diagnostics& diagnostics);

}  // namespace bindery::output
