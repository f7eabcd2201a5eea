// Real-time avatars: each operation with all that it takes.
#include "heygen_whole.hpp"

#include "heygen/api/avatar_realtime.hpp"
#include "values.hpp"

namespace heygen_whole {
namespace {

heygen::CreateAvatarRealtimeTTS create_avatar_realtime_tts() {
  heygen::CreateAvatarRealtimeTTS value;
  value.avatar_id = "avatar_id_1";
  value.voice_id = "voice_id_1";
  value.text = "Caf\303\251 \"1\" & \\ more";
  return value;
}

heygen::CreateAvatarRealtimeAudio create_avatar_realtime_audio(std::size_t which) {
  heygen::CreateAvatarRealtimeAudio value;
  value.avatar_id = "avatar_id_1";
  value.audio = asset_input(which);
  return value;
}

heygen::CreateAvatarRealtimeTextStream create_avatar_realtime_text_stream() {
  heygen::CreateAvatarRealtimeTextStream value;
  value.avatar_id = "avatar_id_1";
  value.voice_id = "voice_id_1";
  value.text = "Caf\303\251 \"1\" & \\ more";
  return value;
}

heygen::CreateAvatarRealtimeRequestBody create_avatar_realtime_request_body(std::size_t which) {
  switch (which % 3) {
    case 0:
      return create_avatar_realtime_tts();
    case 1:
      return create_avatar_realtime_audio(which / 3);
    default:
      return create_avatar_realtime_text_stream();
  }
}

TEST(AvatarRealtime, CreateAvatarRealtimeSession) {
  const auto api = client().avatar_realtime();
  for (std::size_t which = 0; which < 9; ++which) {
    heygen::CreateAvatarRealtimeSessionRequest request;
    request.body = create_avatar_realtime_request_body(which);
    const auto answer = api.create_avatar_realtime_session(request);
    ASSERT_TRUE(answer) << answer.error();
    ASSERT_TRUE(answer->data.has_value());
    EXPECT_EQ(answer->data->stream_id, "stream_4");
  }
}

TEST(AvatarRealtime, GetAvatarRealtimeSession) {
  heygen::GetAvatarRealtimeSessionRequest request;
  request.stream_id = "stream_id/1 ?#%2F";
  const auto answer = client().avatar_realtime().get_avatar_realtime_session(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->stream_id, "stream_4");
  EXPECT_EQ(answer->data->status, heygen::AvatarRealtimeStatus::Streaming);
  EXPECT_EQ(answer->data->hls_url, "https://example.com/stream_4.m3u8");
}

heygen::AppendTextDeltaRequest append_text_delta_request() {
  heygen::AppendTextDeltaRequest value;
  value.delta = "delta_1";
  value.final = true;
  return value;
}

TEST(AvatarRealtime, AppendAvatarRealtimeText) {
  heygen::AppendAvatarRealtimeTextRequest request;
  request.stream_id = "stream_id/1 ?#%2F";
  request.body = append_text_delta_request();
  const auto answer = client().avatar_realtime().append_avatar_realtime_text(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->ok, true);
  EXPECT_EQ(answer->data->buffered_bytes, 38);
}

TEST(AvatarRealtime, CancelAvatarRealtimeSession) {
  heygen::CancelAvatarRealtimeSessionRequest request;
  request.stream_id = "stream_id/1 ?#%2F";
  const auto answer = client().avatar_realtime().cancel_avatar_realtime_session(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->stream_id, "stream_4");
  EXPECT_EQ(answer->data->cancelled, true);
}

TEST(AvatarRealtime, StreamAvatarRealtimeWords) {
  heygen::StreamAvatarRealtimeWordsRequest request;
  request.stream_id = "stream_id/1 ?#%2F";
  std::size_t events = 0;
  const auto answer = client().avatar_realtime().stream_avatar_realtime_words_stream(
      request, [&](const bindery::Event<heygen::AvatarRealtimeWords>& event) {
        ++events;
        EXPECT_TRUE(std::holds_alternative<heygen::WordBatch>(event.data));
      });
  ASSERT_TRUE(answer) << answer.error();
  EXPECT_EQ(events, 1u);
}

}  // namespace
}  // namespace heygen_whole
