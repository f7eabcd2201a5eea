// From byte offsets to lines and columns, for people.
// Must not know files, nor what the text means.
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
/// A byte-order mark belongs to no line: line 1 begins behind it.
class LineTable {
 public:
  LineTable() = default;
  explicit LineTable(std::string_view text);

  /// The place of byte `offset` of the text the table was made from; past the end counts as the
  /// end.
  LineColumn at(std::string_view text, std::size_t offset) const;
  /// The 1-based `line` without its line ending; empty when there is no such line.
  std::string_view line(std::string_view text, std::uint32_t line) const;
  std::uint32_t line_count() const { return static_cast<std::uint32_t>(begins_.size()); }
  /// The byte at which the 1-based `line` begins.
  std::size_t begin_of(std::uint32_t line) const;

 private:
  std::size_t code_points_before(std::string_view text, std::size_t offset) const;

  std::vector<std::size_t> begins_{0};
  /// Code points before each full block of text, so that a column far into a line of megabytes
  /// (minified JSON) is not counted from the line's beginning for every diagnostic.
  std::vector<std::size_t> code_points_;
};

}  // namespace bindery::source
