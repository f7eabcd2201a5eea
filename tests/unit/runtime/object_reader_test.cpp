// Members are found by their names in whatever order, spacing and spelling they come.
#include "bindery/object_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/json_codec.hpp"

namespace {

using bindery::NameText;

constexpr std::string_view names[] = {"id", "name", "identifier", "n"};

// The index of each member, in the order of the text; an error ends it with -1.
template <std::size_t N>
std::vector<int> members_of(std::string_view text, const std::string_view (&known)[N],
                            NameText name_text = NameText::plain) {
  std::vector<int> found;
  bindery::JsonCursor in(text);
  bindery::ObjectReader object(in, known, name_text);
  while (object.next()) {
    found.push_back(object.member());
    object.skip();
  }
  if (!object.finish({}) || !in.finish()) found.push_back(-1);
  return found;
}

using Indices = std::vector<int>;

TEST(ObjectReader, FindsMembersInTheOrderOfTheDocument) {
  EXPECT_EQ(members_of(R"({"id":1,"name":2,"identifier":3,"n":4})", names), (Indices{0, 1, 2, 3}));
}

TEST(ObjectReader, FindsMembersInAnyOrder) {
  EXPECT_EQ(members_of(R"({"n":1,"identifier":2,"name":3,"id":4})", names), (Indices{3, 2, 1, 0}));
  EXPECT_EQ(members_of(R"({"identifier":1,"id":2})", names), (Indices{2, 0}));
}

TEST(NameFilter, HoldsAllItsNames) {
  constexpr std::string_view odd[] = {
      "", "a", "id", "\xC3\xA9",
      "a name of more than sixty-four letters, which nobody would give but a machine"};
  constexpr bindery::NameFilter filter(odd);
  static_assert(filter.may_hold("id"));
  for (const std::string_view name : odd) EXPECT_TRUE(filter.may_hold(name)) << name;
  EXPECT_FALSE(filter.may_hold("other"));
}

TEST(ObjectReader, PassesOverNamesThatItsFilterDoesNotHold) {
  static constexpr bindery::NameFilter filter(names);
  bindery::JsonCursor in(
      R"({"other":0,"name":1,"":2,"\u0069d":3,"n":4,"nn":5,"identifier":6,"id":7})");
  bindery::ObjectReader object(in, names, filter);
  Indices found;
  while (object.next()) {
    found.push_back(object.member());
    object.skip();
  }
  EXPECT_TRUE(object.finish({0, 1, 2, 3}) && in.finish());
  EXPECT_EQ(found, (Indices{4, 1, 4, 0, 3, 4, 2, 0}));
  EXPECT_EQ(in.fit().known_members, 5U);
}

TEST(ObjectReader, TakesNoPartOfANameForTheWhole) {
  EXPECT_EQ(members_of(R"({"idx":1,"i":2,"nam":3,"":4})", names), (Indices{4, 4, 4, 4}));
}

TEST(ObjectReader, BearsSpaceEverywhere) {
  EXPECT_EQ(members_of(" {\n\t\"id\" :\r\n1 , \"name\"\t:2 } ", names), (Indices{0, 1}));
}

TEST(ObjectReader, ReadsNamesThatAreSpelledWithEscapes) {
  EXPECT_EQ(members_of(R"({"\u0069d":1,"name":2})", names), (Indices{0, 1}));
}

TEST(ObjectReader, ReadsNothingBehindTheText) {
  for (const std::string_view text :
       {R"({"id":1,"name":2,"identifier":3,"n":4})", R"( { "id" : 1 , "name" : 2 })",
        R"({"other":1,"\u0069d":2,"id":3})", R"({"":0,"n":1})"}) {
    for (std::size_t size = 0; size < text.size(); ++size) {
      // A copy of exactly this size, so that a sanitizer sees a read behind it.
      const std::vector<char> copy(text.data(), text.data() + size);
      const Indices found = members_of({copy.data(), copy.size()}, names);
      ASSERT_FALSE(found.empty()) << text;
      EXPECT_EQ(found.back(), -1) << text.substr(0, size);
    }
  }
}

TEST(ObjectReader, FollowsTheCasesWhereTheyGoOn) {
  const auto visited = [](std::string_view text) {
    Indices found;
    bindery::JsonCursor in(text);
    bindery::ObjectReader object(in, names);
    while (object.next()) {
      int member = object.member();
      do {
        found.push_back(member);
        object.skip();
      } while (++member < 4 && object.next_is(static_cast<std::size_t>(member), names));
    }
    return object.finish({}) && in.finish() ? found : Indices{-1};
  };
  EXPECT_EQ(visited(R"({"id":1,"name":2,"identifier":3,"n":4})"), (Indices{0, 1, 2, 3}));
  EXPECT_EQ(visited(R"({ "id": 1, "name": 2, "n": 4, "id": 5 })"), (Indices{0, 1, 3, 0}));
  EXPECT_EQ(visited(R"({"id":1,"identifier":2 ,"n":3,"name":4})"), (Indices{0, 2, 3, 1}));
  EXPECT_EQ(visited(R"({"id":1,,"name":2})"), Indices{-1});
  EXPECT_EQ(visited(R"({"id":1"name":2})"), Indices{-1});
  EXPECT_EQ(visited(R"({"id":1,"name"})"), Indices{-1});
  EXPECT_EQ(visited(R"({"id":1,"name":})"), Indices{-1});
}

TEST(ObjectReader, RefusesWhatIsNoObject) {
  for (const std::string_view text :
       {R"({"id")", R"({"id":)", R"({"id":1)", R"({"id":1,)", R"({"id":1,})", R"({,"id":1})",
        R"({"id" 1})", R"({"id":1 "name":2})", R"({"id:1})", R"({id:1})", R"({"id"::1})", "{",
        R"({"id":1,,"name":2})"}) {
    const Indices found = members_of(text, names);
    ASSERT_FALSE(found.empty()) << text;
    EXPECT_EQ(found.back(), -1) << text;
  }
}

TEST(ObjectReader, KnowsNamesThatJsonMustEscape) {
  constexpr std::string_view odd[] = {"a\"b", "c\\d", "e\nf"};
  EXPECT_EQ(members_of(R"({"a\"b":1,"c\\d":2,"e\nf":3})", odd, NameText::escaped),
            (Indices{0, 1, 2}));
  // As they are they are no names.
  for (const std::string_view text : {"{\"a\"b\":1}", "{\"c\\d\":1}", "{\"e\nf\":1}"}) {
    EXPECT_EQ(members_of(text, odd, NameText::escaped), Indices{-1}) << text;
  }
}

TEST(ObjectReader, LooksForTagsAndMembersOfAnySpelling) {
  constexpr std::string_view tags[] = {"x", "y"};
  EXPECT_EQ(bindery::JsonCursor(R"({"a":0,"k":"y"})").tag("k", tags), 1);
  EXPECT_EQ(bindery::JsonCursor("{\"a\"b\":\"x\"}").tag("a\"b", tags), -1);
  EXPECT_EQ(bindery::JsonCursor(R"({"a\"b":"x"})").tag("a\"b", tags), 0);
  EXPECT_FALSE(bindery::JsonCursor("{\"a\"b\":1}").has_member("a\"b"));
  EXPECT_TRUE(bindery::JsonCursor(R"({"a\"b":1})").has_member("a\"b"));
}

TEST(ObjectReader, CountsNumbersAhead) {
  std::vector<std::int64_t> list;
  bindery::DecodeError error;
  ASSERT_TRUE(bindery::decode_json("[1, 2,3 ,4,5]", list, error));
  EXPECT_EQ(list, (std::vector<std::int64_t>{1, 2, 3, 4, 5}));
  EXPECT_EQ(list.capacity(), 5u);
  ASSERT_TRUE(bindery::decode_json("[]", list, error));
  EXPECT_TRUE(list.empty());
  EXPECT_FALSE(bindery::decode_json("[,,,,,,,]", list, error));
  EXPECT_FALSE(bindery::decode_json("[1,2", list, error));
}

// What an array makes room for before its first item is read.
std::size_t likely_items(const std::string& text, std::size_t item_size) {
  bindery::JsonCursor in(text);
  bindery::ArrayReader items(in);
  EXPECT_TRUE(items.next());
  return items.likely_items(item_size);
}

TEST(ArrayReader, GuessesFromTheFirstItemsOfALongText) {
  std::string text = "[\"" + std::string(98, 'x') + "\"";
  for (int i = 1; i < 1000; ++i) text += ",\"" + std::string(97, 'x') + "\"";
  text += "]";
  const std::size_t guess = likely_items(text, 32);
  EXPECT_GE(guess, 1000U);
  EXPECT_LE(guess, 1200U);
}

TEST(ArrayReader, RoomIsBoundedByTheText) {
  std::string text = "[1,2,3,4,5,6,7,8,9,1,2,3,4,5,6,7,8,9,1,2,3,4,5,6,7,8,9,1,2,3,4,5,6,\"";
  text += std::string(100'000, 'x') + "\"]";
  EXPECT_LE(likely_items(text, 1000) * 1000, 8 * text.size() + 1000);
  EXPECT_LE(likely_items(text, 100'000) * 100'000, 8 * text.size() + 100'000);
  // Nothing is said where the sample is broken, cut or short; whoever reads on reports it.
  for (const std::string broken : {"[1,}", "[", "[\"", "[}", "[1 2"}) {
    EXPECT_EQ(likely_items(broken + std::string(100'000, 'x'), 8), 0U) << broken;
  }
  EXPECT_EQ(likely_items("[1,2,3]", 8), 0U);
}

TEST(ArrayReader, ExpectsAsManyItemsAsLastTimeInside) {
  const std::string text = "[[\"a\",\"b\",\"c\"],[],[\"d\"]]";
  bindery::JsonCursor in(text);
  bindery::ArrayReader rows(in);
  ASSERT_TRUE(rows.next());
  std::vector<std::string> row;
  EXPECT_EQ(in.usual_items(2), 0U);
  ASSERT_TRUE(rows.read(row));
  EXPECT_EQ(in.usual_items(2), 3U);
  ASSERT_TRUE(rows.next() && rows.read(row));
  EXPECT_EQ(in.usual_items(2), 3U);  // an empty one says nothing
  ASSERT_TRUE(rows.next());
  std::vector<std::string> last;
  ASSERT_TRUE(rows.read(last));
  EXPECT_EQ(last, std::vector<std::string>{"d"});
  EXPECT_EQ(last.capacity(), 3U);
  EXPECT_EQ(in.usual_items(2), 1U);
}

}  // namespace
