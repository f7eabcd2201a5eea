// Video agent over real HTTP: sessions, messages, styles, and what their requests look like on the
// wire.
#include "heygen_test.hpp"

namespace {

using heygen_test::HeygenTest;
using VideoAgent = HeygenTest;

TEST_F(VideoAgent, CreatesASessionWithEveryMember) {
  const auto api = client().video_agent();
  heygen::CreateVideoAgentV3Request request;
  request.idempotency_key = "one-call";
  request.body.prompt = "A tour of the harbour, with \"quotes\" and \xc3\xa9";
  request.body.mode = heygen::SessionMode::Chat;
  request.body.orientation = heygen::VideoOrientation::Portrait;
  request.body.style_id = "style_1";
  request.body.callback_id = "mine";
  request.body.incognito_mode = true;
  heygen::AssetUrl slides;
  slides.url = "https://example.com/slides.pdf";
  heygen::AssetBase64 logo;
  logo.media_type = "image/png";
  logo.data = "iVBORw0KGgo=";
  request.body.files = std::vector<heygen::AssetInput>{slides, logo};

  const auto created = api.create_video_agent_v3(request);
  ASSERT_TRUE(created) << created.error();
  EXPECT_EQ(created.status(), 200);
  EXPECT_FALSE(created.request_id().empty());
  ASSERT_TRUE(created->data);
  EXPECT_FALSE(created->data->session_id.empty());
  EXPECT_TRUE(created->data->video_id.is_null());

  const auto seen = only_seen();
  EXPECT_EQ(seen.call.method, "POST");
  EXPECT_EQ(seen.call.target, "/v3/video-agents");
  EXPECT_EQ(seen.call.header("x-api-key"), "secret-key");
  EXPECT_EQ(seen.call.header("Idempotency-Key"), "one-call");
  EXPECT_EQ(seen.call.header("Content-Type"), "application/json");
  EXPECT_EQ(seen.call.body, R"({"prompt":"A tour of the harbour, with \"quotes\" and )"
                            "\xc3\xa9"
                            R"(","mode":"chat","style_id":"style_1","orientation":"portrait",)"
                            R"("files":[{"type":"url","url":"https://example.com/slides.pdf"},)"
                            R"({"type":"base64","media_type":"image/png","data":"iVBORw0KGgo="}],)"
                            R"("callback_id":"mine","incognito_mode":true})");
}

TEST_F(VideoAgent, SendsNoMemberThatWasNotSetAndNullWhereAsked) {
  heygen::CreateVideoAgentRequest body;
  body.prompt = "A tour";
  body.avatar_id = bindery::null;
  const auto created = client().video_agent().create_video_agent_v3(body);
  ASSERT_TRUE(created) << created.error();
  EXPECT_EQ(only_seen().call.body, R"({"prompt":"A tour","avatar_id":null})");
}

TEST_F(VideoAgent, ListsSessionsPageByPage) {
  server.service().seed_sessions(5);
  const auto api = client().video_agent();
  heygen::ListVideoAgentSessionsRequest request;
  request.limit = 2;
  std::vector<std::string> ids;
  for (int pages = 0; pages < 5; ++pages) {
    const auto page = api.list_video_agent_sessions(request);
    ASSERT_TRUE(page) << page.error();
    ASSERT_TRUE(page->data);
    for (const auto& session : *page->data) ids.push_back(session.session_id);
    if (!page->has_more.value_or(false)) break;
    ASSERT_TRUE(page->next_token.has_value());
    request.token = *page->next_token;
  }
  EXPECT_EQ(ids.size(), 5u);
  const auto seen = server.seen();
  ASSERT_EQ(seen.size(), 3u);
  EXPECT_EQ(seen[0].call.target, "/v3/video-agents?limit=2");
  EXPECT_EQ(seen[1].call.query.count("token"), 1u);
}

TEST_F(VideoAgent, WalksSessionsOverAllPages) {
  server.service().seed_sessions(5);
  heygen::ListVideoAgentSessionsRequest request;
  request.limit = 2;
  std::set<std::string> ids;
  for (auto& session : client().video_agent().list_video_agent_sessions_items(request)) {
    ASSERT_TRUE(session) << session.error();
    ids.insert(session->session_id);
  }
  EXPECT_EQ(ids.size(), 5u);
  EXPECT_EQ(server.seen().size(), 3u);
}

TEST_F(VideoAgent, FollowsASessionToItsVideo) {
  const auto api = client().video_agent();
  heygen::CreateVideoAgentRequest body;
  body.prompt = "A tour";
  const auto created = api.create_video_agent_v3(body);
  ASSERT_TRUE(created) << created.error();
  const std::string session_id = created->data->session_id;

  std::string video_id;
  for (int polls = 0; polls < 10 && video_id.empty(); ++polls) {
    const auto session = api.get_video_agent_session(session_id);
    ASSERT_TRUE(session) << session.error();
    ASSERT_TRUE(session->data);
    EXPECT_TRUE(session->data->status.is_known()) << session->data->status.wire();
    if (session->data->video_id.has_value()) video_id = *session->data->video_id;
  }
  ASSERT_FALSE(video_id.empty());

  const auto videos = api.list_video_agent_session_videos(session_id);
  ASSERT_TRUE(videos) << videos.error();
  ASSERT_TRUE(videos->data);
  ASSERT_EQ(videos->data->size(), 1u);
  EXPECT_EQ(videos->data->front().id, video_id);
}

TEST_F(VideoAgent, SendsAFollowUpMessage) {
  const auto api = client().video_agent();
  heygen::CreateVideoAgentRequest body;
  body.prompt = "A tour";
  body.mode = heygen::SessionMode::Chat;
  const auto created = api.create_video_agent_v3(body);
  ASSERT_TRUE(created) << created.error();
  heygen::ContinueVideoAgentSessionRequest message;
  message.session_id = created->data->session_id;
  message.body.message = "Shorter, please";
  server.clear_seen();
  const auto sent = api.continue_video_agent_session(message);
  ASSERT_TRUE(sent) << sent.error();
  ASSERT_TRUE(sent->data);
  EXPECT_EQ(sent->data->session_id, message.session_id);
  EXPECT_EQ(only_seen().call.target, "/v3/video-agents/" + message.session_id);
}

TEST_F(VideoAgent, ListsStylesByTag) {
  const auto styles = client().video_agent().list_video_agent_styles();
  ASSERT_TRUE(styles) << styles.error();
  ASSERT_TRUE(styles->data);
  ASSERT_FALSE(styles->data->empty());
  EXPECT_FALSE(styles->data->front().style_id.empty());
}

TEST_F(VideoAgent, RefusesAnEmptyPathParameterBeforeAnythingIsSent) {
  const auto session = client().video_agent().get_video_agent_session({});
  ASSERT_FALSE(session);
  EXPECT_EQ(session.error().kind(), bindery::ErrorKind::invalid_request);
  EXPECT_NE(session.error().message().find("session_id"), std::string::npos) << session.error();
  EXPECT_TRUE(server.seen().empty());
}

TEST_F(VideoAgent, KeepsAPathParameterInItsSegment) {
  const auto session = client().video_agent().get_video_agent_session("../videos?x=1#y%2F");
  ASSERT_FALSE(session);
  EXPECT_EQ(session.error().status(), 404);
  EXPECT_EQ(only_seen().call.target, "/v3/video-agents/..%2Fvideos%3Fx%3D1%23y%252F");
}

}  // namespace
