// Scans YAML text that the parser has already accepted, so nothing is checked twice.
// Must not build nodes.
#include "document/yaml_extent.hpp"

#include <algorithm>
#include <array>

namespace bindery::document {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

bool is_flow_indicator(char c) { return c == ',' || c == '[' || c == ']' || c == '{' || c == '}'; }

/// The offset of the first byte that is not blank.
std::size_t skip_white(std::string_view text, std::size_t offset) {
  while (offset < text.size() && is_blank(text[offset])) ++offset;
  return std::min(offset, text.size());
}

std::size_t line_end(std::string_view text, std::size_t offset) {
  return std::min(text.find_first_of("\r\n", std::min(offset, text.size())), text.size());
}

/// The end of a word such as an anchor's name.
std::size_t word_end(std::string_view text, std::size_t offset) {
  while (offset < text.size() && !is_blank(text[offset]) && !is_flow_indicator(text[offset])) {
    ++offset;
  }
  return offset;
}

Extent double_quoted(std::string_view text, std::size_t begin) {
  std::size_t offset = begin + 1;
  while (offset < text.size() && text[offset] != '"') offset += text[offset] == '\\' ? 2 : 1;
  if (offset >= text.size()) return {begin, text.size(), false};
  return {begin, offset + 1};
}

Extent single_quoted(std::string_view text, std::size_t begin) {
  std::size_t offset = begin + 1;
  while (offset < text.size()) {
    if (text[offset] != '\'') {
      ++offset;
    } else if (offset + 1 < text.size() && text[offset + 1] == '\'') {
      offset += 2;
    } else {
      return {begin, offset + 1};
    }
  }
  return {begin, text.size(), false};
}

/// Folding changes only white space, so the visible characters of a plain or block scalar stand in
/// the text in the order of the value. The end of the last of them.
std::size_t visible_end(std::string_view text, std::size_t begin, std::string_view value) {
  if (text.substr(begin, value.size()) == value) return begin + value.size();
  std::size_t offset = begin;
  std::size_t end = begin;
  for (const char c : value) {
    if (is_blank(c)) continue;
    offset = skip_white(text, offset);
    if (offset == text.size() || text[offset] != c) break;
    end = ++offset;
  }
  return end;
}

/// The length of the `null` written at `offset`, 0 when there is none.
std::size_t null_size(std::string_view text, std::size_t offset) {
  constexpr std::array<std::string_view, 4> words{"null", "Null", "NULL", "~"};
  for (const std::string_view word : words) {
    if (text.substr(offset, word.size()) != word) continue;
    const std::size_t end = offset + word.size();
    if (end == text.size() || is_blank(text[end]) || is_flow_indicator(text[end]) ||
        text[end] == ':') {
      return word.size();
    }
  }
  return 0;
}

/// True when a `:` makes what ends at `offset` a key. Only on the same line, as YAML demands.
bool is_followed_by_colon(std::string_view text, std::size_t offset) {
  offset = std::min(text.find_first_not_of(" \t", offset), text.size());
  return offset < text.size() && text[offset] == ':' &&
         (offset + 1 == text.size() || is_blank(text[offset + 1]));
}

}  // namespace

std::size_t skip_blank(std::string_view text, std::size_t offset) {
  while (true) {
    offset = skip_white(text, offset);
    if (offset == text.size() || text[offset] != '#') return offset;
    offset = line_end(text, offset);
  }
}

std::size_t skip_properties(std::string_view text, std::size_t offset) {
  while (offset < text.size() && (text[offset] == '!' || text[offset] == '&')) {
    const bool verbatim = text.substr(offset, 2) == "!<";
    offset =
        verbatim ? std::min(text.find('>', offset), text.size() - 1) + 1 : word_end(text, offset);
    offset = skip_blank(text, offset);
  }
  return offset;
}

Extent scalar_extent(std::string_view text, std::size_t begin, std::string_view value) {
  if (begin >= text.size()) return {text.size(), text.size()};
  switch (text[begin]) {
    case '"':
      return double_quoted(text, begin);
    case '\'':
      return single_quoted(text, begin);
    case '|':
    case '>': {
      const std::size_t header = line_end(text, begin);
      const std::size_t end = visible_end(text, header, value);
      return {begin, end};
    }
    default:
      return {begin, visible_end(text, begin, value)};
  }
}

Extent alias_extent(std::string_view text, std::size_t begin) {
  return {begin, word_end(text, begin)};
}

Extent null_extent(std::string_view text, std::size_t mark, std::size_t cursor, bool is_key) {
  const std::size_t written = skip_properties(text, std::min(mark, text.size()));
  const std::size_t size = null_size(text, written);
  if (size != 0 && written >= cursor && (is_key || !is_followed_by_colon(text, written + size))) {
    return {written, written + size};
  }
  std::size_t place = std::min(cursor, text.size());
  if (!is_key) {
    const std::size_t next = skip_blank(text, place);
    if (next < text.size() && (text[next] == ':' || text[next] == '-')) place = next + 1;
  }
  return {place, place};
}

std::size_t flow_end(std::string_view text, std::size_t cursor, char bracket) {
  std::size_t offset = skip_blank(text, cursor);
  while (offset < text.size() && (text[offset] == ',' || text[offset] == ':')) {
    offset = skip_blank(text, offset + 1);
  }
  return offset < text.size() && text[offset] == bracket ? offset + 1 : cursor;
}

}  // namespace bindery::document
