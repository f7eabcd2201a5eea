// SPDX-License-Identifier: MIT-0
// A request and a response of HTTP as plain values.
// Must not know how they travel, nor what an operation is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "bindery/file.hpp"
#include "bindery/headers.hpp"

namespace bindery {
inline namespace v1 {

/// The bytes of a request, as pieces of text and files that follow each other.
class Body {
 public:
  using Piece = std::variant<std::string, File>;

  Body() = default;
  Body(std::string text);
  Body(File file);

  void append(std::string text);
  void append(File file);

  const std::vector<Piece>& pieces() const noexcept { return pieces_; }
  bool has_pieces() const noexcept;

  /// The length in bytes; nothing when a stream does not say its own, or a file cannot be read.
  std::optional<std::uint64_t> size() const;

  /// Why it cannot be sent, such as `cannot read /a/path`; empty when it can.
  std::string obstacle() const;

  /// Whether it can be sent once more: false after an attempt that has begun to read a stream that
  /// can be read only once.
  bool is_replayable() const noexcept;

  /// A reader over all pieces, one file open at a time. The body must outlive it.
  ByteReader open() const;

  /// Everything in one text, files read; nothing when one cannot be. For tests and small bodies.
  std::optional<std::string> text() const;

 private:
  static ByteReader open_piece(const Piece& piece);

  std::vector<Piece> pieces_;
};

/// What goes out. `url` is absolute, percent-encoded and without a fragment.
struct Request {
  std::string method = "GET";
  std::string url{};
  Headers headers{};
  Body body{};
};

/// What came back, content coding undone.
struct Response {
  int status = 0;
  Headers headers{};
  std::string body{};
};

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/http.hpp"
#endif
