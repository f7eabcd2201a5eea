// Where a piece of input stands, as bytes.
// Must not know lines, columns or file names: those are computed when printing.
#pragma once

#include <cstdint>

namespace bindery::source {

/// Index of a file in a `SourceMap`.
using SourceId = std::uint32_t;

/// Bytes `[begin, end)` of one source file. Trivially copyable, 12 bytes.
struct Location {
  static constexpr SourceId no_source = 0xffffffffu;

  SourceId source = no_source;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  /// A place that is not in any file, such as a command line argument.
  static constexpr Location unknown() { return {}; }
  constexpr bool is_known() const { return source != no_source; }

  friend constexpr bool operator==(const Location&, const Location&) = default;
};

}  // namespace bindery::source
