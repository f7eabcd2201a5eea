// Which credentials a request gets.
#include "bindery/auth.hpp"

#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include <gtest/gtest.h>

#include "bindery/oauth.hpp"

namespace {

using bindery::CredentialStore;
using bindery::In;
using bindery::Secret;

std::string chosen(const CredentialStore& store,
                   std::initializer_list<bindery::SchemeNames> alternatives) {
  std::string text;
  for (const auto& [credential, scope] : bindery::choose_credentials(store, alternatives)) {
    text += credential->name + '=' + credential->value + ';' + scope;
  }
  return text;
}

CredentialStore store_of(bool key, bool token) {
  CredentialStore store;
  store.api_key("Key", In::header, "x-api-key",
                key ? std::optional<Secret>("k") : std::optional<Secret>());
  store.bearer("Bearer", token ? std::optional<Secret>("t") : std::optional<Secret>());
  return store;
}

TEST(Auth, TakesTheFirstCompleteAlternative) {
  const auto either = [](bool key, bool token) {
    return chosen(store_of(key, token), {{"Key"}, {"Bearer"}});
  };
  EXPECT_EQ(either(true, true), "x-api-key=k;");
  EXPECT_EQ(either(true, false), "x-api-key=k;");
  EXPECT_EQ(either(false, true), "Authorization=Bearer t;");
  EXPECT_EQ(either(false, false), "");
}

TEST(Auth, NeverTakesPartOfAnAlternative) {
  const auto both = [](bool key, bool token) {
    return chosen(store_of(key, token), {{"Key", "Bearer"}});
  };
  EXPECT_EQ(both(true, true), "x-api-key=k;Authorization=Bearer t;");
  EXPECT_EQ(both(true, false), "");
  EXPECT_EQ(chosen(store_of(false, true), {{"Key", "Bearer"}, {"Bearer"}}),
            "Authorization=Bearer t;");
}

TEST(Auth, TakesWhatIsThereWhereNoneIsAllowed) {
  EXPECT_EQ(chosen(store_of(true, true), {{}, {"Key"}}), "x-api-key=k;");
  EXPECT_EQ(chosen(store_of(false, true), {{}, {"Key"}}), "");
  EXPECT_EQ(chosen(store_of(true, true), {{"Key"}, {}}), "x-api-key=k;");
  EXPECT_EQ(chosen(store_of(true, true), {}), "");
}

TEST(Auth, TakesTheScopesOfTheAlternative) {
  EXPECT_EQ(chosen(store_of(true, true), {{"Key", {"Bearer", {"read", "a:b"}}}}),
            "x-api-key=k;Authorization=Bearer t;read a:b");
  EXPECT_EQ(chosen(store_of(false, true), {{"Key", {"Bearer", {"read"}}}, {{"Bearer", {"write"}}}}),
            "Authorization=Bearer t;write");
}

TEST(Auth, WritesEachScheme) {
  CredentialStore store;
  store.basic("Basic", bindery::BasicCredential{"Aladdin", "open sesame"});
  store.http("Other", "Digest", Secret("username=\"a\""));
  store.api_key("Query", In::query, "key", Secret("q"));
  EXPECT_EQ(store.find("Basic")->value, "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
  EXPECT_EQ(store.find("Other")->value, "Digest username=\"a\"");
  EXPECT_EQ(store.find("Query")->in, In::query);
  EXPECT_EQ(store.find("Missing"), nullptr);
}

TEST(Auth, ReadsTheEnvironment) {
  ::setenv("BINDERY_TEST_KEY", "abc", 1);
  ::setenv("BINDERY_TEST_EMPTY", "", 1);
  EXPECT_EQ(bindery::secret_from_environment("BINDERY_TEST_KEY")->reveal(), "abc");
  EXPECT_FALSE(bindery::secret_from_environment("BINDERY_TEST_EMPTY"));
  EXPECT_FALSE(bindery::secret_from_environment("BINDERY_TEST_UNSET"));
  const auto basic =
      bindery::basic_credential_from_environment("BINDERY_TEST_KEY", "BINDERY_TEST_KEY");
  EXPECT_EQ(basic->username, "abc");
  EXPECT_FALSE(
      bindery::basic_credential_from_environment("BINDERY_TEST_KEY", "BINDERY_TEST_UNSET"));
}

TEST(Auth, ReadsOAuth2FromTheEnvironment) {
  ::setenv("BINDERY_TEST_KEY", "abc", 1);
  const char* const key = "BINDERY_TEST_KEY";
  const char* const none = "BINDERY_TEST_UNSET";
  const auto read = bindery::oauth2_credential_from_environment;
  EXPECT_EQ(read(key, none, none, none)->access_token.reveal(), "abc");
  EXPECT_FALSE(read(key, none, none, none)->is_renewable());
  EXPECT_EQ(read(none, key, key, none)->client_id, "abc");
  EXPECT_EQ(read(none, none, none, key)->refresh_token.reveal(), "abc");
  EXPECT_FALSE(read(none, key, none, none));
  EXPECT_FALSE(read(none, none, key, none));
  EXPECT_FALSE(read(none, none, none, none));
}

TEST(Auth, TakesATokenForAnOAuth2Credential) {
  std::optional<bindery::OAuth2Credential> credential;
  credential = "a";
  EXPECT_EQ(credential->access_token.reveal(), "a");
  credential = std::string("b");
  EXPECT_EQ(credential->access_token.reveal(), "b");
  credential = std::optional<Secret>("c");
  EXPECT_EQ(credential->access_token.reveal(), "c");
  credential = std::optional<Secret>();
  EXPECT_FALSE(credential);
}

template <class T, class = void>
struct IsPrintable : std::false_type {};
template <class T>
struct IsPrintable<T, std::void_t<decltype(std::cout << std::declval<T>())>> : std::true_type {};

TEST(Auth, GivesSecretsNoWayOut) {
  EXPECT_TRUE(IsPrintable<std::string>::value);
  EXPECT_FALSE(IsPrintable<Secret>::value);
  EXPECT_FALSE(IsPrintable<bindery::OAuth2Credential>::value);
  EXPECT_FALSE((std::is_convertible_v<Secret, std::string>));
}

}  // namespace
