// Cuts templates at braces and line ends.
// Must not know sections or shapes.
#include "render/token.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

namespace bindery::render {
namespace {

constexpr std::string_view blanks = " \t";

bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

/// Cuts the text of one file into tokens, in order.
class Tokenizer {
 public:
  Tokenizer(const source::SourceFile& file, diagnostics::Diagnostics& diagnostics)
      : file_(file), text_(file.text), diagnostics_(diagnostics) {}

  std::vector<Token> run() {
    std::size_t position = file_.byte_order_mark_size();
    while (position < text_.size()) {
      const std::size_t open = find_tag(position);
      add_literal(position, open);
      position = open < text_.size() ? read_tag(open) : open;
    }
    return std::move(tokens_);
  }

 private:
  source::Location place(std::size_t begin, std::size_t end) const {
    return {file_.id, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  /// The next `{{` that opens a tag; in a longer run of braces the last two do.
  std::size_t find_tag(std::size_t from) const {
    std::size_t open = text_.find("{{", from);
    if (open == std::string_view::npos) return text_.size();
    while (open + 2 < text_.size() && text_[open + 2] == '{') ++open;
    return open;
  }

  void add_text(std::size_t begin, std::size_t end) {
    if (begin == end) return;
    tokens_.push_back(
        {Token::Kind::text, text_.substr(begin, end - begin), place(begin, end), false, 0});
  }

  void add_literal(std::size_t begin, std::size_t end) {
    while (begin < end) {
      const std::size_t line_end = text_.find('\n', begin);
      if (line_end >= end) return add_text(begin, end);
      if (line_end > begin && text_[line_end - 1] == '\r') {
        add_text(begin, line_end - 1);
        add_text(line_end, line_end + 1);
      } else {
        add_text(begin, line_end + 1);
      }
      begin = line_end + 1;
    }
  }

  /// Reads the tag whose braces begin at `open`; returns where the text goes on.
  std::size_t read_tag(std::size_t open) {
    const std::size_t begin = open + 2;
    const bool is_note = begin < text_.size() && text_[begin] == '!';
    const std::size_t close = text_.find("}}", begin);
    const std::size_t limit =
        is_note ? text_.size() : std::min(text_.find('\n', begin), text_.size());
    if (close == std::string_view::npos || close >= limit) {
      diagnostics_
          .report(diagnostics::Code::T0001, place(open, begin),
                  is_note ? "note is not closed" : "tag is not closed on its line")
          .hint("end it with `}}`");
      return limit;
    }
    if (is_note) {
      tokens_.push_back({Token::Kind::note, {}, place(open, close + 2), false, 0});
    } else {
      add_tag(open, begin, close);
    }
    return close + 2;
  }

  void add_tag(std::size_t open, std::size_t begin, std::size_t close) {
    Token::Kind kind = Token::Kind::name;
    switch (text_[begin]) {
      case '#':
        kind = Token::Kind::open;
        break;
      case '^':
        kind = Token::Kind::open_inverted;
        break;
      case '/':
        kind = Token::Kind::close;
        break;
      case '>':
        kind = Token::Kind::partial;
        break;
      default:
        break;
    }
    if (kind != Token::Kind::name) ++begin;
    begin = std::min(text_.find_first_not_of(blanks, begin), close);
    std::size_t end = close;
    while (end > begin && blanks.find(text_[end - 1]) != std::string_view::npos) --end;
    const std::string_view name = text_.substr(begin, end - begin);
    if (is_tag_name(name)) {
      tokens_.push_back({kind, name, place(begin, end), false, 0});
      return;
    }
    diagnostics_
        .report(diagnostics::Code::T0001, place(open, close + 2),
                name.empty() ? "tag names nothing"
                             : "`" + std::string(name) + "` is not a name a tag can ask for")
        .hint("two braces always open a tag; put a space between them, or the text into the view");
  }

  const source::SourceFile& file_;
  std::string_view text_;
  diagnostics::Diagnostics& diagnostics_;
  std::vector<Token> tokens_;
};

/// Appends the tokens `[begin, end)` of one line to `out`, without what a lone tag takes with it.
void keep_line(std::vector<Token>::iterator begin, std::vector<Token>::iterator end,
               std::vector<Token>& out) {
  std::size_t sections = 0;
  std::size_t notes = 0;
  std::size_t partials = 0;
  bool others = false;
  std::size_t indent = 0;
  for (auto token = begin; token != end; ++token) {
    switch (token->kind) {
      case Token::Kind::text:
        others = others || !is_blank(token->text);
        if (sections + notes + partials == 0) indent += token->text.size();
        break;
      case Token::Kind::name:
        others = true;
        break;
      case Token::Kind::note:
        ++notes;
        break;
      case Token::Kind::partial:
        ++partials;
        break;
      default:
        ++sections;
        break;
    }
  }
  const bool lone_partial = !others && partials == 1 && sections == 0;
  const bool vanishes = lone_partial || (!others && partials == 0 && sections + notes > 0);
  for (auto token = begin; token != end; ++token) {
    if (token->kind == Token::Kind::note) continue;
    if (token->kind == Token::Kind::text && vanishes) continue;
    if (token->kind == Token::Kind::partial && lone_partial) {
      token->own_line = true;
      token->indent = indent;
    }
    out.push_back(*token);
  }
}

}  // namespace

bool is_tag_name(std::string_view name) {
  return !name.empty() && is_name_start(name.front()) &&
         std::all_of(name.begin(), name.end(),
                     [](char c) { return is_name_start(c) || (c >= '0' && c <= '9'); });
}

std::vector<Token> tokenize(const source::SourceFile& file, diagnostics::Diagnostics& diagnostics) {
  std::vector<Token> raw = Tokenizer(file, diagnostics).run();
  std::vector<Token> tokens;
  tokens.reserve(raw.size());
  for (auto begin = raw.begin(); begin != raw.end();) {
    auto end = std::find_if(begin, raw.end(), [](const Token& token) {
      return token.kind == Token::Kind::text && token.text.back() == '\n';
    });
    if (end != raw.end()) ++end;
    keep_line(begin, end, tokens);
    begin = end;
  }
  return tokens;
}

}  // namespace bindery::render
