// The only door to the disk. Everything else is handed a FileSystem, so tests hand down memory.
// Must not know what files hold.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bindery::source {

/// What went wrong with a file; `message` is the system's text, lower case, without the path.
struct FileError {
  enum class Kind { not_found, is_directory, denied, other };
  Kind kind = Kind::other;
  std::string message;
};

/// A value or the reason why there is none.
template <class T>
struct FileResult {
  std::optional<T> value;
  FileError error;

  explicit operator bool() const { return value.has_value(); }
  const T& operator*() const { return *value; }
};

/// One name in a directory.
struct DirectoryEntry {
  std::string name;
  bool is_directory = false;

  friend bool operator==(const DirectoryEntry&, const DirectoryEntry&) = default;
};

/// Paths are '/'-separated text. Implementations need not be thread safe.
class FileSystem {
 public:
  virtual ~FileSystem() = default;

  virtual FileResult<std::string> read(const std::string& path) const = 0;
  /// The entries of a directory in the order of their bytes.
  virtual FileResult<std::vector<DirectoryEntry>> list(const std::string& path) const = 0;
  virtual bool is_directory(const std::string& path) const = 0;
  virtual bool exists(const std::string& path) const = 0;
  /// Replaces the file as a whole (temporary file, then rename), creating directories on the way.
  /// Nothing is left half written; on failure the old content stands.
  virtual std::optional<FileError> write(const std::string& path, std::string_view text) = 0;
  /// Removes a file; then directories above it that became empty, up to but not including `root`.
  virtual std::optional<FileError> remove(const std::string& path, const std::string& root) = 0;
  /// An absolute path without `.`, `..` and symbolic links, for telling whether two paths are one
  /// file.
  virtual std::string canonical(const std::string& path) const = 0;
};

/// The real disk.
class DiskFileSystem final : public FileSystem {
 public:
  DiskFileSystem();

  FileResult<std::string> read(const std::string& path) const override;
  FileResult<std::vector<DirectoryEntry>> list(const std::string& path) const override;
  bool is_directory(const std::string& path) const override;
  bool exists(const std::string& path) const override;
  std::optional<FileError> write(const std::string& path, std::string_view text) override;
  std::optional<FileError> remove(const std::string& path, const std::string& root) override;
  std::string canonical(const std::string& path) const override;

 private:
  unsigned run_;  ///< Stands in the names of temporary files, which no other run may use.
};

/// Files in memory, for tests. Directories exist by the files in them.
class MemoryFileSystem final : public FileSystem {
 public:
  MemoryFileSystem() = default;
  explicit MemoryFileSystem(std::map<std::string, std::string> files) : files_(std::move(files)) {}

  FileResult<std::string> read(const std::string& path) const override;
  FileResult<std::vector<DirectoryEntry>> list(const std::string& path) const override;
  bool is_directory(const std::string& path) const override;
  bool exists(const std::string& path) const override;
  std::optional<FileError> write(const std::string& path, std::string_view text) override;
  std::optional<FileError> remove(const std::string& path, const std::string& root) override;
  std::string canonical(const std::string& path) const override;

  const std::map<std::string, std::string>& files() const { return files_; }
  /// Makes every later `write` to this path fail, to test what an error leaves behind.
  void refuse_writes_to(const std::string& path) { refused_ = path; }

 private:
  std::map<std::string, std::string> files_;
  std::optional<std::string> refused_;
};

/// `"a/b" + "../c" -> "a/c"`; an absolute `relative` stands for itself.
std::string join_path(std::string_view directory, std::string_view relative);
/// The part before the last '/', or "." when there is none.
std::string directory_of(std::string_view path);
/// The part after the last '/'.
std::string file_name_of(std::string_view path);
/// The extension in lower case with its dot (`.yaml`), or empty.
std::string extension_of(std::string_view path);

}  // namespace bindery::source
