// Other credentials, servers by name and calls of what is not documented, over real HTTP.
#include <string>

#include "depot.hpp"

namespace {

using depot_test::AccessTest;

class Credentials : public AccessTest {};
class Servers : public AccessTest {};
class Raw : public AccessTest {};

TEST_F(Credentials, GoWhereTheOperationWantsThem) {
  depot::Credentials credentials;
  credentials.key = "k";
  credentials.oidc = "o";
  const depot::DefaultApi calls = client(credentials).default_api();
  EXPECT_EQ(calls.list_things().value().key, "k");
  EXPECT_EQ(calls.read_open().value().key, std::nullopt);
  EXPECT_EQ(calls.read_maybe().value().key, "k");
  EXPECT_EQ(calls.read_both().value().key, std::nullopt);
  // The certificate is the transport's; what else is needed is sent.
  EXPECT_EQ(calls.read_certified().value().authorization, "Bearer o");

  credentials.cookie = "c";
  EXPECT_EQ(client(credentials).default_api().read_both().value().cookie, "session=c");
  credentials.login = bindery::BasicCredential{"u", "p"};
  const auto both = client(credentials).default_api().read_both().value();
  EXPECT_EQ(both.key, "k");
  EXPECT_EQ(both.authorization, "Basic dTpw");
  EXPECT_EQ(both.cookie, std::nullopt);
}

TEST_F(Servers, AreChosenByName) {
  depot::servers::Local local;
  local.port = api.port();
  local.base = "v2";
  const depot::Client second(bindery::httplib_transport(local.url().value()));
  EXPECT_EQ(second.default_api().read_open().value().path, "/v2/open");
  local.base = "v3";
  EXPECT_EQ(local.url().error().message(),
            "the server variable `base` is `v3`, expected one of `v1`, `v2`");
  local.base = "v1";
  local.port = "80@evil.example";
  EXPECT_FALSE(local.url());
}

TEST_F(Servers, OfAnOperationGiveWayToTheCaller) {
  const depot::DefaultApi calls = client().default_api();
  EXPECT_EQ(calls.read_open().value().path, "/v1/open");
  EXPECT_EQ(calls.read_elsewhere().value().path, "/other/elsewhere");
  bindery::CallOptions options;
  options.base_url = "http://127.0.0.1:" + api.port() + "/mine";
  EXPECT_EQ(calls.read_elsewhere({}, options).value().path, "/mine/elsewhere");
  bindery::Options all;
  all.base_url = options.base_url;
  EXPECT_EQ(client({}, all).default_api().read_elsewhere().value().path, "/mine/elsewhere");
}

TEST_F(Raw, CallsWhatIsNotDocumented) {
  depot::Credentials credentials;
  credentials.client = client_credentials();
  const depot::Client calls = client(credentials);
  bindery::RawRequest request;
  request.query = {{"q", "a b"}};
  request.body = R"({"new":true})";
  const auto result = calls.send("POST", "/beta/things?x=1", request);
  ASSERT_TRUE(result) << result.error().message();
  EXPECT_EQ(result.status(), 200);
  EXPECT_EQ(result.headers().find("content-type"), "application/json");
  const depot::Seen seen = result->json<depot::Seen>().value();
  EXPECT_EQ(seen.path, "/v1/beta/things");
  EXPECT_EQ(seen.query, "?x=1&q=a%20b");
  EXPECT_EQ(seen.authorization, "Bearer token1");
  EXPECT_EQ(seen.body, R"({"new":true})");
  // The same token as that of an operation.
  EXPECT_EQ(calls.default_api().list_things().value().authorization, "Bearer token1");
}

TEST_F(Raw, FailsAsOperationsDo) {
  const auto result = client().send("GET", "/missing?token=hidden");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.status(), 404);
  EXPECT_EQ(result.error().kind(), bindery::ErrorKind::unexpected_status);
  EXPECT_EQ(result.error().message().find("GET /missing: 404"), 0u);
}

}  // namespace
