// Uploads larger than the memory they may take.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <string>

#include <gtest/gtest.h>

#include "bindery/httplib_transport.hpp"
#include "bodies/bodies.hpp"
#include "parts/parts.hpp"
#include "servers.hpp"

namespace {

constexpr std::uint64_t gibibyte = std::uint64_t{1} << 30;

// Whether a process of its own could send, and the memory it took at most: that of the tests does
// not count.
struct Transfer {
  bool is_sent = false;
  long peak_kib = 0;
};

Transfer send_in_a_process(const std::function<bool()>& send) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(send() ? 0 : 1);
  rusage usage{};
  int status = 0;
  ::wait4(child, &status, 0, &usage);
  return {WIFEXITED(status) && WEXITSTATUS(status) == 0, usage.ru_maxrss};
}

// Counts what comes until the other side has said all, and throws it away.
class Drain {
 public:
  Drain() : server_([this](int socket) { talk(socket); }) {}
  const std::string& url() const { return server_.url(); }
  std::uint64_t bytes() const { return bytes_; }

 private:
  void talk(int socket) {
    const std::string head = servers::RawServer::read_head(socket);
    const std::size_t at = head.find("Content-Length: ");
    const bool is_chunked = at == std::string::npos;
    const std::uint64_t size = is_chunked ? 0 : std::strtoull(&head[at + 16], nullptr, 10);
    std::string block(1 << 18, '\0');
    std::string end;
    std::uint64_t count = 0;
    while (is_chunked ? end != "0\r\n\r\n" : count < size) {
      const ssize_t got = ::recv(socket, &block[0], block.size(), 0);
      if (got <= 0) return;
      const auto length = static_cast<std::size_t>(got);
      count += length;
      end += block.substr(length < 5 ? 0 : length - 5, length < 5 ? length : 5);
      if (end.size() > 5) end.erase(0, end.size() - 5);
    }
    bytes_ = count;
    servers::RawServer::write(socket, "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
  }

  std::atomic<std::uint64_t> bytes_{0};
  servers::RawServer server_;
};

void expect_little_memory(const char* what, const Transfer& transfer, std::uint64_t received) {
  EXPECT_TRUE(transfer.is_sent);
  EXPECT_GE(received, gibibyte);
  EXPECT_LT(received, gibibyte + gibibyte / 100);
  EXPECT_GT(transfer.peak_kib, 0);
  EXPECT_LT(transfer.peak_kib, 64 * 1024);
  std::printf("1 GiB sent from %s in %ld KiB of memory at most\n", what, transfer.peak_kib);
}

TEST(LargeUpload, OfAStreamOfUnknownLength) {
  Drain server;
  const Transfer transfer = send_in_a_process([&] {
    const bodies::Client client(bindery::httplib_transport(server.url()));
    const auto file = bindery::File::from_reader(
        [left = gibibyte](char* buffer,
                          std::size_t capacity) mutable -> std::optional<std::size_t> {
          const std::size_t count = left < capacity ? static_cast<std::size_t>(left) : capacity;
          for (std::size_t i = 0; i < count; i += 512) buffer[i] = 'x';
          left -= count;
          return count;
        });
    return client.default_api().put_anything(file).has_value();
  });
  expect_little_memory("a stream", transfer, server.bytes());
}

TEST(LargeUpload, OfAPartFromAPath) {
  char path[] = "/tmp/bindery_large_XXXXXX";
  const int handle = ::mkstemp(path);
  // All holes: it takes no room on the disk.
  ASSERT_EQ(::ftruncate(handle, static_cast<off_t>(gibibyte)), 0);
  ::close(handle);
  Drain server;
  const Transfer transfer = send_in_a_process([&] {
    const parts::Client client(bindery::httplib_transport(server.url()));
    parts::SendMixedRequest request;
    request.body.emplace();
    request.body->data = bindery::File::from_path(path);
    return client.default_api().send_mixed(request).has_value();
  });
  std::remove(path);
  expect_little_memory("a path", transfer, server.bytes());
}

}  // namespace
