// SPDX-License-Identifier: MIT-0
// A file to upload: its bytes, from memory or from a path, and what to call it.
// Must not know multipart or HTTP.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace bindery {
inline namespace v1 {

/// Gives the next bytes: fills at most `capacity` of `buffer` and says how many; 0 is the end,
/// nothing is a failure to read.
using ByteReader = std::function<std::optional<std::size_t>(char* buffer, std::size_t capacity)>;

/// Bytes to upload with a name and a media type. A file of a path is opened when it is sent and
/// read in pieces, so its size in memory does not matter. Copies share the bytes.
class File {
 public:
  /// Empty, without a name.
  File() = default;

  static File from_bytes(std::string data, std::string filename = "file",
                         std::string content_type = "application/octet-stream") {
    File file(std::move(filename), std::move(content_type));
    file.data_ = std::make_shared<const std::string>(std::move(data));
    return file;
  }

  /// The file at `path` in the file system, called by the last part of it. A path that cannot be
  /// read is an invalid request when the file is sent.
  static File from_path(std::string path, std::string content_type = "application/octet-stream") {
    const std::size_t slash = path.find_last_of('/');
    File file(slash == std::string::npos ? path : path.substr(slash + 1), std::move(content_type));
    file.path_ = std::move(path);
    return file;
  }

  const std::string& filename() const noexcept { return filename_; }
  const std::string& content_type() const noexcept { return content_type_; }
  /// Empty for a file in memory.
  const std::string& path() const noexcept { return path_; }

  File with_filename(std::string filename) const {
    File file = *this;
    file.filename_ = std::move(filename);
    return file;
  }

  /// The bytes when they are in memory; empty for a file of a path.
  std::string_view bytes() const noexcept { return data_ ? std::string_view(*data_) : ""; }

  /// How many bytes there are now; nothing when the path cannot be read.
  std::optional<std::uint64_t> size() const {
    if (path_.empty()) return bytes().size();
    const Handle handle = open_path();
    if (!handle || std::fseek(handle.get(), 0, SEEK_END) != 0) return std::nullopt;
    const long end = std::ftell(handle.get());
    // A folder opens, and then says that it ends at the largest number there is.
    if (end < 0 || end == static_cast<long>(~0ul >> 1)) return std::nullopt;
    return static_cast<std::uint64_t>(end);
  }

  /// A reader from the first byte on; may be asked for again. An empty function when the path
  /// cannot be opened.
  ByteReader open() const {
    if (path_.empty()) {
      return [data = data_, at = std::size_t{0}](char* buffer, std::size_t capacity) mutable {
        const std::size_t copied = data ? data->copy(buffer, capacity, at) : 0;
        at += copied;
        return std::optional<std::size_t>(copied);
      };
    }
    const std::shared_ptr<std::FILE> handle = open_path();
    if (!handle) return {};
    return [handle](char* buffer, std::size_t capacity) -> std::optional<std::size_t> {
      const std::size_t copied = std::fread(buffer, 1, capacity, handle.get());
      if (copied == 0 && std::ferror(handle.get()) != 0) return std::nullopt;
      return copied;
    };
  }

  /// Equal when names, types and bytes (or paths) are; files on disk are not compared by content.
  friend bool operator==(const File& left, const File& right) {
    return left.filename_ == right.filename_ && left.content_type_ == right.content_type_ &&
           left.path_ == right.path_ && left.bytes() == right.bytes();
  }
  friend bool operator!=(const File& left, const File& right) { return !(left == right); }

 private:
  struct Close {
    void operator()(std::FILE* handle) const noexcept { std::fclose(handle); }
  };
  using Handle = std::unique_ptr<std::FILE, Close>;

  File(std::string filename, std::string content_type)
      : filename_(std::move(filename)), content_type_(std::move(content_type)) {}

  Handle open_path() const { return Handle(std::fopen(path_.c_str(), "rb")); }

  std::shared_ptr<const std::string> data_{};
  std::string path_{};
  std::string filename_{};
  std::string content_type_ = "application/octet-stream";
};

}  // namespace v1
}  // namespace bindery
