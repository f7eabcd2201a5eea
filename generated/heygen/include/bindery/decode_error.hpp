// SPDX-License-Identifier: MIT-0
// What went wrong while JSON was read, and how strictly it is read.
// Must not know HTTP: `Error` is built from this one.
#pragma once

#include <cstddef>
#include <string>

namespace bindery {
inline namespace v1 {

/// The first thing a text was wrong in.
struct DecodeError {
  /// Where, as members and indices from the root: `$.data[3].id`.
  std::string path{};
  /// `expected number, found string`. Quotes at most a few bytes of the document.
  std::string message{};
  /// The byte of the text.
  std::size_t offset = 0;

  /// `$.data[3].id: expected number, found string`.
  std::string text() const { return path + ": " + message; }

  friend bool operator==(const DecodeError& left, const DecodeError& right) {
    return left.path == right.path && left.message == right.message && left.offset == right.offset;
  }
  friend bool operator!=(const DecodeError& left, const DecodeError& right) {
    return !(left == right);
  }
};

/// How JSON is read.
struct DecodeOptions {
  /// Containers inside each other, 1 to `highest_depth`.
  int max_depth = 256;
  /// Keep going at members of another type than promised: they take their default, and each is
  /// listed as a mismatch. Text that is not JSON remains an error.
  bool tolerant = false;

  static constexpr int highest_depth = 1024;
};

}  // namespace v1
}  // namespace bindery
