// What is taken out of a text so that it stays in its comment, and where its lines break.
// Must not look at more than one line at a time.
#include "cpp/comment.hpp"

#include <algorithm>
#include <cstdint>

#include "source/utf8.hpp"

namespace bindery::cpp {
namespace {

constexpr std::size_t longest_indent = 24;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Characters that are not seen, or that change how others are seen (Unicode Cf, Zl, Zp, C0, C1).
bool is_invisible(char32_t value) {
  return value < 0x20 || (value >= 0x7f && value <= 0x9f) || value == 0xad || value == 0x61c ||
         value == 0x180e || (value >= 0x200b && value <= 0x200f) ||
         (value >= 0x2028 && value <= 0x202e) || (value >= 0x2060 && value <= 0x206f) ||
         value == 0xfeff || (value >= 0xfff9 && value <= 0xfffb) ||
         (value >= 0xe0000 && value <= 0xe0fff);
}

void append_spelled(std::string& line, char32_t value, bool is_character) {
  std::string digits;
  for (std::uint32_t rest = value; rest != 0 || digits.size() < (is_character ? 4u : 2u);
       rest >>= 4) {
    digits.insert(digits.begin(), "0123456789ABCDEF"[rest & 0xf]);
  }
  line += is_character ? "<U+" : "<0x";
  line += digits;
  line += '>';
}

// Characters that are what they are wherever they stand.
bool is_always_harmless(char c) {
  return c >= 0x20 && c < 0x7f && c != '`' && c != '\\' && c != '@' && c != '?';
}

// One line of a document, harmless but not wrapped. Code between backquotes stays as it is where a
// compiler does not care.
std::string harmless(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  bool in_code = false;
  for (std::size_t index = 0; index < text.size();) {
    std::size_t run_end = index;
    while (run_end < text.size() && is_always_harmless(text[run_end])) ++run_end;
    line += text.substr(index, run_end - index);
    index = run_end;
    if (index == text.size()) break;
    const source::CodePoint point = source::code_point_at(text, index);
    const char c = text[index];
    const char next = index + 1 < text.size() ? text[index + 1] : ' ';
    if (c == '`') in_code = !in_code;
    if (c == '\t') {
      line += ' ';
    } else if (!point.valid) {
      append_spelled(line, point.value, false);
    } else if (is_invisible(point.value)) {
      append_spelled(line, point.value, true);
    } else if (c == '\\' && (next == ' ' || next == '\t')) {
      line += "&#92;";  // Lines are broken at spaces; ending in a backslash it would join the next.
    } else if (c == '\\' && is_letter(next) && !in_code) {
      line += "\\\\";
    } else if (c == '@' && is_letter(next) && !in_code && (line.empty() || line.back() == ' ')) {
      line += "\\@";
    } else if (c == '?' && !line.empty() && line.back() == '?') {
      line += " ?";
    } else {
      line += text.substr(index, point.size);
    }
    index += point.size;
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

std::size_t columns_of(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += source::is_continuation_byte(c) ? 0 : 1;
  return count;
}

// Columns that further lines of a list entry stand under.
std::size_t hanging_indent(std::string_view line, std::size_t indent) {
  const std::string_view rest = line.substr(indent);
  if (rest.substr(0, 2) == "- " || rest.substr(0, 2) == "* ") return indent + 2;
  return indent;
}

// A short piece of code between backquotes is one word, spaces and all.
std::size_t end_of_span(std::string_view line, std::size_t begin, std::size_t end) {
  constexpr std::size_t longest_span = 60;
  const std::size_t open = line.substr(0, end).find('`', begin);
  if (open == std::string_view::npos) return end;
  const std::size_t close = line.find('`', open + 1);
  if (close == std::string_view::npos || close < end || close - begin > longest_span) return end;
  const std::size_t after = line.find(' ', close);
  return after == std::string_view::npos ? line.size() : after;
}

void wrap(std::string_view line, std::size_t columns, std::vector<std::string>& lines) {
  std::size_t spaces = line.find_first_not_of(' ');
  if (spaces == std::string_view::npos) spaces = line.size();
  const std::size_t indent = spaces < longest_indent ? spaces : longest_indent;
  const std::size_t hang = hanging_indent(line, spaces) - spaces + indent;
  std::string current(indent, ' ');
  std::size_t width = indent;
  bool has_word = false;
  for (std::size_t begin = spaces; begin < line.size();) {
    if (!has_word) current.reserve(std::min(columns, width + line.size() - begin));
    std::size_t end = line.find(' ', begin);
    if (end == std::string_view::npos) end = line.size();
    end = end_of_span(line, begin, end);
    const std::string_view word = line.substr(begin, end - begin);
    const std::size_t word_width = columns_of(word);
    if (has_word && width + 1 + word_width > columns) {
      lines.push_back(std::move(current));
      current.assign(hang, ' ');
      width = hang;
      has_word = false;
    }
    if (has_word) {
      current += ' ';
      ++width;
    }
    current += word;
    width += word_width;
    has_word = true;
    begin = line.find_first_not_of(' ', end);
    if (begin == std::string_view::npos) break;
  }
  lines.push_back(std::move(current));
}

}  // namespace

std::vector<std::string> comment_lines(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines;
  bool wants_blank = false;
  for (std::size_t begin = 0; begin <= text.size();) {
    std::size_t end = begin;
    while (end < text.size() && text[end] != '\r' && text[end] != '\n') ++end;
    const std::string line = harmless(text.substr(begin, end - begin));
    if (line.empty()) {
      wants_blank = !lines.empty();
    } else {
      if (wants_blank) lines.emplace_back();
      wants_blank = false;
      wrap(line, columns, lines);
    }
    const bool is_crlf = text.substr(end, 2) == "\r\n";
    begin = end + (is_crlf ? 2 : 1);
  }
  return lines;
}

std::string comment_text(std::string_view text) {
  std::string result;
  for (const std::string& line : comment_lines(text, text.size() * 8 + 1)) {
    const std::size_t begin = line.find_first_not_of(' ');
    if (begin == std::string::npos) continue;
    if (!result.empty()) result += ' ';
    result += line.substr(begin);
  }
  return result;
}

std::string code_span(std::string_view text) {
  std::string span = comment_text(text);
  for (char& c : span) {
    if (c == '`') c = '\'';
  }
  return "`" + span + "`";
}

}  // namespace bindery::cpp
