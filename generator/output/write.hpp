// Brings an output folder up to date, or says what it would take.
// Must not look inside the texts.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "output/file_set.hpp"
#include "source/file_system.hpp"

namespace bindery::output {

enum class WriteMode {
  write,
  check,    ///< Writes nothing; prints a unified diff and reports I0004 when the folder differs.
  dry_run,  ///< Writes nothing; prints `write PATH`, `remove PATH` and `leave PATH` lines.
};

struct WriteOptions {
  std::string root;               ///< The output folder; made when missing.
  std::string generator_version;  ///< Goes into the manifest and nowhere else.
  WriteMode mode = WriteMode::write;
  std::size_t max_diff_lines = 1000;  ///< Of all files together.
};

/// What was done, or in another mode than `write` would be; paths are relative to the folder.
struct WriteReport {
  std::vector<std::string> written;
  std::vector<std::string> removed;
  std::vector<std::string> left;  ///< No longer generated, but edited since they were: left alone.
  std::size_t unchanged = 0;
};

/// Writes the files that differ, removes those of the old manifest that are no longer in `files`,
/// and writes the manifest. Files no manifest lists are never replaced or removed: one that is in
/// the way and differs is I0002, and then nothing is written. When a write fails (I0001), what was
/// written before it is put back. Whenever the program is ended in between, the manifest lists
/// every file of ours, so that the next run can go on. `out` gets what the modes other than `write`
/// print.
WriteReport write_files(const FileSet& files, const WriteOptions& options,
                        source::FileSystem& file_system, diagnostics::Diagnostics& diagnostics,
                        std::ostream& out);

/// Writes the depfile of a run (see depfile.hpp) to `path`; reports I0001 when it cannot.
void write_depfile(const std::string& path, const std::string& target,
                   const std::vector<std::string>& dependencies, source::FileSystem& file_system,
                   diagnostics::Diagnostics& diagnostics);

}  // namespace bindery::output
