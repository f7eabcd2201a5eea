// Reading, writing and following of JSON pointers (RFC 6901).
// Must not follow references.
#include "document/pointer.hpp"

#include <utility>

namespace bindery::document {
namespace {

/// The value of a hexadecimal digit, or -1.
int hexadecimal_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::optional<std::string> percent_decode(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      decoded += text[i];
      continue;
    }
    if (text.size() - i < 3) return std::nullopt;
    const int high = hexadecimal_value(text[i + 1]);
    const int low = hexadecimal_value(text[i + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    decoded += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return decoded;
}

std::optional<std::string> unescape_token(std::string_view token) {
  std::string plain;
  for (std::size_t i = 0; i < token.size(); ++i) {
    if (token[i] != '~') {
      plain += token[i];
      continue;
    }
    ++i;
    if (i == token.size() || (token[i] != '0' && token[i] != '1')) return std::nullopt;
    plain += token[i] == '0' ? '~' : '/';
  }
  return plain;
}

/// An array index (RFC 6901 4): digits without a leading zero.
std::optional<std::size_t> index_of(std::string_view token) {
  if (token.empty() || token.size() > 9) return std::nullopt;
  if (token.size() > 1 && token.front() == '0') return std::nullopt;
  std::size_t index = 0;
  for (const char c : token) {
    if (c < '0' || c > '9') return std::nullopt;
    index = index * 10 + static_cast<std::size_t>(c - '0');
  }
  return index;
}

}  // namespace

std::optional<Pointer> Pointer::parse(std::string_view text) {
  std::string decoded;
  if (!text.empty() && text.front() == '#') {
    auto fragment = percent_decode(text.substr(1));
    if (!fragment) return std::nullopt;
    decoded = std::move(*fragment);
    text = decoded;
  }
  std::vector<std::string> tokens;
  while (!text.empty()) {
    if (text.front() != '/') return std::nullopt;
    text.remove_prefix(1);
    const std::string_view token = text.substr(0, text.find('/'));
    auto plain = unescape_token(token);
    if (!plain) return std::nullopt;
    tokens.push_back(std::move(*plain));
    text.remove_prefix(token.size());
  }
  return Pointer(std::move(tokens));
}

Pointer Pointer::operator/(std::string_view token) const {
  Pointer longer = *this;
  longer.tokens_.emplace_back(token);
  return longer;
}

Pointer Pointer::operator/(std::size_t index) const { return *this / std::to_string(index); }

std::string Pointer::to_string() const {
  std::string text = "#";
  for (const std::string& token : tokens_) {
    text += '/';
    text += escape_token(token);
  }
  return text;
}

const Node* resolve(const Node& root, const Pointer& pointer) {
  const Node* node = &root;
  for (const std::string& token : pointer.tokens()) {
    if (node->is_sequence()) {
      const auto index = index_of(token);
      if (!index || *index >= node->items.size()) return nullptr;
      node = &node->items[*index];
    } else {
      node = node->find(token);
      if (node == nullptr) return nullptr;
    }
  }
  return node;
}

std::string escape_token(std::string_view token) {
  std::string escaped;
  escaped.reserve(token.size());
  for (const char c : token) {
    if (c == '~') {
      escaped += "~0";
    } else if (c == '/') {
      escaped += "~1";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

}  // namespace bindery::document
