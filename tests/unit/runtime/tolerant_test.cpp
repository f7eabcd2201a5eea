// Tolerant reading: what does not fit is listed, and read as if it were not there.
// Must not test what strict reading does; json_codec_test.cpp does.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/json_codec.hpp"
#include "sample_codecs.hpp"

namespace {

using bindery::Decode;
using bindery::ErrorKind;
using Lines = std::vector<std::string>;

template <class T>
Lines mismatches_of(const bindery::Result<T>& result) {
  Lines lines;
  for (const auto& mismatch : result.mismatches()) lines.push_back(mismatch.text());
  return lines;
}

template <class T>
bindery::Result<T> tolerant(std::string_view text) {
  return bindery::from_json<T>(text, Decode::tolerant);
}

TEST(Tolerant, MembersKeepTheirDefaultAndItemsAreLeftOut) {
  const auto page = tolerant<sample::Page>(
      R"({"data":[{"id":7,"status":"pending","width":"wide","tags":["a",1,"b"],"duration":3},)"
      R"(5,{"id":"c","title":false}],"has_more":"yes"})");
  ASSERT_TRUE(page) << page.error();
  EXPECT_EQ(mismatches_of(page), (Lines{
                                     "$.data[0].id: expected string, found number",
                                     "$.data[0].width: expected integer, found string",
                                     "$.data[0].tags[1]: expected string, found number",
                                     "$.data[1]: expected object, found number",
                                     "$.data[2].title: expected string, found boolean",
                                     "$.data[2].status: missing",
                                     "$.has_more: expected boolean, found string",
                                 }));
  ASSERT_EQ(page->data.size(), 2U);
  EXPECT_EQ(page->data[0].id, "");
  EXPECT_EQ(page->data[0].status, sample::Status::Pending);
  EXPECT_EQ(page->data[0].width, std::nullopt);
  EXPECT_EQ(page->data[0].duration, 3.0);
  EXPECT_EQ(page->data[0].tags, (Lines{"a", "b"}));
  EXPECT_EQ(page->data[1].id, "c");
  EXPECT_TRUE(page->data[1].title.is_absent());
  EXPECT_EQ(page->has_more, std::nullopt);
}

TEST(Tolerant, StrictReadingListsNothing) {
  const auto page = bindery::from_json<sample::Page>(R"({"data":[]})");
  ASSERT_TRUE(page);
  EXPECT_TRUE(page.mismatches().empty());
  const auto wrong = bindery::from_json<sample::Page>(R"({"data":[3]})", Decode::strict);
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().message(), "$.data[0]: expected object, found number");
  EXPECT_TRUE(wrong.mismatches().empty());
}

TEST(Tolerant, EveryContainerLeavesOutWhatDoesNotFit) {
  const auto numbers =
      tolerant<std::vector<std::vector<std::int32_t>>>("[[1,null,3000000000],2,[4.5,6]]");
  ASSERT_TRUE(numbers);
  EXPECT_EQ(*numbers, (std::vector<std::vector<std::int32_t>>{{1}, {6}}));
  EXPECT_EQ(mismatches_of(numbers),
            (Lines{"$[0][1]: expected integer, found null",
                   "$[0][2]: 3000000000 is out of range for int32",
                   "$[1]: expected array, found number", "$[2][0]: expected integer, found 4.5"}));

  const auto flags = tolerant<std::vector<bool>>("[true,0,false]");
  ASSERT_TRUE(flags);
  EXPECT_EQ(*flags, (std::vector<bool>{true, false}));

  const auto map = tolerant<std::map<std::string, std::int64_t>>(R"({"a":1,"b":"x","c":3})");
  ASSERT_TRUE(map);
  EXPECT_EQ(*map, (std::map<std::string, std::int64_t>{{"a", 1}, {"c", 3}}));
  EXPECT_EQ(mismatches_of(map), (Lines{"$.b: expected integer, found string"}));

  // What has a place of its own keeps it.
  const auto tuple =
      tolerant<std::vector<std::tuple<std::string, std::int64_t>>>(R"([[1,2],["a"]])");
  ASSERT_TRUE(tuple);
  ASSERT_EQ(tuple->size(), 2U);
  EXPECT_EQ((*tuple)[0], (std::tuple<std::string, std::int64_t>{"", 2}));
  EXPECT_EQ((*tuple)[1], (std::tuple<std::string, std::int64_t>{"a", 0}));
  EXPECT_EQ(mismatches_of(tuple),
            (Lines{"$[0][0]: expected string, found number", "$[1]: expected 2 items, found 1"}));

  const auto open = tolerant<sample::Open>(R"({"level":1,"anything":[],"pair":7,"n":1,"o":"x"})");
  ASSERT_TRUE(open) << open.error();
  EXPECT_EQ(open->pair, std::nullopt);
  EXPECT_EQ(open->additional_properties, (std::map<std::string, std::int64_t>{{"n", 1}}));
}

TEST(Tolerant, UnionsKeepTheAlternativeThatIsMeant) {
  const auto assets = tolerant<std::vector<sample::Asset>>(
      R"([{"type":"url","url":5},{"type":"base64","data":"!","made_at":1},{"type":"new","x":1},7])");
  ASSERT_TRUE(assets);
  ASSERT_EQ(assets->size(), 4U);
  EXPECT_EQ((*assets)[0].index(), 0U);
  EXPECT_EQ((*assets)[1].index(), 1U);
  EXPECT_EQ((*assets)[2].index(), 2U);
  EXPECT_EQ((*assets)[3].index(), 2U);
  EXPECT_EQ(mismatches_of(assets),
            (Lines{"$[0].url: expected string, found number", "$[1].data: expected base64",
                   "$[1].made_at: expected string, found number"}));

  const auto scalars = tolerant<std::vector<sample::Scalar>>(R"(["a",1.5,["b",2],{}])");
  ASSERT_TRUE(scalars);
  // 1.5 has the kind of an integer and is none.
  EXPECT_EQ(scalars->size(), 3U);
  EXPECT_EQ(mismatches_of(scalars),
            (Lines{"$[1]: expected integer, found 1.5", "$[2][1]: expected string, found number"}));

  // Told apart by trying, a value that fits none is kept as JSON, as strict reading does.
  const auto pet = tolerant<sample::Pet>(R"({"name":"m","lives":"nine","breed":3})");
  ASSERT_TRUE(pet);
  EXPECT_EQ(pet->index(), 2U);
  EXPECT_TRUE(pet.mismatches().empty());
}

TEST(Tolerant, RecursiveTypes) {
  const auto tree = tolerant<sample::Tree>(
      R"({"name":"a","children":[{"name":1,"children":0,"named":{"x":[]},"leaves":[]},3],)"
      R"("named":{},"leaves":[],"next":"no","leaf":{"name":2}})");
  ASSERT_TRUE(tree) << tree.error();
  ASSERT_EQ(tree->children.size(), 1U);
  EXPECT_EQ(tree->next, std::nullopt);
  EXPECT_EQ(mismatches_of(tree)[0], "$.children[0].name: expected string, found number");
  EXPECT_EQ(mismatches_of(tree)[1], "$.children[0].children: expected array, found number");
  EXPECT_EQ(mismatches_of(tree)[2], "$.children[0].named.x: expected object, found array");
  EXPECT_EQ(mismatches_of(tree)[3], "$.children[1]: expected object, found number");
  EXPECT_EQ(mismatches_of(tree)[4], "$.next: expected object, found string");
}

TEST(Tolerant, TextThatIsNotJsonIsAnError) {
  const auto error_of = [](std::string_view text) {
    const auto page = tolerant<sample::Page>(text);
    EXPECT_FALSE(page);
    return page ? "" : page.error().message();
  };
  EXPECT_EQ(error_of(R"({"data":[{"id":[1,}]})"), "$.data[0].id: expected a value, found `}`");
  EXPECT_EQ(error_of(R"({"data":[1)"), "$.data: expected `,` or `]`, found the end of the text");
  EXPECT_EQ(error_of("<html>"), "$: expected object, found `<`");
  EXPECT_EQ(error_of(""), "$: expected object, found the end of the text");
  EXPECT_EQ(error_of(R"({"data":[]} x)"), "$: expected end of text, found `x`");
  // Nothing would be left of the value.
  EXPECT_EQ(error_of("7"), "$: expected object, found number");
}

TEST(Tolerant, DepthRemainsALimit) {
  const auto tree = bindery::from_json<std::vector<std::vector<std::int32_t>>>(
      "[[[[1]]]]", {Decode::tolerant, 3});
  ASSERT_FALSE(tree);
  EXPECT_EQ(tree.error().kind(), ErrorKind::limit_exceeded);
  EXPECT_EQ(tree.error().limit(), "max_json_depth");
  EXPECT_EQ(tree.error().message(), "$[0][0]: nested deeper than 3 (max_json_depth)");
  const auto strict = bindery::from_json<bindery::Json>("[[[[1]]]]", {Decode::strict, 3});
  ASSERT_FALSE(strict);
  EXPECT_EQ(strict.error().kind(), ErrorKind::limit_exceeded);
}

TEST(Tolerant, MismatchesAreBoundedInNumber) {
  std::string text = "[0";
  for (int i = 0; i < 5'000; ++i) text += ",\"x\"";
  text += ",1]";
  const auto numbers = tolerant<std::vector<std::int64_t>>(text);
  ASSERT_TRUE(numbers);
  EXPECT_EQ(*numbers, (std::vector<std::int64_t>{0, 1}));
  EXPECT_EQ(numbers.mismatches().size(), bindery::JsonCursor::max_mismatches);
  // An error after so many still says where.
  text.back() = ',';
  using Lists = std::map<std::string, std::vector<std::int64_t>>;
  const auto broken = tolerant<Lists>("{\"a\":" + text + "{]]}");
  ASSERT_FALSE(broken);
  EXPECT_EQ(broken.error().message(), "$.a[5002]: expected the name of a member, found `]`");
}

TEST(Tolerant, MismatchesAreBoundedInSize) {
  // A long name above many mismatches, and many long names above each other.
  std::string text = "{\"" + std::string(100'000, 'n') + "\":{\"a\":[";
  for (int i = 0; i < 2'000; ++i) text += "0,";
  text += "\"x\"]}}";
  using Inner = std::map<std::string, std::vector<std::string>>;
  const auto map = tolerant<std::map<std::string, Inner>>(text);
  ASSERT_TRUE(map);
  ASSERT_EQ(map.mismatches().size(), bindery::JsonCursor::max_mismatches);
  for (const auto& mismatch : map.mismatches()) EXPECT_LT(mismatch.text().size(), 200U);

  std::string deep;
  std::string end;
  for (int i = 0; i < 100; ++i) {
    deep += R"({"name":"n","leaves":[],"named":{},"children":[)";
    end += "]}";
  }
  const auto tree = tolerant<sample::Tree>(deep + "3" + end);
  ASSERT_TRUE(tree) << tree.error();
  ASSERT_EQ(tree.mismatches().size(), 1U);
  std::string path = "$.";
  for (int i = 0; i < 16; ++i) path += ".children[0]";
  EXPECT_EQ(tree.mismatches()[0].path, path);
  bindery::Json json;
  bindery::DecodeError error;
  EXPECT_FALSE(bindery::decode_json(std::string(60, '[') + "x", json, error));
}

}  // namespace
