// Codecs of the shapes generated code has: round trips, paths of errors, unions, tolerance.
// Must not test the grammar of JSON: json_cursor_test.cpp does.
#include "bindery/json_codec.hpp"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "sample_codecs.hpp"

namespace {

template <class T>
std::string error_of(std::string_view text) {
  T value{};
  bindery::DecodeError error;
  EXPECT_FALSE(bindery::decode_json(text, value, error)) << text;
  return error.text();
}

template <class T>
std::string again(std::string_view text) {
  const bindery::Result<T> value = bindery::from_json<T>(text);
  return value ? bindery::to_json(*value) : value.error().message();
}

TEST(JsonCodec, StructsComeBack) {
  const std::string text =
      R"({"data":[{"id":"v1","title":null,"status":"completed","width":640,"duration":2.5,)"
      R"("tags":["a","b"]},{"id":"v2","status":"paused","duration":null}],"has_more":false})";
  EXPECT_EQ(again<sample::Page>(text), text);
  const auto page = bindery::from_json<sample::Page>(text);
  ASSERT_TRUE(page);
  ASSERT_EQ(page->data.size(), 2U);
  EXPECT_TRUE(page->data[0].title.is_null());
  EXPECT_TRUE(page->data[1].title.is_absent());
  EXPECT_EQ(page->data[0].status, sample::Status::Completed);
  EXPECT_EQ(page->data[1].status.wire(), "paused");
  EXPECT_EQ(page->data[1].tags, std::nullopt);
  EXPECT_EQ(*page, bindery::from_json<sample::Page>(text).value());
}

TEST(JsonCodec, MembersInAnyOrderUnknownOnesSkipped) {
  const auto video = bindery::from_json<sample::Video>(
      R"({ "x" : {"id":"no"}, "tags":[], "duration":1, "status":"pending", "y":[[]], "id":"v" })");
  ASSERT_TRUE(video) << video.error();
  EXPECT_EQ(video->id, "v");
  EXPECT_EQ(video->duration, 1.0);
  EXPECT_EQ(video->status, sample::Status::Pending);
}

// All texts of up to four members of these, in every order, some of them more than once.
TEST(JsonCodec, EveryOrderOfMembersMeansTheSame) {
  const std::string members[] = {R"("id":"1")",      R"("id" : "2")",   R"("\u0069d":"3")",
                                 R"("title":"t")",   R"("title":null)", R"("status":"done")",
                                 R"("i":"id","s":0)"};
  std::size_t sequences = 1;
  for (std::size_t count = 0; count <= 4; ++count, sequences *= std::size(members)) {
    for (std::size_t sequence = 0; sequence < sequences; ++sequence) {
      std::string text;
      std::optional<std::string> id;
      bindery::OptionalNullable<std::string> title;
      bool has_status = false;
      for (std::size_t at = 0, rest = sequence; at < count; ++at, rest /= std::size(members)) {
        const std::size_t member = rest % std::size(members);
        text += (text.empty() ? "" : ",") + members[member];
        if (member < 3) id = std::to_string(member + 1);
        if (member == 3) title = "t";
        if (member == 4) title = bindery::null;
        has_status = has_status || member == 5;
      }
      text = "{" + text + "}";
      const auto video = bindery::from_json<sample::Video>(text);
      ASSERT_EQ(video.has_value(), id.has_value() && has_status) << text;
      if (!video) continue;
      EXPECT_EQ(video->id, *id) << text;
      EXPECT_EQ(video->title, title) << text;
      EXPECT_EQ(video->status.wire(), "done") << text;
    }
  }
}

TEST(JsonCodec, EscapedNamesAreTheSameNames) {
  const auto video = bindery::from_json<sample::Video>(R"({"\u0069d":"v","stat\u0075s":"x"})");
  ASSERT_TRUE(video) << video.error();
  EXPECT_EQ(video->id, "v");
}

TEST(JsonCodec, TheLastOfRepeatedMembersCounts) {
  const auto video = bindery::from_json<sample::Video>(
      R"({"id":"a","status":"x","tags":["1"],"title":"t","tags":["2"],"title":null,"id":"b"})");
  ASSERT_TRUE(video);
  EXPECT_EQ(video->id, "b");
  EXPECT_EQ(video->tags, std::vector<std::string>{"2"});
  EXPECT_TRUE(video->title.is_null());
  // Nothing of the first object may shine through.
  const auto pages = bindery::from_json<std::map<std::string, sample::Video>>(
      R"({"k":{"id":"a","status":"x","width":3},"k":{"id":"b","status":"y"}})");
  ASSERT_TRUE(pages);
  EXPECT_EQ(pages->at("k").width, std::nullopt);
}

TEST(JsonCodec, ErrorsSayWhere) {
  EXPECT_EQ(error_of<sample::Page>(R"({"data":[{"id":"a","status":"s"},{"status":"s"}]})"),
            "$.data[1].id: missing");
  EXPECT_EQ(error_of<sample::Page>(R"({"data":[{"id":"a","status":"s"},{"id":3}]})"),
            "$.data[1].id: expected string, found number");
  EXPECT_EQ(error_of<sample::Page>(R"({"data":[{"id":"a","duration":"long"}]})"),
            "$.data[0].duration: expected number, found string");
  EXPECT_EQ(error_of<sample::Page>(R"({"data":[{"id":"a","width":1e10}]})"),
            "$.data[0].width: 1e10 is out of range for int32");
  EXPECT_EQ(error_of<sample::Page>(R"({"data":[{"id":"a","tags":["x",null]}]})"),
            "$.data[0].tags[1]: expected string, found null");
  EXPECT_EQ(error_of<sample::Page>(R"({"data":{}})"), "$.data: expected array, found object");
  EXPECT_EQ(error_of<sample::Page>("[]"), "$: expected object, found array");
  EXPECT_EQ(error_of<sample::Page>("{}"), "$.data: missing");
  EXPECT_EQ(error_of<sample::Page>(R"({"data":[],"has_more":1})"),
            "$.has_more: expected boolean, found number");
  EXPECT_EQ(error_of<sample::Page>(R"({"data":[{"x":[1,}]})"),
            "$.data[0].x: expected a value, found `}`");
  EXPECT_EQ((error_of<std::map<std::string, std::vector<std::int64_t>>>(R"({"a b\n":[0,true]})")),
            "$[\"a b\\n\"][1]: expected integer, found boolean");
  EXPECT_EQ(error_of<sample::Nothing>("{} {}"), "$: expected end of text, found object");
}

TEST(JsonCodec, OffsetsPointIntoTheText) {
  const std::string text = R"({"data":[{"id":  true}]})";
  sample::Page page;
  bindery::DecodeError error;
  ASSERT_FALSE(bindery::decode_json(text, page, error));
  EXPECT_EQ(text.substr(error.offset, 4), "true");
}

TEST(JsonCodec, NullIsOnlyForWhatMayBeNull) {
  EXPECT_EQ(error_of<sample::Video>(R"({"id":null,"status":"x"})"),
            "$.id: expected string, found null");
  EXPECT_EQ(error_of<sample::Video>(R"({"id":"","status":"x","tags":null})"),
            "$.tags: expected array, found null");
  EXPECT_EQ(error_of<sample::Video>(R"({"id":"","status":null})"),
            "$.status: expected string, found null");
  EXPECT_EQ(again<bindery::Json>("null"), "null");
  EXPECT_EQ(again<std::vector<bindery::Nullable<std::int64_t>>>("[1,null]"), "[1,null]");
}

TEST(JsonCodec, ResultsCarryTheError) {
  const auto result = bindery::from_json<sample::Page>("[1");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind(), bindery::ErrorKind::undecodable_body);
  EXPECT_EQ(result.error().message(), "$: expected object, found array");
}

TEST(JsonCodec, TagsChooseTheAlternative) {
  const auto url = bindery::from_json<sample::Asset>(R"({"url":"http://x","type":"url"})");
  ASSERT_TRUE(url);
  ASSERT_TRUE(std::holds_alternative<sample::AssetUrl>(*url));
  EXPECT_EQ(std::get<sample::AssetUrl>(*url).url, "http://x");
  EXPECT_EQ(bindery::to_json(*url), R"({"type":"url","url":"http://x"})");
  EXPECT_EQ(again<sample::Asset>(R"({"type":"base64","data":"AAE="})"),
            R"({"type":"base64","data":"AAE="})");
  EXPECT_EQ(again<sample::Asset>(R"({"type":"new","data":[1, 2]})"),
            R"({"type":"new","data":[1, 2]})");
  EXPECT_EQ(again<sample::Asset>("4"), "4");
  EXPECT_EQ(error_of<sample::Asset>(R"({"type":"url"})"), "$.url: missing");
  EXPECT_EQ(error_of<sample::Asset>(R"({"type":"base64","data":"?"})"), "$.data: expected base64");
  EXPECT_EQ(error_of<sample::AssetUrl>(R"({"type":"other","url":""})"),
            "$.type: expected \"url\", found \"other\"");
  EXPECT_EQ(bindery::to_json(sample::Asset()), "null");
}

TEST(JsonCodec, KindsChooseTheAlternative) {
  EXPECT_EQ(bindery::from_json<sample::Scalar>("\"x\"").value(), sample::Scalar(std::string("x")));
  EXPECT_EQ(bindery::from_json<sample::Scalar>("3").value(), sample::Scalar(std::int64_t{3}));
  EXPECT_EQ(bindery::from_json<sample::Scalar>("[\"a\"]").value().index(), 2U);
  EXPECT_EQ(bindery::from_json<sample::Scalar>("{}").value().index(), 3U);
  EXPECT_EQ(error_of<sample::Scalar>("[1]"), "$[0]: expected string, found number");
}

TEST(JsonCodec, TheBestFitIsChosen) {
  EXPECT_EQ(bindery::from_json<sample::Pet>(R"({"name":"x","lives":9})").value().index(), 0U);
  EXPECT_EQ(bindery::from_json<sample::Pet>(R"({"name":"x","breed":"y"})").value().index(), 1U);
  EXPECT_EQ(bindery::from_json<sample::Pet>(R"({"name":"x"})").value().index(), 0U);
  EXPECT_EQ(bindery::from_json<sample::Pet>(R"({"name":"x","z":0})").value().index(), 0U);
  EXPECT_EQ(bindery::from_json<sample::Pet>(R"({"name":"x","z":0,"breed":""})").value().index(),
            1U);
  EXPECT_EQ(again<sample::Pet>(R"({"name":7})"), R"({"name":7})");
  EXPECT_EQ(error_of<std::vector<sample::Pet>>(R"([{"name":"x"},{"name":}])"),
            "$[1]: expected a value, found `}`");
}

TEST(JsonCodec, UnionsWriteTheTagsThatAlternativesLack) {
  const auto tagged = [](const auto& value) {
    bindery::JsonWriter out;
    bindery::encode_tagged(out, value, "ki\"nd", {"cat", ""});
    EXPECT_TRUE(out.is_exact());
    return out.take();
  };
  using Union = std::variant<std::map<std::string, int>, std::string, bindery::Json>;
  EXPECT_EQ(tagged(Union(std::map<std::string, int>{{"a", 1}})), R"({"ki\"nd":"cat","a":1})");
  EXPECT_EQ(tagged(Union(std::map<std::string, int>{})), R"({"ki\"nd":"cat"})");
  // What has the member already, what writes its own, what is no alternative.
  EXPECT_EQ(tagged(Union(std::map<std::string, int>{{"ki\"nd", 1}})), R"({"ki\"nd":1})");
  EXPECT_EQ(tagged(Union(std::string("x"))), R"("x")");
  EXPECT_EQ(tagged(Union(bindery::Json::from_checked_text("{}"))), "{}");
  bindery::JsonWriter out;
  bindery::encode_tagged(out, std::variant<std::string>("\xff"), "kind", {"cat"});
  EXPECT_FALSE(out.is_exact());
}

TEST(JsonCodec, NestedTrialsAreBounded) {
  // Each level offers two ways to read all that is inside; the inner errors make both be tried.
  std::string text = "5";
  for (int i = 0; i < 40; ++i) text = R"({"name":"n","x":0,"leaves":[)" + text + "]}";
  sample::Leaf leaf;
  bindery::DecodeError error;
  EXPECT_TRUE(bindery::decode_json(text, leaf, error)) << error.text();
}

TEST(JsonCodec, CyclesComeBack) {
  const std::string text =
      R"({"name":"r","children":[],"named":{"k":{"name":"n","children":[],"named":{},)"
      R"("next":{"name":"z","children":[],"named":{},"leaves":[]},"leaves":[]}},)"
      R"("leaves":["s",{"name":"t","children":[],"named":{},"leaves":[]},5],"leaf":null})";
  EXPECT_EQ(again<sample::Tree>(text), text);
}

TEST(JsonCodec, EndlessTypesEnd) {
  EXPECT_EQ(bindery::to_json(sample::Endless()), R"({"inner":null})");
  EXPECT_EQ(error_of<sample::Endless>(R"({"inner":{"inner":{}}})"), "$.inner.inner.inner: missing");
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += R"({"inner":)";
  const std::string error = error_of<sample::Endless>(text);
  EXPECT_NE(error.find("nested deeper than 256 (max_json_depth)"), std::string::npos) << error;
}

TEST(JsonCodec, AdditionalMembersAreKept) {
  const auto value = bindery::from_json<sample::Open>(
      R"({"level":4,"anything":{"b" : 1e400},"pair":["x",3,4],"more":3,"m\u006fre2":4})");
  ASSERT_TRUE(value) << value.error();
  EXPECT_EQ(value->level.wire(), 4);
  EXPECT_EQ(value->pair, std::make_tuple(std::string("x"), std::int64_t{3}));
  EXPECT_EQ(value->additional_properties,
            (std::map<std::string, std::int64_t>{{"more", 3}, {"more2", 4}}));
  EXPECT_EQ(bindery::to_json(*value),
            R"({"level":4,"anything":{"b" : 1e400},"pair":["x",3],"more":3,"more2":4})");
  EXPECT_EQ(error_of<sample::Open>(R"({"other":""})"), "$.other: expected integer, found string");
}

TEST(JsonCodec, TuplesHaveTheirLength) {
  EXPECT_EQ(error_of<sample::Open>(R"({"pair":["x"]})"), "$.pair: expected 2 items, found 1");
  EXPECT_EQ(error_of<sample::Open>(R"({"pair":[]})"), "$.pair: expected 2 items, found 0");
  EXPECT_EQ(error_of<sample::Open>(R"({"pair":["x","y"]})"),
            "$.pair[1]: expected integer, found string");
}

TEST(JsonCodec, WritesScalars) {
  EXPECT_EQ(bindery::to_json(std::numeric_limits<std::int64_t>::min()), "-9223372036854775808");
  EXPECT_EQ(bindery::to_json(std::numeric_limits<std::uint64_t>::max()), "18446744073709551615");
  EXPECT_EQ(bindery::to_json(0.1), "0.1");
  EXPECT_EQ(bindery::to_json(0.1F), "0.1");
  EXPECT_EQ(bindery::to_json(1e300), "1e+300");
  EXPECT_EQ(bindery::to_json(std::numeric_limits<double>::infinity()), "null");
  EXPECT_EQ(bindery::to_json(std::vector<bool>{true, false}), "[true,false]");
  EXPECT_EQ(again<std::vector<bool>>("[true,false]"), "[true,false]");
}

TEST(JsonCodec, WritesStringsThatReadBack) {
  std::string all;
  for (char byte = 1; byte < 127; ++byte) all.push_back(byte);
  all += std::string("\0\x7F\xC3\xA9\xF0\x9F\x98\x80", 8);
  const std::string text = bindery::to_json(all);
  EXPECT_EQ(bindery::from_json<std::string>(text).value(), all);
  EXPECT_EQ(bindery::to_json(std::string("a\"\\\n\x01")), R"("a\"\\\n\u0001")");
}

TEST(JsonCodec, WritesTextsOfAnyLength) {
  // Around the writer's block, and around the size where its text grows in larger steps.
  for (const std::size_t size : {4'090U, 4'093U, 4'094U, 4'095U, 4'096U, 4'097U, 70'000U}) {
    for (const std::size_t before : {0U, 1U, 5U}) {
      std::vector<std::string> texts = {std::string(before, 'x'), std::string(size, 'y'), "z"};
      const std::string plain = bindery::to_json(texts);
      EXPECT_EQ(plain.size(), 2 + before + size + 1 + 3 * 2 + 2) << size;
      EXPECT_EQ(bindery::from_json<std::vector<std::string>>(plain).value(), texts);
      texts[1][size / 2] = '\n';
      EXPECT_EQ(bindery::from_json<std::vector<std::string>>(bindery::to_json(texts)).value(),
                texts);
    }
  }
}

TEST(JsonCodec, NamesAreEscapedWhereTheyMust) {
  bindery::JsonWriter out;
  bindery::ObjectWriter object(out);
  object.member("a\"b", 1);
  object.member("\xC3\xA9", 2);
  object.member("nul\0", 3);
  object.member(std::string_view("c\n"), std::optional<int>(4));
  object.member("absent", std::optional<int>());
  object.finish();
  const std::string text = out.take();
  EXPECT_EQ(text, "{\"a\\\"b\":1,\"\xC3\xA9\":2,\"nul\\u0000\":3,\"c\\n\":4}");
}

TEST(JsonCodec, ListsOfAnyLengthAreNotWasteful) {
  // Long items first make the guess too small, short ones too large.
  for (const bool long_first : {true, false}) {
    std::vector<std::string> texts;
    for (int i = 0; i < 3'000; ++i) {
      texts.emplace_back((i < 100) == long_first ? 500U : 1U, 'x');
    }
    const auto back = bindery::from_json<std::vector<std::string>>(bindery::to_json(texts));
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, texts);
    EXPECT_LE(back->capacity(), 2 * back->size() + 1);
  }
}

TEST(JsonCodec, TheWriterTellsWhatItReplaced) {
  bindery::JsonWriter out;
  out.string("fine \xC3\xA9");
  EXPECT_TRUE(out.is_exact());
  out.string("bad \xFF\xC3");
  EXPECT_FALSE(out.is_exact());
  EXPECT_EQ(out.take(), "\"fine \xC3\xA9\"\"bad \xEF\xBF\xBD\xEF\xBF\xBD\"");
}

}  // namespace
