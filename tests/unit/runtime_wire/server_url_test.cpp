// URLs of servers from their variables, hostile ones among them.
#include "bindery/server_url.hpp"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace {

// The URL, or why there is none.
std::string filled(std::string_view url_template, std::string_view value) {
  const auto url = bindery::server_url(url_template, {{"x", value}});
  return url ? *url : "error: " + url.error().message();
}

TEST(ServerUrl, FillsVariables) {
  const auto url = bindery::server_url(
      "{scheme}://{region}.h:{port}/{v}?q={v}",
      {{"scheme", "https"}, {"region", "eu", {"eu", "us"}}, {"port", "8443"}, {"v", "v1"}});
  EXPECT_EQ(*url, "https://eu.h:8443/v1?q=v1");
  EXPECT_EQ(*bindery::server_url("https://h/", {}), "https://h/");
  EXPECT_EQ(*bindery::server_url("https://h/{", {}), "https://h/{");
  EXPECT_EQ(*bindery::server_url("}{a}", {{"a", "{a}"}}), "}%7Ba%7D");
}

TEST(ServerUrl, RefusesWhatTheDocumentDoesNotList) {
  const auto url = bindery::server_url("https://{x}.h", {{"x", "moon", {"eu", "us"}}});
  ASSERT_FALSE(url);
  EXPECT_EQ(url.error().kind(), bindery::ErrorKind::invalid_request);
  EXPECT_EQ(url.error().message(), "the server variable `x` is `moon`, expected one of `eu`, `us`");
  EXPECT_EQ(bindery::server_url("https://{y}.h", {{"x", "eu"}}).error().message(),
            "the server variable `y` has no value");
  EXPECT_EQ(filled("https://{x}.h", ""), "error: the server variable `x` has no value");
}

TEST(ServerUrl, KeepsTheHostWhatItIs) {
  for (const std::string_view value : {"evil.example/", "evil.example?", "evil.example#", "u@evil",
                                       "a b", "a\r\nb", "\xc3\xa9", "a\\b", "{y}", "a%2Fb/"}) {
    const std::string refusal = filled("https://{x}.shop.example/v1", value);
    EXPECT_NE(refusal.find("cannot stand at its place"), std::string::npos) << refusal;
  }
  EXPECT_EQ(filled("https://{x}/v1", "h:8443"), "https://h:8443/v1");
  EXPECT_EQ(filled("https://{x}", "h/base"), "https://h/base");
  EXPECT_EQ(filled("https://{x}/v1", "h/base"), "https://h/base/v1");
  EXPECT_EQ(filled("//{x}/v1", "h"), "//h/v1");
  EXPECT_EQ(filled("https://{x}", "u@h").find("error"), 0u);
}

TEST(ServerUrl, TakesWholeUrls) {
  EXPECT_EQ(filled("{x}", "http://h/p"), "http://h/p");
  EXPECT_EQ(filled("{x}/v1", "http://h/p"), "http://h/p/v1");
  EXPECT_EQ(filled("{x}.h/v1", "http://h/p").find("error"), 0u);
  EXPECT_EQ(filled("{x}://h", "http"), "http://h");
  EXPECT_EQ(filled("{x}://h", "http://evil/").find("error"), 0u);
}

TEST(ServerUrl, EncodesInPathAndQuery) {
  EXPECT_EQ(filled("https://h/{x}/v1", "a b?c#d"), "https://h/a%20b%3Fc%23d/v1");
  EXPECT_EQ(filled("https://h/{x}/v1", "a/b%2Fc"), "https://h/a/b%2Fc/v1");
  EXPECT_EQ(filled("https://h/{x}/v1", "../.."), "https://h/%2E%2E/%2E%2E/v1");
  EXPECT_EQ(filled("https://h/{x}", ""), "https://h/");
  EXPECT_EQ(filled("/{x}/v1", "a b"), "/a%20b/v1");
  EXPECT_EQ(filled("https://h/?q={x}", "a&b/c"), "https://h/?q=a%26b%2Fc");
}

}  // namespace
