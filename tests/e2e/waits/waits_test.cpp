// Jobs that are waited for: what ends the wait, what does not, and how long that may take. The
// clock of the clients moves when they sleep.
#include <chrono>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/httplib_transport.hpp"
#include "servers.hpp"
#include "studio/studio.hpp"

namespace {

using bindery::ErrorKind;
using bindery::WaitOptions;
using servers::HttpServer;
using std::chrono::milliseconds;
using std::chrono::seconds;

struct Answer {
  int status = 200;
  std::string body{};
  std::string retry_after{};
};

// Answers each path by its answers in turn, the last one again and again, and notes what was asked
// and for how long the client slept.
class Studio {
 public:
  explicit Studio(std::vector<std::pair<std::string, std::vector<Answer>>> script)
      : script_(std::move(script)) {
    server_->Get(".*", [this](const httplib::Request& request, httplib::Response& response) {
      asked_.push_back(request.path);
      response.status = 404;
      response.set_content(R"({"code":5,"message":"no such thing"})", "application/json");
      response.set_header("X-Request-Id", "req_" + std::to_string(asked_.size()));
      for (auto& [path, answers] : script_) {
        if (path != request.path) continue;
        const Answer answer = answers.front();
        if (answers.size() > 1) answers.erase(answers.begin());
        response.status = answer.status;
        response.set_content(answer.body, "application/json");
        if (!answer.retry_after.empty()) response.set_header("Retry-After", answer.retry_after);
      }
    });
    url_ = server_.start_http();
  }

  studio::Client client(bindery::Options options = {}) {
    options.time.now = [this] { return now_; };
    options.time.sleep = [this](milliseconds duration) {
      slept_.push_back(duration.count());
      now_ += duration;
      if (when_asleep) when_asleep();
    };
    options.time.random = [] { return std::uint64_t{0}; };
    return studio::Client(bindery::httplib_transport(url_), {}, options);
  }

  std::function<void()> when_asleep{};
  const std::vector<std::string>& asked() const { return asked_; }
  const std::vector<std::int64_t>& slept() const { return slept_; }

 private:
  std::vector<std::pair<std::string, std::vector<Answer>>> script_;
  std::vector<std::string> asked_;
  std::vector<std::int64_t> slept_;
  std::chrono::steady_clock::time_point now_{};
  HttpServer server_;
  std::string url_;
};

Answer video(const std::string& status, const std::string& more = {}) {
  return {200, R"({"data":{"id":"v_1","status":")" + status + '"' + more + "}}"};
}
Answer session(const std::string& status, const std::string& video_id = "null") {
  return {200, R"({"data":{"status":")" + status + R"(","video_id":)" + video_id + "}}"};
}

bindery::Options without_retries() {
  bindery::Options options;
  options.retry.max_retries = 0;
  return options;
}

TEST(Waits, EndWhenTheJobIsDone) {
  Studio server({{"/videos/v_1",
                  {video("pending"), video("soon to be known"), video("processing"),
                   video("completed", R"(,"url":"u")")}}});
  std::string polls;
  WaitOptions wait;
  wait.on_poll = [&](const bindery::Poll& poll) {
    const auto* const answer = poll.answer_as<studio::GetVideoResponse>();
    ASSERT_NE(answer, nullptr);
    EXPECT_EQ(answer->data->id, "v_1");
    EXPECT_EQ(poll.answer_as<studio::GetSessionResponse>(), nullptr);
    EXPECT_EQ(poll.operation_id, "getVideo");
    polls += std::to_string(poll.number) + ' ' + std::string(poll.status) + ' ' +
             std::to_string(poll.elapsed.count()) + ' ' +
             (poll.next ? std::to_string(poll.next->count()) : "-") + '\n';
  };
  const auto done = server.client().videos().wait_for_video("v_1", wait);
  ASSERT_TRUE(done) << done.error();
  EXPECT_EQ(done->data->url, "u");
  EXPECT_EQ(done.request_id(), "req_4");
  EXPECT_EQ(polls,
            "1 pending 0 2000\n"
            "2 soon to be known 2000 3000\n"
            "3 processing 5000 4500\n"
            "4 completed 9500 -\n");
}

TEST(Waits, GrowNoLongerThanTheirMost) {
  Studio server({{"/videos/v_1", {video("pending")}}});
  WaitOptions wait;
  wait.interval = seconds(8);
  wait.growth = 2;
  wait.max_interval = seconds(10);
  wait.deadline = seconds(45);
  EXPECT_FALSE(server.client().videos().wait_for_video("v_1", wait));
  EXPECT_EQ(server.slept(), (std::vector<std::int64_t>{8000, 10000, 10000, 10000, 6000}));
}

TEST(Waits, LetTheServerSayWhen) {
  Studio server({{"/videos/v_1",
                  {{200, video("pending").body, "7"},
                   {200, video("pending").body, "0"},
                   {200, video("pending").body, "999999"},
                   video("completed")}}});
  ASSERT_TRUE(server.client().videos().wait_for_video("v_1"));
  // A server that wants to be hammered is not; one that wants us to wait for days is not obeyed.
  EXPECT_EQ(server.slept(), (std::vector<std::int64_t>{7000, 250, 120000}));
}

TEST(Waits, TellWhyAJobFailed) {
  Studio server(
      {{"/videos/v_1",
        {video("processing"),
         video("failed", R"(,"failure_code":"no_voice","failure_message":"It is\nmute")")}}});
  const auto failed = server.client().videos().wait_for_video("v_1");
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().kind(), ErrorKind::job_failed);
  EXPECT_EQ(failed.error().message(),
            "getVideo video_id v_1: failed, `failed`: no_voice: It is mute (request id req_2)");
  EXPECT_EQ(failed.error().operation_id(), "getVideo");
  EXPECT_EQ(failed.error().request_id(), "req_2");
  const auto answer = failed.error().body_as<studio::GetVideoResponse>();
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->data->failure_code, "no_voice");
}

TEST(Waits, SayThatNoReasonWasGiven) {
  Studio server({{"/videos/v_1", {video("failed", R"(,"failure_code":null)")}}});
  const auto failed = server.client().videos().wait_for_video("v_1");
  ASSERT_FALSE(failed);
  EXPECT_EQ(
      failed.error().message(),
      "getVideo video_id v_1: failed, `failed`: the server gives no reason (request id req_1)");
}

TEST(Waits, EndAtOnceWhereThereIsNothing) {
  Studio server({{"/videos/v_1", {video("pending"), {404, R"({"message":"gone"})"}}}});
  const auto gone = server.client().videos().wait_for_video("v_1");
  ASSERT_FALSE(gone);
  EXPECT_EQ(gone.error().kind(), ErrorKind::documented_error);
  EXPECT_EQ(gone.status(), 404);
  EXPECT_EQ(server.asked().size(), 2u);
}

TEST(Waits, OutliveWhatPasses) {
  Studio server(
      {{"/videos/v_1", {video("pending"), {503, "{}"}, {429, "{}", "9"}, video("completed")}}});
  std::vector<int> failures;
  WaitOptions wait;
  wait.on_poll = [&](const bindery::Poll& poll) {
    if (poll.error != nullptr) failures.push_back(poll.error->status());
  };
  ASSERT_TRUE(server.client(without_retries()).videos().wait_for_video("v_1", wait));
  EXPECT_EQ(failures, (std::vector<int>{503, 429}));
  EXPECT_EQ(server.slept(), (std::vector<std::int64_t>{2000, 3000, 9000}));
}

TEST(Waits, GiveUpOnWhatDoesNotPass) {
  Studio server({{"/videos/v_1", {{503, "{}"}}}});
  WaitOptions wait;
  wait.max_failed_polls = 2;
  const auto failed = server.client(without_retries()).videos().wait_for_video("v_1", wait);
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.status(), 503);
  EXPECT_EQ(server.asked().size(), 3u);
}

TEST(Waits, EndAtTheDeadline) {
  Studio server({{"/videos/v_1", {video("processing")}}});
  WaitOptions wait;
  wait.deadline = seconds(10);
  const auto late = server.client().videos().wait_for_video("v_1", wait);
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().kind(), ErrorKind::timeout);
  EXPECT_EQ(late.error().message(),
            "getVideo video_id v_1: still `processing` after 5 polls in 10000 ms (deadline) "
            "(request id req_5)");
  // The last poll is a little before it.
  EXPECT_EQ(server.slept(), (std::vector<std::int64_t>{2000, 3000, 4500, 250}));
  EXPECT_TRUE(late.error().body_as<studio::GetVideoResponse>());
}

TEST(Waits, AreCancelledBeforeTheyBegin) {
  Studio server({{"/videos/v_1", {video("pending")}}});
  const bindery::CancelSource source;
  source.cancel();
  bindery::CallOptions options;
  options.cancel = source.token();
  const auto cancelled = server.client().videos().wait_for_video("v_1", {}, options);
  ASSERT_FALSE(cancelled);
  EXPECT_EQ(cancelled.error().kind(), ErrorKind::cancelled);
  EXPECT_TRUE(server.asked().empty());
}

TEST(Waits, AreCancelledBetweenPolls) {
  Studio server({{"/videos/v_1", {video("pending")}}});
  const bindery::CancelSource source;
  server.when_asleep = [&] { source.cancel(); };
  bindery::CallOptions options;
  options.cancel = source.token();
  const auto cancelled = server.client().videos().wait_for_video("v_1", {}, options);
  ASSERT_FALSE(cancelled);
  EXPECT_EQ(cancelled.error().kind(), ErrorKind::cancelled);
  EXPECT_EQ(cancelled.error().message(),
            "getVideo video_id v_1: cancelled, still `pending` (request id req_1)");
  EXPECT_EQ(server.asked().size(), 1u);
}

TEST(Waits, AreCancelledInThePoll) {
  Studio server({{"/videos/v_1", {video("pending")}}});
  const bindery::CancelSource source;
  bindery::Options of_client;
  of_client.before_attempt = [&](const bindery::AttemptStart&) { source.cancel(); };
  bindery::CallOptions options;
  options.cancel = source.token();
  const auto cancelled = server.client(of_client).videos().wait_for_video("v_1", {}, options);
  ASSERT_FALSE(cancelled);
  EXPECT_EQ(cancelled.error().kind(), ErrorKind::cancelled);
}

TEST(Waits, GoFromOneJobToTheNext) {
  Studio server({{"/sessions/s_1", {session("thinking"), session("generating", R"("v_1")")}},
                 {"/videos/v_1", {video("pending"), video("completed")}}});
  const auto done = server.client().sessions().wait_for_session_video("s_1");
  ASSERT_TRUE(done) << done.error();
  EXPECT_EQ(done->first.data->video_id, "v_1");
  ASSERT_TRUE(done->second);
  EXPECT_EQ(done->second->data->status, studio::VideoStatus::Completed);
  EXPECT_EQ(server.asked(), (std::vector<std::string>{"/sessions/s_1", "/sessions/s_1",
                                                      "/videos/v_1", "/videos/v_1"}));
}

TEST(Waits, StopWhereTheCallerIsWanted) {
  Studio server({{"/sessions/s_1", {session("thinking"), session("waiting_for_input")}}});
  const auto stopped = server.client().sessions().wait_for_session_video("s_1");
  ASSERT_TRUE(stopped) << stopped.error();
  EXPECT_FALSE(stopped->second);
  EXPECT_EQ(stopped->first.data->status, studio::SessionStatus::WaitingForInput);
}

TEST(Waits, EndWithTheFirstJobThatFails) {
  Studio server({{"/sessions/s_1", {session("failed")}}});
  const auto failed = server.client().sessions().wait_for_session_video("s_1");
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().kind(), ErrorKind::job_failed);
  EXPECT_EQ(server.asked().size(), 1u);
}

TEST(Waits, HaveOneDeadlineForBothJobs) {
  Studio server({{"/sessions/s_1", {session("thinking"), session("generating", R"("v_1")")}},
                 {"/videos/v_1", {video("pending")}}});
  WaitOptions wait;
  wait.deadline = seconds(6);
  const auto late = server.client().sessions().wait_for_session_video("s_1", wait);
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().kind(), ErrorKind::timeout);
  EXPECT_EQ(server.slept(), (std::vector<std::int64_t>{2000, 2000, 1000}));
}

TEST(Waits, KnowMembersThatSayIt) {
  Studio server({{"/operations/p/1", {{200, R"({"done":false})"}, {200, R"({"done":true})"}}},
                 {"/operations/p/2", {{200, R"({"done":true,"error":{"code":7}})"}}},
                 {"/exports/current", {{200, R"({"state":1})"}, {200, R"({"state":3})"}}}});
  studio::GetOperationRequest request;
  request.project = "p";
  request.number = 1;
  EXPECT_TRUE(server.client().operations().wait_for_operation(request));
  request.number = 2;
  const auto failed = server.client().operations().wait_for_operation(request);
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().message(),
            "getOperation project p number 2: failed, `true`: 7 (request id req_3)");
  EXPECT_EQ(server.slept().size(), 1u);
}

TEST(Waits, FollowMembersThroughWhatHoldsItself) {
  // Null is not yet what a free-form member is waited for with.
  Studio server(
      {{"/nodes/n",
        {{200, R"({"child":{"result":null}})"}, {200, "{}"}, {200, R"({"child":{"result":0}})"}}}});
  const auto done = server.client().operations().options("n");
  ASSERT_TRUE(done) << done.error();
  EXPECT_EQ(server.asked().size(), 3u);
}

TEST(Waits, BearEveryOption) {
  Studio server(
      {{"/videos/v_1", {{200, video("pending").body, "1"}, video("pending"), video("completed")}}});
  bindery::Options options;
  options.retry.max_retry_after = milliseconds(0);
  WaitOptions wait;
  wait.interval = wait.max_interval = milliseconds::max();
  wait.deadline = milliseconds::max();
  wait.growth = std::numeric_limits<double>::quiet_NaN();
  const auto done = server.client(options).videos().wait_for_video("v_1", wait);
  EXPECT_TRUE(done) << done.error();
  EXPECT_EQ(server.asked().size(), 3u);  // the last one just before the deadline
  Studio short_one(
      {{"/videos/v_1", {video("pending"), {200, video("pending").body, "1"}, video("completed")}}});
  wait.growth = std::numeric_limits<double>::infinity();
  wait.max_interval = milliseconds(1);
  EXPECT_TRUE(short_one.client(options).videos().wait_for_video("v_1", wait));
  // What the server asks for is no more than we wait for at all.
  EXPECT_EQ(short_one.slept(), (std::vector<std::int64_t>{1, 1}));
  wait.deadline = milliseconds::min();
  const auto late = short_one.client().videos().wait_for_video("v_1", wait);
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().kind(), ErrorKind::timeout);
}

}  // namespace
