// Which documented answer a status is.
#include "bindery/answer.hpp"

#include <initializer_list>
#include <string>

#include <gtest/gtest.h>

namespace {

using bindery::Answer;
using bindery::Content;

std::string matched(std::initializer_list<Answer> answers, int status) {
  const Answer* answer = bindery::match_answer(answers, status);
  return answer == nullptr ? "-" : std::string(answer->status);
}

TEST(Answer, PrefersTheExactStatus) {
  for (const auto& answers : {std::initializer_list<Answer>{{"default"}, {"4XX"}, {"404"}},
                              std::initializer_list<Answer>{{"404"}, {"4xx"}, {"default"}}}) {
    EXPECT_EQ(matched(answers, 404), "404");
    EXPECT_EQ(matched(answers, 410).substr(0, 1), "4");
    EXPECT_EQ(matched(answers, 500), "default");
    EXPECT_EQ(matched(answers, 200), "default");
  }
  EXPECT_EQ(matched({{"200"}, {"4XX"}}, 500), "-");
  EXPECT_EQ(matched({{"2000"}, {""}, {"x00"}}, 200), "-");
}

TEST(Answer, FallsBackToTheFirstSuccess) {
  EXPECT_EQ(bindery::first_success({{"404"}, {"201"}, {"200"}})->status, "201");
  EXPECT_EQ(bindery::first_success({{"2XX"}})->status, "2XX");
  EXPECT_EQ(bindery::first_success({{"404"}, {"default"}}), nullptr);
}

TEST(Answer, ReadsMediaTypes) {
  const auto type = [](const char* text) {
    return bindery::media_type_of({{"content-type", text}});
  };
  EXPECT_EQ(type("Application/JSON; charset=utf-8"), "application/json");
  EXPECT_EQ(type(" text/html"), "text/html");
  EXPECT_EQ(bindery::media_type_of({}), "");
  for (const char* json : {"application/json", "text/json", "application/problem+json"}) {
    EXPECT_TRUE(bindery::is_json_media_type(json)) << json;
  }
  for (const char* other : {"", "text/plain", "application/jsonp", "+json", "json"}) {
    EXPECT_FALSE(bindery::is_json_media_type(other)) << other;
  }
}

}  // namespace
