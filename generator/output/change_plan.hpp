// Compares a FileSet with what stands in the output folder and decides what has to happen.
// Must not write.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "output/file_set.hpp"
#include "output/manifest.hpp"
#include "source/file_system.hpp"

namespace bindery::output {

/// What is to be done with one file of the output folder.
struct Change {
  enum class Action {
    create,        ///< Nothing is there.
    replace,       ///< The manifest lists it, and it differs.
    keep,          ///< It has the right bytes already.
    foreign,       ///< It differs and the manifest does not list it: nothing may be written at all.
    remove_first,  ///< Stale, and in the way of a file to be created, as `Pet.hpp` of `pet.hpp`.
    remove,        ///< Stale: the manifest lists it, and it is no longer part of the output.
    leave,         ///< Stale, but edited since: now it is its editor's.
  };
  std::string path;  ///< Relative to the output folder.
  Action action = Action::create;
  std::optional<std::string> old_text;  ///< What is there, if it can be read and may change.
};

struct ChangePlan {
  std::optional<std::string> old_manifest_text;
  Manifest old_manifest;
  Manifest new_manifest;
  std::vector<Change> changes;  ///< Of the FileSet in its order, then stale ones in byte order.

  /// Whether what is on the disk is what would be written.
  bool is_up_to_date() const;
};

/// Reads the folder `root`. Reports I0005 when its manifest is broken and I0001 when it cannot be
/// read; the plan must then not be carried out. Foreign files are in the plan, not reported.
ChangePlan plan_changes(const FileSet& files, const std::string& root,
                        const std::string& generator_version, const source::FileSystem& file_system,
                        diagnostics::Diagnostics& diagnostics);

}  // namespace bindery::output
