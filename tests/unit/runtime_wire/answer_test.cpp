// Which documented answer a status is.
#include "bindery/answer.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

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

std::string_view matched_type(std::initializer_list<Answer> answers, std::string_view received) {
  const Answer* answer = bindery::match_answer(answers, 200, received);
  return answer == nullptr ? "-" : bindery::promised_media_type(*answer);
}

TEST(Answer, OfOneStatusTakesTheMediaTypeThatCame) {
  const std::initializer_list<Answer> answers{{"200", Content::json},
                                              {"200", Content::text, 1, "text/csv"},
                                              {"200", Content::binary, 2, "image/*"},
                                              {"200", Content::event_stream},
                                              {"default", Content::text}};
  EXPECT_EQ(matched_type(answers, "application/json"), "application/json");
  EXPECT_EQ(matched_type(answers, "application/vnd.x+json"), "application/json");
  EXPECT_EQ(matched_type(answers, "text/csv"), "text/csv");
  EXPECT_EQ(matched_type(answers, "text/plain"), "text/csv");
  EXPECT_EQ(matched_type(answers, "image/png"), "image/*");
  EXPECT_EQ(matched_type(answers, "text/event-stream"), "text/event-stream");
  // What was not promised is read as bytes where there are any, and what says nothing as the first.
  EXPECT_EQ(matched_type(answers, "application/zip"), "image/*");
  EXPECT_EQ(matched_type(answers, ""), "application/json");
  EXPECT_EQ(matched_type({{"200", Content::json}}, "text/html"), "application/json");
  EXPECT_EQ(bindery::first_success(
                {{"404"}, {"201", Content::json}, {"201", Content::text}, {"200"}}, "text/plain")
                ->content,
            Content::text);
}

TEST(Answer, AsksForEveryDocumentedMediaType) {
  const auto accepted = [](std::initializer_list<Answer> answers) {
    return bindery::accepted_media_types(answers);
  };
  EXPECT_EQ(accepted({{"200", Content::json}, {"404", Content::json}}), "application/json");
  EXPECT_EQ(accepted({{"404", Content::json, 0, "application/problem+json"},
                      {"200", Content::json, 0, "application/vnd.x+json"},
                      {"200", Content::text, 1, "text/csv"}}),
            "application/vnd.x+json, text/csv;q=0.9, application/problem+json;q=0.9");
  EXPECT_EQ(accepted({{"200", Content::binary}, {"404", Content::json}}), "*/*");
  EXPECT_EQ(accepted({{"204"}}), "*/*");
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
