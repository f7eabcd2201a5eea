// What a client does with requests between a call and the transport: keys, redirects, retries in
// stock, hooks, options of operations.
#include "bindery/pipeline.hpp"

#include <chrono>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/call.hpp"
#include "bindery/memory_transport.hpp"

namespace {

using bindery::ErrorKind;
using bindery::json_response;
using bindery::MemoryTransport;
using bindery::Options;
using bindery::Pipeline;
using bindery::Request;
using bindery::Response;
using bindery::TransportError;
using bindery::TransportErrorKind;
using bindery::TransportResult;
using std::chrono::milliseconds;

// Waits are noted and take no time; the numbers of chance count up.
struct Bench {
  std::vector<TransportResult> answers{json_response(200, "{}")};
  Options options{};
  bindery::CredentialStore credentials{};
  std::vector<milliseconds> sleeps{};
  std::shared_ptr<MemoryTransport> transport{};
  std::uint64_t chance = 0;

  Pipeline pipeline(const std::string& base = "https://a.example") {
    transport = std::make_shared<MemoryTransport>(
        [this, turn = std::size_t{0}](const Request&) mutable {
          return answers[std::min(turn++, answers.size() - 1)];
        },
        base);
    options.time.now = [] { return std::chrono::steady_clock::time_point(); };
    options.time.wall_now = [] { return std::chrono::system_clock::time_point(); };
    options.time.random = [this] { return chance++; };
    options.time.sleep = [this](milliseconds time) { sleeps.push_back(time); };
    return Pipeline(transport, credentials, options);
  }
  std::vector<std::string> urls() const {
    std::vector<std::string> urls;
    for (const Request& request : transport->requests()) urls.push_back(request.url);
    return urls;
  }
};

Response redirect(int status, const std::string& location) {
  return {status, {{"Location", location}}, {}};
}

bindery::Result<std::string> call(const Pipeline& pipeline, const char* method = "GET",
                                  const bindery::CallOptions& options = {},
                                  std::initializer_list<bindery::Answer> answers = {
                                      {"200", bindery::Content::text}}) {
  bindery::Call call(pipeline, options, {"op", method, "/thing"});
  call.header("X-Own", std::string("mine"));
  call.authorize({{"Key"}});
  return call.send<std::string>(answers);
}

bindery::Result<std::string> call_with_key(const Pipeline& pipeline, const std::string& key = {}) {
  bindery::Call call(pipeline, {}, {"op", "POST", "/thing"});
  call.header("Request-Key", key);
  call.idempotency_key("Request-Key");
  return call.send<std::string>({{"200", bindery::Content::binary}});
}

std::string key_of(const Request& request) {
  return std::string(request.headers.find("Request-Key").value_or("none"));
}

TEST(Pipeline, GivesEachCallOneKeyForAllItsAttempts) {
  Bench bench;
  bench.answers = {Response{503, {}, {}}, Response{503, {}, {}}, json_response(200, "{}"),
                   json_response(200, "{}")};
  const Pipeline pipeline = bench.pipeline();
  EXPECT_TRUE(call_with_key(pipeline));
  EXPECT_TRUE(call_with_key(pipeline));
  const auto requests = bench.transport->requests();
  ASSERT_EQ(requests.size(), 4u);
  EXPECT_EQ(key_of(requests[0]).size(), 36u);
  EXPECT_EQ(key_of(requests[0]), key_of(requests[1]));
  EXPECT_EQ(key_of(requests[0]), key_of(requests[2]));
  EXPECT_NE(key_of(requests[0]), key_of(requests[3]));
}

TEST(Pipeline, KeepsTheKeyOfTheCaller) {
  Bench bench;
  EXPECT_TRUE(call_with_key(bench.pipeline(), "mine"));
  EXPECT_EQ(key_of(bench.transport->requests().at(0)), "mine");
}

TEST(Pipeline, WaitsForARequestThatIsStillWorkedOn) {
  Bench bench;
  bench.answers = {json_response(409, R"({"error":{"code":"request_in_progress"}})"),
                   json_response(200, "{}")};
  EXPECT_TRUE(call_with_key(bench.pipeline()));
  EXPECT_EQ(bench.sleeps.size(), 1u);
  // Another conflict will not go away, nor is one without a key known to be our own.
  bench.answers = {json_response(409, R"({"error":{"code":"exists"}})")};
  EXPECT_FALSE(call_with_key(bench.pipeline()));
  EXPECT_EQ(bench.transport->requests().size(), 1u);
  bench.answers = {json_response(409, R"({"error":{"code":"request_in_progress"}})")};
  EXPECT_FALSE(call(bench.pipeline(), "POST"));
  EXPECT_EQ(bench.transport->requests().size(), 1u);
}

TEST(Pipeline, HasABudgetOfRetries) {
  Bench bench;
  bench.answers = {Response{503, {}, {}}};
  bench.options.retry.budget = 3;
  const Pipeline pipeline = bench.pipeline();
  for (int i = 0; i < 10; ++i) EXPECT_FALSE(call(pipeline));
  EXPECT_EQ(bench.transport->requests().size(), 13u);
  // Shared by what is made of it.
  EXPECT_FALSE(call(pipeline.with_options(bench.options)));
  EXPECT_EQ(bench.transport->requests().size(), 14u);
}

TEST(Pipeline, FillsTheBudgetBySuccesses) {
  bindery::RetryBudget budget(1);
  EXPECT_TRUE(budget.take());
  for (int i = 0; i < 9; ++i) budget.put_back();
  EXPECT_FALSE(budget.take());
  budget.put_back();
  EXPECT_TRUE(budget.take());
  for (int i = 0; i < 100; ++i) budget.put_back();
  EXPECT_TRUE(budget.take());
  EXPECT_FALSE(budget.take());
  bindery::RetryBudget unbounded(0);
  for (int i = 0; i < 100; ++i) EXPECT_TRUE(unbounded.take());
}

TEST(Pipeline, FollowsRedirectsOfSafeMethods) {
  for (const int status : {301, 302, 303, 307, 308}) {
    Bench bench;
    bench.answers = {redirect(status, "/other?a=b#c"), Response{200, {}, "there"}};
    const auto result = call(bench.pipeline());
    ASSERT_TRUE(result) << result.error();
    EXPECT_EQ(*result, "there");
    EXPECT_EQ(bench.urls(),
              (std::vector<std::string>{"https://a.example/thing", "https://a.example/other?a=b"}));
    bench.answers = {redirect(status, "/other")};
    EXPECT_EQ(call(bench.pipeline(), "POST").error().status(), status);
    EXPECT_EQ(bench.urls().size(), 1u);
  }
}

TEST(Pipeline, LeavesCredentialsBehindOnTheWayToAnotherServer) {
  Bench bench;
  bench.credentials.api_key("Key", bindery::In::header, "X-Key", bindery::Secret("secret"));
  bench.options.headers.set("Cookie", "a=b");
  for (const char* other :
       {"https://b.example/thing", "https://a.example:444/thing", "//a.example.b.example/thing"}) {
    bench.answers = {redirect(302, "/near"), redirect(302, other), Response{200, {}, "there"}};
    EXPECT_TRUE(call(bench.pipeline()));
    const auto requests = bench.transport->requests();
    ASSERT_EQ(requests.size(), 3u);
    EXPECT_EQ(requests[1].headers.find("X-Key"), "secret");
    EXPECT_EQ(requests[1].headers.find("X-Own"), "mine");
    for (const char* name : {"X-Key", "X-Own", "Cookie"}) {
      EXPECT_FALSE(requests[2].headers.contains(name)) << name;
    }
    EXPECT_TRUE(requests[2].headers.contains("Accept"));
  }
}

TEST(Pipeline, SeesByGetWhatIsElsewhere) {
  Bench bench;
  bench.answers = {redirect(303, "/seen"), Response{200, {}, "there"}};
  Request request{"QUERY", "https://a.example/thing", {{"Content-Type", "text/plain"}}, {}};
  request.body = bindery::Body("select");
  const Pipeline pipeline = bench.pipeline();
  ASSERT_TRUE(std::holds_alternative<Response>(pipeline.send(request, pipeline.budget({}))));
  const auto requests = bench.transport->requests();
  ASSERT_EQ(requests.size(), 2u);
  EXPECT_EQ(requests[1].method, "GET");
  EXPECT_EQ(requests[1].body.text(), "");
  EXPECT_FALSE(requests[1].headers.contains("Content-Type"));
}

TEST(Pipeline, TellsWhichServerAnswered) {
  for (const char* location : {"/near", "https://b.example/"}) {
    Bench bench;
    bench.answers = {redirect(302, location), Response{401, {}, {}}};
    const Pipeline pipeline = bench.pipeline();
    std::string last_url;
    bindery::SendOptions how;
    how.last_url = &last_url;
    const Request request{"GET", "https://a.example/thing", {}, {}};
    ASSERT_TRUE(std::holds_alternative<Response>(pipeline.send(request, pipeline.budget({}), how)));
    EXPECT_EQ(last_url, location[0] == '/' ? "https://a.example/near" : location);
  }
}

TEST(Pipeline, TakesNoEmptyKeyForOne) {
  Bench bench;
  bench.answers = {Response{503, {}, {}}};
  bindery::CallOptions options;
  options.headers.set("Idempotency-Key", "");
  EXPECT_FALSE(call(bench.pipeline(), "POST", options));
  EXPECT_EQ(bench.transport->requests().size(), 1u);
  options.headers.set("Idempotency-Key", "k");
  EXPECT_FALSE(call(bench.pipeline(), "POST", options));
  EXPECT_EQ(bench.transport->requests().size(), 3u);
}

TEST(Pipeline, CountsWithTimesThatCannotBeAdded) {
  Bench bench;
  bench.options.timeouts.total = milliseconds::max();
  bench.options.retry.first_delay = bench.options.retry.max_delay = milliseconds::max();
  bench.answers = {Response{503, {}, {}}, json_response(200, "{}")};
  const Pipeline pipeline = bench.pipeline();
  EXPECT_GT(*pipeline.left(pipeline.budget({})), milliseconds(0));
  // The wait would be longer than what is left.
  EXPECT_FALSE(call(pipeline));
  EXPECT_TRUE(bench.sleeps.empty());
}

TEST(Pipeline, DoesNotFollowEverywhere) {
  const auto error = [](const std::string& location) {
    Bench bench;
    bench.answers = {redirect(302, location)};
    const auto result = call(bench.pipeline());
    EXPECT_EQ(bench.urls().size(), 1u) << location;
    return result.error();
  };
  EXPECT_EQ(error("http://a.example/").kind(), ErrorKind::transport);
  EXPECT_NE(error("http://a.example/").message().find("https to http"), std::string::npos);
  EXPECT_EQ(error("ftp://a.example/").kind(), ErrorKind::transport);
  EXPECT_EQ(error("javascript:alert(1)").kind(), ErrorKind::transport);
  EXPECT_EQ(error("https://user:password@a.example/").kind(), ErrorKind::transport);
  EXPECT_EQ(error("").status(), 302);
}

TEST(Pipeline, FollowsAsOftenAsTheOptionsSay) {
  Bench bench;
  bench.answers = {redirect(302, "/again")};
  bench.options.max_redirects = 2;
  const auto result = call(bench.pipeline());
  EXPECT_EQ(result.error().kind(), ErrorKind::limit_exceeded);
  EXPECT_EQ(result.error().limit(), "max_redirects");
  EXPECT_EQ(bench.urls().size(), 3u);
  bench.options.max_redirects = 0;
  EXPECT_EQ(call(bench.pipeline()).error().status(), 302);
}

TEST(Pipeline, LeavesRedirectsToTheCallerThatTheDocumentDescribes) {
  Bench bench;
  bench.answers = {redirect(302, "/other")};
  const auto result = call(bench.pipeline(), "GET", {},
                           {{"200", bindery::Content::text}, {"302", bindery::Content::none}});
  EXPECT_EQ(result.error().kind(), ErrorKind::documented_error);
  EXPECT_EQ(result.error().headers().find("Location"), "/other");
  EXPECT_EQ(bench.urls().size(), 1u);
}

TEST(Pipeline, TellsHooksOfEveryAttempt) {
  Bench bench;
  bench.answers = {TransportError{TransportErrorKind::read, "cut", true}, redirect(307, "/other"),
                   Response{200, {{"X-Request-Id", "r1"}}, "four"}};
  std::vector<std::string> seen;
  bench.options.before_attempt = [&](const bindery::AttemptStart& start) {
    seen.push_back(std::string(start.operation_id) + ' ' + std::string(start.method) + ' ' +
                   std::string(start.url) + ' ' + std::to_string(start.attempt) + ' ' +
                   std::to_string(start.redirects));
  };
  bench.options.after_attempt = [&](const bindery::AttemptStart& start,
                                    const bindery::AttemptEnd& end) {
    seen.push_back(std::to_string(start.attempt) + ": " + std::to_string(end.status) + ' ' +
                   std::string(end.error ? to_string(*end.error) : "none") + ' ' +
                   std::to_string(end.response_bytes) + ' ' + std::string(end.request_id));
  };
  EXPECT_TRUE(call(bench.pipeline()));
  EXPECT_EQ(seen,
            (std::vector<std::string>{"op GET https://a.example/thing 1 0", "1: 0 read 0 ",
                                      "op GET https://a.example/thing 2 0", "2: 307 none 0 ",
                                      "op GET https://a.example/other 2 1", "2: 200 none 4 r1"}));
}

TEST(Pipeline, HasOptionsOfOperations) {
  Bench bench;
  bench.answers = {Response{503, {}, {}}};
  bindery::CallOptions& own = bench.options.operations["op"];
  own.max_retries = 1;
  own.headers.set("X-From", "operation");
  own.timeouts = bindery::Timeouts{};
  own.timeouts->read = milliseconds(7);
  EXPECT_FALSE(call(bench.pipeline()));
  EXPECT_EQ(bench.transport->requests().size(), 2u);
  EXPECT_EQ(bench.transport->requests()[0].headers.find("X-From"), "operation");
  EXPECT_EQ(bench.transport->options()[0].timeouts.read, milliseconds(7));
  bindery::CallOptions one;
  one.max_retries = 0;
  one.headers.set("x-from", "call");
  EXPECT_FALSE(call(bench.pipeline(), "GET", one));
  EXPECT_EQ(bench.transport->requests().size(), 1u);
  EXPECT_EQ(bench.transport->requests()[0].headers.find("X-From"), "call");
}

TEST(Pipeline, SharesWhatItHasWithOneOfOtherOptions) {
  Bench bench;
  const Pipeline pipeline = bench.pipeline();
  Options other = bench.options;
  other.user_agent = "other/2";
  const Pipeline second = pipeline.with_options(other);
  EXPECT_TRUE(call(second));
  EXPECT_TRUE(call(pipeline));
  EXPECT_EQ(bench.transport->requests().at(0).headers.find("User-Agent"), "other/2");
  EXPECT_EQ(bench.transport->requests().at(1).headers.find("User-Agent"), "bindery/1");
}

TEST(Pipeline, DoesNotSendWhatIsCancelled) {
  Bench bench;
  const bindery::CancelSource source;
  bindery::CallOptions options;
  options.cancel = source.token();
  bench.answers = {Response{503, {}, {}}};
  const Pipeline pipeline = bench.pipeline();
  bench.options.time.sleep = [&](milliseconds) { source.cancel(); };
  EXPECT_EQ(call(pipeline.with_options(bench.options), "GET", options).error().kind(),
            ErrorKind::cancelled);
  EXPECT_EQ(bench.transport->requests().size(), 1u);
  EXPECT_EQ(call(pipeline, "GET", options).error().kind(), ErrorKind::cancelled);
  EXPECT_EQ(bench.transport->requests().size(), 1u);
}

}  // namespace
