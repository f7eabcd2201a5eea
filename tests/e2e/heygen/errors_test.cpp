// What goes wrong, and how the client says it.
#include <algorithm>
#include <sstream>

#include "heygen_test.hpp"

namespace {

using heygen_test::HeygenTest;
using Errors = HeygenTest;

TEST_F(Errors, A400HasItsTypedBody) {
  heygen::ListVideoAgentSessionsRequest request;
  request.limit = 1000;
  const auto page = client().video_agent().list_video_agent_sessions(request);
  ASSERT_FALSE(page);
  const bindery::Error& error = page.error();
  EXPECT_EQ(error.kind(), bindery::ErrorKind::documented_error);
  EXPECT_EQ(error.status(), 400);
  EXPECT_EQ(error.operation_id(), "listVideoAgentSessions");
  EXPECT_FALSE(error.request_id().empty());
  const auto body = error.body_as<heygen::ErrorEnvelope>();
  ASSERT_TRUE(body);
  ASSERT_TRUE(body->error);
  EXPECT_EQ(body->error->code, "invalid_parameter");
  EXPECT_EQ(body->error->param, "limit");
  std::ostringstream printed;
  printed << error;
  EXPECT_NE(printed.str().find("400"), std::string::npos) << printed.str();
  EXPECT_NE(printed.str().find(error.request_id()), std::string::npos) << printed.str();
}

TEST_F(Errors, A401WithoutACredential) {
  const auto page = client_with("").video_agent().list_video_agent_sessions();
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().status(), 401);
  EXPECT_EQ(page.error().kind(), bindery::ErrorKind::documented_error);
  EXPECT_EQ(only_seen().call.header("x-api-key"), "");
}

TEST_F(Errors, ABearerTokenGoesAlone) {
  heygen::Credentials credentials;
  credentials.bearer_auth = "secret-token";
  const heygen::Client bearer{bindery::httplib_transport(server.url()), credentials};
  ASSERT_TRUE(bearer.video_agent().list_video_agent_sessions());
  EXPECT_EQ(only_seen().call.header("Authorization"), "Bearer secret-token");
  EXPECT_EQ(only_seen().call.header("x-api-key"), "");
}

TEST_F(Errors, OfTwoCredentialsTheFirstAlternativeGoes) {
  heygen::Credentials credentials;
  credentials.api_key_auth = "secret-key";
  credentials.bearer_auth = "secret-token";
  const heygen::Client both{bindery::httplib_transport(server.url()), credentials};
  ASSERT_TRUE(both.video_agent().list_video_agent_sessions());
  EXPECT_EQ(only_seen().call.header("x-api-key"), "secret-key");
  EXPECT_EQ(only_seen().call.header("Authorization"), "");
}

TEST_F(Errors, A429IsRetriedAndThenSucceeds) {
  server.service().add_fault({"GET", "/v3/videos", fake_heygen::too_many_requests(0), 1, false});
  const auto page = client().videos().list_videos_v3();
  ASSERT_TRUE(page) << page.error();
  EXPECT_EQ(server.seen().size(), 2u);
}

TEST_F(Errors, A429ThatStaysSaysHowLongToWait) {
  server.service().add_fault({"GET", "/v3/videos", fake_heygen::too_many_requests(600), 1, false});
  const auto page = client().videos().list_videos_v3();
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().status(), 429);
  EXPECT_EQ(page.error().kind(), bindery::ErrorKind::documented_error);
  ASSERT_TRUE(page.error().retry_after());
  EXPECT_EQ(page.error().retry_after()->count(), 600);
  EXPECT_EQ(server.seen().size(), 1u);
  EXPECT_EQ(page.headers_as<heygen::ListVideosV3Headers>().retry_after, 600);
}

TEST_F(Errors, AnUndocumentedStatusKeepsItsBody) {
  fake_heygen::Answer teapot;
  teapot.status = 418;
  teapot.content_type = "text/html";
  teapot.body = "<h1>I'm a teapot</h1>";
  server.service().add_fault({"GET", "/v3/videos", teapot, 1, false});
  const auto page = client().videos().list_videos_v3();
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().kind(), bindery::ErrorKind::unexpected_status);
  EXPECT_EQ(page.error().status(), 418);
  EXPECT_EQ(page.error().body(), teapot.body);
}

TEST_F(Errors, AnUndecodableBodySaysWhere) {
  fake_heygen::Answer wrong;
  wrong.body = R"({"data": [{"id": "v_1", "status": "completed", "duration": "long"}]})";
  server.service().add_fault({"GET", "/v3/videos", wrong, 1, false});
  const auto page = client().videos().list_videos_v3();
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().kind(), bindery::ErrorKind::undecodable_body);
  EXPECT_NE(page.error().message().find("$.data[0].duration: expected number, found string"),
            std::string::npos)
      << page.error();
  EXPECT_EQ(page.error().body(), wrong.body);
}

TEST_F(Errors, APageInsteadOfJsonIsSaidAsSuch) {
  fake_heygen::Answer page;
  page.content_type = "text/html";
  page.body = "<html>Maintenance</html>";
  server.service().add_fault({"GET", "/v3/videos", page, 1, false});
  const auto list = client().videos().list_videos_v3();
  ASSERT_FALSE(list);
  EXPECT_EQ(list.error().kind(), bindery::ErrorKind::undecodable_body);
  EXPECT_NE(list.error().message().find("text/html"), std::string::npos) << list.error();
}

TEST_F(Errors, AnUnknownStateSurvivesARoundTrip) {
  fake_heygen::Answer video;
  video.body = R"({"data":{"id":"v_1","status":"dreaming"}})";
  server.service().add_fault({"GET", "/v3/videos/", video, 1, false});
  const auto got = client().videos().get_video_v3("v_1");
  ASSERT_TRUE(got) << got.error();
  EXPECT_FALSE(got->data->status.is_known());
  EXPECT_EQ(got->data->status.wire(), "dreaming");
  EXPECT_EQ(bindery::to_json(*got), video.body);
}

TEST_F(Errors, NoSecretIsInAnyError) {
  fake_heygen::Answer echo;
  echo.status = 400;
  echo.body = R"({"error":{"code":"unauthorized","message":"the key secret-key is not valid"}})";
  server.service().add_fault({"GET", "/v3/videos", echo, 1, false});
  const auto page = client().videos().list_videos_v3();
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().message().find("secret-key"), std::string::npos) << page.error();
}

TEST_F(Errors, AClosedPortIsATransportError) {
  const heygen::Client nobody{bindery::httplib_transport("http://127.0.0.1:9")};
  const auto page = nobody.videos().list_videos_v3();
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().kind(), bindery::ErrorKind::transport);
  EXPECT_EQ(page.error().status(), 0);
}

}  // namespace
