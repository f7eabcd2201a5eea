// String and number literals, and folding of code that is too long for a line.
// Must stay the only place that escapes for C++ code.
#include "cpp/literal.hpp"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <vector>

namespace bindery::cpp {
namespace {

void append_octal(std::string& literal, unsigned char byte) {
  literal += '\\';
  literal += static_cast<char>('0' + (byte >> 6));
  literal += static_cast<char>('0' + ((byte >> 3) & 7));
  literal += static_cast<char>('0' + (byte & 7));
}

// End of the string literal or single character at `index`.
std::size_t token_end(std::string_view text, std::size_t index) {
  if (text[index] != '"') return index + 1;
  for (++index; index < text.size() && text[index] != '"'; ++index) {
    if (text[index] == '\\') ++index;
  }
  return index < text.size() ? index + 1 : text.size();
}

// Cuts `text` behind spaces, and behind `<` too when `in_types`.
std::vector<std::string_view> pieces_of(std::string_view text, bool in_types) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  for (std::size_t index = 0; index < text.size();) {
    const char c = text[index];
    index = token_end(text, index);
    if (c == ' ' || (in_types && c == '<') || index == text.size()) {
      pieces.push_back(text.substr(begin, index - begin));
      begin = index;
    }
  }
  return pieces;
}

std::size_t width(std::string_view piece) {
  return piece.size() - (!piece.empty() && piece.back() == ' ' ? 1 : 0);
}

}  // namespace

std::string string_literal(std::string_view text) {
  std::string literal;
  literal.reserve(text.size() + 2);
  literal += '"';
  bool holds_nul = false;
  for (std::size_t index = 0; index < text.size(); ++index) {
    const char c = text[index];
    if (c == '"' || c == '\\') {
      literal += '\\';
      literal += c;
    } else if (c == '?' && index > 0 && text[index - 1] == '?') {
      literal += "\\?";
    } else if (c == '\n') {
      literal += "\\n";
    } else if (c == '\t') {
      literal += "\\t";
    } else if (c < 0x20 || c > 0x7e) {
      append_octal(literal, static_cast<unsigned char>(c));
      holds_nul = holds_nul || c == '\0';
    } else {
      literal += c;
    }
  }
  literal += '"';
  if (!holds_nul) return literal;
  return "std::string_view(" + literal + ", " + std::to_string(text.size()) + ")";
}

std::optional<long long> as_integer(std::string_view number) {
  long long integer = 0;
  const char* end = number.data() + number.size();
  if (const auto [rest, error] = std::from_chars(number.data(), end, integer);
      error == std::errc() && rest == end) {
    return integer;
  }
  // With a fraction or an exponent: exact as long as a double is.
  constexpr double largest_exact = 9007199254740992.0;
  const std::string text(number);
  char* rest = nullptr;
  const double value = std::strtod(text.c_str(), &rest);
  if (text.empty() || *rest != '\0' || !(std::fabs(value) <= largest_exact)) return std::nullopt;
  if (std::floor(value) != value) return std::nullopt;
  return static_cast<long long>(value);
}

std::string integer_literal(long long value) {
  if (value == std::numeric_limits<long long>::min()) return "(-9223372036854775807 - 1)";
  return std::to_string(value);
}

std::string double_literal(std::string_view number) {
  const std::string text(number);
  const double value = std::strtod(text.c_str(), nullptr);
  if (std::isinf(value)) return value > 0 ? "1.7976931348623157e308" : "-1.7976931348623157e308";
  if (value == 0) return std::signbit(value) ? "-0.0" : "0.0";
  char digits[32];
  const auto [end, error] = std::to_chars(digits, digits + sizeof digits, value);
  std::string literal(digits, end);
  if (literal.find_first_of(".e") == std::string::npos) literal += ".0";
  return literal;
}

std::string folded(std::string_view text, std::size_t column, std::size_t indent,
                   std::size_t added) {
  if (column + text.size() <= max_columns) return std::string(text);
  std::string result;
  bool line_is_empty = true;
  auto append = [&](std::string_view piece) {
    if (!line_is_empty && column + width(piece) > max_columns) {
      while (!result.empty() && result.back() == ' ') result.pop_back();
      result += '\n';
      result.append(indent - added, ' ');
      column = indent;
    }
    result += piece;
    column += piece.size();
    line_is_empty = false;
  };
  for (const std::string_view piece : pieces_of(text, false)) {
    if (indent + width(piece) <= max_columns) {
      append(piece);
    } else {
      for (const std::string_view part : pieces_of(piece, true)) append(part);
    }
  }
  return result;
}

}  // namespace bindery::cpp
