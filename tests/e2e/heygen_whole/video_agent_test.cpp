// Video agent: sessions, their messages and videos, styles.
#include "heygen_whole.hpp"

#include "heygen/api/video_agent.hpp"

namespace {

std::vector<heygen::AssetInput> files() {
  heygen::AssetUrl by_url;
  by_url.url = "https://example.com/slides.pdf";
  heygen::AssetId by_id;
  by_id.asset_id = "asset_51";
  heygen::AssetBase64 inlined;
  inlined.media_type = "image/png";
  inlined.data = "iVBORw0KGgo=";
  return {by_url, by_id, inlined};
}

TEST(VideoAgent, ListsSessions) {
  heygen::ListVideoAgentSessionsRequest request;
  request.limit = 100;
  request.token = "cur_1/+= &";
  const auto page = heygen_whole::client().video_agent().list_video_agent_sessions(request);
  ASSERT_TRUE(page) << page.error();
  ASSERT_EQ(page->data->size(), 2u);
  EXPECT_EQ(page->data->front().session_id, "sess_7f3a");
  EXPECT_EQ(page->data->front().created_at, 1711382400);
  EXPECT_TRUE(page->data->back().title.is_null());
  EXPECT_EQ(page->has_more, true);
  EXPECT_EQ(page->next_token, "cur_2");
}

TEST(VideoAgent, CreatesASession) {
  heygen::CreateVideoAgentV3Request request;
  request.idempotency_key = "launch-17";
  request.body.prompt = "A tour of the harbour, with \"quotes\", \\ and \xc3\xa9";
  request.body.mode = heygen::SessionMode::Chat;
  request.body.avatar_id = "avatar_1";
  request.body.voice_id = "voice_1";
  request.body.style_id = "style_noir";
  request.body.brand_kit_id = "brand_1";
  request.body.orientation = heygen::VideoOrientation::Portrait;
  request.body.files = files();
  request.body.callback_url = "https://example.com/hook";
  request.body.callback_id = "launch-17";
  request.body.incognito_mode = true;
  const auto created = heygen_whole::client().video_agent().create_video_agent_v3(request);
  ASSERT_TRUE(created) << created.error();
  EXPECT_EQ(created->data->session_id, "sess_7f3a");
  EXPECT_EQ(created->data->status, heygen::CreateVideoAgentResponseStatus::Thinking);
  EXPECT_TRUE(created->data->video_id.is_null());
}

TEST(VideoAgent, CreatesASessionWithNullsAndAToken) {
  heygen::CreateVideoAgentRequest body;
  body.prompt = "A tour";
  body.avatar_id = bindery::null;
  body.orientation = bindery::null;
  body.files = bindery::null;
  const auto api = heygen_whole::client_with_token().video_agent();
  const auto created = api.create_video_agent_v3(body);
  ASSERT_TRUE(created) << created.error();
}

TEST(VideoAgent, ListsStyles) {
  heygen::ListVideoAgentStylesRequest request;
  request.tag = "retro-tech";
  request.limit = 1;
  request.token = "cur_1";
  const auto page = heygen_whole::client().video_agent().list_video_agent_styles(request);
  ASSERT_TRUE(page) << page.error();
  ASSERT_EQ(page->data->size(), 1u);
  const auto& style = page->data->front();
  EXPECT_EQ(style.style_id, "style_noir");
  EXPECT_EQ(style.aspect_ratio, "16:9");
  EXPECT_EQ(style.tags->front(), "cinematic");
  EXPECT_TRUE(page->next_token.is_null());
}

TEST(VideoAgent, GetsASession) {
  const auto api = heygen_whole::client().video_agent();
  const auto session = api.get_video_agent_session("sess/7f3a?#%2F \xc3\xa9");
  ASSERT_TRUE(session) << session.error();
  EXPECT_EQ(session->data->status, heygen::SessionStatus::Generating);
  EXPECT_EQ(session->data->progress, 60);
  EXPECT_EQ(session->data->video_id, "v_19c2");
  ASSERT_EQ(session->data->messages->size(), 1u);
  const auto& message = session->data->messages->front();
  EXPECT_EQ(message.role, "model");
  EXPECT_EQ(message.type, heygen::SessionMessageType::Text);
  EXPECT_TRUE(message.resource_ids.is_null());
}

TEST(VideoAgent, SendsAMessage) {
  heygen::ContinueVideoAgentSessionRequest request;
  request.session_id = "sess_7f3a";
  request.idempotency_key = "message-1";
  request.body.message = "Use a calmer voice.";
  request.body.avatar_id = "avatar_2";
  request.body.voice_id = "voice_2";
  request.body.brand_kit_id = "brand_2";
  request.body.files = files();
  const auto sent = heygen_whole::client().video_agent().continue_video_agent_session(request);
  ASSERT_TRUE(sent) << sent.error();
  EXPECT_EQ(sent->data->session_id, "sess_7f3a");
  EXPECT_EQ(sent->data->run_id, "run_3");
}

TEST(VideoAgent, ListsTheVideosOfASession) {
  const auto api = heygen_whole::client().video_agent();
  const auto videos = api.list_video_agent_session_videos("sess_7f3a");
  ASSERT_TRUE(videos) << videos.error();
  ASSERT_EQ(videos->data->size(), 1u);
  EXPECT_EQ(videos->data->front().id, "v_19c2");
  EXPECT_EQ(videos->data->front().status, heygen::VideoStatus::Processing);
}

}  // namespace
