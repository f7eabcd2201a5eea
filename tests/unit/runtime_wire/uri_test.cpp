// URLs: encoding, taking apart, joining.
// Must not send anything.
#include "bindery/uri.hpp"

#include <string>

#include <gtest/gtest.h>

namespace {

using bindery::Keep;

TEST(Uri, EncodesAllButTheUnreserved) {
  std::string all;
  for (int c = 0; c < 256; ++c) all += static_cast<char>(c);
  const std::string encoded = bindery::percent_encoded(all);
  EXPECT_EQ(bindery::percent_decoded(encoded), all);
  EXPECT_EQ(encoded.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                      "0123456789-._~%"),
            std::string::npos);
  EXPECT_EQ(bindery::percent_encoded("AZaz09-._~"), "AZaz09-._~");
}

TEST(Uri, KeepsWhatThePlaceAllows) {
  struct Row {
    const char* text;
    const char* plain;
    const char* query;
    const char* path;
  };
  const Row rows[] = {
      {"../x?y#z", "..%2Fx%3Fy%23z", "../x?y%23z", "../x%3Fy%23z"},
      {"a b", "a%20b", "a%20b", "a%20b"},
      {"%2F", "%252F", "%2F", "%2F"},
      {"50%", "50%25", "50%25", "50%25"},
      {"%zz", "%25zz", "%25zz", "%25zz"},
      {"[1]", "%5B1%5D", "%5B1%5D", "%5B1%5D"},
      {"a|b,c+d", "a%7Cb%2Cc%2Bd", "a%7Cb,c+d", "a%7Cb,c+d"},
      {"\xc3\xa9", "%C3%A9", "%C3%A9", "%C3%A9"},
      {"", "", "", ""},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(bindery::percent_encoded(row.text), row.plain) << row.text;
    EXPECT_EQ(bindery::percent_encoded(row.text, Keep::reserved_in_query), row.query) << row.text;
    EXPECT_EQ(bindery::percent_encoded(row.text, Keep::reserved_in_path), row.path) << row.text;
  }
}

TEST(Uri, DecodesOnlyWholeTriplets) {
  EXPECT_EQ(bindery::percent_decoded("a%20b+%"), "a b+%");
  EXPECT_EQ(bindery::percent_decoded("%4"), "%4");
  EXPECT_EQ(bindery::percent_decoded("%4g%41"), "%4gA");
}

TEST(Uri, LeavesNoDotSegment) {
  const auto safe = [](const char* path) {
    std::string out;
    bindery::append_without_dot_segments(out, path);
    return out;
  };
  EXPECT_EQ(safe("/a/../b"), "/a/%2E%2E/b");
  EXPECT_EQ(safe("/a/."), "/a/%2E");
  EXPECT_EQ(safe(".."), "%2E%2E");
  EXPECT_EQ(safe("/a/.../b.c/"), "/a/.../b.c/");
  EXPECT_EQ(safe(""), "");
}

TEST(Uri, TakesUrlsApart) {
  struct Row {
    const char* text;
    const char* origin;
    const char* target;
  };
  const Row rows[] = {
      {"https://api.example.com", "https://api.example.com", "/"},
      {"HTTPS://API.example.COM:443/v1/", "https://api.example.com", "/v1/"},
      {"http://h:80", "http://h", "/"},
      {"http://h:8080/a?b=c#d", "http://h:8080", "/a?b=c"},
      {"http://h?b", "http://h", "/?b"},
      {"http://h#frag", "http://h", "/"},
      {"http://[::1]:8080/a", "http://[::1]:8080", "/a"},
      {"http://h:/a", "http://h", "/a"},
  };
  for (const Row& row : rows) {
    const auto url = bindery::parse_url(row.text);
    ASSERT_TRUE(url) << row.text;
    EXPECT_EQ(url->origin(), row.origin) << row.text;
    EXPECT_EQ(url->target, row.target) << row.text;
  }
}

TEST(Uri, RefusesWhatIsNoHttpUrl) {
  for (const char* text : {"",
                           "/",
                           "h",
                           "ftp://h",
                           "http:/h",
                           "http://",
                           "http:///a",
                           "http://user:pass@h/",
                           "http://h:0",
                           "http://h:65536",
                           "http://h:8a",
                           "http://[::1",
                           "http://[::1]8",
                           "http://[x]",
                           "http://a b",
                           "http://a\r\nb",
                           "http://h/\x01",
                           "http://h/a\"b",
                           "http://h{x}",
                           "http://h\\a",
                           "http://%41/",
                           "http://h/\xc3\xa9"}) {
    EXPECT_FALSE(bindery::parse_url(text)) << text;
  }
}

TEST(Uri, KnowsLoopback) {
  for (const char* text : {"http://localhost", "http://LOCALHOST:1", "http://a.localhost",
                           "http://127.0.0.1", "http://127.8.9.1:99", "http://[::1]"}) {
    EXPECT_TRUE(bindery::parse_url(text)->is_loopback()) << text;
  }
  for (const char* text : {"http://example.com", "http://127.example.com", "http://notlocalhost",
                           "http://128.0.0.1", "http://10.0.0.1", "http://[::2]"}) {
    EXPECT_FALSE(bindery::parse_url(text)->is_loopback()) << text;
  }
}

TEST(Uri, JoinsWithOneSlash) {
  struct Row {
    const char* base;
    const char* path;
    const char* url;
  };
  const Row rows[] = {
      {"https://h", "/v3/x", "https://h/v3/x"},
      {"https://h/", "/v3/x", "https://h/v3/x"},
      {"https://h/api/", "v3/x", "https://h/api/v3/x"},
      {"https://h/api", "/", "https://h/api/"},
      {"https://h/api", "", "https://h/api"},
      {"https://h/api?k=1#f", "/x?l=2", "https://h/api/x?k=1&l=2"},
      {"https://h?k=1", "/x", "https://h/x?k=1"},
      {"https://h?", "/x?", "https://h/x"},
      {"https://h", "/x?l=2", "https://h/x?l=2"},
  };
  for (const Row& row : rows) EXPECT_EQ(bindery::join_url(row.base, row.path), row.url);
}

// RFC 3986 5.4, but for what has no authority.
TEST(Uri, ResolvesReferences) {
  struct Row {
    const char* reference;
    const char* url;
  };
  const Row rows[] = {{"g", "http://a/b/c/g"},
                      {"./g", "http://a/b/c/g"},
                      {"g/", "http://a/b/c/g/"},
                      {"/g", "http://a/g"},
                      {"//g", "http://g"},
                      {"?y", "http://a/b/c/d;p?y"},
                      {"g?y", "http://a/b/c/g?y"},
                      {"#s", "http://a/b/c/d;p?q#s"},
                      {"g?y#s", "http://a/b/c/g?y#s"},
                      {";x", "http://a/b/c/;x"},
                      {"", "http://a/b/c/d;p?q"},
                      {".", "http://a/b/c/"},
                      {"./", "http://a/b/c/"},
                      {"..", "http://a/b/"},
                      {"../", "http://a/b/"},
                      {"../g", "http://a/b/g"},
                      {"../..", "http://a/"},
                      {"../../g", "http://a/g"},
                      {"../../../g", "http://a/g"},
                      {"/./g", "http://a/g"},
                      {"/../g", "http://a/g"},
                      {"g.", "http://a/b/c/g."},
                      {"..g", "http://a/b/c/..g"},
                      {"./g/.", "http://a/b/c/g/"},
                      {"g/../h", "http://a/b/c/h"},
                      {"g?y/../x", "http://a/b/c/g?y/../x"},
                      {"https://h/./x", "https://h/./x"}};
  for (const Row& row : rows) {
    EXPECT_EQ(bindery::resolve_url("http://a/b/c/d;p?q", row.reference), row.url);
  }
  EXPECT_EQ(bindery::resolve_url("http://a", "g"), "http://a/g");
  EXPECT_EQ(bindery::resolve_url("http://a?q", "g"), "http://a/g");
  EXPECT_EQ(bindery::resolve_url("/v1", "g"), "g");
}

}  // namespace
