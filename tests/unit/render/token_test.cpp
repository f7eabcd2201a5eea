// Where tags begin and end, and which lines vanish.
#include "render/token.hpp"

#include <string>

#include <gtest/gtest.h>

#include "source/source_map.hpp"

namespace bindery::render {
namespace {

using diagnostics::Code;

/// Tokens written out: literals as they stand, tags as `<#name>`, lone partials as
/// `<>name@indent>`.
struct Tokens : testing::Test {
  source::MemoryFileSystem disk;
  source::SourceMap sources{disk};
  diagnostics::Diagnostics diagnostics;

  std::string of(const std::string& text) {
    const source::SourceId id = sources.add("t.tpl", text);
    std::string written;
    for (const Token& token : tokenize(sources.file(id), diagnostics)) {
      EXPECT_EQ(sources.text(token.where), token.text);
      switch (token.kind) {
        case Token::Kind::text:
          written += token.text;
          continue;
        case Token::Kind::name:
          written += "<";
          break;
        case Token::Kind::open:
          written += "<#";
          break;
        case Token::Kind::open_inverted:
          written += "<^";
          break;
        case Token::Kind::close:
          written += "</";
          break;
        case Token::Kind::partial:
          written += "<>";
          break;
        case Token::Kind::note:
          ADD_FAILURE() << "notes are dropped";
          break;
      }
      written += token.text;
      if (token.own_line) written += "@" + std::to_string(token.indent);
      written += ">";
    }
    return written;
  }

  /// The text each complaint points at, all of them T0001.
  std::string complaints(const std::string& text) {
    const std::size_t before = diagnostics.sorted().size();
    of(text);
    std::string places;
    const auto all = diagnostics.sorted();
    for (std::size_t at = before; at < all.size(); ++at) {
      EXPECT_EQ(all[at].code, Code::T0001);
      places += "[" + std::string(sources.text(all[at].where)) + "]";
    }
    return places;
  }
};

TEST_F(Tokens, KnowsEveryKindOfTag) {
  EXPECT_EQ(of("a{{b}}c{{# d }}{{^e}}{{/f}}{{> g}}h"), "a<b>c<#d><^e></f><>g>h");
  EXPECT_FALSE(diagnostics.has_errors());
}

TEST_F(Tokens, TakesTheInnermostOfManyBraces) {
  EXPECT_EQ(of("p{{{name}}}"), "p{<name>}");
  EXPECT_EQ(of("p{{{{name}}}}"), "p{{<name>}}");
  EXPECT_EQ(of("{ {a} } } {"), "{ {a} } } {");
  EXPECT_EQ(of("{{{#a}}}{{{/a}}}"), "{<#a>}{</a>}");
  EXPECT_FALSE(diagnostics.has_errors());
}

TEST_F(Tokens, DropsLinesOfSectionTagsAndNotes) {
  EXPECT_EQ(of("a\n  {{#x}}  \nb\n{{/x}}\nc"), "a\n<#x>b\n</x>c");
  EXPECT_EQ(of("{{#x}}{{^y}}\nb\n{{/y}} {{/x}}"), "<#x><^y>b\n</y></x>");
  EXPECT_EQ(of("a\n{{! note }}\nb"), "a\nb");
  EXPECT_EQ(of("a\n {{! over\nlines }} \nb"), "a\nb");
}

TEST_F(Tokens, KeepsLinesWithAnythingElse) {
  EXPECT_EQ(of("a {{#x}}\nb\n{{/x}};\n"), "a <#x>\nb\n</x>;\n");
  EXPECT_EQ(of("{{#x}}{{y}}{{/x}}\n"), "<#x><y></x>\n");
  EXPECT_EQ(of("a {{! note }}b\n"), "a b\n");
  EXPECT_EQ(of("a\n\n  \nb"), "a\n\n  \nb");
}

TEST_F(Tokens, MarksPartialsThatStandAlone) {
  EXPECT_EQ(of("a\n    {{>p}}\nb"), "a\n<>p@4>b");
  EXPECT_EQ(of("{{>p}}"), "<>p@0>");
  EXPECT_EQ(of("  {{>p}} {{! note }}\n"), "<>p@2>");
  EXPECT_EQ(of("f({{>p}})\n"), "f(<>p>)\n");
  EXPECT_EQ(of(" {{>p}}{{>q}}\n"), " <>p><>q>\n");
}

TEST_F(Tokens, EndsLinesWithLineFeedsOnly) {
  EXPECT_EQ(of("a\r\n{{#x}}\r\nb\r\n{{/x}}\r\n\r\n"), "a\n<#x>b\n</x>\n");
}

TEST_F(Tokens, SkipsAByteOrderMark) { EXPECT_EQ(of("\xef\xbb\xbf{{#x}}\na{{/x}}"), "<#x>a</x>"); }

TEST_F(Tokens, ComplainsOfTagsThatDoNotEnd) {
  EXPECT_EQ(complaints("a {{b\n}} c"), "[{{]");
  EXPECT_EQ(complaints("a {{!b\n c"), "[{{]");
  EXPECT_EQ(complaints("{{"), "[{{]");
  EXPECT_EQ(complaints("{{{"), "[{{]");
  EXPECT_EQ(complaints("{{a}"), "[{{]");
}

TEST_F(Tokens, ComplainsOfTagsThatNameNothing) {
  EXPECT_EQ(complaints("std::array<int, 2> a{{1, 2}};"), "[{{1, 2}}]");
  EXPECT_EQ(complaints("{{}} {{#}} {{ }}"), "[{{}}][{{#}}][{{ }}]");
  EXPECT_EQ(complaints("{{a.b}}{{&a}}{{=< >=}}"), "[{{a.b}}][{{&a}}][{{=< >=}}]");
}

TEST_F(Tokens, GoesOnAfterAComplaint) { EXPECT_EQ(of("{{1}}{{b\n{{c}}"), "\n<c>"); }

TEST(TagName, IsAnIdentifier) {
  EXPECT_TRUE(is_tag_name("a"));
  EXPECT_TRUE(is_tag_name("_a9_Z"));
  EXPECT_FALSE(is_tag_name(""));
  EXPECT_FALSE(is_tag_name("9a"));
  EXPECT_FALSE(is_tag_name("a-b"));
  EXPECT_FALSE(is_tag_name("\xc3\xa9"));
}

}  // namespace
}  // namespace bindery::render
