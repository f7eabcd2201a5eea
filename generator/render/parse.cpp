// Builds the tree of a template from its tokens.
// Must not know what the names stand for.
#include "render/parse.hpp"

#include <algorithm>
#include <utility>

#include "render/token.hpp"

namespace bindery::render {
namespace {

/// Builds the tree. The sections still open are kept on a stack, outermost first.
class Parser {
 public:
  Parser(Template& result, diagnostics::Diagnostics& diagnostics)
      : result_(result), diagnostics_(diagnostics) {}

  void add(const Token& token) {
    switch (token.kind) {
      case Token::Kind::text:
        add_literal(token.text);
        break;
      case Token::Kind::name:
        nodes().push_back({Print{std::string(token.text), token.where}});
        break;
      case Token::Kind::open:
      case Token::Kind::open_inverted:
        open(token);
        break;
      case Token::Kind::close:
        close(token);
        break;
      case Token::Kind::partial:
        nodes().push_back(
            {Inclusion{std::string(token.text), token.where, token.own_line, token.indent}});
        break;
      case Token::Kind::note:
        break;
    }
  }

  void finish() {
    while (!open_.empty()) close_unclosed();
  }

 private:
  std::vector<Node>& nodes() { return open_.empty() ? result_.nodes : open_.back().body; }

  void add_literal(std::string_view text) {
    if (!nodes().empty()) {
      if (auto* literal = std::get_if<Literal>(&nodes().back().content)) {
        literal->text += text;
        return;
      }
    }
    nodes().push_back({Literal{std::string(text)}});
  }

  void open(const Token& token) {
    if (open_.size() == max_section_depth && !is_too_deep_) {
      is_too_deep_ = true;
      diagnostics_.report(diagnostics::Code::T0001, token.where,
                          "sections are nested deeper than " + std::to_string(max_section_depth));
    }
    open_.push_back(
        {std::string(token.text), token.kind == Token::Kind::open_inverted, token.where, {}});
  }

  void close(const Token& token) {
    const auto match = std::find_if(open_.rbegin(), open_.rend(), [&](const Section& section) {
      return section.name == token.text;
    });
    if (match == open_.rend()) {
      auto report = diagnostics_.report(diagnostics::Code::T0001, token.where,
                                        "`" + std::string(token.text) + "` is closed but not open");
      if (!open_.empty()) {
        report.note(open_.back().where, "`" + open_.back().name + "` is open here");
      }
      return;
    }
    while (open_.back().name != token.text) close_unclosed();
    close_innermost();
  }

  void close_unclosed() {
    diagnostics_
        .report(diagnostics::Code::T0001, open_.back().where,
                "section `" + open_.back().name + "` is not closed")
        .hint("add `{{/" + open_.back().name + "}}`");
    close_innermost();
  }

  void close_innermost() {
    Section section = std::move(open_.back());
    open_.pop_back();
    // Beyond the limit a section's body is dropped: the tree stays shallow enough to destroy.
    if (open_.size() < max_section_depth) nodes().push_back({std::move(section)});
  }

  Template& result_;
  diagnostics::Diagnostics& diagnostics_;
  std::vector<Section> open_;
  bool is_too_deep_ = false;
};

}  // namespace

Template parse_template(std::string name, const source::SourceFile& file,
                        diagnostics::Diagnostics& diagnostics) {
  Template result{std::move(name), {file.id, 0, 0}, {}};
  Parser parser(result, diagnostics);
  for (const Token& token : tokenize(file, diagnostics)) parser.add(token);
  parser.finish();
  return result;
}

}  // namespace bindery::render
