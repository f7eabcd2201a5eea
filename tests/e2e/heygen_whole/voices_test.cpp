// Voices: each operation with all that it takes.
#include "heygen_whole.hpp"

#include "heygen/api/voices.hpp"
#include "values.hpp"

namespace heygen_whole {
namespace {

TEST(Voices, ListVoicesV3) {
  heygen::ListVoicesV3Request request;
  request.type = heygen::AudioVoiceType::Private;
  request.engine = "engine +&=\303\251";
  request.language = "language +&=\303\251";
  request.gender = "gender +&=\303\251";
  request.limit = 7;
  request.token = "token +&=\303\251";
  const auto answer = client().voices().list_voices_v3(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  ASSERT_EQ(answer->data->size(), 1u);
  EXPECT_EQ(answer->data->front().voice_id, "voice_ana");
  EXPECT_EQ(answer->data->front().name, "Ana");
  EXPECT_EQ(answer->data->front().language, "English");
  EXPECT_EQ(answer->data->front().gender, "female");
  EXPECT_EQ(answer->data->front().type, heygen::AudioVoiceType::Public);
  EXPECT_EQ(answer->data->front().support_pause, true);
}

heygen::DesignVoiceRequestBody design_voice_request_body() {
  heygen::DesignVoiceRequestBody value;
  value.prompt = "Caf\303\251 \"1\" & \\ more";
  value.gender = "gender_1";
  value.locale = "locale_1";
  value.seed = 7;
  return value;
}

TEST(Voices, DesignVoice) {
  heygen::DesignVoiceRequest request;
  request.body = design_voice_request_body();
  const auto answer = client().voices().design_voice(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->seed, 0);
  ASSERT_EQ(answer->data->voices.size(), 1u);
  EXPECT_EQ(answer->data->voices.front().voice_id, "voice_ana");
  EXPECT_EQ(answer->data->voices.front().name, "Ana");
  EXPECT_EQ(answer->data->voices.front().language, "English");
  EXPECT_EQ(answer->data->voices.front().gender, "female");
  EXPECT_EQ(answer->data->voices.front().type, heygen::AudioVoiceType::Public);
}

heygen::CreateVoiceCloneV3Request create_voice_clone_v3_request(std::size_t which) {
  heygen::CreateVoiceCloneV3Request value;
  value.audio = asset_input(which);
  value.voice_name = "voice_name_1";
  value.language = "language_1";
  value.remove_background_noise = true;
  return value;
}

TEST(Voices, CloneVoice) {
  const auto api = client().voices();
  for (std::size_t which = 0; which < 3; ++which) {
    heygen::CloneVoiceRequest request;
    request.idempotency_key = "key-1:xxx";
    request.body = create_voice_clone_v3_request(which);
    const auto answer = api.clone_voice(request);
    ASSERT_TRUE(answer) << answer.error();
    ASSERT_TRUE(answer->data.has_value());
    EXPECT_EQ(answer->data->voice_clone_id, "voice_sam");
  }
}

heygen::TextToSpeechRequest text_to_speech_request() {
  heygen::TextToSpeechRequest value;
  value.text = "Caf\303\251 \"1\" & \\ more";
  value.voice_id = "voice_id_1";
  value.input_type = "input_type_1";
  value.speed = 1.25;
  value.language = "language_1";
  value.locale = "locale_1";
  return value;
}

TEST(Voices, CreateSpeechV3) {
  heygen::CreateSpeechV3Request request;
  request.idempotency_key = "key-1:xxx";
  request.body = text_to_speech_request();
  const auto answer = client().voices().create_speech_v3(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->audio_url, "https://example.com/speech_1.mp3");
  EXPECT_EQ(answer->data->duration, 0.9);
  EXPECT_EQ(answer->data->request_id, "req_17");
  ASSERT_TRUE(answer->data->word_timestamps.has_value());
  ASSERT_EQ(answer->data->word_timestamps->size(), 2u);
  EXPECT_EQ(answer->data->word_timestamps->front().word, "Good");
  EXPECT_EQ(answer->data->word_timestamps->front().start, 0.0);
}

TEST(Voices, GetVoice) {
  heygen::GetVoiceRequest request;
  request.voice_id = "voice_id/1 ?#%2F";
  const auto answer = client().voices().get_voice(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->voice_id, "voice_sam");
  EXPECT_EQ(answer->data->name, "Sam");
  EXPECT_EQ(answer->data->language, "English");
  EXPECT_EQ(answer->data->gender, "male");
  EXPECT_EQ(answer->data->status, heygen::VoiceCloneStatus::Complete);
  EXPECT_EQ(answer->data->support_pause, true);
  EXPECT_EQ(answer->data->support_interactive_avatar, false);
}

TEST(Voices, DeleteVoice) {
  heygen::DeleteVoiceRequest request;
  request.voice_id = "voice_id/1 ?#%2F";
  const auto answer = client().voices().delete_voice(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->voice_id, "voice_sam");
}

}  // namespace
}  // namespace heygen_whole
