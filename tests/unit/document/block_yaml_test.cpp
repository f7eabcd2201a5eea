// That the short way through YAML gives what yaml-cpp gives, and gives up where it would not.
#include "document/block_yaml.hpp"

#include <gtest/gtest.h>

#include "reading.hpp"

namespace bindery::document {
namespace {

Reading read_short(std::string_view text) {
  return {text, [](const Span& span, diagnostics::Diagnostics&) {
            return read_block_yaml(SpanText(span));
          }};
}

/// The end of a document is one of the things that only yaml-cpp reads.
Reading read_by_events(const std::string& text) { return {text + "...\n", read_yaml}; }

TEST(BlockYaml, GivesWhatTheEventsGive) {
  const std::string texts[] = {
      "a: 1\nb: text\nc: true\nd: ~\ne: 'x'\n",
      "---\na: 1\n",
      "# 1\na:\n  # 2\n  b: c  # 3\n\nd:\n- 1\n-\n- e: f\n  g: h\n  \n-   - i\n    - j\n",
      "empty:\nbelow:\n  inner:\nlist:\n  -\n  -\nlast:\n",
      "empty:\nnull value: 1\n~x: 2\n",
      "'200': a\n\"2\\x30\\u00311\": b\n$ref: '#/c'\n",
      "/a/{b}:c: d\nurl: http://x/#y\ndash: -1\nnot a comment: a#b\n",
      "plain: one\n  two\n\n\n  three # end\nnext:\n  one\n  two\n",
      "single: 'it''s\n  folded \n\n  twice'\n",
      "double: \"one\\ttwo \\\n  \\ three\n\n  four\\n\\\n  \"\n",
      "last: 'one\n\n  '\n",
      "literal: |\n  one\n\n    two\n   \n  three\n\n\nnext: |-\n\n  one\n\nkept: |+\n  one\n\n",
      "folded: >\n\n\n  one\n  two\n\n  three\n\n    four\n    five\n  six\n\n\nnext: 1\n",
      "stripped: >-\n  one\n    \n  two\nkept: >+\n  one\n\n\nlast: >+\n    one\n      two\n\n",
      "list:\n- |\n  one\n- >-\n  two\n  three\n",
      "none: |\nkept: |+\n\n\nlast: 1\n",
      "flow: [a, 'b', \"c\", 1, null, [], {}]\nmapping: { a: 1, 'b': [ c ] }  # end\n",
  };
  for (const std::string& text : texts) {
    SCOPED_TRACE(text);
    const Reading events = read_by_events(text);
    const Reading direct = read_short(text);
    EXPECT_EQ(events.errors(), "");
    EXPECT_EQ(direct.json(), events.json());
    EXPECT_EQ(direct.places(), events.places());
  }
}

TEST(BlockYaml, GivesUpOnWhatIsUnusual) {
  const std::string_view texts[] = {
      "",
      "text\n",
      "{\"a\": 1}\n",
      "a: &anchor 1\nb: *anchor\n",
      "a: !!str 1\n",
      "? a\n: b\n",
      "%YAML 1.2\n---\na: 1\n",
      "a: 1\n---\nb: 1\n",
      "a: 1\r\n",
      "a:\t1\n",
      "a: one\ttwo\n",
      "a: |2\n    one\n",
      "a: \"\\N\"\n",
      "a: 'one\n\n\n  '\n",
      "a: [b,\n  c: d]\n",
      "null: 1\n",
  };
  for (const std::string_view text : texts) EXPECT_EQ(read_short(text).json(), "nothing") << text;
}

TEST(BlockYaml, GivesUpOnWhatIsWrong) {
  const std::string_view texts[] = {
      "a: 1\na: 2\n",
      "a: b: c\n",
      "a: 1\n  b: 2\n",
      "a:\n    b: 1\n  c: 2\n",
      "a: 'never ends\n",
      "a: 'b' c\n",
      "a: [b\n",
      "a: - b\n",
      "a: 1\n- b\n",
      "a:\n- b\nno key\n",
      "a: \"\\ud800\"\n",
      "a: @b\n",
      "a: >\n     \n  b\n",
      "- a\n",
  };
  for (const std::string_view text : texts) EXPECT_EQ(read_short(text).json(), "nothing") << text;
}

}  // namespace
}  // namespace bindery::document
