// The ways to call an operation, each of which must compile. Compiled as C++17 and, with designated
// initialisers, as C++20; run nowhere.
#include <string>
#include <string_view>

#include "heygen/heygen.hpp"
#include "heygen/validate.hpp"

namespace {

/// One required input, a string: the request, its braces, and the value itself.
[[maybe_unused]] void one_required_string(const heygen::Client& client) {
  const auto videos = client.videos();
  heygen::GetVideoV3Request request;
  request.video_id = "v_1";
  (void)videos.get_video_v3(request);
  (void)videos.get_video_v3({});  // compiles; an invalid request, said when called
  (void)videos.get_video_v3({"v_1"});
  (void)videos.get_video_v3("v_1");
  (void)videos.get_video_v3(std::string("v_1"));
  (void)videos.get_video_v3(std::string_view("v_1"));
  (void)videos.get_video_v3("v_1", bindery::CallOptions{});
#if __cplusplus >= 202002L
  (void)videos.get_video_v3({.video_id = "v_1"});
#endif
}

/// One required input, a body: the request, its braces, and a value of exactly the body's type.
[[maybe_unused]] void one_required_body(const heygen::Client& client) {
  const auto agents = client.video_agent();
  heygen::CreateVideoAgentRequest body;
  body.prompt = "A tour of the harbour";
  (void)agents.create_video_agent_v3(body);
  heygen::CreateVideoAgentV3Request request;
  request.body = body;
  (void)agents.create_video_agent_v3(request);
  (void)agents.create_video_agent_v3({});
#if __cplusplus >= 202002L
  (void)agents.create_video_agent_v3({.body = {.prompt = "A tour of the harbour"}});
  (void)agents.create_video_agent_v3(
      heygen::CreateVideoAgentRequest{.prompt = "A tour of the harbour"});
#endif
}

/// What the document does not describe, and servers by name.
[[maybe_unused]] void raw(const heygen::Client& client) {
  (void)client.send("GET", "/v3/new");
  bindery::RawRequest request;
  request.query = {{"limit", "20"}};
  request.body = "{}";
  request.body = bindery::File::from_path("video.mp4");
  const auto result = client.send("POST", "/v3/new", request, bindery::CallOptions{});
  if (result) (void)result->json();
  bindery::CallOptions options;
  options.base_url = heygen::servers::production;
#if __cplusplus >= 202002L
  (void)client.send("POST", "/v3/new", {.query = {{"limit", "20"}}, .body = R"({"a": 1})"});
#endif
}

/// Any value of the client's, and all of its requests.
[[maybe_unused]] void validated() {
  heygen::CreateVideoAgentRequest body;
  (void)heygen::validate(body);
  (void)validate(body);
  bindery::Options options;
  options.validator = heygen::validator();
  options.validator = heygen::validator(bindery::ValidateOptions{});
}

/// Nothing required: with and without a request.
[[maybe_unused]] void nothing_required(const heygen::Client& client) {
  const auto agents = client.video_agent();
  (void)agents.list_video_agent_sessions();
  (void)agents.list_video_agent_sessions({});
  heygen::ListVideoAgentSessionsRequest request;
  request.limit = 20;
  (void)agents.list_video_agent_sessions(request);
#if __cplusplus >= 202002L
  (void)agents.list_video_agent_sessions({.limit = 20});
#endif
}

/// Two required inputs: only the request.
[[maybe_unused]] void two_required(const heygen::Client& client) {
  heygen::ContinueVideoAgentSessionRequest request;
  request.session_id = "s_1";
  request.body.message = "Shorter, please";
  (void)client.video_agent().continue_video_agent_session(request);
#if __cplusplus >= 202002L
  (void)client.video_agent().continue_video_agent_session(
      {.session_id = "s_1", .body = {.message = "Shorter, please"}});
#endif
}

}  // namespace
