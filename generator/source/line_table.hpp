// From byte offsets to lines and columns, for people.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace bindery::source {

/// 1-based line and column; columns count code points, not bytes.
struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;

  friend bool operator==(const LineColumn&, const LineColumn&) = default;
};

/// Offsets at which the lines of a text begin. LF, CRLF and lone CR end a line.
class LineTable {
 public:
  LineTable() = default;
  explicit LineTable(std::string_view text);

  /// The place of byte `offset` of the text the table was made from; past the end counts as the end.
  LineColumn at(std::string_view text, std::size_t offset) const;
  /// The 1-based `line` without its line ending; empty when there is no such line.
  std::string_view line(std::string_view text, std::uint32_t line) const;
  std::uint32_t line_count() const { return static_cast<std::uint32_t>(begins_.size()); }
  /// The byte at which the 1-based `line` begins.
  std::size_t begin_of(std::uint32_t line) const;

 private:
  std::vector<std::size_t> begins_{0};
};

}  // namespace bindery::source
