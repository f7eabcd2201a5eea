// Video agent: each operation with all that it takes.
#include "heygen_whole.hpp"

#include "heygen/api/video_agent.hpp"
#include "values.hpp"

namespace heygen_whole {
namespace {

TEST(VideoAgent, ListVideoAgentSessions) {
  heygen::ListVideoAgentSessionsRequest request;
  request.limit = 7;
  request.token = "token +&=\303\251";
  const auto answer = client().video_agent().list_video_agent_sessions(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  ASSERT_EQ(answer->data->size(), 2u);
  EXPECT_EQ(answer->data->front().session_id, "sess_7f3a");
  EXPECT_EQ(answer->data->front().title, "Product launch explainer");
  EXPECT_EQ(answer->data->front().created_at, 1711382400);
  EXPECT_EQ(answer->has_more, true);
  EXPECT_EQ(answer->next_token, "cur_2");
}

heygen::CreateVideoAgentRequest create_video_agent_request(std::size_t which) {
  heygen::CreateVideoAgentRequest value;
  value.prompt = "Caf\303\251 \"1\" & \\ more";
  value.mode = heygen::SessionMode::Chat;
  value.avatar_id = "avatar_id_1";
  value.voice_id = "voice_id_1";
  value.style_id = "style_id_1";
  value.brand_kit_id = "brand_kit_id_1";
  value.orientation = heygen::VideoOrientation::Portrait;
  value.files = std::vector<heygen::AssetInput>{asset_input(which)};
  value.callback_url = "https://example.com/callback_url?a=1&b=%20";
  value.callback_id = "callback_id_1";
  value.incognito_mode = true;
  return value;
}

TEST(VideoAgent, CreateVideoAgentV3) {
  const auto api = client().video_agent();
  for (std::size_t which = 0; which < 3; ++which) {
    heygen::CreateVideoAgentV3Request request;
    request.idempotency_key = "key-1:xxx";
    request.body = create_video_agent_request(which);
    const auto answer = api.create_video_agent_v3(request);
    ASSERT_TRUE(answer) << answer.error();
    ASSERT_TRUE(answer->data.has_value());
    EXPECT_EQ(answer->data->session_id, "sess_7f3a");
    EXPECT_EQ(answer->data->status, heygen::CreateVideoAgentResponseStatus::Thinking);
    EXPECT_TRUE(answer->data->video_id.is_null());
    EXPECT_EQ(answer->data->created_at, 1711382400);
  }
}

TEST(VideoAgent, ListVideoAgentStyles) {
  heygen::ListVideoAgentStylesRequest request;
  request.tag = "tag +&=\303\251";
  request.limit = 7;
  request.token = "token +&=\303\251";
  const auto answer = client().video_agent().list_video_agent_styles(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  ASSERT_EQ(answer->data->size(), 1u);
  EXPECT_EQ(answer->data->front().style_id, "style_noir");
  EXPECT_EQ(answer->data->front().name, "Night City");
  EXPECT_EQ(answer->data->front().thumbnail_url, "https://example.com/styles/noir.jpg");
  EXPECT_TRUE(answer->data->front().preview_video_url.is_null());
  ASSERT_TRUE(answer->data->front().tags.has_value());
  ASSERT_EQ(answer->data->front().tags->size(), 1u);
}

TEST(VideoAgent, GetVideoAgentSession) {
  heygen::GetVideoAgentSessionRequest request;
  request.session_id = "session_id/1 ?#%2F";
  const auto answer = client().video_agent().get_video_agent_session(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->session_id, "sess_7f3a");
  EXPECT_EQ(answer->data->status, heygen::SessionStatus::Generating);
  EXPECT_EQ(answer->data->progress, 60);
  EXPECT_EQ(answer->data->title, "Product launch explainer");
  EXPECT_EQ(answer->data->video_id, "v_19c2");
  EXPECT_EQ(answer->data->created_at, 1711382400);
  ASSERT_TRUE(answer->data->messages.has_value());
  ASSERT_EQ(answer->data->messages->size(), 1u);
}

heygen::SendMessageRequest send_message_request(std::size_t which) {
  heygen::SendMessageRequest value;
  value.message = "Caf\303\251 \"1\" & \\ more";
  value.avatar_id = "avatar_id_1";
  value.voice_id = "voice_id_1";
  value.brand_kit_id = "brand_kit_id_1";
  value.files = std::vector<heygen::AssetInput>{asset_input(which)};
  return value;
}

TEST(VideoAgent, ContinueVideoAgentSession) {
  const auto api = client().video_agent();
  for (std::size_t which = 0; which < 3; ++which) {
    heygen::ContinueVideoAgentSessionRequest request;
    request.session_id = "session_id/1 ?#%2F";
    request.idempotency_key = "key-1:xxx";
    request.body = send_message_request(which);
    const auto answer = api.continue_video_agent_session(request);
    ASSERT_TRUE(answer) << answer.error();
    ASSERT_TRUE(answer->data.has_value());
    EXPECT_EQ(answer->data->session_id, "sess_7f3a");
    EXPECT_EQ(answer->data->run_id, "run_3");
    EXPECT_EQ(answer->data->title, "Product launch explainer");
  }
}

TEST(VideoAgent, GetVideoAgentResource) {
  heygen::GetVideoAgentResourceRequest request;
  request.session_id = "session_id/1 ?#%2F";
  request.resource_id = "resource_id/1 ?#%2F";
  const auto answer = client().video_agent().get_video_agent_resource(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->resource_id, "res_9");
  EXPECT_EQ(answer->data->resource_type, "image");
  EXPECT_EQ(answer->data->source_type, "generated");
  EXPECT_EQ(answer->data->url, "https://example.com/res_9.png");
  EXPECT_EQ(answer->data->thumbnail_url, "https://example.com/res_9_small.png");
  EXPECT_TRUE(answer->data->preview_url.is_null());
  EXPECT_EQ(answer->data->created_at, 1711382460);
}

heygen::StopSessionRequest stop_session_request() {
  heygen::StopSessionRequest value;
  return value;
}

TEST(VideoAgent, StopVideoAgentSession) {
  heygen::StopVideoAgentSessionRequest request;
  request.session_id = "session_id/1 ?#%2F";
  request.body = stop_session_request();
  const auto answer = client().video_agent().stop_video_agent_session(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->session_id, "sess_7f3a");
}

TEST(VideoAgent, ListVideoAgentSessionVideos) {
  heygen::ListVideoAgentSessionVideosRequest request;
  request.session_id = "session_id/1 ?#%2F";
  const auto answer = client().video_agent().list_video_agent_session_videos(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  ASSERT_EQ(answer->data->size(), 1u);
  EXPECT_EQ(answer->data->front().id, "v_19c2");
  EXPECT_EQ(answer->data->front().status, heygen::VideoStatus::Processing);
  EXPECT_EQ(answer->has_more, false);
  EXPECT_TRUE(answer->next_token.is_null());
}

TEST(VideoAgent, CreateVideoAgentV3WithNullsAndAToken) {
  heygen::CreateVideoAgentRequest body;
  body.prompt = "A tour";
  body.avatar_id = bindery::null;
  body.orientation = bindery::null;
  body.files = bindery::null;
  const auto answer = client_with_token().video_agent().create_video_agent_v3(body);
  ASSERT_TRUE(answer) << answer.error();
}

}  // namespace
}  // namespace heygen_whole
