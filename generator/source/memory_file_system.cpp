// Files in a map, behaving like a disk as far as tests can tell.
// Must not touch the real disk.
#include <utility>

#include "source/file_system.hpp"

namespace bindery::source {
namespace {

std::string normal(const std::string& path) { return join_path(".", path); }

/// The beginning of the paths of all files in a directory.
std::string prefix_of(const std::string& directory) {
  const std::string path = normal(directory);
  if (path == ".") return {};
  return path == "/" ? path : path + "/";
}

FileError not_found() { return {FileError::Kind::not_found, "no such file or directory"}; }
FileError directory_in_the_way() { return {FileError::Kind::is_directory, "is a directory"}; }

}  // namespace

FileResult<std::string> MemoryFileSystem::read(const std::string& path) const {
  const auto file = files_.find(normal(path));
  if (file != files_.end()) return {file->second, {}};
  return {std::nullopt, is_directory(path) ? directory_in_the_way() : not_found()};
}

FileResult<std::vector<DirectoryEntry>> MemoryFileSystem::list(const std::string& path) const {
  if (files_.count(normal(path)) != 0) {
    return {std::nullopt, {FileError::Kind::other, "not a directory"}};
  }
  if (!is_directory(path)) return {std::nullopt, not_found()};
  const std::string prefix = prefix_of(path);
  std::map<std::string, bool> names;
  for (const auto& [name, text] : files_) {
    if (name.compare(0, prefix.size(), prefix) != 0) continue;
    if (prefix.empty() && name.front() == '/') continue;
    const std::string rest = name.substr(prefix.size());
    const auto slash = rest.find('/');
    names[rest.substr(0, slash)] = slash != std::string::npos;
  }
  std::vector<DirectoryEntry> entries;
  for (const auto& [name, is_a_directory] : names) entries.push_back({name, is_a_directory});
  return {std::move(entries), {}};
}

bool MemoryFileSystem::is_directory(const std::string& path) const {
  const std::string prefix = prefix_of(path);
  if (prefix.empty() || prefix == "/") return true;
  const auto file = files_.lower_bound(prefix);
  return file != files_.end() && file->first.compare(0, prefix.size(), prefix) == 0;
}

bool MemoryFileSystem::exists(const std::string& path) const {
  return files_.count(normal(path)) != 0 || is_directory(path);
}

std::optional<FileError> MemoryFileSystem::write(const std::string& path, std::string_view text) {
  const std::string name = normal(path);
  if (refused_ && normal(*refused_) == name) {
    return FileError{FileError::Kind::denied, "permission denied"};
  }
  if (is_directory(name)) return directory_in_the_way();
  for (std::string above = directory_of(name); above != "." && above != "/";
       above = directory_of(above)) {
    if (files_.count(above) != 0) return FileError{FileError::Kind::other, "not a directory"};
  }
  files_[name] = std::string(text);
  return std::nullopt;
}

std::optional<FileError> MemoryFileSystem::remove(const std::string& path,
                                                  const std::string& /*root*/) {
  if (files_.erase(normal(path)) != 0) return std::nullopt;
  return is_directory(path) ? directory_in_the_way() : not_found();
}

std::string MemoryFileSystem::canonical(const std::string& path) const {
  return join_path("/", path);
}

}  // namespace bindery::source
