// Finds lines by binary search and columns by counting code points within one block.
// Must not know files, nor what the text means.
#include "source/line_table.hpp"

#include <algorithm>
#include <cstring>

#include "source/utf8.hpp"

namespace bindery::source {
namespace {

constexpr std::size_t block_size = 4096;

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation_byte(c); }));
}

/// Offset of the first LF or CR at or after `from`, or npos.
std::size_t find_line_end(std::string_view text, std::size_t from, std::size_t& next_return) {
  const std::size_t feed = text.find('\n', from);
  // `next_return` is remembered between calls: most texts have no CR, and each must be passed once.
  if (next_return != std::string_view::npos && next_return < from) {
    next_return = text.find('\r', from);
  }
  return std::min(feed, next_return);
}

}  // namespace

LineTable::LineTable(std::string_view text) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") begins_.front() = 3;
  std::size_t next_return = text.find('\r');
  std::size_t end = find_line_end(text, 0, next_return);
  while (end != std::string_view::npos) {
    const bool pair = text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n';
    const std::size_t begin = end + (pair ? 2 : 1);
    begins_.push_back(begin);
    end = find_line_end(text, begin, next_return);
  }
  code_points_.reserve(text.size() / block_size + 1);
  std::size_t points = 0;
  for (std::size_t offset = 0; offset < text.size(); offset += block_size) {
    code_points_.push_back(points);
    points += count_code_points(text.substr(offset, block_size));
  }
}

std::size_t LineTable::code_points_before(std::string_view text, std::size_t offset) const {
  if (code_points_.empty()) return 0;
  const std::size_t block = std::min(offset / block_size, code_points_.size() - 1);
  const std::size_t begin = block * block_size;
  return code_points_[block] + count_code_points(text.substr(begin, offset - begin));
}

LineColumn LineTable::at(std::string_view text, std::size_t offset) const {
  offset = std::min(offset, text.size());
  const auto after = std::upper_bound(begins_.begin(), begins_.end(), offset);
  if (after == begins_.begin()) return {1, 1};
  const std::size_t begin = *(after - 1);
  const std::size_t column = code_points_before(text, offset) - code_points_before(text, begin) + 1;
  return {static_cast<std::uint32_t>(after - begins_.begin()), static_cast<std::uint32_t>(column)};
}

std::string_view LineTable::line(std::string_view text, std::uint32_t line) const {
  if (line == 0 || line > begins_.size()) return {};
  const std::size_t begin = begins_[line - 1];
  if (begin > text.size()) return {};
  std::size_t end = line < begins_.size() ? begins_[line] : text.size();
  while (end > begin && (text[end - 1] == '\n' || text[end - 1] == '\r')) --end;
  return text.substr(begin, end - begin);
}

std::size_t LineTable::begin_of(std::uint32_t line) const {
  if (line == 0) return begins_.front();
  return begins_[std::min<std::size_t>(line, begins_.size()) - 1];
}

}  // namespace bindery::source
