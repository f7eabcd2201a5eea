// The files of a run before they are written: safe relative paths to texts.
// Must not touch a disk.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "diagnostics/diagnostics.hpp"

namespace bindery::output {

/// The file in the output's root that lists the others; no other writer may have it.
inline constexpr std::string_view manifest_name = "bindery.manifest";

/// Why `path` may not be written below an output folder on any common system, or empty when it may:
/// absolute, empty or `.` or `..` components, backslashes and the like, device names of Windows,
/// components that end in a dot or blank or are longer than 220 bytes. A reason reads like
/// "has an empty component".
std::string_view unsafe_path_reason(std::string_view path);

/// `path` as file systems see it that ignore case: ASCII letters in lower case.
std::string fold_case(std::string_view path);

/// Texts by path. Iterates in the order of the paths' bytes.
class FileSet {
 public:
  /// Adds a file. Reports I0003, and leaves the file out, when the path is unsafe, is taken,
  /// differs from one that is taken only by case, or makes a folder of a file.
  void add(std::string path, std::string text, diagnostics::Diagnostics& diagnostics);

  const std::map<std::string, std::string>& files() const { return files_; }

 private:
  std::map<std::string, std::string> files_;
  std::map<std::string, std::string> by_folded_;  ///< Folded path to path, for what ignores case.
};

}  // namespace bindery::output
