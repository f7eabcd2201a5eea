// Drives the fake HeyGen with a plain httplib client, so that it is right before anything is
// tested against it. No generated code here.
#include "fake_heygen/fake_heygen.hpp"

#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <httplib.h>
#include <rapidjson/document.h>
#include <rapidjson/pointer.h>

#include "fake_heygen/file_kind.hpp"

namespace fake_heygen {
namespace {

const httplib::Headers with_key = {{"x-api-key", "secret"}};

/// The text at a JSON pointer; "<null>", "<missing>" or the number's text otherwise.
std::string at(const httplib::Result& result, const char* pointer) {
  if (!result) return "<no answer>";
  rapidjson::Document document;
  document.Parse(result->body.data(), result->body.size());
  if (document.HasParseError()) return "<not JSON>";
  const rapidjson::Value* value = rapidjson::Pointer(pointer).Get(document);
  if (!value) return "<missing>";
  if (value->IsNull()) return "<null>";
  if (value->IsBool()) return value->GetBool() ? "true" : "false";
  if (value->IsInt64()) return std::to_string(value->GetInt64());
  return value->IsString() ? value->GetString() : "<other>";
}

class FakeHeyGen : public testing::Test {
 protected:
  void start(Settings settings = {}) {
    server = std::make_unique<Server>(std::move(settings));
    ASSERT_TRUE(server->start());
    client = std::make_unique<httplib::Client>(server->url());
    client->set_keep_alive(true);
    client->set_tcp_nodelay(true);
  }
  void SetUp() override { start(); }
  void TearDown() override { client.reset(); }

  httplib::Result get(const std::string& target) { return client->Get(target, with_key); }
  httplib::Result post(const std::string& target, const std::string& body,
                       httplib::Headers headers = with_key) {
    return client->Post(target, headers, body, "application/json");
  }
  httplib::Result upload(const std::string& content, const std::string& field = "file") {
    return client->Post(
        "/v3/assets", with_key,
        httplib::MultipartFormDataItems{{field, content, "note.pdf", "application/octet-stream"}});
  }
  /// The `param` of a refused session body, or the status when it is not refused.
  std::string refused_param(const std::string& body,
                            const std::string& target = "/v3/video-agents") {
    const auto result = post(target, body);
    return result && result->status == 400 ? at(result, "/error/param")
                                           : std::to_string(result ? result->status : 0);
  }

  std::unique_ptr<Server> server;
  std::unique_ptr<httplib::Client> client;
};

TEST_F(FakeHeyGen, RefusesCallsWithoutACredential) {
  const auto result = client->Get("/v3/videos");
  ASSERT_TRUE(result);
  EXPECT_EQ(result->status, 401);
  EXPECT_EQ(at(result, "/error/code"), "authentication_failed");
  EXPECT_EQ(at(result, "/error/param"), "<null>");
  EXPECT_TRUE(result->has_header("X-Request-Id"));
}

TEST_F(FakeHeyGen, TakesKeyOrBearerTokenAndChecksItsValueWhenToldTo) {
  EXPECT_EQ(get("/v3/videos")->status, 200);
  EXPECT_EQ(client->Get("/v3/videos", {{"Authorization", "Bearer token"}})->status, 200);
  EXPECT_EQ(client->Get("/v3/videos", {{"Authorization", "Basic token"}})->status, 401);
  client.reset();
  start({"right"});
  EXPECT_EQ(get("/v3/videos")->status, 401);
  EXPECT_EQ(client->Get("/v3/videos", {{"X-Api-Key", "right"}})->status, 200);
}

TEST_F(FakeHeyGen, MovesASessionOnByPolls) {
  const auto created = post("/v3/video-agents", R"({"prompt":"a film"})");
  ASSERT_EQ(created->status, 200) << created->body;
  EXPECT_EQ(at(created, "/data/status"), "thinking");
  EXPECT_EQ(at(created, "/data/video_id"), "<null>");
  const std::string path = "/v3/video-agents/" + at(created, "/data/session_id");

  const auto first = get(path);
  EXPECT_EQ(at(first, "/data/status"), "thinking");
  EXPECT_EQ(at(first, "/data/messages/0/content"), "a film");
  const auto second = get(path);
  EXPECT_EQ(at(second, "/data/status"), "generating");
  EXPECT_EQ(at(second, "/data/video_id"), "<null>");
  const std::string video = at(get(path), "/data/video_id");
  ASSERT_EQ(video.rfind("v_", 0), 0U) << video;

  // That poll moved the video on already.
  EXPECT_EQ(at(get("/v3/videos/" + video), "/data/status"), "processing");
  const auto done = get("/v3/videos/" + video);
  EXPECT_EQ(at(done, "/data/status"), "completed");
  EXPECT_EQ(at(done, "/data/video_url").rfind(server->url() + "/files/", 0), 0U);
  get(path);
  EXPECT_EQ(at(get(path), "/data/status"), "completed");
  EXPECT_EQ(at(get(path + "/videos"), "/data/0/id"), video);
  EXPECT_EQ(at(get(path + "/videos"), "/has_more"), "false");
}

TEST_F(FakeHeyGen, HoldsEachStateForTheConfiguredNumberOfPolls) {
  client.reset();
  Settings settings;
  settings.polls_per_step = 2;
  start(settings);
  const auto created = post("/v3/videos", R"({"type":"avatar","avatar_id":"a"})");
  EXPECT_EQ(at(created, "/data/status"), "waiting");
  const std::string path = "/v3/videos/" + at(created, "/data/video_id");
  std::vector<std::string> states;
  for (int poll = 0; poll < 5; ++poll) states.push_back(at(get(path), "/data/status"));
  EXPECT_EQ(states, (std::vector<std::string>{"pending", "pending", "processing", "processing",
                                              "completed"}));
}

TEST_F(FakeHeyGen, WaitsForInputInChatMode) {
  const auto created = post("/v3/video-agents", R"({"prompt":"a film","mode":"chat"})");
  const std::string path = "/v3/video-agents/" + at(created, "/data/session_id");
  get(path);
  for (int poll = 0; poll < 5; ++poll)
    EXPECT_EQ(at(get(path), "/data/status"), "waiting_for_input");
  const auto sent = post(path, R"({"message":"a calm one"})");
  EXPECT_EQ(sent->status, 200) << sent->body;
  EXPECT_NE(at(sent, "/data/run_id"), "<missing>");
  EXPECT_EQ(at(get(path), "/data/status"), "thinking");
  EXPECT_EQ(at(get(path), "/data/status"), "generating");

  const auto plain = post("/v3/video-agents", R"({"prompt":"a film"})");
  EXPECT_EQ(post("/v3/video-agents/" + at(plain, "/data/session_id"), R"({"message":"x"})")->status,
            400);
}

TEST_F(FakeHeyGen, FailsWhatItIsToldToFail) {
  server->service().fail_next_session({"agent_failed", "no idea"});
  const auto session = post("/v3/video-agents", R"({"prompt":"x"})");
  const std::string path = "/v3/video-agents/" + at(session, "/data/session_id");
  get(path);
  const auto failed = get(path);
  EXPECT_EQ(at(failed, "/data/status"), "failed");
  EXPECT_EQ(at(failed, "/data/video_id"), "<null>");
  EXPECT_EQ(at(failed, "/data/messages/0/type"), "error");

  server->service().fail_next_video({"rendering_failed", std::nullopt});
  const auto video = post("/v3/videos", R"({"type":"avatar","avatar_id":"a"})");
  const std::string video_path = "/v3/videos/" + at(video, "/data/video_id");
  get(video_path);
  get(video_path);
  const auto end = get(video_path);
  EXPECT_EQ(at(end, "/data/status"), "failed");
  EXPECT_EQ(at(end, "/data/failure_code"), "rendering_failed");
  EXPECT_EQ(at(end, "/data/failure_message"), "<null>");
  EXPECT_EQ(at(end, "/data/video_url"), "<null>");
}

TEST_F(FakeHeyGen, ServesTheFileToThoseWhoHaveTheLink) {
  server->service().seed_videos(1);
  const std::string link = at(get("/v3/videos"), "/data/0/video_url");
  const std::string path = link.substr(server->url().size());
  const auto file = client->Get(path);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->status, 200);
  EXPECT_EQ(file->get_header_value("Content-Type"), "video/mp4");
  EXPECT_EQ(file->body, video_content(at(get("/v3/videos"), "/data/0/id"), 256 * 1024));
  EXPECT_EQ(mime_type_of(file->body), "video/mp4");
  EXPECT_EQ(server->service().downloads_with_credentials(), 0);

  const auto part = client->Get(path, {httplib::make_range_header({{10, 19}})});
  EXPECT_EQ(part->status, 206);
  EXPECT_EQ(part->body, file->body.substr(10, 10));

  client->Get(path, with_key);
  EXPECT_EQ(server->service().downloads_with_credentials(), 1);
  server->service().expire_links();
  EXPECT_EQ(client->Get(path)->status, 403);
  EXPECT_EQ(client->Get("/files/videos/v_999.mp4?signature=s2")->status, 404);
}

TEST_F(FakeHeyGen, CutsListsIntoPagesThatSurviveDeletion) {
  server->service().seed_videos(5);
  const auto first = get("/v3/videos?limit=2");
  EXPECT_EQ(at(first, "/data/0/title"), "Video 5");
  EXPECT_EQ(at(first, "/data/1/title"), "Video 4");
  EXPECT_EQ(at(first, "/data/2"), "<missing>");
  EXPECT_EQ(at(first, "/has_more"), "true");
  client->Delete("/v3/videos/" + at(first, "/data/1/id"), with_key);
  const auto second = get("/v3/videos?limit=2&token=" + at(first, "/next_token"));
  EXPECT_EQ(at(second, "/data/0/title"), "Video 3");
  const auto third = get("/v3/videos?limit=2&token=" + at(second, "/next_token"));
  EXPECT_EQ(at(third, "/data/0/title"), "Video 1");
  EXPECT_EQ(at(third, "/has_more"), "false");
  EXPECT_EQ(at(third, "/next_token"), "<null>");
}

TEST_F(FakeHeyGen, FiltersLists) {
  server->service().seed_videos(3, "Cat ", "folder_1");
  server->service().seed_videos(12, "Dog ");
  EXPECT_EQ(at(get("/v3/videos?folder_id=folder_1"), "/data/0/title"), "Cat 3");
  EXPECT_EQ(at(get("/v3/videos?title=at%203"), "/data/0/title"), "Cat 3");
  EXPECT_EQ(at(get("/v3/videos"), "/data/9/title"), "Dog 3") << "ten by default";
  EXPECT_EQ(at(get("/v3/videos"), "/data/10"), "<missing>");
  EXPECT_EQ(at(get("/v3/video-agents/styles?tag=cinematic&limit=1"), "/has_more"), "true");
  EXPECT_EQ(at(get("/v3/video-agents/styles?tag=print"), "/data/0/name"), "Front Page");
  server->service().seed_renders(1);
  EXPECT_EQ(at(get("/v3/hyperframes/renders"), "/data/0/format"), "mp4");
  server->service().seed_sessions(21);
  EXPECT_EQ(at(get("/v3/video-agents"), "/data/19/title"), "Session 2") << "twenty by default";
}

TEST_F(FakeHeyGen, RefusesWrongQueries) {
  for (const char* query : {"limit=0", "limit=101", "limit=x", "limit=", "limit=1&limit=2"})
    EXPECT_EQ(at(get("/v3/videos?" + std::string(query)), "/error/param"), "limit") << query;
  EXPECT_EQ(at(get("/v3/videos?token=cur_sessions_4"), "/error/param"), "token");
  EXPECT_EQ(at(get("/v3/videos?colour=red"), "/error/param"), "colour");
}

TEST_F(FakeHeyGen, RefusesWrongSessionBodies) {
  EXPECT_EQ(refused_param("{}"), "prompt");
  EXPECT_EQ(refused_param("[]"), "<null>");
  EXPECT_EQ(refused_param("{"), "<null>");
  EXPECT_EQ(refused_param(R"({"prompt":null})"), "prompt");
  EXPECT_EQ(refused_param(R"({"prompt":""})"), "prompt");
  EXPECT_EQ(refused_param(R"({"prompt":7})"), "prompt");
  std::string longest;
  for (int i = 0; i < 10000; ++i) longest += "\xC3\xA9";
  EXPECT_EQ(refused_param("{\"prompt\":\"" + longest + "\"}"), "200") << "counted in code points";
  EXPECT_EQ(refused_param("{\"prompt\":\"" + longest + "x\"}"), "prompt");
  EXPECT_EQ(refused_param(R"({"prompt":"x","mode":"talk"})"), "mode");
  EXPECT_EQ(refused_param(R"({"prompt":"x","orientation":null})"), "200");
  EXPECT_EQ(refused_param(R"({"prompt":"x","orientation":"square"})"), "orientation");
  EXPECT_EQ(refused_param(R"({"prompt":"x","colour":"red"})"), "colour");
  EXPECT_EQ(refused_param(R"({"prompt":"x","files":{}})"), "files");
  EXPECT_EQ(refused_param(R"({"prompt":"x","files":[{"type":"ftp"}]})"), "files[0].type");
  EXPECT_EQ(refused_param(R"({"prompt":"x","files":[{"type":"url"}]})"), "files[0].url");
  EXPECT_EQ(refused_param(R"({"prompt":"x","files":[{"type":"url","url":"u","x":1}]})"),
            "files[0].x");
  EXPECT_EQ(refused_param(R"({"prompt":"x","files":[{"type":"asset_id","asset_id":"no"}]})"),
            "files[0].asset_id");
  std::string files;
  for (int i = 0; i < 21; ++i) files += std::string(i ? "," : "") + R"({"type":"url","url":"u"})";
  EXPECT_EQ(refused_param(R"({"prompt":"x","files":[)" + files + "]}"), "files");
  EXPECT_EQ(client->Post("/v3/video-agents", with_key, "prompt=x", "text/plain")->status, 415);
}

TEST_F(FakeHeyGen, RefusesWrongVideoBodies) {
  const auto param = [&](const std::string& members) {
    return refused_param("{" + members + "}", "/v3/videos");
  };
  EXPECT_EQ(param(R"("avatar_id":"a")"), "type");
  EXPECT_EQ(param(R"("type":"hologram")"), "type");
  EXPECT_EQ(param(R"("type":"avatar")"), "avatar_id");
  EXPECT_EQ(param(R"("type":"image")"), "image");
  EXPECT_EQ(param(R"("type":"image","image":{"type":"url","url":"u"},"script":"hi")"), "voice_id");
  EXPECT_EQ(param(R"("type":"avatar","avatar_id":"a","script":"hi","audio_url":"u")"), "script");
  EXPECT_EQ(param(R"("type":"avatar","avatar_id":"a","resolution":"8k")"), "resolution");
  EXPECT_EQ(param(R"("type":"avatar","avatar_id":"a","output_format":"webm","background":)"
                  R"({"type":"color","value":"#fff"})"),
            "background");
  EXPECT_EQ(param(R"("type":"avatar","avatar_id":"a","voice_settings":{"speed":2})"),
            "voice_settings.speed");
  EXPECT_EQ(param(R"("type":"avatar","avatar_id":"a","voice_settings":{"engine_settings":)"
                  R"({"engine_type":"fish","style":1}})"),
            "voice_settings.engine_settings.style");
  EXPECT_EQ(param(R"("type":"avatar","avatar_id":"a","script":"hi","aspect_ratio":"9:16",)"
                  R"("background":{"type":"image","url":"u"},"voice_settings":{"engine_settings":)"
                  R"({"engine_type":"elevenlabs","model":"eleven_v3","style":0.5}})"),
            "200");
}

TEST_F(FakeHeyGen, StoresUploadsAndLetsThemBeUsed) {
  const auto stored = upload("%PDF-1.7 something");
  ASSERT_EQ(stored->status, 200) << stored->body;
  EXPECT_EQ(at(stored, "/data/mime_type"), "application/pdf");
  EXPECT_EQ(at(stored, "/data/size_bytes"), "18");
  const auto file = client->Get(at(stored, "/data/url").substr(server->url().size()));
  EXPECT_EQ(file->body, "%PDF-1.7 something");
  const std::string id = at(stored, "/data/asset_id");
  EXPECT_EQ(
      refused_param(R"({"prompt":"x","files":[{"type":"asset_id","asset_id":")" + id + R"("}]})"),
      "200");
  EXPECT_EQ(client->Delete("/v3/assets/" + id, with_key)->status, 200);
  EXPECT_EQ(client->Delete("/v3/assets/" + id, with_key)->status, 404);
  EXPECT_EQ(server->service().asset_count(), 0U);
}

TEST_F(FakeHeyGen, RefusesWrongUploads) {
  EXPECT_EQ(at(upload("%PDF-", "document"), "/error/param"), "file");
  EXPECT_EQ(at(upload("just text"), "/error/param"), "file");
  EXPECT_EQ(at(upload(""), "/error/param"), "file");
  EXPECT_EQ(at(post("/v3/assets", "{}"), "/error/param"), "file");
  std::string large = "%PDF-";
  large.resize(32 * 1024 * 1024, ' ');
  EXPECT_EQ(upload(large)->status, 200);
  large += ' ';
  const auto refused = upload(large);
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->status, 413);
  EXPECT_EQ(at(refused, "/error/code"), "payload_too_large");
}

TEST_F(FakeHeyGen, DeletesAVideoForGood) {
  server->service().seed_videos(1);
  const std::string path = "/v3/videos/" + at(get("/v3/videos"), "/data/0/id");
  const auto deleted = client->Delete(path, with_key);
  EXPECT_EQ(at(deleted, "/data/deleted"), "true");
  EXPECT_EQ(get(path)->status, 404);
  EXPECT_EQ(client->Delete(path, with_key)->status, 404);
  EXPECT_EQ(at(get(path), "/error/code"), "not_found");
}

TEST_F(FakeHeyGen, KnowsItsPathsAndMethods) {
  EXPECT_EQ(get("/v3/nothing")->status, 404);
  EXPECT_EQ(get("/v3/video-agents/")->status, 404);
  EXPECT_EQ(get("/v3/video-agents/none")->status, 404);
  const auto wrong = client->Put("/v3/videos", with_key, "{}", "application/json");
  EXPECT_EQ(wrong->status, 405);
  EXPECT_EQ(wrong->get_header_value("Allow"), "GET, POST");
  EXPECT_EQ(get("/v3/videos/a%2Fvideos")->status, 404) << "an encoded slash stays in its segment";
}

TEST_F(FakeHeyGen, RejectsTheChosenCreateOnce) {
  client.reset();
  Settings settings;
  settings.rejected_create = 2;
  settings.retry_after_seconds = 1;
  start(settings);
  EXPECT_EQ(post("/v3/video-agents", R"({"prompt":"x"})")->status, 200);
  const auto rejected = post("/v3/video-agents", R"({"prompt":"x"})");
  EXPECT_EQ(rejected->status, 429);
  EXPECT_EQ(rejected->get_header_value("Retry-After"), "1");
  EXPECT_EQ(at(rejected, "/error/code"), "rate_limit_exceeded");
  EXPECT_EQ(post("/v3/video-agents", R"({"prompt":"x"})")->status, 200);
  EXPECT_EQ(server->service().session_count(), 2U);
}

TEST_F(FakeHeyGen, AnswersWithFaultsOnDemand) {
  server->service().add_fault({"GET", "/v3/videos", too_many_requests(0), 1, false});
  EXPECT_EQ(get("/v3/videos")->status, 429);
  EXPECT_EQ(get("/v3/videos")->status, 200);

  Answer page;
  page.status = 502;
  page.content_type = "text/html";
  page.body = "<h1>Bad Gateway</h1>";
  server->service().add_fault({"POST", "", page, 2, true});
  EXPECT_EQ(post("/v3/video-agents", R"({"prompt":"x"})")->body, page.body);
  EXPECT_EQ(post("/v3/video-agents", R"({"prompt":"x"})")->status, 502);
  EXPECT_EQ(server->service().session_count(), 2U) << "the calls took effect";
}

TEST_F(FakeHeyGen, ReplaysTheAnswerToAnIdempotencyKey) {
  const httplib::Headers keyed = {{"x-api-key", "secret"}, {"Idempotency-Key", "job-1"}};
  const auto first = post("/v3/video-agents", R"({"prompt":"x"})", keyed);
  const auto again = post("/v3/video-agents", R"({"prompt":"y"})", keyed);
  EXPECT_EQ(first->body, again->body);
  EXPECT_NE(first->get_header_value("X-Request-Id"), again->get_header_value("X-Request-Id"));
  EXPECT_EQ(server->service().session_count(), 1U);
  post("/v3/videos", R"({"type":"avatar","avatar_id":"a"})", keyed);
  EXPECT_EQ(server->service().video_count(), 1U) << "keys count by path";
  const httplib::Headers malformed = {{"x-api-key", "secret"}, {"Idempotency-Key", "a b"}};
  EXPECT_EQ(at(post("/v3/video-agents", R"({"prompt":"x"})", malformed), "/error/param"),
            "Idempotency-Key");
}

TEST_F(FakeHeyGen, AnnouncesTheEndOfAJob) {
  httplib::Server receiver;
  std::vector<std::string> received;
  receiver.Post("/hook", [&](const httplib::Request& request, httplib::Response& response) {
    received.push_back(request.body);
    response.status = 204;
  });
  const int port = receiver.bind_to_any_port("127.0.0.1");
  std::thread thread([&] { receiver.listen_after_bind(); });
  while (!receiver.is_running()) std::this_thread::yield();
  const std::string hook = "http://127.0.0.1:" + std::to_string(port) + "/hook";

  const auto session = post("/v3/video-agents", R"({"prompt":"x","callback_url":")" + hook +
                                                    R"(","callback_id":"mine"})");
  for (int poll = 0; poll < 6; ++poll) get("/v3/video-agents/" + at(session, "/data/session_id"));
  server->service().fail_next_video({std::nullopt, "no"});
  const auto video =
      post("/v3/videos", R"({"type":"avatar","avatar_id":"a","callback_url":")" + hook + R"("})");
  for (int poll = 0; poll < 4; ++poll) get("/v3/videos/" + at(video, "/data/video_id"));
  const auto elsewhere = post("/v3/videos", R"({"type":"avatar","avatar_id":"a","callback_url":)"
                                            R"("https://example.com/"})");
  for (int poll = 0; poll < 4; ++poll) get("/v3/videos/" + at(elsewhere, "/data/video_id"));
  receiver.stop();
  thread.join();

  ASSERT_EQ(received.size(), 2U);
  EXPECT_NE(received[0].find(R"("event_type":"video_agent.success")"), std::string::npos);
  EXPECT_NE(received[0].find(R"("callback_id":"mine")"), std::string::npos);
  EXPECT_NE(received[1].find(R"("event_type":"avatar_video.fail")"), std::string::npos);
  EXPECT_NE(received[1].find(R"("msg":"no")"), std::string::npos);
  const auto deliveries = server->deliveries();
  ASSERT_EQ(deliveries.size(), 3U);
  EXPECT_EQ(deliveries[0].status, 204);
  EXPECT_EQ(deliveries[2].status, 0) << "only this machine is called";
}

TEST_F(FakeHeyGen, RemembersWhatItSaw) {
  get("/v3/videos/a%2Fb?x=1");
  upload("%PDF-");
  const auto seen = server->seen();
  ASSERT_EQ(seen.size(), 2U);
  EXPECT_EQ(seen[0].call.method, "GET");
  EXPECT_EQ(seen[0].call.target, "/v3/videos/a%2Fb?x=1");
  EXPECT_EQ(seen[0].call.path(), "/v3/videos/a%2Fb");
  EXPECT_EQ(seen[0].call.header("X-API-KEY"), "secret");
  EXPECT_EQ(seen[0].answer.status, 400);
  ASSERT_EQ(seen[1].call.parts.size(), 1U);
  EXPECT_EQ(seen[1].call.parts[0].filename, "note.pdf");
  EXPECT_EQ(seen[1].call.parts[0].content, "%PDF-");
  server->clear_seen();
  EXPECT_TRUE(server->seen().empty());
}

TEST_F(FakeHeyGen, LosesNothingUnderManyThreads) {
  std::vector<std::thread> threads;
  for (int t = 0; t < 8; ++t)
    threads.emplace_back([this] {
      httplib::Client own(server->url());
      for (int i = 0; i < 10; ++i)
        own.Post("/v3/video-agents", with_key, R"({"prompt":"x"})", "application/json");
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(server->service().session_count(), 80U);
  EXPECT_EQ(server->seen().size(), 80U);
}

}  // namespace
}  // namespace fake_heygen
