// All files of a run; each is opened once.
// Must not know what the files hold.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "source/file_system.hpp"
#include "source/location.hpp"
#include "source/source_file.hpp"

namespace bindery::source {

/// Owns the source files; references to them stay valid as long as the map.
class SourceMap {
 public:
  explicit SourceMap(const FileSystem& files) : files_(&files) {}

  /// Reads a file, or finds the one already read under another name.
  FileResult<SourceId> open(const std::string& name);
  /// Adds a text that is no file, such as a test's.
  SourceId add(std::string name, std::string text);

  const SourceFile& file(SourceId id) const { return sources_.at(id); }
  std::size_t size() const { return sources_.size(); }
  /// Names of all files read so far, in the order they were opened: the dependencies of a run.
  std::vector<std::string> names() const;
  std::string_view text(Location where) const;
  LineColumn line_column(Location where) const;
  const FileSystem& file_system() const { return *files_; }

 private:
  const FileSystem* files_;
  std::deque<SourceFile> sources_;
  std::map<std::string, SourceId> by_canonical_;
};

}  // namespace bindery::source
