// OAuth2 through a transport in memory: what is asked of the token endpoint, when, and what of it
// the API sees. Must not sleep: time is a variable here.
#include "bindery/oauth.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/call.hpp"
#include "bindery/memory_transport.hpp"
#include "bindery/oauth2_token_provider.hpp"

namespace {

using bindery::ErrorKind;
using bindery::json_response;
using bindery::MemoryTransport;
using bindery::NoContent;
using bindery::OAuth2Credential;
using bindery::Request;
using bindery::Response;
using bindery::Result;
using bindery::Secret;
using bindery::TransportError;
using bindery::TransportErrorKind;
using bindery::TransportResult;
using std::chrono::milliseconds;
using std::chrono::seconds;

using Texts = std::vector<std::string>;

// A client of an API that lets in by OAuth2. The token endpoint gives `t1`, `t2` ..., each good for
// `lifetime`; the API takes what `accepts` says.
struct Bench {
  OAuth2Credential credential = OAuth2Credential::client_credentials("me", "s3cr3t");
  std::string token_url = "https://auth.example.com/token";
  std::string lifetime = "3600";
  std::function<TransportResult(int)> issue = [this](int number) {
    return json_response(200, R"({"access_token":"t)" + std::to_string(number) +
                                  R"(","token_type":"Bearer","expires_in":)" + lifetime + "}");
  };
  std::function<TransportResult(const std::string&)> answer = [](const std::string&) {
    return Response{204, {}, ""};
  };
  bindery::Options options{};
  std::vector<milliseconds> sleeps{};
  std::chrono::steady_clock::time_point clock{};
  std::chrono::system_clock::time_point wall_clock{};
  std::shared_ptr<MemoryTransport> transport{};
  std::shared_ptr<const bindery::Pipeline> pipeline{};
  int issued = 0;

  void open() {
    transport = std::make_shared<MemoryTransport>(
        [this](const Request& request) -> TransportResult {
          if (is_token_request(request)) return issue(++issued);
          return answer(std::string(request.headers.find("Authorization").value_or("none")));
        },
        "https://api.example.com/v1");
    options.time.now = [this] { return clock; };
    options.time.wall_now = [this] { return wall_clock; };
    options.time.random = [] { return std::uint64_t{0}; };
    options.time.sleep = [this](milliseconds time) {
      sleeps.push_back(time);
      clock += time;
    };
    bindery::CredentialStore store;
    store.oauth2("Grant", bindery::oauth2_token_provider(credential, token_url, token_url));
    pipeline = std::make_shared<const bindery::Pipeline>(transport, store, options);
  }
  Result<NoContent> call(std::initializer_list<std::string_view> scopes = {},
                         const bindery::CallOptions& call_options = {}) {
    if (!pipeline) open();
    bindery::Call call(*pipeline, call_options, {"readX", "GET", "/x"});
    call.authorize({{{"Grant", scopes}}});
    return call.send<NoContent>({{"204"}});
  }
  static bool is_token_request(const Request& request) { return request.method == "POST"; }
  std::vector<Request> token_requests() const { return requests_where(true); }
  Texts tokens_sent() const {
    Texts all;
    for (const Request& request : requests_where(false)) {
      all.emplace_back(request.headers.find("Authorization").value_or("none"));
    }
    return all;
  }
  std::vector<Request> requests_where(bool is_token) const {
    std::vector<Request> all;
    for (const Request& request : transport->requests()) {
      if (is_token_request(request) == is_token) all.push_back(request);
    }
    return all;
  }
};

TEST(OAuth2, AsksForTheClientItself) {
  Bench bench;
  bench.credential = OAuth2Credential::client_credentials("me & co", "p:w%");
  bench.credential.parameters = {{"audience", "https://api"}};
  ASSERT_TRUE(bench.call({"read", "write:x"}));
  ASSERT_EQ(bench.token_requests().size(), 1u);
  const Request asked = bench.token_requests()[0];
  EXPECT_EQ(asked.url, "https://auth.example.com/token");
  EXPECT_EQ(asked.headers,
            (bindery::Headers{// base64 of `me%20%26%20co:p%3Aw%25`
                              {"Authorization", "Basic bWUlMjAlMjYlMjBjbzpwJTNBdyUyNQ=="},
                              {"Content-Type", "application/x-www-form-urlencoded"},
                              {"Accept", "application/json"},
                              {"User-Agent", "bindery/1"}}));
  EXPECT_EQ(asked.body.text(),
            "grant_type=client_credentials&scope=read%20write%3Ax&audience=https%3A%2F%2Fapi");
  EXPECT_EQ(bench.tokens_sent(), (Texts{"Bearer t1"}));
}

TEST(OAuth2, SendsTheSecretInTheBodyWhenAsked) {
  Bench bench;
  bench.credential.authentication = bindery::ClientAuthentication::post;
  ASSERT_TRUE(bench.call());
  EXPECT_FALSE(bench.token_requests()[0].headers.contains("Authorization"));
  EXPECT_EQ(bench.token_requests()[0].body.text(),
            "grant_type=client_credentials&client_id=me&client_secret=s3cr3t");
}

TEST(OAuth2, KeepsATokenUntilAMinuteBeforeItsEnd) {
  Bench bench;
  ASSERT_TRUE(bench.call());
  bench.clock += seconds(3539);
  ASSERT_TRUE(bench.call());
  bench.clock += seconds(1);
  ASSERT_TRUE(bench.call());
  EXPECT_EQ(bench.tokens_sent(), (Texts{"Bearer t1", "Bearer t1", "Bearer t2"}));
}

TEST(OAuth2, KeepsAShortTokenForHalfItsLife) {
  Bench bench;
  bench.lifetime = "\"20\"";
  ASSERT_TRUE(bench.call());
  bench.clock += seconds(9);
  ASSERT_TRUE(bench.call());
  bench.clock += seconds(1);
  ASSERT_TRUE(bench.call());
  EXPECT_EQ(bench.tokens_sent(), (Texts{"Bearer t1", "Bearer t1", "Bearer t2"}));
}

TEST(OAuth2, KeepsATokenWithoutAnEnd) {
  for (const char* lifetime : {"null", "\"soon\"", "-5", "999999999999999", "[1]"}) {
    Bench bench;
    bench.lifetime = lifetime;
    ASSERT_TRUE(bench.call()) << lifetime;
    bench.clock += std::chrono::hours(24 * 365);
    ASSERT_TRUE(bench.call()) << lifetime;
    EXPECT_EQ(bench.tokens_sent(), (Texts{"Bearer t1", "Bearer t1"})) << lifetime;
  }
}

TEST(OAuth2, KeepsATokenForEachScope) {
  Bench bench;
  for (int i = 0; i < 2; ++i) {
    ASSERT_TRUE(bench.call({"read"}));
    ASSERT_TRUE(bench.call({"write"}));
  }
  EXPECT_EQ(bench.tokens_sent(), (Texts{"Bearer t1", "Bearer t2", "Bearer t1", "Bearer t2"}));

  Bench own;
  own.credential.scopes = Texts{"all", "more"};
  ASSERT_TRUE(own.call({"read"}));
  ASSERT_TRUE(own.call({"write"}));
  EXPECT_EQ(own.tokens_sent(), (Texts{"Bearer t1", "Bearer t1"}));
  EXPECT_EQ(own.token_requests()[0].body.text(), "grant_type=client_credentials&scope=all%20more");
  Bench none;
  none.credential.scopes = Texts{};
  ASSERT_TRUE(none.call({"read"}));
  EXPECT_EQ(none.token_requests()[0].body.text(), "grant_type=client_credentials");
}

TEST(OAuth2, Refreshes) {
  Bench bench;
  bench.credential = OAuth2Credential::refreshed("r0", "me", "s3cr3t");
  Texts kept;
  bench.credential.on_renewal = [&](const bindery::OAuth2Tokens& tokens) {
    kept.push_back(tokens.access_token.reveal() + ' ' + tokens.refresh_token.reveal());
  };
  bench.issue = [](int number) {
    const std::string next = number == 1 ? R"("refresh_token":"r1",)" : "";
    return json_response(200, "{" + next + R"("access_token":"t)" + std::to_string(number) +
                                  R"(","expires_in":100})");
  };
  for (int i = 0; i < 3; ++i) {
    ASSERT_TRUE(bench.call({"read"}));
    ASSERT_TRUE(bench.call({"write"}));
    bench.clock += seconds(50);
  }
  const auto asked = bench.token_requests();
  ASSERT_EQ(asked.size(), 3u);
  EXPECT_EQ(asked[0].body.text(), "grant_type=refresh_token&refresh_token=r0");
  EXPECT_EQ(asked[1].body.text(), "grant_type=refresh_token&refresh_token=r1");
  EXPECT_EQ(asked[2].body.text(), "grant_type=refresh_token&refresh_token=r1");
  EXPECT_EQ(asked[0].headers.find("Authorization"), "Basic bWU6czNjcjN0");
  EXPECT_EQ(kept, (Texts{"t1 r1", "t2 r1", "t3 r1"}));
}

TEST(OAuth2, RefreshesForAPublicClient) {
  Bench bench;
  bench.credential = OAuth2Credential::refreshed("r0", "me");
  ASSERT_TRUE(bench.call());
  EXPECT_FALSE(bench.token_requests()[0].headers.contains("Authorization"));
  EXPECT_EQ(bench.token_requests()[0].body.text(),
            "grant_type=refresh_token&refresh_token=r0&client_id=me");
}

TEST(OAuth2, UsesAGivenTokenFirst) {
  Bench bench;
  bench.credential = OAuth2Credential::refreshed("r0");
  bench.credential.access_token = "given";
  bench.credential.expires_at = bench.wall_clock + seconds(100);
  ASSERT_TRUE(bench.call());
  bench.wall_clock += seconds(40);
  ASSERT_TRUE(bench.call());
  EXPECT_EQ(bench.tokens_sent(), (Texts{"Bearer given", "Bearer t1"}));
}

TEST(OAuth2, SendsABareTokenAsItIs) {
  Bench bench;
  bench.credential = "given";
  bench.answer = [](const std::string&) { return Response{401, {}, ""}; };
  EXPECT_EQ(bench.call({"read"}).status(), 401);
  EXPECT_EQ(bench.tokens_sent(), (Texts{"Bearer given"}));
  EXPECT_TRUE(bench.token_requests().empty());
}

TEST(OAuth2, GetsAnotherTokenForOneThatIsRefused) {
  Bench bench;
  bench.answer = [](const std::string& token) {
    return Response{token == "Bearer t1" ? 401 : 204, {}, ""};
  };
  bench.options.retry.max_retries = 0;
  ASSERT_TRUE(bench.call());
  ASSERT_TRUE(bench.call());
  EXPECT_EQ(bench.tokens_sent(), (Texts{"Bearer t1", "Bearer t2", "Bearer t2"}));

  Bench given;
  given.credential.access_token = "given";
  given.answer = [](const std::string& token) {
    return Response{token == "Bearer given" ? 401 : 204, {}, ""};
  };
  ASSERT_TRUE(given.call());
  ASSERT_TRUE(given.call());
  EXPECT_EQ(given.tokens_sent(), (Texts{"Bearer given", "Bearer t1", "Bearer t1"}));
}

TEST(OAuth2, LetsASecondRefusalThrough) {
  Bench bench;
  bench.answer = [](const std::string&) { return json_response(401, R"({"error":"no"})"); };
  const auto result = bench.call();
  EXPECT_EQ(result.status(), 401);
  EXPECT_EQ(bench.tokens_sent(), (Texts{"Bearer t1", "Bearer t2"}));
  EXPECT_EQ(bench.token_requests().size(), 2u);
}

TEST(OAuth2, DoesNotRepeatWithTheSameToken) {
  Bench bench;
  bench.answer = [](const std::string&) { return Response{401, {}, ""}; };
  bench.issue = [](int) { return json_response(200, R"({"access_token":"same"})"); };
  EXPECT_EQ(bench.call().status(), 401);
  EXPECT_EQ(bench.tokens_sent(), (Texts{"Bearer same"}));
}

TEST(OAuth2, SaysWhyThereIsNoToken) {
  struct Row {
    TransportResult answer;
    ErrorKind kind;
    std::string message;
  };
  const std::string from = "GET /x: ";
  const std::string why = "no access token from auth.example.com: ";
  const Row rows[] = {
      {json_response(401, R"({"error":"invalid_client","error_description":"s3cr3t is\nwrong"})"),
       ErrorKind::invalid_request,
       from + "request: " + why + "401 invalid_client: [redacted] is wrong"},
      {json_response(400, R"({"error":"invalid_scope"})"), ErrorKind::invalid_request,
       from + "request: " + why + "400 invalid_scope"},
      {Response{302, {{"Location", "https://evil.example/"}}, ""}, ErrorKind::invalid_request,
       from + "request: " + why + "302"},
      {Response{503, {}, "s3cr3t"}, ErrorKind::transport, from + "connect: " + why + "503"},
      {Response{200, {}, "<html>t0ken"}, ErrorKind::transport,
       from + "connect: " + why + "the answer has no `access_token`"},
      {json_response(200, R"({"access_token":"t","token_type":"mac"})"), ErrorKind::transport,
       from + "connect: " + why + "it is of the type mac, not bearer"},
      {json_response(200, R"({"access_token":"t\r\nX: y"})"), ErrorKind::invalid_request,
       from + "request: the access token has characters that HTTP does not allow"},
      {TransportError{TransportErrorKind::tls, "auth.example.com: bad certificate", false},
       ErrorKind::transport, from + "tls: " + why + "auth.example.com: bad certificate"},
      {TransportError{TransportErrorKind::timeout, "too slow", true}, ErrorKind::timeout,
       from + "timeout: " + why + "too slow"},
  };
  for (const Row& row : rows) {
    Bench bench;
    bench.options.retry.max_retries = 0;
    bench.issue = [&](int) { return row.answer; };
    const auto result = bench.call();
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind(), row.kind) << row.message;
    EXPECT_EQ(result.error().message(), row.message);
    EXPECT_EQ(result.error().operation_id(), "readX");
    EXPECT_TRUE(bench.tokens_sent().empty());
  }
}

TEST(OAuth2, AsksNobodyWithoutAGoodUrl) {
  const auto message_of = [](const char* url, bool allow) {
    Bench bench;
    bench.token_url = url;
    bench.options.allow_insecure_credentials = allow;
    const auto result = bench.call();
    return result ? bench.token_requests().at(0).url : result.error().message();
  };
  EXPECT_EQ(message_of("", false),
            "GET /x: request: there is no URL to get an access token from: set the credential's "
            "token_url");
  EXPECT_EQ(message_of("ftp://auth/token", false),
            "GET /x: request: the token URL is not a URL of http or https without credentials");
  EXPECT_EQ(message_of("http://auth.example.com/token", false),
            "GET /x: request: credentials would go over plain http to auth.example.com; use https, "
            "or allow_insecure_credentials");
  EXPECT_EQ(message_of("http://auth.example.com/token", true), "http://auth.example.com/token");
  EXPECT_EQ(message_of("http://127.0.0.1:1/token", false), "http://127.0.0.1:1/token");
  EXPECT_EQ(message_of("/oauth/token", false), "https://api.example.com/oauth/token");

  Bench own;
  own.credential.token_url = "https://other.example.com/t";
  ASSERT_TRUE(own.call());
  EXPECT_EQ(own.token_requests()[0].url, "https://other.example.com/t");
}

TEST(OAuth2, KeepsToTheTotalTimeout) {
  Bench bench;
  bench.options.timeouts.total = milliseconds(10000);
  bench.issue = [&](int) {
    bench.clock += milliseconds(4000);
    return json_response(200, R"({"access_token":"t"})");
  };
  ASSERT_TRUE(bench.call());
  const auto seen = bench.transport->options();
  EXPECT_EQ(seen[0].timeouts.total, milliseconds(10000));
  EXPECT_EQ(seen[1].timeouts.total, milliseconds(6000));
  EXPECT_EQ(seen[0].max_body_bytes, std::size_t{1} << 20);

  Bench late;
  late.options.timeouts.total = milliseconds(4000);
  late.issue = [&](int) {
    late.clock += milliseconds(4000);
    return json_response(200, R"({"access_token":"t"})");
  };
  EXPECT_EQ(late.call().error().kind(), ErrorKind::timeout);
  EXPECT_TRUE(late.tokens_sent().empty());
}

TEST(OAuth2, RepeatsWhatMayBeRepeated) {
  const auto broken = [](Bench& bench) {
    bench.issue = [](int number) -> TransportResult {
      if (number == 1) return Response{503, {}, ""};
      return json_response(200, R"({"access_token":"t"})");
    };
    return bench.call();
  };
  Bench client;
  EXPECT_TRUE(broken(client));
  EXPECT_EQ(client.sleeps, (std::vector<milliseconds>{milliseconds(500)}));
  Bench refresh;
  refresh.credential = OAuth2Credential::refreshed("r0");
  EXPECT_FALSE(broken(refresh));
  bindery::CallOptions once;
  once.max_retries = 0;
  Bench impatient;
  impatient.issue = [](int) { return Response{503, {}, ""}; };
  EXPECT_FALSE(impatient.call({}, once));
  EXPECT_EQ(impatient.token_requests().size(), 1u);
}

TEST(OAuth2, AsksAgainAfterAFailure) {
  Bench bench;
  bench.issue = [](int number) -> TransportResult {
    if (number == 1) return Response{400, {}, ""};
    return json_response(200, R"({"access_token":"t"})");
  };
  EXPECT_FALSE(bench.call());
  EXPECT_TRUE(bench.call());
}

TEST(OAuth2, SharesTokensAmongCopies) {
  Bench bench;
  ASSERT_TRUE(bench.call());
  const std::shared_ptr<const bindery::Pipeline> copy = bench.pipeline;
  const bindery::CallOptions options;
  bindery::Call call(*copy, options, {"readX", "GET", "/x"});
  call.authorize({{"Grant"}});
  ASSERT_TRUE(call.send<NoContent>({{"204"}}));
  EXPECT_EQ(bench.token_requests().size(), 1u);
}

TEST(OAuth2, AsksForNothingWhenTheRequestCannotLeave) {
  Bench bench;
  bench.open();
  const bindery::CallOptions options;
  bindery::Call call(*bench.pipeline, options, {"readX", "GET", "/{id}"});
  call.path("id", "");
  call.authorize({{"Grant"}});
  EXPECT_FALSE(call.send<NoContent>({{"204"}}));
  EXPECT_TRUE(bench.transport->requests().empty());
}

}  // namespace
