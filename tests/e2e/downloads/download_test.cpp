// Downloads that go well, and those that end: the target is whole or untouched, and no secret
// leaves.
#include <sys/resource.h>

#include <csignal>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
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

class DownloadTest : public downloads::TransferTest {};

TEST_F(DownloadTest, BringsAFileAndWhatIsSaidOfIt) {
  FileServer server;
  server.fields += "X-Request-Id: r1\r\n";
  write("video.mp4", "before");
  std::vector<std::pair<std::uint64_t, std::optional<std::uint64_t>>> progress;
  DownloadOptions options;
  options.on_progress = [&](std::uint64_t bytes, std::optional<std::uint64_t> total) {
    EXPECT_EQ(read_file(path), "before");
    progress.emplace_back(bytes, total);
  };
  const auto file = client().download(server.url(), path, options);
  ASSERT_TRUE(file) << file.error();
  EXPECT_EQ(file->path, path);
  EXPECT_EQ(file->bytes, server.content.size());
  EXPECT_EQ(file->media_type, "video/mp4");
  EXPECT_EQ(file->etag, "\"one\"");
  EXPECT_EQ(file->resumptions, 0);
  EXPECT_EQ(file.status(), 200);
  EXPECT_EQ(file.request_id(), "r1");
  EXPECT_EQ(read_file(path), server.content);
  EXPECT_EQ(names(), Names({"video.mp4"}));
  ASSERT_GT(progress.size(), 1u);
  for (std::size_t i = 1; i < progress.size(); ++i) {
    EXPECT_LT(progress[i - 1].first, progress[i].first);
  }
  EXPECT_EQ(progress.back().first, server.content.size());
  EXPECT_EQ(progress.back().second, server.content.size());
}

TEST_F(DownloadTest, SendsNothingOfTheClientButItsName) {
  FileServer server;
  ASSERT_TRUE(client().download(server.url(), path));
  const std::string head = server.heads().at(0);
  EXPECT_EQ(head.find("secret-"), std::string::npos) << head;
  EXPECT_EQ(head.rfind("GET /video.mp4?X-Signature=s3cr3t-signature HTTP/1.1\r\n", 0), 0u);
  EXPECT_EQ(downloads::field(head, "User-Agent"), "bindery/1");
  EXPECT_EQ(downloads::field(head, "Accept-Encoding"), "identity");
  EXPECT_EQ(downloads::field(head, "Range"), "");
}

TEST_F(DownloadTest, LeavesWhatIsForOneServerBehindARedirectToAnother) {
  FileServer store;
  FileServer front;
  front.instead = [&](const Seen&) {
    return answer_of("302 Found", "", "Location: " + store.url() + "\r\n");
  };
  DownloadOptions options;
  options.headers = {{"X-Ticket", "ticket"}, {"Accept", "video/*"}};
  const auto file = client().download(front.url(), path, options);
  ASSERT_TRUE(file) << file.error();
  EXPECT_EQ(front.fields_sent("X-Ticket"), Names({"ticket"}));
  EXPECT_EQ(store.fields_sent("X-Ticket"), Names({""}));
  EXPECT_EQ(store.fields_sent("Accept"), Names({"video/*"}));
  for (const std::string& head : {front.heads().at(0), store.heads().at(0)}) {
    EXPECT_EQ(head.find("secret-"), std::string::npos) << head;
  }
  EXPECT_EQ(read_file(path), store.content);
}

TEST_F(DownloadTest, HidesTheQueryOfWhereARedirectLed) {
  FileServer store;
  store.instead = [](const Seen& seen) { return answer_of("403 Forbidden", seen.head); };
  FileServer front;
  front.instead = [&](const Seen&) {
    return answer_of("302 Found", "", "Location: " + store.url("/v?sig=other-secret") + "\r\n");
  };
  const auto file = client().download(front.url(), path);
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().message().find("other-secret"), std::string::npos) << file.error();
  EXPECT_NE(file.error().message().find("GET /v?[redacted]"), std::string::npos) << file.error();
}

TEST_F(DownloadTest, KeepsTheTargetWhenItFails) {
  FileServer server;
  server.cuts = {1000};
  write("video.mp4", "before");
  DownloadOptions options;
  options.max_retries = 0;
  const auto file = client().download(server.url(), path, options);
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().kind(), ErrorKind::transport);
  EXPECT_NE(file.error().message().find("after 1000 bytes of 100000"), std::string::npos)
      << file.error();
  EXPECT_EQ(read_file(path), "before");
  EXPECT_EQ(names(), Names({"video.mp4"}));
  EXPECT_EQ(server.requests(), 1);
}

TEST_F(DownloadTest, RepeatsWhatTheServerIsTooBusyFor) {
  FileServer server;
  server.instead = [](const Seen& seen) {
    return seen.number == 1 ? answer_of("503 Service Unavailable", "", "Retry-After: 7\r\n")
                            : std::string();
  };
  const auto file = client().download(server.url(), path);
  ASSERT_TRUE(file) << file.error();
  EXPECT_EQ(read_file(path), server.content);
  EXPECT_EQ(waits, std::vector<std::chrono::milliseconds>({std::chrono::seconds(7)}));
}

TEST_F(DownloadTest, TakesAnEmptyFileButNoAnswerWithoutOne) {
  FileServer server;
  server.content = "";
  const auto empty = client().download(server.url(), path);
  ASSERT_TRUE(empty) << empty.error();
  EXPECT_EQ(empty->bytes, 0u);
  EXPECT_EQ(names(), Names({"video.mp4"}));

  server.instead = [](const Seen&) {
    return "HTTP/1.1 204 No Content\r\n" + faults::close_field + "\r\n";
  };
  const auto none = client().download(server.url(), folder + "/other");
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().kind(), ErrorKind::unexpected_status);
  EXPECT_EQ(names(), Names({"video.mp4"}));
}

TEST_F(DownloadTest, UndoesAContentCodingThatNobodyAskedFor) {
  FileServer server;
  const char packed[] =
      "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\x2b\xc8\x49\xcc\xcc\x53\x48\xcc\x4b\x51\x28\xce\xcc"
      "\x2d\xc8\x49\x05\x00\x67\xa4\x7c\xaa\x10\x00\x00\x00";
  server.content = std::string(packed, sizeof packed - 1);
  server.fields = "Content-Encoding: gzip\r\n";
  const auto file = client().download(server.url(), path);
  ASSERT_TRUE(file) << file.error();
  EXPECT_EQ(read_file(path), "plain and simple");
  EXPECT_EQ(file->bytes, 16u);
}

TEST_F(DownloadTest, KeepsToTheLargestSize) {
  FileServer server;
  DownloadOptions options;
  options.max_file_bytes = server.content.size();
  ASSERT_TRUE(client().download(server.url(), path, options));
  for (const bool is_said : {true, false}) {
    server.has_length = is_said;
    options.max_file_bytes = server.content.size() - 1;
    const auto file = client().download(server.url(), folder + "/other", options);
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().kind(), ErrorKind::limit_exceeded);
    EXPECT_EQ(file.error().limit(), "max_file_bytes");
    EXPECT_EQ(names(), Names({"video.mp4"}));
  }
}

TEST_F(DownloadTest, EndsWhenItIsCancelledInTheMiddle) {
  FileServer server;
  server.cuts = {5000};
  server.stalls = true;
  write("video.mp4", "before");
  const bindery::CancelSource source;
  DownloadOptions options;
  options.cancel = source.token();
  options.on_progress = [&](std::uint64_t, std::optional<std::uint64_t>) { source.cancel(); };
  const auto file = client().download(server.url(), path, options);
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().kind(), ErrorKind::cancelled);
  EXPECT_EQ(server.requests(), 1);
  EXPECT_EQ(read_file(path), "before");
  EXPECT_EQ(names(), Names({"video.mp4"}));
}

TEST_F(DownloadTest, KeepsToATotalTimeoutWhileBytesCome) {
  const faults::FaultServer server([](int socket, const Seen&) {
    faults::trickle(socket, answer_of("200 OK", downloads::long_text(), "ETag: \"one\"\r\n"));
  });
  bool has_begun = false;
  DownloadOptions options;
  options.timeouts.emplace().total = std::chrono::milliseconds(1500);
  options.on_progress = [&](std::uint64_t, std::optional<std::uint64_t>) { has_begun = true; };
  const auto file = client().download(server.url() + "/video.mp4", path, options);
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().kind(), ErrorKind::timeout);
  EXPECT_TRUE(has_begun);
  EXPECT_EQ(server.requests(), 1);
  EXPECT_EQ(names(), Names());
}

TEST_F(DownloadTest, MakesNoRequestForAFileThatCannotBeMade) {
  FileServer server;
  for (const std::string& bad :
       {folder + "/missing/video.mp4", folder, std::string("/proc/video")}) {
    const auto file = client().download(server.url(), bad);
    ASSERT_FALSE(file) << bad;
    EXPECT_EQ(file.error().kind(), ErrorKind::file) << bad;
    EXPECT_NE(file.error().message().find(bad), std::string::npos) << file.error();
  }
  const auto file = client().download(server.url(), "");
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().kind(), ErrorKind::invalid_request);
  EXPECT_EQ(server.requests(), 0);
}

TEST_F(DownloadTest, SaysThatTheDiskTakesNoMore) {
  FileServer server;
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  rlimit small = before;
  small.rlim_cur = 50000;
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  const auto file = client().download(server.url(), path);
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().kind(), ErrorKind::file);
  EXPECT_NE(file.error().message().find("cannot write " + path), std::string::npos) << file.error();
  EXPECT_EQ(names(), Names());
}

TEST_F(DownloadTest, RefusesWhatIsNoUrlOfHttp) {
  for (const char* url :
       {"", "video.mp4", "file:///etc/passwd", "http://user:s3cr3t@127.0.0.1/", "http://a b/"}) {
    const auto file = client().download(url, path);
    ASSERT_FALSE(file) << url;
    EXPECT_EQ(file.error().kind(), ErrorKind::invalid_request) << url;
    EXPECT_EQ(file.error().message().find("s3cr3t"), std::string::npos) << file.error();
  }
  EXPECT_EQ(names(), Names());
}

TEST_F(DownloadTest, LetsTwoWriteTheSameTarget) {
  FileServer first;
  FileServer second;
  second.content = downloads::long_text("other");
  int inner = 0;
  DownloadOptions options;
  options.on_progress = [&](std::uint64_t, std::optional<std::uint64_t>) {
    if (++inner != 1) return;
    ASSERT_TRUE(client().download(second.url(), path));
    EXPECT_EQ(read_file(path), second.content);
  };
  ASSERT_TRUE(client().download(first.url(), path, options));
  EXPECT_EQ(read_file(path), first.content);
  EXPECT_EQ(names(), Names({"video.mp4"}));
}

TEST_F(DownloadTest, LeavesNothingBehindWhenProgressThrows) {
  FileServer server;
  DownloadOptions options;
  options.on_progress = [](std::uint64_t, std::optional<std::uint64_t>) { throw 1; };
  EXPECT_THROW(static_cast<void>(client().download(server.url(), path, options)), int);
  EXPECT_EQ(names(), Names());
}

}  // namespace
