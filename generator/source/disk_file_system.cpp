// The real disk: the only code of the program that opens, writes and removes files.
// Must not throw: every failure is a FileError.
#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <random>
#include <system_error>
#include <utility>

#include "source/file_system.hpp"

namespace bindery::source {
namespace {

namespace fs = std::filesystem;

/// One read stops here, so that an endless device is refused instead of filling the memory.
constexpr std::size_t largest_file = std::size_t{1} << 30;

std::string lower_first(std::string text) {
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') {
    text[0] = static_cast<char>(text[0] - 'A' + 'a');
  }
  return text;
}

FileError to_error(const std::error_code& code) {
  FileError error{FileError::Kind::other, lower_first(code.message())};
  if (code == std::errc::no_such_file_or_directory) error.kind = FileError::Kind::not_found;
  if (code == std::errc::is_a_directory) error.kind = FileError::Kind::is_directory;
  if (code == std::errc::permission_denied || code == std::errc::operation_not_permitted) {
    error.kind = FileError::Kind::denied;
  }
  return error;
}

/// The reason of the system call that just failed.
FileError last_error() {
  const int number = errno != 0 ? errno : EIO;
  return to_error(std::error_code(number, std::generic_category()));
}

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using OpenFile = std::unique_ptr<std::FILE, CloseFile>;

/// Without a buffer: all of a text is read or written at once, from or to where it stands.
OpenFile open_file(const std::string& path, const char* mode) {
  errno = 0;
  OpenFile file(std::fopen(path.c_str(), mode));
  if (file) std::setvbuf(file.get(), nullptr, _IONBF, 0);
  return file;
}

std::optional<FileError> write_new(const std::string& path, std::string_view text) {
  OpenFile file = open_file(path, "wbx");
  if (!file) return last_error();
  if (std::fwrite(text.data(), 1, text.size(), file.get()) != text.size()) return last_error();
  // Some disks tell only here that they are full.
  if (std::fclose(file.release()) != 0) return last_error();
  return std::nullopt;
}

}  // namespace

DiskFileSystem::DiskFileSystem() : run_(std::random_device()()) {}

FileResult<std::string> DiskFileSystem::read(const std::string& path) const {
  const OpenFile file = open_file(path, "rb");
  if (!file) return {std::nullopt, last_error()};
  std::error_code unknown_size;
  const auto size = fs::file_size(path, unknown_size);
  // Pipes and devices have no size: the text then grows as it comes.
  std::string text(unknown_size ? 4096 : std::min<std::uintmax_t>(size + 1, largest_file), '\0');
  std::size_t used = 0;
  while (true) {
    used += std::fread(text.data() + used, 1, text.size() - used, file.get());
    // Opening a directory succeeds on Linux, and only reading it fails.
    if (std::ferror(file.get()) != 0) return {std::nullopt, last_error()};
    if (used < text.size()) break;
    if (used > largest_file) {
      return {std::nullopt, {FileError::Kind::other, "file is larger than 1 GiB"}};
    }
    text.resize(used + std::max<std::size_t>(used, 4096));
  }
  text.resize(used);
  return {std::move(text), {}};
}

FileResult<std::vector<DirectoryEntry>> DiskFileSystem::list(const std::string& path) const {
  std::error_code error;
  std::vector<DirectoryEntry> entries;
  fs::directory_iterator entry(path, error);
  while (!error && entry != fs::directory_iterator()) {
    std::error_code unreadable;
    entries.push_back({entry->path().filename().string(), entry->is_directory(unreadable)});
    entry.increment(error);
  }
  if (error) return {std::nullopt, to_error(error)};
  std::sort(entries.begin(), entries.end(),
            [](const DirectoryEntry& a, const DirectoryEntry& b) { return a.name < b.name; });
  return {std::move(entries), {}};
}

bool DiskFileSystem::is_directory(const std::string& path) const {
  std::error_code error;
  return fs::is_directory(path, error);
}

bool DiskFileSystem::exists(const std::string& path) const {
  // A dangling link is in the way of a new file too.
  std::error_code error;
  return fs::exists(fs::symlink_status(path, error));
}

std::optional<FileError> DiskFileSystem::write(const std::string& path, std::string_view text) {
  std::error_code ignored;
  const fs::file_status old = fs::status(path, ignored);
  if (fs::is_directory(old)) return to_error(std::make_error_code(std::errc::is_a_directory));

  const std::string temporary = path + ".bindery-" + std::to_string(run_) + ".tmp";
  auto failure = write_new(temporary, text);
  std::error_code error;
  if (failure && failure->kind == FileError::Kind::not_found) {
    // Most files are not the first of their directory, so that is made when it is missed.
    fs::create_directories(directory_of(path), error);
    failure = error ? to_error(error) : write_new(temporary, text);
  }
  if (!failure) {
    if (fs::is_regular_file(old)) fs::permissions(temporary, old.permissions(), ignored);
    fs::rename(temporary, path, error);
    if (!error) return std::nullopt;
    failure = to_error(error);
  }
  fs::remove(temporary, ignored);
  return failure;
}

std::optional<FileError> DiskFileSystem::remove(const std::string& path, const std::string& root) {
  std::error_code error;
  const std::string top = canonical(root) + "/";
  std::string directory = canonical(directory_of(path));
  if (!fs::remove(path, error) && !error) {
    error = std::make_error_code(std::errc::no_such_file_or_directory);
  }
  if (error) return to_error(error);
  while (directory.compare(0, top.size(), top) == 0) {
    // Removing a directory that is not empty fails, which ends the climb.
    if (!fs::remove(directory, error) || error) break;
    directory = directory_of(directory);
  }
  return std::nullopt;
}

std::string DiskFileSystem::canonical(const std::string& path) const {
  std::error_code error;
  fs::path result = fs::weakly_canonical(fs::absolute(path, error), error);
  if (error) result = fs::absolute(path, error).lexically_normal();
  std::string text = error ? path : result.string();
  if (text.size() > 1 && text.back() == '/') text.pop_back();
  return text;
}

}  // namespace bindery::source
