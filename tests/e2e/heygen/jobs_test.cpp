// Whole jobs at the fake HeyGen, and how each of them ends: waiting, walking, downloading.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "bindery/download.hpp"
#include "heygen_test.hpp"

namespace {

using bindery::ErrorKind;
using heygen_test::HeygenTest;

class Jobs : public HeygenTest {
 protected:
  static bindery::WaitOptions quick() {
    bindery::WaitOptions wait;
    wait.interval = std::chrono::milliseconds(1);
    return wait;
  }

  std::string new_session(bool is_chat = false) const {
    heygen::CreateVideoAgentRequest request;
    request.prompt = "A tour of the harbour";
    if (is_chat) request.mode = heygen::SessionMode::Chat;
    const auto created = client().video_agent().create_video_agent_v3(request);
    EXPECT_TRUE(created) << created.error();
    return created && created->data ? created->data->session_id : "";
  }

  /// A link to the one video there is.
  std::string link() const {
    for (const auto& video : client().videos().list_videos_v3_items()) {
      if (video && video->video_url) return *video->video_url;
    }
    return {};
  }
};

std::string contents(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST_F(Jobs, MakeAVideoFromASentence) {
  const auto made = client().video_agent().wait_for_session_video(new_session(), quick());
  ASSERT_TRUE(made) << made.error();
  ASSERT_TRUE(made->second);
  EXPECT_EQ(made->second->data->status, heygen::VideoStatus::Completed);
  EXPECT_EQ(made->second->data->id, *made->first.data->video_id);
}

TEST_F(Jobs, StopWhereTheAgentAsks) {
  const std::string session = new_session(true);
  const auto asked = client().video_agent().wait_for_session_video(session, quick());
  ASSERT_TRUE(asked) << asked.error();
  EXPECT_FALSE(asked->second);
  EXPECT_EQ(asked->first.data->status, heygen::SessionStatus::WaitingForInput);
}

TEST_F(Jobs, SayWhyASessionFailedBeforeItHadAVideo) {
  fake_heygen::Failure reason;
  reason.code = "prompt_refused";
  reason.message = "Not about harbours";
  server.service().fail_next_session(reason);
  const std::string session = new_session();
  const auto failed = client().video_agent().wait_for_session_video(session, quick());
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().kind(), ErrorKind::job_failed);
  // HeyGen's sessions have no member for a reason: that is what is said, with what names the job.
  EXPECT_NE(failed.error().message().find(session), std::string::npos);
  EXPECT_NE(failed.error().message().find("the server gives no reason"), std::string::npos);
  EXPECT_FALSE(failed.error().request_id().empty());
}

TEST_F(Jobs, SayWhyAVideoFailed) {
  fake_heygen::Failure reason;
  reason.code = "no_voice";
  reason.message = "The voice is gone";
  server.service().fail_next_video(reason);
  const auto failed = client().video_agent().wait_for_session_video(new_session(), quick());
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().kind(), ErrorKind::job_failed);
  EXPECT_NE(failed.error().message().find("no_voice: The voice is gone"), std::string::npos);
  const auto answer = failed.error().body_as<heygen::GetVideoV3Response>();
  ASSERT_TRUE(answer && answer->data);
  EXPECT_EQ(answer->data->failure_code, "no_voice");
}

TEST_F(Jobs, EndAtOnceWhereTheVideoIsGone) {
  const auto gone = client().videos().wait_for_video("v_none", quick());
  ASSERT_FALSE(gone);
  EXPECT_EQ(gone.status(), 404);
  EXPECT_EQ(server.seen().size(), 1u);
}

TEST_F(Jobs, AreCancelledWhileTheyWait) {
  const bindery::CancelSource source;
  bindery::CallOptions options;
  options.cancel = source.token();
  bindery::WaitOptions wait = quick();
  wait.on_poll = [&](const bindery::Poll&) { source.cancel(); };
  const auto cancelled = client().video_agent().wait_for_session(new_session(), wait, options);
  ASSERT_FALSE(cancelled);
  EXPECT_EQ(cancelled.error().kind(), ErrorKind::cancelled);
}

TEST_F(Jobs, WalkOnlyAsFarAsPagesCome) {
  server.service().seed_sessions(5);
  fake_heygen::Fault fault;
  fault.method = "GET";
  fault.path_prefix = "/v3/video-agents";
  fault.answer.status = 400;
  fault.answer.body = R"({"error":{"code":"invalid_parameter","message":"no"}})";
  heygen::ListVideoAgentSessionsRequest request;
  request.limit = 2;
  auto items = client().video_agent().list_video_agent_sessions_items(request);
  int sessions = 0;
  int failures = 0;
  bool is_added = false;
  for (const auto& item : items) {
    if (!is_added) server.service().add_fault(fault);
    is_added = true;
    item ? ++sessions : ++failures;
  }
  EXPECT_EQ(failures, 1);
  EXPECT_EQ(sessions, 2);
}

TEST_F(Jobs, DownloadByAFreshLinkWhenOneHasExpired) {
  server.service().seed_videos(1);
  const std::string old = link();
  ASSERT_FALSE(old.empty());
  server.service().expire_links();
  const std::string path = testing::TempDir() + "jobs_fresh.mp4";
  bindery::DownloadOptions options;
  int asked = 0;
  options.refetch = [&]() -> bindery::Result<std::string> {
    ++asked;
    return link();
  };
  const auto file = client().download(old, path, options);
  ASSERT_TRUE(file) << file.error();
  EXPECT_EQ(asked, 1);
  EXPECT_EQ(contents(path).size(), file->bytes);
  EXPECT_EQ(server.service().downloads_with_credentials(), 0);
  std::remove(path.c_str());
}

TEST_F(Jobs, SayThatALinkHasExpired) {
  server.service().seed_videos(1);
  const std::string old = link();
  server.service().expire_links();
  const std::string path = testing::TempDir() + "jobs_expired.mp4";
  const auto file = client().download(old, path);
  ASSERT_FALSE(file);
  EXPECT_EQ(file.status(), 403);
  EXPECT_EQ(file.error().message().find("signature="), std::string::npos);
  EXPECT_TRUE(contents(path).empty());
}

}  // namespace
