// Requests held to the document's constraints before anything is sent, and values at hand.
#include <string>
#include <vector>

#include "heygen/validate.hpp"
#include "heygen_test.hpp"

namespace {

using heygen_test::HeygenTest;

class Validate : public HeygenTest {
 protected:
  heygen::Client validating_client() const {
    heygen::Credentials credentials;
    credentials.api_key_auth = "secret-key";
    bindery::Options options;
    options.validator = heygen::validator();
    return heygen::Client{bindery::httplib_transport(server.url()), credentials, options};
  }

  /// Three bytes each: lengths are of code points.
  static std::string euros(std::size_t count) {
    std::string text;
    for (std::size_t index = 0; index < count; ++index) text += "\xe2\x82\xac";
    return text;
  }

  static heygen::CreateVideoAgentRequest body(std::size_t code_points, std::size_t files) {
    heygen::CreateVideoAgentRequest body;
    body.prompt = euros(code_points);
    heygen::AssetUrl file;
    file.url = "https://example.com/slides.pdf";
    if (files > 0) body.files = std::vector<heygen::AssetInput>(files, file);
    return body;
  }
};

TEST_F(Validate, RefusesAPromptAndFilesBeyondTheLimitsBeforeAnythingIsSent) {
  const auto refused = validating_client().video_agent().create_video_agent_v3(body(10001, 21));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind(), bindery::ErrorKind::invalid_request);
  const std::string message = refused.error().message();
  EXPECT_NE(message.find("$.body.prompt: expected at most 10000 characters, found 10001"),
            std::string::npos)
      << message;
  EXPECT_NE(message.find("$.body.files: expected at most 20 items, found 21"), std::string::npos)
      << message;
  EXPECT_TRUE(server.seen().empty());
}

TEST_F(Validate, LetsARequestAtTheLimitsThrough) {
  const auto created = validating_client().video_agent().create_video_agent_v3(body(10000, 20));
  ASSERT_TRUE(created) << created.error();
  EXPECT_EQ(server.seen().size(), 1u);
}

TEST_F(Validate, AsksNobodyUnlessTheOptionsSaySo) {
  const auto answer = client().video_agent().create_video_agent_v3(body(10001, 21));
  EXPECT_EQ(server.seen().size(), 1u) << "what the server says of it is the server's";
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind(), bindery::ErrorKind::documented_error);
}

TEST_F(Validate, ParametersAreChecked) {
  heygen::ListVideoAgentSessionsRequest request;
  request.limit = 0;
  const auto refused = validating_client().video_agent().list_video_agent_sessions(request);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind(), bindery::ErrorKind::invalid_request);
  EXPECT_TRUE(server.seen().empty());
  request.limit = 100;
  EXPECT_TRUE(validating_client().video_agent().list_video_agent_sessions(request));
}

TEST_F(Validate, OperationsWithoutRulesAreNotHeldUp) {
  EXPECT_TRUE(server.seen().empty());
  const auto missing = validating_client().videos().get_video_v3("no_such_video");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().status(), 404);
  EXPECT_EQ(server.seen().size(), 1u);
}

TEST_F(Validate, ListsAllViolationsOfAValueWithTheirPaths) {
  const std::vector<bindery::Violation> violations = heygen::validate(body(0, 21));
  ASSERT_EQ(violations.size(), 2u);
  EXPECT_EQ(violations[0].text(), "$.prompt: expected at least 1 character, found 0");
  EXPECT_EQ(violations[1].text(), "$.files: expected at most 20 items, found 21");
  EXPECT_TRUE(heygen::validate(body(1, 20)).empty());
}

TEST_F(Validate, LooksIntoUnionsAndWhatIsNestedInThem) {
  heygen::CreateVideoFromAvatar video;
  heygen::VoiceSettingsInput voice;
  voice.speed = 2;
  heygen::ElevenLabsEngineSettings engine;
  engine.stability = 1.5;
  voice.engine_settings = heygen::VoiceSettingsInputEngineSettings(engine);
  video.voice_settings = voice;
  video.script = "";
  heygen::CreateVideoRequest request;
  request.body = video;
  std::vector<std::string> paths;
  for (const auto& violation : heygen::validate(request)) paths.push_back(violation.path);
  EXPECT_EQ(paths, (std::vector<std::string>{"$.body.script", "$.body.voice_settings.speed",
                                             "$.body.voice_settings.engine_settings.stability"}));
}

}  // namespace
