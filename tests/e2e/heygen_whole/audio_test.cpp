// Audio: each operation with all that it takes.
#include "heygen_whole.hpp"

#include "heygen/api/audio.hpp"

namespace heygen_whole {
namespace {

TEST(Audio, SearchAudioSounds) {
  heygen::SearchAudioSoundsRequest request;
  request.query = "query +&=\303\251";
  request.type = heygen::AudioContentType::SoundEffects;
  request.min_score = 0.25;
  request.limit = 7;
  request.token = "token +&=\303\251";
  const auto answer = client().audio().search_audio_sounds(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  ASSERT_EQ(answer->data->size(), 1u);
  EXPECT_EQ(answer->data->front().id, "snd_1");
  EXPECT_EQ(answer->data->front().name, "Rainy Window");
  EXPECT_EQ(answer->data->front().description, "Calm, piano, slow");
  EXPECT_EQ(answer->data->front().audio_url, "https://example.com/snd_1.mp3?signature=abc");
  EXPECT_EQ(answer->data->front().duration, 120.4);
  EXPECT_EQ(answer->data->front().score, 0.83);
}

}  // namespace
}  // namespace heygen_whole
