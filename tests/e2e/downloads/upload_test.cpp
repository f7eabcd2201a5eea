// Files to URLs that an API answered: whole, as often as it takes, and without a secret.
#include <atomic>
#include <cstdint>
#include <cstring>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "file_server.hpp"
#include "servers.hpp"

namespace {

using bindery::ErrorKind;
using bindery::File;
using bindery::UploadOptions;
using downloads::Names;

/// Takes what is put, and answers with the statuses in turn; 200 when there are no more.
class Bucket {
 public:
  explicit Bucket(std::vector<int> statuses = {}) : statuses_(std::move(statuses)) {
    const auto take = [this](const httplib::Request& in, httplib::Response& out) {
      const std::lock_guard<std::mutex> lock(mutex_);
      const std::size_t number = requests_.size();
      requests_.push_back(in);
      out.status = number < statuses_.size() ? statuses_[number] : 200;
      out.set_header("ETag", "\"stored\"");
      if (out.status == 307) out.set_header("Location", "/elsewhere");
      if (out.status == 403) out.set_content("SignatureDoesNotMatch: " + in.target, "text/plain");
    };
    server_->Put(".*", take);
    server_->Post(".*", take);
    url_ = server_.start_http() + "/put?X-Signature=s3cr3t-signature";
  }

  const std::string& url() const { return url_; }
  std::vector<httplib::Request> requests() const {
    const std::lock_guard<std::mutex> lock(mutex_);
    return requests_;
  }
  Names bodies() const {
    Names found;
    for (const httplib::Request& request : requests()) found.push_back(request.body);
    return found;
  }

 private:
  const std::vector<int> statuses_;
  mutable std::mutex mutex_;
  std::vector<httplib::Request> requests_;
  std::string url_;
  servers::HttpServer server_;
};

class UploadTest : public downloads::TransferTest {
 protected:
  void SetUp() override {
    TransferTest::SetUp();
    write("video.mp4", content);
  }

  const std::string content = downloads::long_text();
};

TEST_F(UploadTest, SendsAFileWithTheHeadersThatAreAskedForAndNoOthers) {
  const Bucket bucket;
  UploadOptions options;
  options.headers = {{"x-amz-acl", "private"}, {"Content-Type", "video/mp4"}};
  std::vector<std::uint64_t> progress;
  options.on_progress = [&](std::uint64_t sent, std::optional<std::uint64_t> total) {
    EXPECT_EQ(total, content.size());
    progress.push_back(sent);
  };
  const auto sent = client().upload(bucket.url(), File::from_path(path), options);
  ASSERT_TRUE(sent) << sent.error();
  EXPECT_EQ(sent->bytes, content.size());
  EXPECT_EQ(sent->etag, "\"stored\"");
  EXPECT_EQ(sent.status(), 200);
  ASSERT_EQ(bucket.requests().size(), 1u);
  const httplib::Request request = bucket.requests()[0];
  EXPECT_EQ(request.method, "PUT");
  EXPECT_EQ(request.target, "/put?X-Signature=s3cr3t-signature");
  EXPECT_EQ(request.body, content);
  EXPECT_EQ(request.get_header_value("x-amz-acl"), "private");
  EXPECT_EQ(request.get_header_value("Content-Type"), "video/mp4");
  EXPECT_EQ(request.get_header_value("Content-Length"), std::to_string(content.size()));
  for (const auto& field : request.headers) {
    EXPECT_EQ(field.second.find("secret-"), std::string::npos) << field.first;
  }
  ASSERT_GT(progress.size(), 1u);
  for (std::size_t i = 1; i < progress.size(); ++i) EXPECT_LT(progress[i - 1], progress[i]);
  EXPECT_EQ(progress.back(), content.size());
}

TEST_F(UploadTest, NamesTheTypeOfTheFileUnlessItHasNone) {
  const Bucket bucket;
  ASSERT_TRUE(client().upload(bucket.url(), File::from_bytes("x", "a.txt", "text/plain")));
  ASSERT_TRUE(client().upload(bucket.url(), File::from_bytes("x", "a.txt", "")));
  ASSERT_TRUE(client().upload(bucket.url(), File::from_bytes("")));
  EXPECT_EQ(bucket.requests().at(0).get_header_value("Content-Type"), "text/plain");
  EXPECT_FALSE(bucket.requests().at(1).has_header("Content-Type"));
  EXPECT_EQ(bucket.requests().at(2).get_header_value("Content-Length"), "0");
  EXPECT_EQ(bucket.bodies(), Names({"x", "x", ""}));
}

TEST_F(UploadTest, SendsTheWholeFileAgainAfterA503) {
  for (const bool is_watched : {false, true}) {
    const Bucket bucket({503, 503});
    UploadOptions options;
    std::vector<std::uint64_t> first_of_each;
    if (is_watched) {
      options.on_progress = [&, last = std::uint64_t{0}](std::uint64_t sent, auto) mutable {
        if (sent < last || last == 0) first_of_each.push_back(sent);
        last = sent;
      };
    }
    const auto sent = client().upload(bucket.url(), File::from_path(path), options);
    ASSERT_TRUE(sent) << sent.error();
    EXPECT_EQ(bucket.bodies(), Names({content, content, content}));
    EXPECT_EQ(first_of_each.size(), is_watched ? 3u : 0u);
  }
}

TEST_F(UploadTest, SendsTheWholeFileAgainAfterABrokenConnection) {
  std::mutex mutex;
  std::string received;
  // Larger than what a system takes before anybody reads it.
  const std::string large = std::string(24 << 20, 'v') + "end";
  std::atomic<int> connections{0};
  servers::RawServer server([&](int socket) {
    servers::RawServer::read_head(socket);
    if (++connections == 1) {
      char some[1000];
      EXPECT_GT(::recv(socket, some, sizeof some, 0), 0);
      return servers::RawServer::reset(socket);
    }
    std::string body;
    std::vector<char> buffer(1 << 20);
    while (body.size() < large.size()) {
      const auto count = ::recv(socket, buffer.data(), buffer.size(), 0);
      if (count <= 0) break;
      body.append(buffer.data(), static_cast<std::size_t>(count));
    }
    {
      const std::lock_guard<std::mutex> lock(mutex);
      received = std::move(body);
    }
    servers::RawServer::write(socket, downloads::answer_of("200 OK", ""));
  });
  write("video.mp4", large);
  const auto sent = client().upload(server.url() + "/put", File::from_path(path));
  ASSERT_TRUE(sent) << sent.error();
  EXPECT_EQ(server.connections(), 2);
  const std::lock_guard<std::mutex> lock(mutex);
  EXPECT_TRUE(received == large);
}

TEST_F(UploadTest, SendsOnlyOnceWhatMayNotBeRepeated) {
  const Bucket bucket({503, 503});
  UploadOptions options;
  options.method = "POST";
  const auto posted = client().upload(bucket.url(), File::from_path(path), options);
  ASSERT_FALSE(posted);
  EXPECT_EQ(posted.status(), 503);
  ASSERT_EQ(bucket.requests().size(), 1u);
  EXPECT_EQ(bucket.requests()[0].method, "POST");

  bool was_read = false;
  const bindery::ByteReader once = [&](char* buffer, std::size_t) -> std::optional<std::size_t> {
    if (was_read) return 0;
    was_read = true;
    std::memcpy(buffer, "once", 4);
    return 4;
  };
  options.method = "PUT";
  options.on_progress = [](std::uint64_t, std::optional<std::uint64_t>) {};
  const auto streamed = client().upload(bucket.url(), File::from_reader(once, 4), options);
  ASSERT_FALSE(streamed);
  EXPECT_EQ(streamed.status(), 503);
  EXPECT_EQ(bucket.bodies(), Names({content, "once"}));
}

TEST_F(UploadTest, SaysWhatWasRefusedWithoutTheQuery) {
  const Bucket bucket({403, 307});
  const auto expired = client().upload(bucket.url(), File::from_path(path));
  ASSERT_FALSE(expired);
  EXPECT_EQ(expired.error().kind(), ErrorKind::unexpected_status);
  EXPECT_EQ(expired.status(), 403);
  EXPECT_NE(expired.error().message().find(
                "/put: 403 the URL has expired, or leads to nothing: SignatureDoesNotMatch"),
            std::string::npos)
      << expired.error();
  EXPECT_EQ(expired.error().message().find("s3cr3t"), std::string::npos) << expired.error();

  const auto redirected = client().upload(bucket.url(), File::from_path(path));
  ASSERT_FALSE(redirected);
  EXPECT_EQ(redirected.status(), 307);
  EXPECT_EQ(bucket.requests().size(), 2u);
}

TEST_F(UploadTest, MakesNoRequestForWhatCannotBeSent) {
  const Bucket bucket;
  const auto missing = client().upload(bucket.url(), File::from_path(path + ".missing"));
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().kind(), ErrorKind::invalid_request);
  EXPECT_NE(missing.error().message().find(path + ".missing"), std::string::npos);

  UploadOptions options;
  options.headers = {{"X-A", "a\r\nX-B: b"}};
  const auto split = client().upload(bucket.url(), File::from_path(path), options);
  ASSERT_FALSE(split);
  EXPECT_EQ(split.error().kind(), ErrorKind::invalid_request);

  options = {};
  options.method = "PUT /x HTTP/1.1\r\n";
  const auto method = client().upload(bucket.url(), File::from_path(path), options);
  ASSERT_FALSE(method);
  EXPECT_EQ(method.error().kind(), ErrorKind::invalid_request);
  EXPECT_TRUE(bucket.requests().empty());
}

TEST_F(UploadTest, EndsWhenItIsCancelled) {
  servers::RawServer server([](int socket) { servers::RawServer::wait_for_end(socket); });
  const bindery::CancelSource source;
  UploadOptions options;
  options.cancel = source.token();
  options.on_progress = [&](std::uint64_t, std::optional<std::uint64_t>) { source.cancel(); };
  const auto sent = client().upload(server.url() + "/put", File::from_path(path), options);
  ASSERT_FALSE(sent);
  EXPECT_EQ(sent.error().kind(), ErrorKind::cancelled);
  EXPECT_TRUE(waits.empty());
}

}  // namespace
