// Unquoting, unfolding and unindenting, as yaml-cpp does it.
// Must give nothing wherever yaml-cpp complains or has a way of its own.
#include "document/block_yaml_scalar.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

#include "source/utf8.hpp"

namespace bindery::document {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

bool is_at(std::string_view text, std::size_t offset, char c) {
  return offset < text.size() && text[offset] == c;
}

/// Spaces, not tabs: they alone indent.
std::size_t skip_spaces(std::string_view text, std::size_t offset) {
  while (is_at(text, offset, ' ')) ++offset;
  return offset;
}

std::size_t line_end(std::string_view text, std::size_t offset) {
  return std::min(text.find('\n', offset), text.size());
}

/// What line breaks become between two texts that are folded into one line.
void append_fold(std::string& value, std::size_t empty_lines) {
  if (empty_lines == 0) {
    value += ' ';
  } else {
    value.append(empty_lines, '\n');
  }
}

/// The line of a plain scalar from `begin`: where its text ends and whether a comment follows.
/// Nothing for a line that holds a tab or what could be a key.
struct PlainLine {
  std::size_t end;
  bool has_comment;
};
std::optional<PlainLine> read_plain_line(std::string_view text, std::size_t begin) {
  std::size_t end = begin;  // Behind the last character that is no space.
  for (std::size_t at = begin; at < text.size() && text[at] != '\n'; ++at) {
    const char c = text[at];
    if (c == ' ') continue;
    if (c == '#' && end != at) return PlainLine{end, true};
    if (c == '\t') return std::nullopt;
    if (c == ':' && (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n')) {
      return std::nullopt;
    }
    end = at + 1;
  }
  return PlainLine{end, false};
}

/// Reads the escape sequence at `offset`, which ends up behind it. False for one that is rare.
bool read_escape(std::string_view text, std::size_t& offset, std::string& value) {
  if (offset + 1 >= text.size()) return false;
  const char kind = text[offset + 1];
  constexpr std::string_view letters = "nrt\"\\/ ";
  constexpr std::string_view meanings = "\n\r\t\"\\/ ";
  if (const std::size_t index = letters.find(kind); index != std::string_view::npos) {
    value += meanings[index];
    offset += 2;
    return true;
  }
  const std::size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
  if (digits == 0 || text.size() - offset < digits + 2) return false;
  const char* const begin = text.data() + offset + 2;
  std::uint32_t point = 0;
  const auto parsed = std::from_chars(begin, begin + digits, point, 16);
  if (parsed.ptr != begin + digits || point > 0x10FFFF) return false;
  if (point >= 0xD800 && point <= 0xDFFF) return false;
  source::append_utf8(value, point);
  offset += digits + 2;
  return true;
}

/// Skips line breaks and the blanks around them from the break at `offset`; gives the number of
/// lines that hold nothing.
std::size_t skip_breaks(std::string_view text, std::size_t& offset) {
  std::size_t breaks = 0;
  while (is_at(text, offset, '\n')) {
    ++breaks;
    ++offset;
    while (offset < text.size() && is_blank(text[offset])) ++offset;
  }
  return breaks - 1;
}

bool begins_document(std::string_view text, std::size_t offset) {
  const std::string_view three = text.substr(offset, 3);
  return text[offset - 1] == '\n' && (three == "---" || three == "...");
}

enum class Chomping { clip, strip, keep };

void chomp(std::string& value, Chomping chomping) {
  if (chomping == Chomping::keep) return;
  const std::size_t last = value.find_last_not_of('\n');
  if (last == std::string::npos) {
    value.clear();
  } else {
    value.resize(std::min(value.size(), last + (chomping == Chomping::clip ? 2 : 1)));
  }
}

/// Puts the lines of a block scalar together.
class BlockValue {
 public:
  explicit BlockValue(bool is_folded) : is_folded_(is_folded) {}

  void add_empty_line() { ++empty_lines_; }

  void add(std::string_view line) {
    const bool is_indented = line.front() == ' ';
    if (is_folded_ && has_line_) {
      if (is_indented || was_indented_) {
        value_.append(empty_lines_ + 1, '\n');
      } else {
        append_fold(value_, empty_lines_);
      }
    } else {
      value_.append(empty_lines_ + (has_line_ ? 1 : 0), '\n');
    }
    value_ += line;
    empty_lines_ = 0;
    has_line_ = true;
    was_indented_ = is_indented;
  }

  /// There may be no last line, and the text may end within it.
  std::string take(Chomping chomping, bool last_line_ends) {
    // The last line's own break counts too, but among empty lines folding loses one.
    const bool loses_one = is_folded_ && empty_lines_ > 0 && !was_indented_;
    value_.append(empty_lines_ + (last_line_ends && !loses_one ? 1 : 0), '\n');
    chomp(value_, chomping);
    return std::move(value_);
  }

 private:
  bool is_folded_;
  bool has_line_ = false;
  bool was_indented_ = false;
  std::size_t empty_lines_ = 0;
  std::string value_;
};

}  // namespace

std::optional<Scalar> read_plain_scalar(std::string_view text, std::size_t begin,
                                        std::size_t least_column) {
  Scalar scalar;
  std::size_t empty_lines = 0;
  for (std::size_t at = begin;;) {
    const auto line = read_plain_line(text, at);
    if (!line) return std::nullopt;
    if (at != begin) append_fold(scalar.value, empty_lines);
    scalar.value += text.substr(at, line->end - at);
    scalar.end = line->end;
    if (line->has_comment) return scalar;

    std::size_t breaks = 0;
    std::size_t line_begin = 0;
    std::size_t next = skip_spaces(text, line->end);
    while (is_at(text, next, '\n')) {
      ++breaks;
      line_begin = next + 1;
      next = skip_spaces(text, line_begin);
    }
    if (next == text.size() || next - line_begin < least_column) return scalar;
    if (text[next] == '\t') return std::nullopt;
    if (text[next] == '#') return scalar;
    empty_lines = breaks - 1;
    at = next;
  }
}

std::optional<Scalar> read_quoted_scalar(std::string_view text, std::size_t begin) {
  const char quote = text[begin];
  const auto is_special = [&](char c) {
    return c == quote || c == '\n' || (c == '\\' && quote == '"');
  };
  Scalar scalar;
  std::string& value = scalar.value;
  std::size_t kept = 0;  // Blanks before this are no blanks at the end of a line.
  for (std::size_t at = begin + 1; at < text.size();) {
    std::size_t run_end = at;
    while (run_end < text.size() && !is_special(text[run_end])) ++run_end;
    value += text.substr(at, run_end - at);
    at = run_end;
    if (at == text.size()) break;
    if (text[at] == '\'' && is_at(text, at + 1, '\'')) {
      value += '\'';
      at += 2;
    } else if (text[at] == quote) {
      scalar.end = at + 1;
      return scalar;
    } else if (text[at] == '\n' || is_at(text, at + 1, '\n')) {
      const bool is_escaped = text[at] == '\\';
      if (is_escaped) {
        ++at;
      } else {
        while (value.size() > kept && is_blank(value.back())) value.pop_back();
      }
      const std::size_t empty_lines = skip_breaks(text, at);
      if (at == text.size() || begins_document(text, at)) return std::nullopt;
      // Of line breaks at the end yaml-cpp keeps one.
      const bool is_last = text[at] == quote && empty_lines != 0;
      if (is_last && (empty_lines > 1 || value.empty() || value.back() == '\n'))
        return std::nullopt;
      if (!is_escaped || empty_lines != 0) append_fold(value, empty_lines);
    } else if (!read_escape(text, at, value)) {
      return std::nullopt;
    }
    kept = value.size();
  }
  return std::nullopt;
}

std::optional<Scalar> read_block_scalar(std::string_view text, std::size_t begin,
                                        std::size_t least_column) {
  const bool is_folded = text[begin] == '>';
  std::size_t at = begin + 1;
  Chomping chomping = Chomping::clip;
  if (is_at(text, at, '-') || is_at(text, at, '+')) {
    chomping = text[at] == '-' ? Chomping::strip : Chomping::keep;
    ++at;
  }
  at = skip_spaces(text, at);
  if (!is_at(text, at, '\n')) return std::nullopt;

  std::optional<std::size_t> indent;  // Of the first line that is not empty.
  std::size_t widest_empty = 0;       // The same of the empty lines before it.
  BlockValue value(is_folded);
  for (++at; at < text.size();) {
    const std::size_t first = skip_spaces(text, at);
    const std::size_t column = first - at;
    const std::size_t end = line_end(text, first);
    if (first == text.size() || text[first] == '\t') return std::nullopt;
    const bool is_empty = first == end;
    if (!indent) {
      if (is_empty) {
        widest_empty = std::max(widest_empty, column);
      } else {
        if (column < least_column) return Scalar{value.take(chomping, false), at};
        if (column < widest_empty) return std::nullopt;
        indent = column;
      }
    }
    if (!is_empty && column < *indent) break;
    if (is_empty && (!indent || column <= *indent)) {
      value.add_empty_line();
    } else {
      value.add(text.substr(at + *indent, end - at - *indent));
    }
    at = std::min(end + 1, text.size());
  }
  if (!indent) return std::nullopt;
  return Scalar{value.take(chomping, text[at - 1] == '\n'), at};
}

}  // namespace bindery::document
