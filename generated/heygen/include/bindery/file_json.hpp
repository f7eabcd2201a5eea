// SPDX-License-Identifier: MIT-0
// A file as JSON: `{"filename": "a.png", "content_type": "image/png", "content": "<base64>"}`.
// Must not be included by what sends files: on the wire they are bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "bindery/base64.hpp"
#include "bindery/bytes.hpp"
#include "bindery/file.hpp"
#include "bindery/json_codec.hpp"

namespace bindery {
inline namespace v1 {

/// Of the three members only `content` is required. Written, a file of a path is read; one that
/// cannot be read has a null in place of its content.
template <>
struct Codec<File> {
  template <class Reader>
  static bool decode(Reader& in, File& out) {
    static constexpr std::string_view names[] = {"filename", "content_type", "content"};
    std::string filename = "file";
    std::string content_type = "application/octet-stream";
    Bytes content;
    ObjectReader object(in, names);
    while (object.next()) {
      switch (object.member()) {
        case 0:
          object.read(filename);
          break;
        case 1:
          object.read(content_type);
          break;
        case 2:
          object.read(content);
          break;
        default:
          return in.fail("expected filename, content_type or content");
      }
    }
    if (!object.finish({2})) return false;
    out = File::from_bytes(std::string(content.begin(), content.end()), std::move(filename),
                           std::move(content_type));
    return true;
  }
  template <class Writer>
  static void encode(Writer& out, const File& value) {
    ObjectWriter object(out);
    object.member("filename", value.filename());
    object.member("content_type", value.content_type());
    object.member("content", bytes_of(value));
    object.finish();
  }

 private:
  static Nullable<Bytes> bytes_of(const File& file) {
    const ByteReader read = file.open();
    if (!read) return {};
    Bytes bytes;
    char buffer[4096];
    while (true) {
      const std::optional<std::size_t> count = read(buffer, sizeof buffer);
      if (!count) return {};
      if (*count == 0) return bytes;
      bytes.insert(bytes.end(), buffer, buffer + *count);
    }
  }
};

}  // namespace v1
}  // namespace bindery
