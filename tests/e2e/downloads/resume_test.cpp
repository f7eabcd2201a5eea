// Downloads that break off: they go on where the server's word is good for it, and start anew where
// it is not.
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

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

class ResumeTest : public downloads::TransferTest {
 protected:
  // What the server was asked for, after a download that ends well.
  Names ranges_of(const FileServer& server, int resumptions) {
    const auto file = client().download(server.url(), path);
    EXPECT_TRUE(file) << file.error();
    EXPECT_EQ(file ? file->resumptions : -1, resumptions);
    EXPECT_EQ(read_file(path), server.content);
    EXPECT_EQ(names(), Names({"video.mp4"}));
    return server.fields_sent("Range");
  }
};

TEST_F(ResumeTest, GoesOnWhereItBrokeOffAsOftenAsThereIsProgress) {
  FileServer server;
  server.cuts = {1000, 2000, 3000, 4000, 5000};
  EXPECT_EQ(ranges_of(server, 5), Names({"", "bytes=1000-", "bytes=3000-", "bytes=6000-",
                                         "bytes=10000-", "bytes=15000-"}));
  EXPECT_EQ(server.fields_sent("If-Range"),
            Names({"", "\"one\"", "\"one\"", "\"one\"", "\"one\"", "\"one\""}));
  EXPECT_EQ(server.fields_sent("Accept-Encoding"), Names(6, "identity"));
  EXPECT_EQ(waits.size(), 5u);
}

TEST_F(ResumeTest, GoesOnByADateThatIsAsGoodAsATag) {
  FileServer server;
  server.etag = "";
  server.ignores_conditions = true;
  server.cuts = {1000};
  server.fields =
      "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT\r\nDate: Sun, 06 Nov 1994 08:49:38 GMT\r\n";
  EXPECT_EQ(ranges_of(server, 1), Names({"", "bytes=1000-"}));
  EXPECT_EQ(server.fields_sent("If-Range"), Names({"", "Sun, 06 Nov 1994 08:49:37 GMT"}));
}

TEST_F(ResumeTest, StartsAnewWithoutAWordThatTheFileIsTheSame) {
  const std::string date = "Sun, 06 Nov 1994 08:49:37 GMT\r\n";
  struct Case {
    std::string etag;
    std::string fields;
  };
  for (const Case& one : std::vector<Case>{
           {"", ""},
           {"W/\"one\"", "Last-Modified: Sun, 06 Nov 1994 08:49:36 GMT\r\nDate: " + date},
           {"unquoted", ""},
           {"", "Last-Modified: " + date + "Date: " + date},
           {"\"one\"", "Accept-Ranges: none\r\n"}}) {
    FileServer server;
    server.etag = one.etag;
    server.fields = one.fields;
    server.cuts = {1000};
    EXPECT_EQ(ranges_of(server, 0), Names({"", ""})) << one.etag << one.fields;
  }
}

TEST_F(ResumeTest, StartsAnewWhenTheFileHasChanged) {
  FileServer server;
  server.cuts = {1000};
  server.before = [&](const Seen& seen) {
    if (seen.number != 2) return;
    server.content = downloads::long_text("changed").substr(0, 500);
    server.etag = "\"two\"";
  };
  EXPECT_EQ(ranges_of(server, 0), Names({"", "bytes=1000-"}));
}

TEST_F(ResumeTest, TakesAWholeFileInPlaceOfAPart) {
  FileServer server;
  server.cuts = {1000};
  server.ignores_ranges = true;
  std::vector<std::uint64_t> progress;
  DownloadOptions options;
  options.on_progress = [&](std::uint64_t bytes, std::optional<std::uint64_t>) {
    progress.push_back(bytes);
  };
  ASSERT_TRUE(client().download(server.url(), path, options));
  EXPECT_EQ(read_file(path), server.content);
  EXPECT_EQ(progress.front(), 1000u);
  EXPECT_EQ(progress.back(), server.content.size());
}

TEST_F(ResumeTest, StartsAnewWhenAPartDoesNotFit) {
  const std::string rest = downloads::long_text().substr(1000);
  const std::string size = std::to_string(rest.size());
  for (const std::string& fields :
       {std::string("ETag: \"two\"\r\nContent-Range: bytes 1000-99999/100000\r\n"),
        std::string("Content-Range: bytes 999-99998/100000\r\n"),
        std::string("Content-Range: bytes 1000-99999/100001\r\n"),
        std::string("Content-Range: bytes 1000-1009/100000\r\n"),
        std::string("Content-Range: bytes 1000-99999\r\n"),
        std::string("Content-Range: bytes 1000-999999999999999999999/*\r\n"),
        std::string("Content-Range: bytes 1000-99999/100000\r\nContent-Encoding: br\r\n"),
        std::string("Content-Type: multipart/byteranges; boundary=x\r\n")}) {
    FileServer server;
    server.cuts = {1000};
    server.instead = [&](const Seen& seen) {
      return seen.number == 2 ? answer_of("206 Partial Content", rest, fields) : std::string();
    };
    EXPECT_EQ(ranges_of(server, 0), Names({"", "bytes=1000-", ""})) << fields;
  }
}

TEST_F(ResumeTest, GoesOnBehindAPartThatIsShorterThanAskedFor) {
  FileServer server;
  server.cuts = {1000};
  server.instead = [&](const Seen& seen) {
    return seen.number == 2 ? answer_of("206 Partial Content", server.content.substr(1000, 10),
                                        "Content-Range: bytes 1000-1009/100000\r\n")
                            : std::string();
  };
  EXPECT_EQ(ranges_of(server, 2), Names({"", "bytes=1000-", "bytes=1010-"}));
}

TEST_F(ResumeTest, StartsAnewWhenThereIsNoSuchPart) {
  FileServer server;
  server.cuts = {1000};
  server.instead = [](const Seen& seen) {
    return seen.number == 2
               ? answer_of("416 Range Not Satisfiable", "", "Content-Range: bytes */1000\r\n")
               : std::string();
  };
  EXPECT_EQ(ranges_of(server, 0), Names({"", "bytes=1000-", ""}));
}

TEST_F(ResumeTest, ResumesAConnectionWithoutLife) {
  FileServer server;
  server.cuts = {1000};
  server.stalls = true;
  DownloadOptions options;
  options.timeouts.emplace().read = std::chrono::milliseconds(100);
  const auto file = client().download(server.url(), path, options);
  ASSERT_TRUE(file) << file.error();
  EXPECT_EQ(file->resumptions, 1);
  EXPECT_EQ(read_file(path), server.content);
}

TEST_F(ResumeTest, NeverTakesAShortFileForAWholeOne) {
  FileServer server;
  server.cuts = {1000, 0, 0};
  const auto file = client().download(server.url(), path);
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().kind(), ErrorKind::transport);
  EXPECT_EQ(server.requests(), 3);
  EXPECT_EQ(names(), Names());
}

TEST_F(ResumeTest, EndsWithAServerThatSendsPartsWithoutBytes) {
  FileServer server;
  server.cuts = std::vector<std::size_t>(100, 0);
  server.cuts[0] = 1000;
  const auto file = client().download(server.url(), path);
  ASSERT_FALSE(file);
  EXPECT_EQ(server.requests(), 3);
}

TEST_F(ResumeTest, EndsWithAServerThatContradictsItself) {
  FileServer server;
  server.cuts = std::vector<std::size_t>(100, 1000);
  server.instead = [&](const Seen& seen) {
    const std::string range = downloads::field(seen.head, "Range");
    // Progress, which would make up for any number of retries.
    if (range == "bytes=1000-") {
      return answer_of("206 Partial Content", server.content.substr(1000, 10),
                       "Content-Range: bytes 1000-1009/100000\r\n");
    }
    return range.empty() ? std::string()
                         : answer_of("206 Partial Content", "x", "Content-Range: bytes 5-5/6\r\n");
  };
  const auto file = client().download(server.url(), path);
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().kind(), ErrorKind::transport);
  EXPECT_EQ(server.requests(), 9);
  EXPECT_EQ(names(), Names());
}

TEST_F(ResumeTest, IsBoundedByRetriesWhereNothingCanBeResumed) {
  FileServer server;
  server.etag = "";
  server.cuts = std::vector<std::size_t>(100, 1000);
  const auto file = client().download(server.url(), path);
  ASSERT_FALSE(file);
  EXPECT_EQ(server.requests(), 3);
}

}  // namespace
