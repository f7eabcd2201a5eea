// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/http.hpp".
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "bindery/compiled.hpp"
#include "bindery/file.hpp"
#include "bindery/http.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY Body::Body(std::string text) {
  if (!text.empty()) pieces_.emplace_back(std::move(text));
}

BINDERY_BODY Body::Body(File file) { pieces_.emplace_back(std::move(file)); }

BINDERY_BODY void Body::append(std::string text) { pieces_.emplace_back(std::move(text)); }

BINDERY_BODY void Body::append(File file) { pieces_.emplace_back(std::move(file)); }

BINDERY_BODY bool Body::has_pieces() const noexcept { return !pieces_.empty(); }

BINDERY_BODY std::optional<std::uint64_t> Body::size() const {
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

BINDERY_BODY std::string Body::obstacle() const {
  for (const Piece& piece : pieces_) {
    const auto* file = std::get_if<File>(&piece);
    if (file == nullptr || file->is_readable()) continue;
    return file->path().empty() ? "a stream can be read only once, and was sent before"
                                : "cannot read " + file->path();
  }
  return {};
}

BINDERY_BODY bool Body::is_replayable() const noexcept {
  for (const Piece& piece : pieces_) {
    const auto* file = std::get_if<File>(&piece);
    if (file != nullptr && !file->is_replayable()) return false;
  }
  return true;
}

BINDERY_BODY ByteReader Body::open() const {
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

BINDERY_BODY std::optional<std::string> Body::text() const {
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

BINDERY_BODY ByteReader Body::open_piece(const Piece& piece) {
  if (const auto* file = std::get_if<File>(&piece)) return file->open();
  const auto* text = std::get_if<std::string>(&piece);
  return [text, at = std::size_t{0}](char* buffer, std::size_t capacity) mutable {
    const std::size_t copied = text->copy(buffer, capacity, at);
    at += copied;
    return std::optional<std::size_t>(copied);
  };
}

}  // namespace v1
}  // namespace bindery
