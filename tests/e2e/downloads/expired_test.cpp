// URLs that have expired: what is said of them, and how a download goes on by a fresh one.
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "file_server.hpp"

namespace {

using bindery::DownloadOptions;
using bindery::ErrorKind;
using downloads::answer_of;
using downloads::FileServer;
using downloads::Names;
using downloads::read_file;
using downloads::Seen;

class ExpiredTest : public downloads::TransferTest {};

const std::string expired_text =
    "<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>";

bool is_old(const Seen& seen) { return seen.head.find("s3cr3t-signature") != std::string::npos; }

TEST_F(ExpiredTest, IsSaidWithTheBeginningOfTheBodyAndWithoutTheQuery) {
  for (const char* status : {"403 Forbidden", "404 Not Found", "410 Gone"}) {
    FileServer server;
    server.instead = [&](const Seen&) {
      return answer_of(status, expired_text + " of s3cr3t-signature");
    };
    const auto file = client().download(server.url(), path);
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().kind(), ErrorKind::unexpected_status);
    EXPECT_EQ(file.status(), std::stoi(status));
    EXPECT_EQ(file.error().message(),
              "GET " + server.url("/video.mp4") + ": " + std::string(status).substr(0, 3) +
                  " the URL has expired, or leads to nothing: " + expired_text + " of [redacted]");
    EXPECT_EQ(server.requests(), 1);
    EXPECT_EQ(names(), Names());
  }
}

TEST_F(ExpiredTest, IsSaidOfATokenButNotOfOtherRefusals) {
  FileServer server;
  server.instead = [](const Seen& seen) {
    return seen.number == 1
               ? answer_of("400 Bad Request", "<Error><Code>ExpiredToken</Code></Error>")
               : answer_of("400 Bad Request", "<Error><Code>InvalidArgument</Code></Error>");
  };
  const auto expired = client().download(server.url(), path);
  const auto other = client().download(server.url(), path);
  ASSERT_TRUE(!expired && !other);
  EXPECT_NE(expired.error().message().find("has expired"), std::string::npos);
  EXPECT_EQ(other.error().message().find("has expired"), std::string::npos);
}

TEST_F(ExpiredTest, GoesOnByAFreshUrlWhereItWas) {
  FileServer server;
  server.cuts = {40000};
  server.instead = [](const Seen& seen) {
    return seen.number > 1 && is_old(seen) ? answer_of("403 Forbidden", expired_text)
                                           : std::string();
  };
  int asked = 0;
  DownloadOptions options;
  options.refetch = [&] {
    ++asked;
    return server.url("/video.mp4?X-Signature=fresh-signature");
  };
  const auto file = client().download(server.url(), path, options);
  ASSERT_TRUE(file) << file.error();
  EXPECT_EQ(asked, 1);
  EXPECT_EQ(file->resumptions, 1);
  EXPECT_EQ(server.fields_sent("Range"), Names({"", "bytes=40000-", "bytes=40000-"}));
  EXPECT_EQ(read_file(path), server.content);
}

TEST_F(ExpiredTest, StartsAnewWhenTheFreshUrlIsOfAnotherFile) {
  FileServer server;
  server.cuts = {40000};
  server.instead = [](const Seen& seen) {
    return seen.number > 1 && is_old(seen) ? answer_of("403 Forbidden", expired_text)
                                           : std::string();
  };
  DownloadOptions options;
  options.refetch = [&] {
    server.content = downloads::long_text("other");
    server.etag = "\"two\"";
    // One that does not look at If-Range, as some stores.
    server.ignores_conditions = true;
    return server.url("/video.mp4?X-Signature=fresh-signature");
  };
  const auto file = client().download(server.url(), path, options);
  ASSERT_TRUE(file) << file.error();
  EXPECT_EQ(server.fields_sent("Range"), Names({"", "bytes=40000-", "bytes=40000-", ""}));
  EXPECT_EQ(file->etag, "\"two\"");
  EXPECT_EQ(file->resumptions, 0);
  EXPECT_EQ(read_file(path), server.content);
}

TEST_F(ExpiredTest, AsksForAFreshUrlOnce) {
  FileServer server;
  server.instead = [](const Seen&) { return answer_of("403 Forbidden", expired_text); };
  int asked = 0;
  DownloadOptions options;
  options.refetch = [&] {
    ++asked;
    return server.url("/fresh.mp4?X-Signature=fresh-signature");
  };
  const auto file = client().download(server.url(), path, options);
  ASSERT_FALSE(file);
  EXPECT_EQ(file.status(), 403);
  EXPECT_NE(file.error().message().find("/fresh.mp4: 403"), std::string::npos) << file.error();
  EXPECT_EQ(asked, 1);
  EXPECT_EQ(server.requests(), 2);
}

TEST_F(ExpiredTest, EndsWithTheErrorOfWhoCouldGetNoFreshUrl) {
  FileServer server;
  server.instead = [](const Seen&) { return answer_of("404 Not Found", ""); };
  DownloadOptions options;
  options.refetch = [] {
    return bindery::Result<std::string>(bindery::Error(ErrorKind::timeout, "no video"));
  };
  const auto file = client().download(server.url(), path, options);
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().message(), "no video");
  EXPECT_EQ(names(), Names());

  options.refetch = [] { return std::string("nonsense"); };
  const auto none = client().download(server.url(), path, options);
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().kind(), ErrorKind::invalid_request);
}

}  // namespace
