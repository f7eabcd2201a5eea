// SPDX-License-Identifier: MIT-0
// What went wrong while JSON was read, and how strictly it is read.
// Must not know HTTP: `Error` is built from this one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bindery {
inline namespace v1 {

/// One thing a text is wrong in: the first, or of a tolerant reading any.
struct DecodeError {
  /// Where, as members and indices from the root: `$.data[3].id`.
  std::string path{};
  /// `expected number, found string`. Quotes at most a few bytes of the document.
  std::string message{};
  /// The byte of the text.
  std::size_t offset = 0;
  /// The option whose limit the text exceeds (`max_json_depth`); empty when it is otherwise wrong.
  std::string_view limit{};

  /// `$.data[3].id: expected number, found string`.
  std::string text() const;

  friend bool operator==(const DecodeError& left, const DecodeError& right) {
    return left.path == right.path && left.message == right.message &&
           left.offset == right.offset && left.limit == right.limit;
  }
  friend bool operator!=(const DecodeError& left, const DecodeError& right) {
    return !(left == right);
  }
};

/// What is done with JSON that is not what its type promises.
enum class Decode : int {
  /// It is an error that says where.
  strict,
  /// What does not fit is listed as a mismatch and read as if it were not there: a member keeps its
  /// default, an item of a list or entry of a map is left out, and a missing required member keeps
  /// its default too. Text that is not JSON, a limit, and a value that is nothing like its type at
  /// all (an array where an object is promised) remain errors.
  tolerant,
};

/// How JSON is read.
struct DecodeOptions {
  static constexpr int highest_depth = 1024;

  constexpr DecodeOptions() = default;
  constexpr DecodeOptions(Decode how, int most_depth = 256)
      : mode(how), max_json_depth(most_depth) {}

  Decode mode = Decode::strict;
  /// Containers inside each other, 1 to `highest_depth`.
  int max_json_depth = 256;
};

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/decode_error.hpp"
#endif
