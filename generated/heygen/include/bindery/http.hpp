// SPDX-License-Identifier: MIT-0
// A request and a response of HTTP as plain values.
// Must not know how they travel, nor what an operation is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
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
  Body(std::string text) {
    if (!text.empty()) pieces_.emplace_back(std::move(text));
  }
  Body(File file) { pieces_.emplace_back(std::move(file)); }

  void append(std::string text) { pieces_.emplace_back(std::move(text)); }
  void append(File file) { pieces_.emplace_back(std::move(file)); }

  const std::vector<Piece>& pieces() const noexcept { return pieces_; }
  bool has_pieces() const noexcept { return !pieces_.empty(); }

  /// The length in bytes; nothing when a stream does not say its own, or a file cannot be read.
  std::optional<std::uint64_t> size() const {
    std::uint64_t total = 0;
    for (const Piece& piece : pieces_) {
      if (const auto* text = std::get_if<std::string>(&piece)) {
        total += text->size();
      } else if (const auto length = std::get_if<File>(&piece)->size()) {
        total += *length;
      } else {
        return std::nullopt;
      }
    }
    return total;
  }

  /// Why it cannot be sent, such as `cannot read /a/path`; empty when it can.
  std::string obstacle() const {
    for (const Piece& piece : pieces_) {
      const auto* file = std::get_if<File>(&piece);
      if (file == nullptr || file->is_readable()) continue;
      return file->path().empty() ? "a stream can be read only once, and was sent before"
                                  : "cannot read " + file->path();
    }
    return {};
  }

  /// Whether it can be sent once more: false after an attempt that has begun to read a stream that
  /// can be read only once.
  bool is_replayable() const noexcept {
    for (const Piece& piece : pieces_) {
      const auto* file = std::get_if<File>(&piece);
      if (file != nullptr && !file->is_replayable()) return false;
    }
    return true;
  }

  /// A reader over all pieces, one file open at a time. The body must outlive it.
  ByteReader open() const {
    return [this, index = std::size_t{0}, current = ByteReader()](
               char* buffer, std::size_t capacity) mutable -> std::optional<std::size_t> {
      for (; index < pieces_.size(); ++index, current = nullptr) {
        if (!current) {
          current = open_piece(pieces_[index]);
          if (!current) return std::nullopt;
        }
        const auto count = current(buffer, capacity);
        if (!count || *count != 0) return count;
      }
      return std::size_t{0};
    };
  }

  /// Everything in one text, files read; nothing when one cannot be. For tests and small bodies.
  std::optional<std::string> text() const {
    std::string all;
    const ByteReader reader = open();
    char buffer[4096];
    while (true) {
      const auto count = reader(buffer, sizeof buffer);
      if (!count) return std::nullopt;
      if (*count == 0) return all;
      all.append(buffer, *count);
    }
  }

 private:
  static ByteReader open_piece(const Piece& piece) {
    if (const auto* file = std::get_if<File>(&piece)) return file->open();
    const auto* text = std::get_if<std::string>(&piece);
    return [text, at = std::size_t{0}](char* buffer, std::size_t capacity) mutable {
      const std::size_t copied = text->copy(buffer, capacity, at);
      at += copied;
      return std::optional<std::size_t>(copied);
    };
  }

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
