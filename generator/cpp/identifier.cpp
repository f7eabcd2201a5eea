// Splitting into words, joining them, guarding the result.
// Must not depend on locale: only ASCII letters are letters here.
#include "cpp/identifier.hpp"

#include <cstdint>

#include "cpp/reserved_words.hpp"
#include "source/utf8.hpp"

namespace bindery::cpp {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) { return is_lower(c) || is_upper(c) || is_digit(c); }
char to_lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
char to_upper(char c) { return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; }

struct Sign {
  char character;
  std::string_view word;
  bool separates;  // Between words it only parts them.
};

constexpr Sign signs[] = {
    {' ', "Space", true},      {'!', "Not", false},         {'"', "Quote", true},
    {'#', "Hash", false},      {'$', "Dollar", false},      {'%', "Percent", false},
    {'&', "And", false},       {'\'', "Apostrophe", true},  {'(', "OpenParen", true},
    {')', "CloseParen", true}, {'*', "Star", false},        {'+', "Plus", false},
    {',', "Comma", true},      {'-', "Minus", true},        {'.', "Dot", true},
    {'/', "Slash", true},      {':', "Colon", true},        {';', "Semicolon", true},
    {'<', "Less", false},      {'=', "Equal", false},       {'>', "Greater", false},
    {'?', "Question", false},  {'@', "At", false},          {'[', "OpenBracket", true},
    {'\\', "Backslash", true}, {']', "CloseBracket", true}, {'^', "Caret", false},
    {'_', "Underscore", true}, {'`', "Backquote", true},    {'{', "OpenBrace", true},
    {'|', "Or", false},        {'}', "CloseBrace", true},   {'~', "Tilde", false},
};

const Sign* find_sign(char c) {
  for (const Sign& sign : signs) {
    if (sign.character == c) return &sign;
  }
  return nullptr;
}

std::string hexadecimal(std::uint64_t value, std::size_t digits) {
  std::string text(digits, '0');
  for (std::size_t index = digits; index-- > 0; value >>= 4) {
    text[index] = "0123456789abcdef"[value & 0xf];
  }
  return text;
}

std::string code_point_word(char32_t value) {
  return "U" + hexadecimal(value, value > 0xffff ? (value > 0xfffff ? 6 : 5) : 4);
}

// True when a word begins at `index`, which stands inside a run of letters and digits.
bool begins_word(std::string_view text, std::size_t index) {
  const char before = text[index - 1];
  const char here = text[index];
  if (!is_upper(here)) return false;
  if (!is_upper(before)) return true;
  // The last capital of a run begins the next word, but for a plural: `APIKey`, `IDs`.
  const bool next_is_lower = index + 1 < text.size() && is_lower(text[index + 1]);
  if (!next_is_lower) return false;
  const bool is_plural =
      text[index + 1] == 's' && (index + 2 == text.size() || !is_lower(text[index + 2]));
  return !is_plural;
}

// Appends the words of letters and digits in `run`.
void split_run(std::string_view run, std::vector<std::string>& words) {
  std::size_t begin = 0;
  for (std::size_t index = 1; index <= run.size(); ++index) {
    if (index == run.size() || begins_word(run, index)) {
      words.emplace_back(run.substr(begin, index - begin));
      begin = index;
    }
  }
}

bool holds_word(std::string_view text) {
  for (const char c : text) {
    if (is_word(c) || static_cast<unsigned char>(c) >= 0x80) return true;
  }
  return false;
}

std::string lowered(std::string_view word) {
  std::string result(word);
  for (char& c : result) c = to_lower(c);
  return result;
}

std::string capitalised(std::string_view word) {
  std::string result = lowered(word);
  if (!result.empty()) result.front() = to_upper(result.front());
  return result;
}

std::string with_digit_guard(std::string name) {
  return !name.empty() && is_digit(name.front()) ? "_" + name : name;
}

}  // namespace

std::vector<std::string> split_words(std::string_view text) {
  constexpr std::size_t common_count = 4;
  std::vector<std::string> words;
  words.reserve(common_count);
  const bool spell_all = !holds_word(text);
  for (std::size_t index = 0; index < text.size();) {
    const char c = text[index];
    if (is_word(c)) {
      std::size_t end = index;
      while (end < text.size() && is_word(text[end])) ++end;
      split_run(text.substr(index, end - index), words);
      index = end;
      continue;
    }
    if (const Sign* sign = find_sign(c)) {
      const bool leads = index == 0 && (c == '-' || c == '+');
      if (spell_all || leads || !sign->separates) words.emplace_back(sign->word);
      ++index;
      continue;
    }
    const source::CodePoint point = source::code_point_at(text, index);
    words.push_back(code_point_word(point.value));
    index += point.size;
  }
  return words;
}

std::string pascal_words(std::string_view text) {
  std::string result;
  for (const std::string& word : split_words(text)) {
    if (!result.empty() && is_digit(result.back()) && is_digit(word.front())) result += '_';
    result += capitalised(word);
  }
  return result.empty() ? "Empty" : result;
}

std::string pascal_identifier(std::string_view text) {
  return guarded(with_digit_guard(pascal_words(text)));
}

std::string snake_identifier(std::string_view text) {
  std::string result;
  for (const std::string& word : split_words(text)) {
    if (!result.empty()) result += '_';
    result += lowered(word);
  }
  if (result.empty()) result = "empty";
  return guarded(with_digit_guard(std::move(result)));
}

std::string type_identifier(std::string_view text) {
  if (!text.empty() && is_upper(text.front()) && text.size() <= max_identifier_length &&
      is_usable_identifier(text)) {
    return std::string(text);
  }
  return pascal_identifier(text);
}

bool is_usable_identifier(std::string_view name) {
  if (name.empty() || is_digit(name.front())) return false;
  for (const char c : name) {
    if (!is_word(c) && c != '_') return false;
  }
  if (name.find("__") != std::string_view::npos) return false;
  if (name.size() > 1 && name.front() == '_' && is_upper(name[1])) return false;
  return !is_reserved_word(name);
}

std::string guarded(std::string name) {
  constexpr std::size_t hash_digits = 8;
  if (name.size() > max_identifier_length) {
    const std::string suffix = stable_suffix(name, hash_digits);
    name.resize(max_identifier_length - hash_digits - 1);
    while (name.back() == '_') name.pop_back();
    name += "_" + suffix;
  }
  if (name.empty() || is_reserved_word(name)) name += '_';
  return name;
}

std::string stable_suffix(std::string_view text, std::size_t digits) {
  std::uint64_t hash = 0xcbf29ce484222325u;  // FNV-1a, 64 bits.
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3u;
  }
  hash ^= hash >> 32;  // The low digits of short texts would differ little.
  return hexadecimal(hash, digits);
}

}  // namespace bindery::cpp
