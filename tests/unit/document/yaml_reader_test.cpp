// YAML texts: values, places, anchors and mistakes.
#include "document/yaml_reader.hpp"

#include <gtest/gtest.h>

#include "reading.hpp"

namespace bindery::document {
namespace {

Reading read(std::string_view text) { return {text, read_yaml}; }

TEST(YamlReader, ReadsByTheCoreSchema) {
  const auto reading = read(
      "on: yes\n"
      "date: 2020-01-01\n"
      "version: 3.1.0\n"
      "number: +007\n"
      "hex: 0x10\n"
      "quoted: '200'\n"
      "tagged: !!str 12\n"
      "integer: !!int \"3\"\n"
      "custom: !mine 5\n"
      "none: ~\n"
      "empty:\n"
      "infinite: .inf\n");
  EXPECT_EQ(reading.errors(), "");
  EXPECT_EQ(reading.json(),
            R"({"on":"yes","date":"2020-01-01","version":"3.1.0","number":7,"hex":16,)"
            R"("quoted":"200","tagged":"12","integer":3,"custom":"5","none":null,"empty":null,)"
            R"("infinite":".inf"})");
  EXPECT_EQ(reading.root->find("quoted")->style, Node::Style::quoted);
  EXPECT_EQ(reading.root->find("on")->style, Node::Style::plain);
}

TEST(YamlReader, KeysAreTheirText) {
  EXPECT_EQ(read("200: a\n1.0: b\ntrue: c\nnull: d\n~: e\n\"\": f\n? g\n: h\n").json(),
            R"({"200":"a","1.0":"b","true":"c","null":"d","~":"e","":"f","g":"h"})");
}

TEST(YamlReader, SomeKeysNeedNoColon) {
  EXPECT_EQ(read("{a, b: , c}\n").json(), R"({"a":null,"b":null,"c":null})");
  EXPECT_EQ(read("? a\n? b\n").json(), R"({"a":null,"b":null})");
  EXPECT_EQ(read("a:\nb :\n").json(), R"({"a":null,"b":null})");
}

TEST(YamlReader, ReadsBlocksAndFoldedText) {
  EXPECT_EQ(read("a: |\n  one\n   two\nb: >-\n  one\n  two\n\n  three\n"
                 "c: \"x\n  y \\\n  z\"\nd: 'it''s'\ne: f\n  g\n")
                .json(),
            R"({"a":"one\n two\n","b":"one two\nthree","c":"x y z","d":"it's","e":"f g"})");
}

TEST(YamlReader, KnowsThePlaceOfEveryScalar) {
  const auto reading = read(
      "plain: some text  # comment\n"
      "'quoted': \"a \\\" b\"\n"
      "\"key\" : 'it''s'\n"
      "folded: one\n  two # comment\n"
      "block: |  # comment\n  first\n\n  second\n\n"
      "flow: {a: 1, b: [ x,y ], c: }\n"
      "list:\n"
      "- \xC3\xA9\xC3\xA9\n"
      "- !!str 12\n"
      "- &anchor 13\n"
      "- *anchor\n");
  EXPECT_EQ(reading.errors(), "");
  EXPECT_EQ(reading.places(),
            "/plain:[plain]\n/plain=[some text]\n"
            "/quoted:['quoted']\n/quoted=[\"a \\\" b\"]\n"
            "/key:[\"key\"]\n/key=['it''s']\n"
            "/folded:[folded]\n/folded=[one\n  two]\n"
            "/block:[block]\n/block=[|  # comment\n  first\n\n  second]\n"
            "/flow:[flow]\n/flow/a:[a]\n/flow/a=[1]\n/flow/b:[b]\n/flow/b/0=[x]\n/flow/b/1=[y]\n"
            "/flow/c:[c]\n/flow/c=[]\n"
            "/list:[list]\n/list/0=[\xC3\xA9\xC3\xA9]\n/list/1=[12]\n/list/2=[13]\n"
            "/list/3=[*anchor]\n");
  EXPECT_EQ(reading.at(reading.root->find("flow")->where), "{a: 1, b: [ x,y ], c: }");
  EXPECT_EQ(reading.at(reading.root->find("flow")->find("b")->where), "[ x,y ]");
}

TEST(YamlReader, EmptyValuesStandBehindTheirColonOrDash) {
  const auto reading = read("a:   # nothing\nb:\n-\n- null\n-\nnull: x\nc: ~\n");
  EXPECT_EQ(reading.json(), R"({"a":null,"b":[null,null,null],"null":"x","c":null})");
  const Node& root = *reading.root;
  EXPECT_EQ(root.find("a")->where, (source::Location{0, 2, 2}));
  EXPECT_EQ(reading.at(root.find("b")->items[1].where), "null");
  EXPECT_EQ(root.find("b")->items[0].where.begin, reading.text.find("-\n") + 1);
  EXPECT_EQ(root.find("b")->items[2].where.begin, reading.text.rfind("-\n") + 1);
  EXPECT_EQ(reading.at(root.find("c")->where), "~");
}

TEST(YamlReader, TakesMarkAndLineEndingsOfOtherSystems) {
  const auto reading = read(
      "\xEF\xBB\xBF"
      "a: 1\r\nb: |\r\n  x\r\n  y\r\nc: \"z\"\r\n");
  EXPECT_EQ(reading.json(), R"({"a":1,"b":"x\ny\n","c":"z"})");
  EXPECT_EQ(reading.places(), "/a:[a]\n/a=[1]\n/b:[b]\n/b=[|\r\n  x\r\n  y]\n/c:[c]\n/c=[\"z\"]\n");
}

TEST(YamlReader, RepairsEscapesThatYamlCppMakesBytesOf) {
  EXPECT_EQ(read("a: \"\xC3\xA9\\_\\N\\xA0\\U0001F600\"\n").root->find("a")->text,
            "\xC3\xA9\xC2\xA0\xC2\x85\xC2\xA0\xF0\x9F\x98\x80");
}

TEST(YamlReader, ReadsIndentedBlocksWithPlacesInTheFile) {
  diagnostics::Diagnostics diagnostics;
  const std::string file = "page\n    a:\n      b: |\n        x\n\n    c: [1]\n";
  const std::string_view block = std::string_view(file).substr(5);
  const auto root = read_yaml({0, block, 5, 4}, diagnostics);
  ASSERT_TRUE(root);
  EXPECT_EQ(to_json(*root), R"({"a":{"b":"x\n"},"c":[1]})");
  const auto one = root->find("c")->items[0].where;
  EXPECT_EQ(file.substr(one.begin, one.end - one.begin), "1");
  const auto key = root->members[1].key_where;
  EXPECT_EQ(file.substr(key.begin, key.end - key.begin), "c");
}

TEST(YamlReader, ExpandsAliases) {
  const auto reading = read("a: &x {k: [1, 2]}\nb: *x\n<<: *x\nkey: &k name\n*k : 1\n");
  EXPECT_EQ(reading.errors(), "");
  EXPECT_EQ(reading.json(),
            R"({"a":{"k":[1,2]},"b":{"k":[1,2]},"<<":{"k":[1,2]},"key":"name","name":1})");
  EXPECT_EQ(reading.at(reading.root->find("b")->where), "*x");
  EXPECT_EQ(reading.at(reading.root->find("b")->find("k")->where), "[1, 2]");
}

TEST(YamlReader, AnAnchorCanBeGivenAgain) {
  EXPECT_EQ(read("[&a 1, *a, &a 2, *a]\n").json(), "[1,1,2,2]");
}

TEST(YamlReader, BoundsWhatAliasesMakeOfAText) {
  std::string laughs = "a0: &a0 laugh\n";
  for (int i = 1; i < 12; ++i) {
    const std::string alias = "*a" + std::to_string(i - 1);
    laughs += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + alias;
    for (int j = 0; j < 9; ++j) laughs += ", " + alias;
    laughs += "]\n";
  }
  const auto reading = read(laughs);
  ASSERT_EQ(reading.complaints.size(), 1u);
  EXPECT_EQ(reading.complaints[0].code, diagnostics::Code::E0106);
  EXPECT_EQ(reading.json(), "nothing");
}

TEST(YamlReader, AliasesCannotNestBeyondTheBound) {
  const std::string open(400, '[');
  const std::string close(400, ']');
  const std::string text = "a: &a " + open + close + "\nb: &b " + open + "*a" + close + "\nc: ";
  EXPECT_EQ(read(text + "*b\n").errors(), "");
  const auto reading = read(text + open + "*b" + close + "\n");
  ASSERT_EQ(reading.complaints.size(), 1u);
  EXPECT_EQ(reading.complaints[0].code, diagnostics::Code::E0108);
  EXPECT_EQ(reading.at(reading.complaints[0].where), "*b");
}

TEST(YamlReader, ReportsEveryKeyGivenTwiceAndKeepsTheFirst) {
  const auto reading = read("a:\n  b: 1\n  c: 2\n  b: 3\n\"a\": 4\n200: x\n'200': y\n");
  EXPECT_EQ(reading.errors(), "E0105 at 4:3 #/a/b\nE0105 at 5:1 #/a\nE0105 at 7:1 #/200\n");
  EXPECT_EQ(reading.json(), R"({"a":{"b":1,"c":2},"200":"x"})");
}

TEST(YamlReader, WarnsOfASecondDocument) {
  const auto reading = read("---\na: 1\n---\nb: [\n");
  EXPECT_EQ(reading.errors(), "E0107 at 3:1 \n");
  EXPECT_EQ(reading.json(), R"({"a":1})");
  EXPECT_EQ(read("a: 1\n...\n").errors(), "");
}

TEST(YamlReader, SaysWhereATextIsNoYaml) {
  struct Case {
    std::string_view text;
    std::string_view errors;
  };
  const Case cases[] = {
      {"", "E0102 at 1:1 \n"},
      {"\n  \n", "E0102 at 1:1 \n"},
      {"# only a comment\n", "E0102 at 1:1 \n"},
      {"a: 1\nkey\nb: 2\n", "E0103 at 3:2 #\n"},
      {"a: 1\nkey\n", "E0103 at 2:1 #/key\n"},
      {"a: what?\nkey\n", "E0103 at 2:1 #/key\n"},
      {"a:\n  b: 1\n  key # comment: x\n", "E0103 at 3:3 #/a\n"},
      {"a: b: c\n", "E0103 at 1:5 #\n"},
      {"a: 1\n b: 2\n", "E0103 at 2:3 #\n"},
      {"a:\n\tb: 1\n", "E0103 at 2:3 #\n"},
      {"a: @x\n", "E0103 at 1:4 #/a\n"},
      {"a: \"open\nb: 1\n", "E0103 at 1:4 #/a\n"},
      {"a: 'open\nb: 1\n", "E0103 at 1:4 #/a\n"},
      {"a: [1, 2\n", "E0103 at 2:1 #/a/2\n"},
      {"[1, 2\n", "E0103 at 1:1 #\n"},
      {"- a\nb: 1\n", "E0103 at 2:1 \n"},
      {"? [a, b]\n: 1\n", "E0103 at 1:3 #\n"},
      {"? - a\n: 1\n", "E0103 at 1:3 #\n"},
      {"a: \"\\ud83d\\ude00\"\n", "E0103 at 1:11 #/a\n"},
      {"a: \x04\n", "E0103 at 1:4 \n"},
      {"a: \xFF\n", "E0115 at 1:4 \n"},
      {"a: *nothing\n", "E0106 at 1:4 #/a\n"},
      {"a: &x [1, *x]\n", "E0106 at 1:11 #/a/1\n"},
      {"%YAML 9.0\n---\na: 1\n", "E0103 at 1:1 #\n"},
  };
  for (const Case& one : cases) {
    const auto reading = read(one.text);
    EXPECT_EQ(reading.errors(), one.errors) << one.text;
    EXPECT_EQ(reading.json(), "nothing") << one.text;
  }
  EXPECT_EQ(read(std::string_view("a: 1\0b", 6)).errors(), "E0103 at 1:5 \n");
}

TEST(YamlReader, BoundsNesting) {
  for (const std::string_view piece : {"[", "- ", "{a: ", "? ", ": "}) {
    std::string text;
    for (int i = 0; i < 20'000; ++i) text += piece;
    const auto reading = read("a:\n  " + text);
    EXPECT_EQ(reading.complaints.size(), 1u) << piece;
    EXPECT_EQ(reading.json(), "nothing") << piece;
  }
  const auto reading = read(std::string(600, '[') + std::string(600, ']') + "\n");
  ASSERT_EQ(reading.complaints.size(), 1u);
  EXPECT_EQ(reading.complaints[0].code, diagnostics::Code::E0108);
  EXPECT_EQ(read(std::string(400, '[') + std::string(400, ']') + "\n").errors(), "");
}

}  // namespace
}  // namespace bindery::document
