// Lines, keys and nesting; block_yaml_scalar.hpp reads what they hold.
// Must give up rather than guess.
#include "document/block_yaml.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "document/block_yaml_scalar.hpp"
#include "document/core_schema.hpp"
#include "document/tree_builder.hpp"
#include "document/yaml_extent.hpp"

namespace bindery::document {
namespace {

/// Thrown from wherever something is left to yaml-cpp.
struct Unusual {};

/// yaml-cpp has a limit of its own, which it reports.
constexpr std::size_t most_levels = 200;

bool is_word_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '$' || c == '/';
}

class BlockReader {
 public:
  explicit BlockReader(const SpanText& text) : text_(&text), all_(text.text()) {}

  std::optional<Node> read() {
    find_line(0);
    if (all_.substr(at_, 4) == "---\n") find_line(at_ + 4);
    if (is_at_end() || column_ != 0 || !key_at(at_)) throw Unusual{};
    mapping(0);
    if (!is_at_end() || diagnostics_.has_errors()) throw Unusual{};
    return builder_.take();
  }

 private:
  struct Key {
    Scalar scalar;
    std::size_t colon;
  };

  bool is_at_end() const { return at_ == all_.size(); }
  char character(std::size_t offset) const { return offset < all_.size() ? all_[offset] : '\n'; }
  bool ends_word(std::size_t offset) const {
    return character(offset) == ' ' || character(offset) == '\n';
  }
  bool is_at_dash() const { return all_[at_] == '-' && ends_word(at_ + 1); }

  std::size_t skip_spaces(std::size_t offset) const {
    while (offset < all_.size() && all_[offset] == ' ') ++offset;
    return offset;
  }

  /// Goes to the first line from `offset`, the beginning of one, that holds more than a comment.
  void find_line(std::size_t offset) {
    while (true) {
      line_begin_ = offset;
      at_ = skip_spaces(offset);
      column_ = at_ - line_begin_;
      if (is_at_end()) return;
      if (all_[at_] != '\n' && all_[at_] != '#') break;
      offset = std::min(all_.find('\n', at_), all_.size() - 1) + 1;
    }
    const std::string_view three = all_.substr(at_, 3);
    if (all_[at_] == '\t') throw Unusual{};
    // The mark before the first document is the only one that is common.
    if (column_ == 0 && (three == "..." || (three == "---" && builder_.level() != 0))) {
      throw Unusual{};
    }
  }

  /// Whether there is nothing but a comment in the rest of the line.
  bool ends_line(std::size_t offset) const {
    const std::size_t next = skip_spaces(offset);
    return character(next) == '\n' || (all_[next] == '#' && next != offset);
  }

  void end_line(std::size_t offset) {
    if (!ends_line(offset)) throw Unusual{};
    find_line(std::min(all_.find('\n', offset), all_.size() - 1) + 1);
  }

  static Scalar required(std::optional<Scalar> scalar) {
    if (!scalar) throw Unusual{};
    return std::move(*scalar);
  }

  bool begins_plain(std::size_t offset) const {
    constexpr std::string_view indicators = ",[]{}#&*!|>'\"%@`?:\t\n";
    if (all_[offset] == '-') return !ends_word(offset + 1);
    return indicators.find(all_[offset]) == std::string_view::npos;
  }

  /// The key at `offset` and its colon, if it is one.
  std::optional<Key> key_at(std::size_t offset) const {
    if (all_[offset] == '"' || all_[offset] == '\'') {
      Scalar quoted = required(read_quoted_scalar(all_, offset));
      const std::size_t colon = quoted.end;
      if (character(colon) != ':' || !ends_word(colon + 1)) return std::nullopt;
      if (all_.substr(offset, colon - offset).find('\n') != std::string_view::npos) throw Unusual{};
      return Key{std::move(quoted), colon};
    }
    if (!begins_plain(offset)) return std::nullopt;
    for (std::size_t at = offset; at < all_.size() && all_[at] != '\n'; ++at) {
      if (all_[at] == '\t') throw Unusual{};
      if (all_[at] == '#' && all_[at - 1] == ' ') return std::nullopt;
      if (all_[at] != ':' || !ends_word(at + 1)) continue;
      const std::string_view name = all_.substr(offset, at - offset);
      if (name.back() == ' ' || resolve_plain_scalar(name).is_null()) throw Unusual{};
      return Key{{std::string(name), at}, at};
    }
    return std::nullopt;
  }

  void add_key(std::size_t begin, Scalar scalar) {
    builder_.key(std::move(scalar.value), text_->at(begin, scalar.end));
    cursor_ = scalar.end;
  }

  void add(Node node, std::size_t begin, std::size_t end) {
    node.where = text_->at(begin, end);
    builder_.value(std::move(node));
    cursor_ = end;
  }

  void add_text(std::string value, std::size_t begin, std::size_t end) {
    Node node;
    node.kind = Node::Kind::string;
    node.style = Node::Style::quoted;
    node.text = std::move(value);
    add(std::move(node), begin, end);
  }

  void begin(Node::Kind kind) {
    if (builder_.level() == most_levels) throw Unusual{};
    builder_.begin(kind, text_->at(at_, at_ + 1));
    cursor_ = at_;
  }

  void end() { builder_.end(text_->at(cursor_, cursor_).end); }

  void mapping(std::size_t column) {
    begin(Node::Kind::mapping);
    do {
      auto key = key_at(at_);
      if (!key) throw Unusual{};
      add_key(at_, std::move(key->scalar));
      if (!ends_line(key->colon + 1)) {
        at_ = skip_spaces(key->colon + 1);
        scalar_or_flow(column + 1);
      } else {
        end_line(key->colon + 1);
        if (!is_at_end() && column_ == column && is_at_dash()) {
          sequence(column);
        } else {
          value_below(column);
        }
      }
    } while (!is_at_end() && column_ == column);
    if (!is_at_end() && column_ > column) throw Unusual{};
    end();
  }

  void sequence(std::size_t column) {
    begin(Node::Kind::sequence);
    do {
      const std::size_t dash = at_;
      if (ends_line(dash + 1)) {
        end_line(dash + 1);
        value_below(column);
      } else {
        at_ = skip_spaces(dash + 1);
        column_ = at_ - line_begin_;
        value(column + 1);
      }
    } while (!is_at_end() && column_ == column && is_at_dash());
    if (!is_at_end() && column_ > column) throw Unusual{};
    end();
  }

  /// The value of a key or dash that ends its line.
  void value_below(std::size_t column) {
    if (!is_at_end() && column_ > column) return value(column + 1);
    const Extent nothing = null_extent(all_, at_, cursor_, false);
    add(Node{}, nothing.begin, nothing.end);
  }

  void value(std::size_t least_column) {
    if (is_at_dash()) {
      sequence(column_);
    } else if (key_at(at_)) {
      mapping(column_);
    } else {
      scalar_or_flow(least_column);
    }
  }

  void scalar_or_flow(std::size_t least_column) {
    const std::size_t begin = at_;
    switch (all_[begin]) {
      case '"':
      case '\'': {
        Scalar scalar = required(read_quoted_scalar(all_, begin));
        add_text(std::move(scalar.value), begin, scalar.end);
        return end_line(scalar.end);
      }
      case '|':
      case '>': {
        Scalar scalar = required(read_block_scalar(all_, begin, least_column));
        const Extent extent = scalar_extent(all_, begin, scalar.value);
        add_text(std::move(scalar.value), begin, extent.end);
        return find_line(scalar.end);
      }
      case '[':
      case '{':
        flow();
        return end_line(at_);
      default: {
        if (!begins_plain(begin)) throw Unusual{};
        const Scalar scalar = required(read_plain_scalar(all_, begin, least_column));
        add(resolve_plain_scalar(scalar.value), begin, scalar.end);
        return end_line(scalar.end);
      }
    }
  }

  /// A collection in brackets, `at_` its opening one; ends up behind its closing one.
  void flow() {
    const bool is_mapping = all_[at_] == '{';
    const char closing = is_mapping ? '}' : ']';
    begin(is_mapping ? Node::Kind::mapping : Node::Kind::sequence);
    at_ = skip_spaces(at_ + 1);
    while (character(at_) != closing) {
      if (is_mapping) flow_key();
      flow_value();
      at_ = skip_spaces(at_);
      if (character(at_) != ',') break;
      at_ = skip_spaces(at_ + 1);
      if (character(at_) == closing) throw Unusual{};
    }
    if (character(at_) != closing) throw Unusual{};
    cursor_ = ++at_;
    end();
  }

  void flow_key() {
    const std::size_t begin = at_;
    Scalar scalar = flow_scalar();
    if (resolve_plain_scalar(scalar.value).is_null()) throw Unusual{};
    if (character(at_) != ':' || !ends_word(at_ + 1)) throw Unusual{};
    at_ = skip_spaces(at_ + 1);
    add_key(begin, std::move(scalar));
  }

  void flow_value() {
    const std::size_t begin = at_;
    const char first = character(at_);
    if (first == '[' || first == '{') return flow();
    Scalar scalar = flow_scalar();
    if (first == '"' || first == '\'') {
      add_text(std::move(scalar.value), begin, scalar.end);
    } else {
      add(resolve_plain_scalar(scalar.value), begin, scalar.end);
    }
  }

  /// A quoted text of one line, or words of letters that mean nothing anywhere.
  Scalar flow_scalar() {
    const std::size_t begin = at_;
    if (character(at_) == '"' || character(at_) == '\'') {
      Scalar scalar = required(read_quoted_scalar(all_, begin));
      at_ = scalar.end;
      if (all_.substr(begin, at_ - begin).find('\n') != std::string_view::npos) throw Unusual{};
      return scalar;
    }
    if (!is_word_letter(character(at_))) throw Unusual{};
    while (is_word_letter(character(at_)) || character(at_) == '-' || character(at_) == '.') ++at_;
    return {std::string(all_.substr(begin, at_ - begin)), at_};
  }

  const SpanText* text_;
  std::string_view all_;
  diagnostics::Diagnostics diagnostics_;  ///< Of keys given twice, which yaml-cpp reports again.
  TreeBuilder builder_{diagnostics_};
  std::size_t line_begin_ = 0;
  std::size_t at_ = 0;      ///< What is read next.
  std::size_t column_ = 0;  ///< Of `at_`, counted from 0.
  std::size_t cursor_ = 0;  ///< The end of the last piece that was read.
};

}  // namespace

std::optional<Node> read_block_yaml(const SpanText& text) {
  if (text.text().find('\r') != std::string_view::npos) return std::nullopt;
  try {
    return BlockReader(text).read();
  } catch (const Unusual&) {
    return std::nullopt;
  }
}

}  // namespace bindery::document
