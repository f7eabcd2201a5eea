// A store that serves one file and does not always do it well, and a client that has secrets.
// Must not outlive a test.
#pragma once

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/download.hpp"
#include "bindery/httplib_transport.hpp"
#include "bindery/upload.hpp"
#include "fault_server.hpp"
#include "shop/shop.hpp"

namespace downloads {

using faults::RawServer;
using faults::Seen;

/// The value of a header of a request; empty when it has none.
inline std::string field(const std::string& head, const std::string& name) {
  const std::string start = "\r\n" + name + ": ";
  const std::size_t at = head.find(start);
  if (at == std::string::npos) return {};
  const std::size_t begin = at + start.size();
  return head.substr(begin, head.find("\r\n", begin) - begin);
}

/// 100,000 bytes in which no two places are alike.
inline std::string long_text(const std::string& word = "line") {
  std::string text;
  for (int i = 0; text.size() < 100000; ++i) text += word + ' ' + std::to_string(i) + '\n';
  text.resize(100000);
  return text;
}

/// What is public is set before a request, or by `before` in the thread that answers it.
class FileServer {
 public:
  std::string content = long_text();
  /// With its quotes; empty for none.
  std::string etag = "\"one\"";
  /// Whole lines.
  std::string fields = "Content-Type: video/mp4; codecs=x\r\n";
  bool ignores_ranges = false;
  bool ignores_conditions = false;
  bool has_length = true;
  /// How much of the body leaves, of the first answers in turn: then the connection is cut.
  std::vector<std::size_t> cuts{};
  /// In place of all that; empty for no difference.
  std::function<std::string(const Seen&)> instead{};
  std::function<void(const Seen&)> before{};
  /// A connection that is to be cut is held until the client leaves.
  bool stalls = false;

  std::string url(const std::string& target = "/video.mp4?X-Signature=s3cr3t-signature") const {
    return server_.url() + target;
  }
  int requests() const { return server_.requests(); }
  std::vector<std::string> heads() const {
    const std::lock_guard<std::mutex> lock(mutex_);
    return heads_;
  }
  /// A field of each request.
  std::vector<std::string> fields_sent(const std::string& name) const {
    std::vector<std::string> values;
    for (const std::string& head : heads()) values.push_back(field(head, name));
    return values;
  }

 private:
  void respond(int socket, const Seen& request) {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      heads_.push_back(request.head);
    }
    if (before) before(request);
    const std::string other = instead ? instead(request) : std::string();
    if (!other.empty()) {
      RawServer::write(socket, other);
      return;
    }
    const std::string asked = field(request.head, "Range");
    const std::string condition = field(request.head, "If-Range");
    std::size_t offset = 0;
    if (!asked.empty() && !ignores_ranges &&
        (condition.empty() || condition == etag || ignores_conditions)) {
      offset = std::stoul(asked.substr(asked.find('=') + 1));
    }
    std::string answer = "HTTP/1.1 200 OK\r\n";
    if (offset != 0) {
      answer = "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes " + std::to_string(offset) +
               '-' + std::to_string(content.size() - 1) + '/' + std::to_string(content.size()) +
               "\r\n";
    }
    if (!etag.empty()) answer += "ETag: " + etag + "\r\n";
    const std::string body = content.substr(std::min(offset, content.size()));
    if (has_length) answer += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    answer += fields + faults::close_field + "\r\n";
    const auto index = static_cast<std::size_t>(request.number - 1);
    const bool is_cut = index < cuts.size();
    RawServer::write(socket, answer + (is_cut ? body.substr(0, cuts[index]) : body));
    if (is_cut && stalls) RawServer::wait_for_end(socket);
  }

  mutable std::mutex mutex_;
  std::vector<std::string> heads_;
  // Ends first: it calls what is above.
  faults::FaultServer server_{[this](int socket, const Seen& seen) { respond(socket, seen); }};
};

inline std::string answer_of(const std::string& status, const std::string& body,
                             const std::string& fields = {}) {
  return faults::answer(status, fields + faults::close_field, body);
}

inline std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// A folder of its own for each test, and a client that waits for nothing between attempts.
class TransferTest : public testing::Test {
 protected:
  void SetUp() override {
    const testing::TestInfo& test = *testing::UnitTest::GetInstance()->current_test_info();
    folder = testing::TempDir() + "bindery_" + test.test_suite_name() + '_' + test.name() + '_' +
             std::to_string(::getpid());
    path = folder + "/video.mp4";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directory(folder);
  }
  void TearDown() override { std::filesystem::remove_all(folder); }

  /// What lies in the folder, sorted.
  std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      found.push_back(entry.path().filename().string());
    }
    std::sort(found.begin(), found.end());
    return found;
  }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder + '/' + name, std::ios::binary) << text;
  }

  shop::Client client() const {
    shop::Credentials credentials;
    credentials.key = bindery::Secret("secret-key");
    credentials.session = bindery::Secret("secret-session");
    credentials.token = bindery::Secret("secret-token");
    bindery::Options options;
    options.headers = {{"X-Api-Key", "secret-header"}, {"Authorization", "Bearer secret-bearer"}};
    options.time.sleep = [this](std::chrono::milliseconds wait) { waits.push_back(wait); };
    return shop::Client(bindery::httplib_transport("http://127.0.0.1:1"), credentials, options);
  }

  std::string folder;
  std::string path;
  mutable std::vector<std::chrono::milliseconds> waits;
};

using Names = std::vector<std::string>;

}  // namespace downloads
