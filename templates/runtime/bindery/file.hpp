// SPDX-License-Identifier: MIT-0
// A file to upload: its bytes, from memory, a path or a stream, and what to call it.
// Must not know multipart or HTTP.
#pragma once

#include <algorithm>
#include <atomic>
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

/// Makes a reader from the first byte on, each time it is asked; an empty one when it cannot.
using ByteSource = std::function<ByteReader()>;

/// Of `reader` exactly `size` bytes: fewer are a failure to read, and so are more unless
/// `cuts_off`.
inline ByteReader exactly(ByteReader reader, std::uint64_t size, bool cuts_off) {
  return [reader = std::move(reader), left = size, cuts_off](
             char* buffer, std::size_t capacity) mutable -> std::optional<std::size_t> {
    if (left == 0) return std::size_t{0};
    const auto most = static_cast<std::size_t>(std::min<std::uint64_t>(capacity, left));
    const auto count = reader(buffer, most);
    if (!count || *count == 0 || *count > most) return std::nullopt;
    left -= *count;
    char beyond = 0;
    // Asked before the last piece is handed out, so that no receiver takes it for the whole.
    if (left == 0 && !cuts_off && reader(&beyond, 1) != std::size_t{0}) return std::nullopt;
    return count;
  };
}

/// Bytes to upload with a name and a media type. A file of a path is opened when it is sent and
/// read in pieces, and so is a stream: its size in memory does not matter. Copies share the bytes.
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

  /// What `reader` gives, which is called while the file is sent, from the thread that sends it,
  /// and must not throw. It can be sent once: a request that has begun to read it is not repeated,
  /// and one that is given it again is refused. Without a `size` in bytes the length of the body is
  /// not said beforehand (`Transfer-Encoding: chunked`), which some servers refuse; a reader that
  /// gives more or fewer bytes than `size` fails the request.
  static File from_reader(ByteReader reader, std::optional<std::uint64_t> size = std::nullopt,
                          std::string filename = "file",
                          std::string content_type = "application/octet-stream") {
    File file(std::move(filename), std::move(content_type));
    file.stream_ = std::make_shared<Stream>(std::move(reader), ByteSource(), size);
    return file;
  }

  /// The same from a function that makes a reader each time it is asked: it may be sent again, by
  /// several requests at once.
  static File from_reader(ByteSource source, std::optional<std::uint64_t> size = std::nullopt,
                          std::string filename = "file",
                          std::string content_type = "application/octet-stream") {
    File file(std::move(filename), std::move(content_type));
    file.stream_ = std::make_shared<Stream>(ByteReader(), std::move(source), size);
    return file;
  }

  /// The same file, which tells `on_read` how many bytes a reader of it has given so far, each time
  /// it is asked for the next. In the thread that sends; must not throw.
  File observed(std::function<void(std::uint64_t bytes)> on_read) const {
    File file = *this;
    file.on_read_ = std::make_shared<const std::function<void(std::uint64_t)>>(std::move(on_read));
    return file;
  }

  const std::string& filename() const noexcept { return filename_; }
  const std::string& content_type() const noexcept { return content_type_; }
  /// Empty for what is no file of a path.
  const std::string& path() const noexcept { return path_; }

  File with_filename(std::string filename) const {
    File file = *this;
    file.filename_ = std::move(filename);
    return file;
  }

  /// The bytes when they are in memory; empty for a file of a path and for a stream.
  std::string_view bytes() const noexcept { return data_ ? std::string_view(*data_) : ""; }

  /// How many bytes there are now; nothing when the path cannot be read, or a stream does not say.
  std::optional<std::uint64_t> size() const {
    if (stream_) return stream_->size;
    return path_.empty() ? bytes().size() : size_of(open_path().get());
  }

  /// Whether it can be read from its first byte on: false for a path that cannot be opened, and for
  /// a reader that was begun.
  bool is_readable() const {
    if (stream_) return stream_->source || (stream_->reader && !stream_->is_begun);
    return size().has_value();
  }

  /// Whether another request can send it after one has begun to: false once a stream that can be
  /// read only once was begun.
  bool is_replayable() const noexcept { return !stream_ || !stream_->is_begun; }

  /// A reader from the first byte on; may be asked for again unless the file is a stream that can
  /// be read only once. An empty function when it cannot be read.
  ByteReader open() const {
    ByteReader reader = open_bytes();
    if (!reader || !on_read_) return reader;
    return [reader = std::move(reader), on_read = on_read_, given = std::uint64_t{0}](
               char* buffer, std::size_t capacity) mutable {
      if (given != 0) (*on_read)(given);
      const auto count = reader(buffer, capacity);
      given += count.value_or(0);
      return count;
    };
  }

  /// Equal when names, types and bytes (or paths, or streams) are; files on disk are not compared
  /// by content.
  friend bool operator==(const File& left, const File& right) {
    return left.filename_ == right.filename_ && left.content_type_ == right.content_type_ &&
           left.path_ == right.path_ && left.stream_ == right.stream_ &&
           left.bytes() == right.bytes();
  }
  friend bool operator!=(const File& left, const File& right) { return !(left == right); }

 private:
  ByteReader open_bytes() const {
    if (stream_) return stream_->open();
    if (path_.empty()) {
      return [data = data_, at = std::size_t{0}](char* buffer, std::size_t capacity) mutable {
        const std::size_t copied = data ? data->copy(buffer, capacity, at) : 0;
        at += copied;
        return std::optional<std::size_t>(copied);
      };
    }
    const std::shared_ptr<std::FILE> handle = open_path();
    const std::optional<std::uint64_t> size = size_of(handle.get());
    if (!size) return {};
    std::rewind(handle.get());
    // A file that grows meanwhile is sent as long as it was.
    return exactly(
        [handle](char* buffer, std::size_t capacity) -> std::optional<std::size_t> {
          const std::size_t copied = std::fread(buffer, 1, capacity, handle.get());
          if (copied == 0 && std::ferror(handle.get()) != 0) return std::nullopt;
          return copied;
        },
        *size, true);
  }

  struct Close {
    void operator()(std::FILE* handle) const noexcept { std::fclose(handle); }
  };
  using Handle = std::unique_ptr<std::FILE, Close>;

  // Shared by all copies of a file, so that each of them knows what the others read.
  struct Stream {
    Stream(ByteReader one_shot, ByteSource factory, std::optional<std::uint64_t> length)
        : reader(std::move(one_shot)), source(std::move(factory)), size(length) {}

    ByteReader open() {
      ByteReader opened;
      if (source) {
        opened = source();
      } else if (reader && !is_begun.exchange(true)) {
        opened = reader;  // not moved from: others may ask `is_readable` now
      }
      return opened && size ? exactly(std::move(opened), *size, false) : opened;
    }

    const ByteReader reader;
    const ByteSource source;
    const std::optional<std::uint64_t> size;
    std::atomic<bool> is_begun{false};
  };

  File(std::string filename, std::string content_type)
      : filename_(std::move(filename)), content_type_(std::move(content_type)) {}

  Handle open_path() const { return Handle(std::fopen(path_.c_str(), "rb")); }

  static std::optional<std::uint64_t> size_of(std::FILE* handle) {
    if (handle == nullptr || std::fseek(handle, 0, SEEK_END) != 0) return std::nullopt;
    const long end = std::ftell(handle);
    // A folder opens, and then says that it ends at the largest number there is.
    if (end < 0 || end == static_cast<long>(~0ul >> 1)) return std::nullopt;
    return static_cast<std::uint64_t>(end);
  }

  std::shared_ptr<const std::string> data_{};
  std::shared_ptr<Stream> stream_{};
  std::shared_ptr<const std::function<void(std::uint64_t)>> on_read_{};
  std::string path_{};
  std::string filename_{};
  std::string content_type_ = "application/octet-stream";
};

}  // namespace v1
}  // namespace bindery
