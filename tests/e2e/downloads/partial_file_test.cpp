// What is kept of a file whose download failed, and how another download goes on with it.
#include <cstdio>
#include <string>

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

class PartialFileTest : public downloads::TransferTest {
 protected:
  PartialFileTest() {
    keeping.keep_partial = true;
    keeping.max_retries = 0;
  }

  // Leaves the first bytes of what `server` has.
  void break_off(FileServer& server) {
    server.cuts = {1000};
    ASSERT_FALSE(client().download(server.url(), path, keeping));
    ASSERT_EQ(names(), Names({"video.mp4.partial", "video.mp4.partial.version"}));
    ASSERT_EQ(read_file(path + ".partial"), server.content.substr(0, 1000));
  }

  // The ranges of all requests, the first of which broke off.
  Names ranges_after_another(FileServer& server) {
    const auto file = client().download(server.url("/video.mp4?sig=another"), path, keeping);
    EXPECT_TRUE(file) << file.error();
    EXPECT_EQ(read_file(path), server.content);
    return server.fields_sent("Range");
  }

  DownloadOptions keeping;
};

TEST_F(PartialFileTest, IsGoneOnWithByTheNextDownload) {
  FileServer server;
  break_off(server);
  EXPECT_EQ(ranges_after_another(server), Names({"", "bytes=1000-"}));
  EXPECT_EQ(server.fields_sent("If-Range"), Names({"", "\"one\""}));
  EXPECT_EQ(names(), Names({"video.mp4"}));
}

TEST_F(PartialFileTest, IsKeptByFailuresWithoutABodyToo) {
  FileServer server;
  break_off(server);
  server.instead = [](const Seen& seen) {
    return seen.number == 2 ? answer_of("403 Forbidden", "") : std::string();
  };
  const auto file = client().download(server.url(), path, keeping);
  ASSERT_FALSE(file);
  EXPECT_EQ(names(), Names({"video.mp4.partial", "video.mp4.partial.version"}));
  EXPECT_EQ(ranges_after_another(server), Names({"", "bytes=1000-", "bytes=1000-"}));
}

TEST_F(PartialFileTest, IsThrownAwayWhenTheFileHasChanged) {
  FileServer server;
  break_off(server);
  server.etag = "\"two\"";
  server.content = downloads::long_text("changed");
  EXPECT_EQ(ranges_after_another(server), Names({"", "bytes=1000-"}));
  EXPECT_EQ(names(), Names({"video.mp4"}));
}

TEST_F(PartialFileTest, IsThrownAwayWhenItIsNotWhatWasKept) {
  FileServer server;
  break_off(server);
  write("video.mp4.partial", "shorter");
  EXPECT_EQ(ranges_after_another(server), Names({"", ""}));
  EXPECT_EQ(names(), Names({"video.mp4"}));
}

TEST_F(PartialFileTest, IsLeftAloneWhenNobodySaysOfWhatItIs) {
  for (const char* note : {"", "\"one\"\n", "\n\n1000\n", "\"one\"\n1000\n1000\n", "\"one\"\n\nx\n",
                           "a\rb\n\n1000\n"}) {
    FileServer server;
    break_off(server);
    write("video.mp4.partial.version", note);
    EXPECT_EQ(ranges_after_another(server), Names({"", ""})) << note;
    EXPECT_EQ(read_file(path + ".partial").size(), 1000u);
    for (const std::string& name : names()) std::remove((folder + '/' + name).c_str());
  }
}

TEST_F(PartialFileTest, NeverTakesThePlaceOfSomebodyElses) {
  FileServer server;
  server.cuts = {1000};
  write("video.mp4.partial", "mine");
  ASSERT_FALSE(client().download(server.url(), path, keeping));
  EXPECT_EQ(read_file(path + ".partial"), "mine");
  EXPECT_EQ(names(), Names({"video.mp4.partial"}));
}

TEST_F(PartialFileTest, IsNotKeptWhereNothingCanBeResumed) {
  FileServer server;
  server.etag = "";
  server.cuts = {1000};
  ASSERT_FALSE(client().download(server.url(), path, keeping));
  EXPECT_EQ(names(), Names());
}

TEST_F(PartialFileTest, IsNotKeptWhenItIsTooLarge) {
  FileServer server;
  server.has_length = false;
  keeping.max_file_bytes = 2000;
  const auto file = client().download(server.url(), path, keeping);
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().kind(), ErrorKind::limit_exceeded);
  EXPECT_EQ(names(), Names());
}

}  // namespace
