// Tables of hostile names: each becomes a legal identifier, the same one every time.
#include "cpp/identifier.hpp"

#include <set>
#include <string>

#include <gtest/gtest.h>

namespace {

using bindery::cpp::is_usable_identifier;
using bindery::cpp::pascal_identifier;
using bindery::cpp::snake_identifier;
using bindery::cpp::split_words;
using bindery::cpp::type_identifier;

using Words = std::vector<std::string>;

TEST(SplitWords, FollowsCamelCaseAcronymsAndDigits) {
  EXPECT_EQ(split_words("listVideosV3"), (Words{"list", "Videos", "V3"}));
  EXPECT_EQ(split_words("APIKey"), (Words{"API", "Key"}));
  EXPECT_EQ(split_words("videoIDs"), (Words{"video", "IDs"}));
  EXPECT_EQ(split_words("StandardAPIErrorEnvelope"),
            (Words{"Standard", "API", "Error", "Envelope"}));
  EXPECT_EQ(split_words("pet-id2"), (Words{"pet", "id2"}));
  EXPECT_EQ(split_words("base64Data"), (Words{"base64", "Data"}));
  EXPECT_EQ(split_words(""), Words{});
}

TEST(SplitWords, SpellsSignsThatStandAloneOrLead) {
  EXPECT_EQ(split_words("+1"), (Words{"Plus", "1"}));
  EXPECT_EQ(split_words("-1"), (Words{"Minus", "1"}));
  EXPECT_EQ(split_words("a b"), split_words("a-b"));
  EXPECT_EQ(split_words("."), Words{"Dot"});
  EXPECT_EQ(split_words("<="), (Words{"Less", "Equal"}));
  EXPECT_EQ(split_words("a\xC3\xA9"), (Words{"a", "U00e9"}));
  EXPECT_EQ(split_words("\xF0\x9F\x98\x80"), Words{"U1f600"});
}

TEST(Identifier, Pascal) {
  const std::pair<const char*, const char*> table[] = {
      {"video_status", "VideoStatus"},
      {"+1", "Plus1"},
      {"-1", "Minus1"},
      {"16:9", "_16_9"},
      {"720p", "_720p"},
      {"", "Empty"},
      {"EOF", "Eof"},
      {"NULL", "Null"},
      {"DELETE", "Delete"},
      {"none", "None_"},
      {"status", "Status_"},
      {"SUCCESS", "Success_"},
      {"IN", "In"},
      {"bool", "Bool_"},
      {"unix", "Unix"},
      {" ", "Space"},
      {"-created_at", "MinusCreatedAt"},
      {"1.5", "_1_5"},
      {"__x", "X"},
      {"a/b;c", "ABC"},
  };
  for (const auto& [text, name] : table) EXPECT_EQ(pascal_identifier(text), name) << text;
}

TEST(Identifier, Snake) {
  const std::pair<const char*, const char*> table[] = {
      {"petId", "pet_id"},
      {"default", "default_"},
      {"getVideoV3", "get_video_v3"},
      {"2fa", "_2fa"},
      {"", "empty"},
      {"errno", "errno_"},
      {"std", "std_"},
      {"bindery", "bindery_"},
      {"X-Request-Id", "x_request_id"},
      {"_", "underscore"},
      {"and", "and_"},
      {"co_await", "co_await_"},
      {"filter[name]", "filter_name"},
      {"$ref", "dollar_ref"},
      {"@type", "at_type"},
      {"major", "major_"},
      {"min", "min_"},
      {"assert", "assert_"},
  };
  for (const auto& [text, name] : table) EXPECT_EQ(snake_identifier(text), name) << text;
}

TEST(Identifier, TypesAreKeptWhenLegalAndCapitalised) {
  EXPECT_EQ(type_identifier("APIKey"), "APIKey");
  EXPECT_EQ(type_identifier("Foo_bar"), "Foo_bar");
  EXPECT_EQ(type_identifier("std"), "Std");
  EXPECT_EQ(type_identifier("string"), "String");
  EXPECT_EQ(type_identifier("ERROR"), "Error");
  EXPECT_EQ(type_identifier("Status"), "Status_");
  EXPECT_EQ(type_identifier("a.b.C"), "ABC");
  EXPECT_EQ(type_identifier("Foo__Bar"), "FooBar");
}

TEST(Identifier, AnythingBecomesUsable) {
  std::vector<std::string> hostile = {std::string(300, 'a'),
                                      std::string(300, '_'),
                                      "\xff\xfe",
                                      "\n",
                                      std::string(1, '\0'),
                                      "*/",
                                      "\\",
                                      "?\?/",
                                      "class",
                                      "_Bool",
                                      "\xE2\x80\xAE",
                                      "int",
                                      "true",
                                      "signbit",
                                      "stdin",
                                      "I"};
  for (int c = 1; c < 256; ++c) hostile.emplace_back(2, static_cast<char>(c));
  for (const std::string& text : hostile) {
    for (const std::string& name :
         {pascal_identifier(text), snake_identifier(text), type_identifier(text)}) {
      EXPECT_TRUE(is_usable_identifier(name)) << text << " -> " << name;
      EXPECT_LE(name.size(), bindery::cpp::max_identifier_length + 1);
    }
  }
}

TEST(Identifier, LongNamesDifferWhereTheirTextsDiffer) {
  std::set<std::string> names;
  for (const char* end : {"a", "b", "c"}) {
    names.insert(snake_identifier(std::string(300, 'x') + end));
  }
  EXPECT_EQ(names.size(), 3u);
}

TEST(Identifier, SuffixIsTheSameEverywhere) {
  EXPECT_EQ(bindery::cpp::stable_suffix("a b", 4),
            bindery::cpp::stable_suffix("a b", 16).substr(12));
  EXPECT_NE(bindery::cpp::stable_suffix("a b", 4), bindery::cpp::stable_suffix("a-b", 4));
}

}  // namespace
