// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/file.hpp".
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "bindery/compiled.hpp"
#include "bindery/file.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY ByteReader exactly(ByteReader reader, std::uint64_t size, bool cuts_off) {
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

BINDERY_BODY File File::from_bytes(std::string data, std::string filename,
                                   std::string content_type) {
  File file(std::move(filename), std::move(content_type));
  file.data_ = std::make_shared<const std::string>(std::move(data));
  return file;
}

BINDERY_BODY File File::from_path(std::string path, std::string content_type) {
  const std::size_t slash = path.find_last_of('/');
  File file(slash == std::string::npos ? path : path.substr(slash + 1), std::move(content_type));
  file.path_ = std::move(path);
  return file;
}

BINDERY_BODY File File::from_reader(ByteReader reader, std::optional<std::uint64_t> size,
                                    std::string filename, std::string content_type) {
  File file(std::move(filename), std::move(content_type));
  file.stream_ = std::make_shared<Stream>(std::move(reader), ByteSource(), size);
  return file;
}

BINDERY_BODY File File::from_reader(ByteSource source, std::optional<std::uint64_t> size,
                                    std::string filename, std::string content_type) {
  File file(std::move(filename), std::move(content_type));
  file.stream_ = std::make_shared<Stream>(ByteReader(), std::move(source), size);
  return file;
}

BINDERY_BODY File File::observed(std::function<void(std::uint64_t bytes)> on_read) const {
  File file = *this;
  file.on_read_ = std::make_shared<const std::function<void(std::uint64_t)>>(std::move(on_read));
  return file;
}

BINDERY_BODY File File::with_filename(std::string filename) const {
  File file = *this;
  file.filename_ = std::move(filename);
  return file;
}

BINDERY_BODY std::string_view File::bytes() const noexcept {
  return data_ ? std::string_view(*data_) : "";
}

BINDERY_BODY std::optional<std::uint64_t> File::size() const {
  if (stream_) return stream_->size;
  return path_.empty() ? bytes().size() : size_of(open_path().get());
}

BINDERY_BODY bool File::is_readable() const {
  if (stream_) return stream_->source || (stream_->reader && !stream_->is_begun);
  return size().has_value();
}

BINDERY_BODY bool File::is_replayable() const noexcept { return !stream_ || !stream_->is_begun; }

BINDERY_BODY ByteReader File::open() const {
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

BINDERY_BODY ByteReader File::open_bytes() const {
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

BINDERY_BODY void File::Close::operator()(std::FILE* handle) const noexcept { std::fclose(handle); }

BINDERY_BODY ByteReader File::Stream::open() {
  ByteReader opened;
  if (source) {
    opened = source();
  } else if (reader && !is_begun.exchange(true)) {
    opened = reader;  // not moved from: others may ask `is_readable` now
  }
  return opened && size ? exactly(std::move(opened), *size, false) : opened;
}

BINDERY_BODY File::Handle File::open_path() const {
  return Handle(std::fopen(path_.c_str(), "rb"));
}

BINDERY_BODY std::optional<std::uint64_t> File::size_of(std::FILE* handle) {
  if (handle == nullptr || std::fseek(handle, 0, SEEK_END) != 0) return std::nullopt;
  const long end = std::ftell(handle);
  // A folder opens, and then says that it ends at the largest number there is.
  if (end < 0 || end == static_cast<long>(~0ul >> 1)) return std::nullopt;
  return static_cast<std::uint64_t>(end);
}

}  // namespace v1
}  // namespace bindery
