// OAuth2 over real HTTP: the tokens come from another origin than the API.
#include <string>
#include <thread>
#include <vector>

#include "depot.hpp"

namespace {

using depot_test::AccessTest;
using Texts = std::vector<std::string>;

class OAuth2 : public AccessTest {};

TEST_F(OAuth2, AsksOnceForEachScope) {
  depot::Credentials credentials;
  credentials.client = client_credentials();
  const depot::Client first = client(credentials);
  const depot::Client copy = first;
  EXPECT_EQ(first.default_api().list_things().value().authorization, "Bearer token1");
  EXPECT_EQ(copy.default_api().list_things().value().authorization, "Bearer token1");
  EXPECT_EQ(first.default_api().add_thing().value().authorization, "Bearer token2");
  EXPECT_EQ(tokens.asked(),
            (Texts{"Basic bWU6czNjcjN0 grant_type=client_credentials&scope=read",
                   "Basic bWU6czNjcjN0 grant_type=client_credentials&scope=read%20write"}));
}

TEST_F(OAuth2, AsksOnceForManyThreads) {
  depot::Credentials credentials;
  credentials.client = client_credentials();
  const depot::Client shared = client(credentials);
  Texts seen(8);
  std::vector<std::thread> threads;
  for (std::string& text : seen) {
    threads.emplace_back([&shared, &text] {
      const auto result = shared.default_api().list_things();
      text = result ? result->authorization.value_or("none") : result.error().message();
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(seen, Texts(8, "Bearer token1"));
  EXPECT_EQ(tokens.asked().size(), 1u);
}

TEST_F(OAuth2, RenewsOnceWhatIsRefused) {
  depot::Credentials credentials;
  credentials.client = client_credentials();
  const depot::Client shared = client(credentials);
  api.revoke("Bearer token1");
  EXPECT_EQ(shared.default_api().list_things().value().authorization, "Bearer token2");
  EXPECT_EQ(api.requests(), 2);
  api.revoke("Bearer token2");
  api.revoke("Bearer token3");
  const auto refused = shared.default_api().list_things();
  EXPECT_EQ(refused.status(), 401);
  EXPECT_EQ(refused.error().message(), "GET /things: 401 not Bearer [redacted]");
  EXPECT_EQ(api.requests(), 4);
  EXPECT_EQ(tokens.asked().size(), 3u);
}

TEST_F(OAuth2, RefreshesATokenOfTheCaller) {
  depot::Credentials credentials;
  credentials.user = bindery::OAuth2Credential::refreshed("refresh0", "me");
  credentials.user->access_token = "given";
  credentials.user->token_url = tokens.url();
  const depot::Client shared = client(credentials);
  EXPECT_EQ(shared.default_api().list_mine().value().authorization, "Bearer given");
  api.revoke("Bearer given");
  EXPECT_EQ(shared.default_api().list_mine().value().authorization, "Bearer token1");
  api.revoke("Bearer token1");
  EXPECT_EQ(shared.default_api().list_mine().value().authorization, "Bearer token2");
  EXPECT_EQ(tokens.asked(),
            (Texts{" grant_type=refresh_token&refresh_token=refresh0&client_id=me",
                   " grant_type=refresh_token&refresh_token=refresh1&client_id=me"}));
}

TEST_F(OAuth2, TakesABareToken) {
  depot::Credentials credentials;
  credentials.user = "given";
  EXPECT_EQ(client(credentials).default_api().list_mine().value().authorization, "Bearer given");
  api.revoke("Bearer given");
  EXPECT_EQ(client(credentials).default_api().list_mine().status(), 401);
}

TEST_F(OAuth2, SaysWhyThereIsNoToken) {
  tokens.status = 401;
  depot::Credentials credentials;
  credentials.client = client_credentials();
  credentials.client->authentication = bindery::ClientAuthentication::post;
  const auto result = client(credentials).default_api().list_things();
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind(), bindery::ErrorKind::invalid_request);
  EXPECT_EQ(result.error().message(),
            "GET /things: request: no access token from 127.0.0.1: 401 invalid_client: "
            "grant_type=client_credentials&scope=read&client_id=me&client_secret=[redacted]");
  EXPECT_EQ(api.requests(), 0);
}

TEST_F(OAuth2, TakesTheTokenUrlOfTheDocument) {
  depot::Credentials credentials;
  credentials.client = bindery::OAuth2Credential::client_credentials("me", "s3cr3t");
  // `/token` of the API itself, which answers everything and gives no token.
  EXPECT_EQ(client(credentials).default_api().list_things().error().message(),
            "GET /things: connect: no access token from 127.0.0.1: the answer has no "
            "`access_token`");
  EXPECT_EQ(api.requests(), 1);
}

}  // namespace
