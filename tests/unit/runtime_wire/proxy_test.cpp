// Proxies out of settings and an environment that is a map here.
// Must not read or change the environment of the process.
#include "bindery/proxy.hpp"

#include <map>
#include <optional>
#include <string>

#include <gtest/gtest.h>

namespace {

using bindery::parse_proxy;
using bindery::Proxy;
using Environment = std::map<std::string, std::string>;

std::string text(const std::optional<Proxy>& proxy) {
  if (!proxy) return "none";
  return proxy->host + ' ' + std::to_string(proxy->port) + " [" + proxy->user + "] [" +
         proxy->password + ']';
}

// The host of the proxy for `url`; `-` when it goes by itself.
std::string through(const char* url, const Environment& environment) {
  const auto lookup = [&](const char* name) -> std::optional<std::string> {
    const auto found = environment.find(name);
    return found != environment.end() ? std::optional<std::string>(found->second) : std::nullopt;
  };
  const auto setting = bindery::proxy_setting_from_environment(*bindery::parse_url(url), lookup);
  const auto proxy = setting ? bindery::parse_proxy(*setting) : std::nullopt;
  return proxy ? proxy->host : "-";
}

bool bypasses(const char* url, const char* no_proxy) {
  return bindery::bypasses_proxy(*bindery::parse_url(url), no_proxy);
}

TEST(Proxy, ReadsSettings) {
  struct Row {
    const char* setting;
    const char* expected;
  };
  const Row rows[] = {
      {"http://proxy.example:3128", "proxy.example 3128 [] []"},
      {"HTTP://Proxy.Example:3128/", "proxy.example 3128 [] []"},
      {"proxy.example:3128", "proxy.example 3128 [] []"},
      {"proxy.example", "proxy.example 80 [] []"},
      {"http://proxy.example", "proxy.example 80 [] []"},
      {"http://me:pw@proxy.example:1", "proxy.example 1 [me] [pw]"},
      {"me:pw@proxy.example", "proxy.example 80 [me] [pw]"},
      {"http://me@proxy.example", "proxy.example 80 [me] []"},
      {"http://:pw@proxy.example", "proxy.example 80 [] [pw]"},
      {"http://@proxy.example", "proxy.example 80 [] []"},
      {"http://a%40b:p%3Aq%2f%25@proxy.example", "proxy.example 80 [a@b] [p:q/%]"},
      {"http://me:p:q@proxy.example", "proxy.example 80 [me] [p:q]"},
      {"http://me:p@q@proxy.example", "proxy.example 80 [me] [p@q]"},
      {"http://[::1]:3128", "::1 3128 [] []"},
      {"[2001:DB8::1]", "2001:db8::1 80 [] []"},
      {"10.0.0.1:65535", "10.0.0.1 65535 [] []"},
      {"", "none"},
      {"http://", "none"},
      {"http://me:pw@", "none"},
      {"https://proxy.example", "none"},
      {"socks5://proxy.example:1080", "none"},
      {"socks5h://me:pw@proxy.example", "none"},
      {"://proxy.example", "none"},
      {"http://proxy.example:0", "none"},
      {"http://proxy.example:65536", "none"},
      {"http://proxy.example:port", "none"},
      {"http://proxy.example/path", "none"},
      {"http://me:p/w@proxy.example", "none"},
      {"http://proxy.example?q", "none"},
      {"http://proxy.example#", "none"},
      {"::1", "none"},
      {"[::1", "none"},
      {"[evil.example]", "none"},
      {"proxy.example:80 ", "none"},
      {" proxy.example", "none"},
      {"proxy\r\n.example", "none"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(text(parse_proxy(row.setting)), row.expected) << row.setting;
}

TEST(Proxy, ComesFromTheVariableOfTheScheme) {
  const Environment all = {{"https_proxy", "s"}, {"HTTPS_PROXY", "S2"}, {"http_proxy", "h"},
                           {"HTTP_PROXY", "H2"}, {"all_proxy", "a"},    {"ALL_PROXY", "A2"}};
  EXPECT_EQ(through("https://x.example", all), "s");
  EXPECT_EQ(through("http://x.example", all), "h");
  EXPECT_EQ(through("https://x.example", {{"HTTPS_PROXY", "S"}, {"all_proxy", "a"}}), "s");
  EXPECT_EQ(through("https://x.example", {{"http_proxy", "h"}}), "-");
  EXPECT_EQ(through("http://x.example", {{"https_proxy", "s"}}), "-");
  for (const char* url : {"http://x.example", "https://x.example"}) {
    EXPECT_EQ(through(url, {{"all_proxy", "a"}, {"ALL_PROXY", "b"}}), "a");
    EXPECT_EQ(through(url, {{"ALL_PROXY", "b"}}), "b");
    EXPECT_EQ(through(url, {}), "-");
  }
}

TEST(Proxy, IsNotWhatAClientOfACgiProgramSays) {
  EXPECT_EQ(through("http://x.example", {{"HTTP_PROXY", "evil.example"}}), "-");
  EXPECT_EQ(through("https://x.example", {{"HTTP_PROXY", "evil.example"}}), "-");
}

TEST(Proxy, EmptyVariablesAreNotSet) {
  EXPECT_EQ(through("https://x.example", {{"https_proxy", ""}, {"HTTPS_PROXY", "s"}}), "s");
  EXPECT_EQ(through("https://x.example",
                    {{"https_proxy", "s"}, {"no_proxy", ""}, {"NO_PROXY", "x.example"}}),
            "-");
  EXPECT_EQ(through("https://x.example",
                    {{"https_proxy", "s"}, {"no_proxy", "y.example"}, {"NO_PROXY", "x.example"}}),
            "s");
}

TEST(Proxy, ASettingThatIsNotTakenCanBeTold) {
  const auto lookup = [](const char* name) {
    return std::string(name) == "all_proxy" ? std::optional<std::string>("socks5://p:1080")
                                            : std::nullopt;
  };
  const auto url = bindery::parse_url("https://x.example");
  EXPECT_EQ(bindery::proxy_setting_from_environment(*url, lookup), "socks5://p:1080");
  EXPECT_FALSE(bindery::parse_proxy("socks5://p:1080"));
  // The first that is set counts, taken or not.
  EXPECT_EQ(through("https://x.example", {{"https_proxy", "socks5://p"}, {"all_proxy", "a"}}), "-");
}

TEST(Proxy, NeverStandsBeforeThisMachine) {
  const Environment all = {{"all_proxy", "a"}, {"https_proxy", "s"}, {"http_proxy", "h"}};
  for (const char* url :
       {"http://localhost:8080", "https://localhost", "http://a.localhost/", "http://127.0.0.1",
        "http://127.255.0.1", "http://[::1]:80", "http://LOCALHOST", "http://localhost."}) {
    EXPECT_EQ(through(url, all), "-") << url;
  }
  for (const char* url : {"http://127.example", "http://localhost.example", "http://128.0.0.1"}) {
    EXPECT_EQ(through(url, all), "h") << url;
  }
}

TEST(Proxy, IsBypassedByName) {
  EXPECT_TRUE(bypasses("https://a.example", "*"));
  EXPECT_TRUE(bypasses("https://a.example", "x, *"));
  EXPECT_FALSE(bypasses("https://a.example", ""));
  EXPECT_FALSE(bypasses("https://a.example", " ,, ,"));
  for (const char* entry : {"a.example", ".a.example", "A.Example", "a.example.", "b,a.example",
                            "b a.example", "b ,\ta.example,c", "a.example:443", ".a.example:443"}) {
    EXPECT_TRUE(bypasses("https://a.example", entry)) << entry;
    EXPECT_TRUE(bypasses("https://b.a.example/x", entry)) << entry;
    EXPECT_TRUE(bypasses("https://c.b.a.example.", entry)) << entry;
    EXPECT_FALSE(bypasses("https://ba.example", entry)) << entry;
    EXPECT_FALSE(bypasses("https://a.example.evil", entry)) << entry;
    EXPECT_FALSE(bypasses("https://example", entry)) << entry;
  }
  for (const char* entry : {".",
                            "..",
                            ":",
                            ":443",
                            "[",
                            "[]",
                            "]",
                            "[a.example",
                            "*.",
                            "a.example:",
                            "a.example:80",
                            "a.example:0443",
                            "a.example:443:443",
                            "https://a.example",
                            "a.example/",
                            "a.exampl",
                            "*.a.example.b",
                            "/",
                            "/0",
                            "0/0"}) {
    EXPECT_FALSE(bypasses("https://a.example", entry)) << entry;
  }
}

TEST(Proxy, IsBypassedByAddress) {
  EXPECT_TRUE(bypasses("http://10.1.2.3", "10.1.2.3"));
  EXPECT_TRUE(bypasses("http://10.1.2.3:8080", "10.1.2.3:8080"));
  EXPECT_FALSE(bypasses("http://10.1.2.3", "10.1.2.3:8080"));
  EXPECT_FALSE(bypasses("http://10.1.2.3", "2.3"));
  EXPECT_FALSE(bypasses("http://10.1.2.3", ".3"));
  EXPECT_TRUE(bypasses("http://[2001:DB8::1]", "2001:db8::1"));
  EXPECT_TRUE(bypasses("http://[2001:db8::1]", "[2001:DB8::1]"));
  EXPECT_TRUE(bypasses("http://[2001:db8::1]", "[2001:db8::1]:80"));
  EXPECT_FALSE(bypasses("http://[2001:db8::1]", "[2001:db8::1]:81"));
  EXPECT_FALSE(bypasses("http://[2001:db8::1]", "[2001:db8::1]80"));
  EXPECT_FALSE(bypasses("http://[2001:db8::1]", "2001:db8::2"));
  EXPECT_FALSE(bypasses("http://[2001:db8::1]", ":1"));
}

TEST(Proxy, IsBypassedByBlock) {
  EXPECT_TRUE(bypasses("http://10.1.2.3", "10.0.0.0/8"));
  EXPECT_TRUE(bypasses("http://10.1.2.3", "10.1.2.3/32"));
  EXPECT_TRUE(bypasses("http://10.1.2.3", "0.0.0.0/0"));
  EXPECT_TRUE(bypasses("http://192.168.255.1", "192.168.128.0/17"));
  EXPECT_FALSE(bypasses("http://192.168.127.1", "192.168.128.0/17"));
  EXPECT_FALSE(bypasses("http://11.1.2.3", "10.0.0.0/8"));
  EXPECT_FALSE(bypasses("http://a.example", "0.0.0.0/0"));
  for (const char* entry :
       {"10.0.0.0/", "10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/-1", "10.0.0.0/008", "10.0.0/8",
        "10.0.0.0.0/8", "10.0.0.256/8", "10..0.0/8", "10.0.0.0/8/8", "4294967306.0.0.0/8"}) {
    EXPECT_FALSE(bypasses("http://10.1.2.3", entry)) << entry;
  }
}

TEST(Proxy, AsksTheProcessWhenNobodyElse) {
  EXPECT_FALSE(bindery::environment_variable("BINDERY_TEST_IS_NOT_SET"));
  EXPECT_TRUE(bindery::environment_variable("PATH"));
}

}  // namespace
