// SPDX-License-Identifier: MIT-0
// Patterns of documents (ECMA-262, flag u) in the syntax of RE2, where both can say the same.
// Must not match anything, nor include RE2.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace bindery {
inline namespace v1 {

/// A pattern in RE2's syntax, or why there is none.
struct Re2Pattern {
  std::string text{};
  /// Empty when `text` is the pattern.
  std::string problem{};
};

namespace detail {

/// Rewrites one pattern from front to back; what both dialects share is copied.
class EcmaTranslator {
 public:
  explicit EcmaTranslator(std::string_view pattern) : rest_(pattern) {}

  Re2Pattern translate() {
    while (!rest_.empty() && out_.problem.empty()) {
      const char c = take();
      if (c == '\\') {
        escape(false);
      } else if (c == '[') {
        character_class();
      } else if (c == '(') {
        group();
      } else if (c == '.') {
        out_.text += "[^\\n\\r\\x{2028}\\x{2029}]";  // RE2's dot stops at \n alone
      } else {
        out_.text += c;
      }
    }
    return std::move(out_);
  }

 private:
  // What \s means (ECMA-262 12.2 and 12.3), RE2's being ASCII; and all the rest.
  static constexpr std::string_view spaces =
      "\\t-\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}"
      "\\x{feff}";
  static constexpr std::string_view others =
      "\\x{0}-\\x{8}\\x{e}-\\x{1f}!-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}"
      "\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}"
      "\\x{ff00}-\\x{10ffff}";

  char take() {
    const char c = rest_.front();
    rest_.remove_prefix(1);
    return c;
  }
  bool take(std::string_view text) {
    if (rest_.substr(0, text.size()) != text) return false;
    rest_.remove_prefix(text.size());
    return true;
  }
  void refuse(std::string problem) {
    if (out_.problem.empty()) out_.problem = std::move(problem);
  }

  void group() {
    for (const std::string_view look : {"?=", "?!", "?<=", "?<!"}) {
      if (rest_.substr(0, look.size()) == look) {
        return refuse(std::string("looks around with (").append(look));
      }
    }
    out_.text += '(';
    // Without references to it, a name says nothing.
    if (take("?<")) rest_.remove_prefix(rest_.find('>') < rest_.size() ? rest_.find('>') + 1 : 0);
  }

  void character_class() {
    const bool is_negated = take("^");
    if (take("]")) {
      // RE2 would take the bracket for a member.
      out_.text += is_negated ? "[\\x{0}-\\x{10ffff}]" : "[^\\x{0}-\\x{10ffff}]";
      return;
    }
    out_.text += is_negated ? "[^" : "[";
    while (!rest_.empty() && out_.problem.empty()) {
      const char c = take();
      if (c == '\\') {
        escape(true);
      } else if (c == '[') {
        out_.text += "\\[";  // RE2 knows [:alpha:], ECMA-262 does not
      } else {
        out_.text += c;
        if (c == ']') return;
      }
    }
  }

  void escape(bool in_class) {
    if (rest_.empty()) return refuse("ends in a backslash");
    const char c = take();
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c == 's' || c == 'S') return space(c == 's', in_class);
    if (c == 'b' && in_class) return code_point(8);
    if (c == 'u') return unicode();
    if (c == 'x') return code_point_or_refuse(hex(2));
    if (c == 'c') return control();
    if (c == 'p' || c == 'P') return property(c);
    if (c == '0' && (rest_.empty() || !is_digit_character(rest_.front()))) return code_point(0);
    const bool is_boundary = !in_class && (c == 'b' || c == 'B');
    if (is_boundary || std::string_view("dDwWtnvfr").find(c) != std::string_view::npos) {
      out_.text.append("\\").append(1, c);
    } else if (is_digit_character(c) || c == 'k') {
      refuse("refers back to a group");
    } else if (is_letter) {
      refuse(std::string("has the escape \\").append(1, c));
    } else {
      const bool is_plain = c == '_' || c == ' ' || static_cast<unsigned char>(c) >= 0x80u;
      if (!is_plain) out_.text += '\\';
      out_.text += c;
    }
  }

  void space(bool is_space, bool in_class) {
    if (in_class) {
      out_.text.append(is_space ? spaces : others);
    } else {
      out_.text.append(is_space ? "[" : "[^").append(spaces).append("]");
    }
  }

  void property(char c) {
    out_.text.append("\\").append(1, c);
    if (!take("{")) return;
    out_.text += '{';
    static_cast<void>(take("Script=") || take("sc=") || take("General_Category=") || take("gc="));
  }

  void control() {
    const char c = rest_.empty() ? '\0' : take();
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!is_letter) return refuse("has \\c without a letter");
    code_point(static_cast<std::uint32_t>(c) % 32);
  }

  // `\u0041`, `\u{1F600}` or a pair of surrogates.
  void unicode() {
    if (take("{")) {
      std::uint32_t value = 0;
      std::size_t digits = 0;
      for (; value <= 0x10ffff && !rest_.empty() && hex_digit(rest_.front()); ++digits) {
        value = value * 16 + *hex_digit(take());
      }
      if (digits == 0 || value > 0x10ffff || !take("}")) return refuse("has a broken \\u{}");
      return code_point_or_refuse(value);
    }
    std::optional<std::uint32_t> value = hex(4);
    if (value && *value >= 0xd800 && *value < 0xdc00 && take("\\u")) {
      const std::optional<std::uint32_t> low = hex(4);
      if (!low || *low < 0xdc00 || *low > 0xdfff) return refuse("has half a surrogate pair");
      value = 0x10000 + (*value - 0xd800) * 0x400 + (*low - 0xdc00);
    }
    code_point_or_refuse(value);
  }

  void code_point_or_refuse(std::optional<std::uint32_t> value) {
    if (!value) return refuse("has an escape without its digits");
    if (*value >= 0xd800 && *value <= 0xdfff) return refuse("has half a surrogate pair");
    code_point(*value);
  }

  void code_point(std::uint32_t value) {
    constexpr char digits[] = "0123456789abcdef";
    out_.text += "\\x{";
    bool is_leading = true;
    for (int shift = 20; shift >= 0; shift -= 4) {
      const std::uint32_t digit = value >> shift & 15u;
      is_leading = is_leading && digit == 0 && shift > 0;
      if (!is_leading) out_.text += digits[digit];
    }
    out_.text += '}';
  }

  std::optional<std::uint32_t> hex(std::size_t count) {
    if (rest_.size() < count) return std::nullopt;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::optional<std::uint32_t> digit = hex_digit(take());
      if (!digit) return std::nullopt;
      value = value * 16 + *digit;
    }
    return value;
  }

  static bool is_digit_character(char c) { return c >= '0' && c <= '9'; }
  static std::optional<std::uint32_t> hex_digit(char c) {
    if (is_digit_character(c)) return static_cast<std::uint32_t>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<std::uint32_t>(c - 'a' + 10);
    if (c >= 'A' && c <= 'F') return static_cast<std::uint32_t>(c - 'A' + 10);
    return std::nullopt;
  }

  std::string_view rest_;
  Re2Pattern out_{};
};

}  // namespace detail

/// The pattern as RE2 writes it. What RE2 cannot do (looking around, references back) is a
/// problem; so is what means one thing in ECMA-262 and another elsewhere (`\Z`).
inline Re2Pattern to_re2_pattern(std::string_view ecma_pattern) {
  return detail::EcmaTranslator(ecma_pattern).translate();
}

}  // namespace v1
}  // namespace bindery
