// The announcements of callback_url as typed events.
#include "heygen_test.hpp"

namespace {

using heygen_test::HeygenTest;

TEST(Webhooks, ReadsEachEventByItsType) {
  const auto success = bindery::from_json<heygen::VideoEventPayload>(
      R"({"event_id":"evt_1","event_type":"video_agent.success","event_data":{"session_id":"s_1",)"
      R"("video_id":"v_1","callback_id":"mine","duration":30.5},"created_at":"2026-11-21T10:00:00Z"})");
  ASSERT_TRUE(success) << success.error();
  const auto* event = std::get_if<heygen::VideoAgentSuccessEvent>(&*success);
  ASSERT_NE(event, nullptr);
  EXPECT_EQ(event->event_data.video_id, "v_1");
  EXPECT_EQ(event->event_data.additional_properties.count("duration"), 1u);

  const auto failure = bindery::from_json<heygen::VideoEventPayload>(
      R"({"event_type":"avatar_video.fail","event_data":{"video_id":"v_2","msg":"no voice"}})");
  ASSERT_TRUE(failure) << failure.error();
  const auto* failed = std::get_if<heygen::AvatarVideoFailEvent>(&*failure);
  ASSERT_NE(failed, nullptr);
  EXPECT_EQ(failed->event_data.msg, "no voice");
}

TEST(Webhooks, KeepsAnEventItDoesNotKnow) {
  const std::string body = R"({"event_type":"hologram.success","event_data":{"job_id":"j_1"}})";
  const auto event = bindery::from_json<heygen::VideoEventPayload>(body);
  ASSERT_TRUE(event) << event.error();
  const auto* raw = std::get_if<bindery::Json>(&*event);
  ASSERT_NE(raw, nullptr);
  EXPECT_EQ(raw->text(), body);
}

TEST(Webhooks, RefusesWhatIsNoEvent) {
  const auto event = bindery::from_json<heygen::VideoEventPayload>("<html>");
  ASSERT_FALSE(event);
  EXPECT_EQ(event.error().kind(), bindery::ErrorKind::undecodable_body);
}

/// What the fake posts at the end of a job is what the document says.
class Delivered : public HeygenTest {};

TEST_F(Delivered, TheFakesAnnouncementIsATypedEvent) {
  heygen::CreateVideoAgentRequest body;
  body.prompt = "A tour";
  // A port nobody listens on: the fake keeps what it would have delivered.
  body.callback_url = "http://127.0.0.1:9/hook";
  body.callback_id = "mine";
  const auto api = client();
  const auto created = api.video_agent().create_video_agent_v3(body);
  ASSERT_TRUE(created) << created.error();
  for (int polls = 0; polls < 20 && server.deliveries().empty(); ++polls) {
    const auto session = api.video_agent().get_video_agent_session(created->data->session_id);
    ASSERT_TRUE(session) << session.error();
    if (session->data->video_id.has_value())
      (void)api.videos().get_video_v3(*session->data->video_id);
  }
  ASSERT_EQ(server.deliveries().size(), 1u);
  const auto event =
      bindery::from_json<heygen::VideoEventPayload>(server.deliveries().front().body);
  ASSERT_TRUE(event) << event.error();
  const auto* success = std::get_if<heygen::VideoAgentSuccessEvent>(&*event);
  ASSERT_NE(success, nullptr);
  EXPECT_EQ(success->event_data.callback_id, "mine");
}

}  // namespace
