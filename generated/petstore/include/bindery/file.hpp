// SPDX-License-Identifier: MIT-0
// A file to upload: its bytes, from memory, a path or a stream, and what to call it.
// Must not know multipart or HTTP.
#pragma once

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
ByteReader exactly(ByteReader reader, std::uint64_t size, bool cuts_off);

/// Bytes to upload with a name and a media type. A file of a path is opened when it is sent and
/// read in pieces, and so is a stream: its size in memory does not matter. Copies share the bytes.
class File {
 public:
  /// Empty, without a name.
  File() = default;

  static File from_bytes(std::string data, std::string filename = "file",
                         std::string content_type = "application/octet-stream");

  /// The file at `path` in the file system, called by the last part of it. A path that cannot be
  /// read is an invalid request when the file is sent.
  static File from_path(std::string path, std::string content_type = "application/octet-stream");

  /// What `reader` gives, which is called while the file is sent, from the thread that sends it,
  /// and must not throw. It can be sent once: a request that has begun to read it is not repeated,
  /// and one that is given it again is refused. Without a `size` in bytes the length of the body is
  /// not said beforehand (`Transfer-Encoding: chunked`), which some servers refuse; a reader that
  /// gives more or fewer bytes than `size` fails the request.
  static File from_reader(ByteReader reader, std::optional<std::uint64_t> size = std::nullopt,
                          std::string filename = "file",
                          std::string content_type = "application/octet-stream");

  /// The same from a function that makes a reader each time it is asked: it may be sent again, by
  /// several requests at once.
  static File from_reader(ByteSource source, std::optional<std::uint64_t> size = std::nullopt,
                          std::string filename = "file",
                          std::string content_type = "application/octet-stream");

  /// The same file, which tells `on_read` how many bytes a reader of it has given so far, each time
  /// it is asked for the next. In the thread that sends; must not throw.
  File observed(std::function<void(std::uint64_t bytes)> on_read) const;

  const std::string& filename() const noexcept { return filename_; }
  const std::string& content_type() const noexcept { return content_type_; }
  /// Empty for what is no file of a path.
  const std::string& path() const noexcept { return path_; }

  File with_filename(std::string filename) const;

  /// The bytes when they are in memory; empty for a file of a path and for a stream.
  std::string_view bytes() const noexcept;

  /// How many bytes there are now; nothing when the path cannot be read, or a stream does not say.
  std::optional<std::uint64_t> size() const;

  /// Whether it can be read from its first byte on: false for a path that cannot be opened, and for
  /// a reader that was begun.
  bool is_readable() const;

  /// Whether another request can send it after one has begun to: false once a stream that can be
  /// read only once was begun.
  bool is_replayable() const noexcept;

  /// A reader from the first byte on; may be asked for again unless the file is a stream that can
  /// be read only once. An empty function when it cannot be read.
  ByteReader open() const;

  /// Equal when names, types and bytes (or paths, or streams) are; files on disk are not compared
  /// by content.
  friend bool operator==(const File& left, const File& right) {
    return left.filename_ == right.filename_ && left.content_type_ == right.content_type_ &&
           left.path_ == right.path_ && left.stream_ == right.stream_ &&
           left.bytes() == right.bytes();
  }
  friend bool operator!=(const File& left, const File& right) { return !(left == right); }

 private:
  ByteReader open_bytes() const;

  struct Close {
    void operator()(std::FILE* handle) const noexcept;
  };
  using Handle = std::unique_ptr<std::FILE, Close>;

  // Shared by all copies of a file, so that each of them knows what the others read.
  struct Stream {
    Stream(ByteReader one_shot, ByteSource factory, std::optional<std::uint64_t> length)
        : reader(std::move(one_shot)), source(std::move(factory)), size(length) {}

    ByteReader open();

    const ByteReader reader;
    const ByteSource source;
    const std::optional<std::uint64_t> size;
    std::atomic<bool> is_begun{false};
  };

  File(std::string filename, std::string content_type)
      : filename_(std::move(filename)), content_type_(std::move(content_type)) {}

  Handle open_path() const;

  static std::optional<std::uint64_t> size_of(std::FILE* handle);

  std::shared_ptr<const std::string> data_{};
  std::shared_ptr<Stream> stream_{};
  std::shared_ptr<const std::function<void(std::uint64_t)>> on_read_{};
  std::string path_{};
  std::string filename_{};
  std::string content_type_ = "application/octet-stream";
};

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/file.hpp"
#endif
