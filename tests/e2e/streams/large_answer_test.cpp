// Answers larger than the memory they may take.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "bindery/httplib_transport.hpp"
#include "servers.hpp"
#include "streams/streams.hpp"

namespace {

constexpr std::uint64_t gibibyte = std::uint64_t{1} << 30;

// What a process of its own received, and the memory it took at most: that of the tests does not
// count.
struct Transfer {
  std::uint64_t bytes = 0;
  long peak_kib = 0;
};

Transfer transfer_in_a_process(const std::string& url) {
  int results[2];
  if (::pipe(results) != 0) return {};
  const pid_t child = ::fork();
  if (child == 0) {
    std::uint64_t counted = 0;
    const streams::Client client(bindery::httplib_transport(url));
    streams::GetFileRequest request;
    request.id = "large";
    const auto received =
        client.files().get_file_as_to(request, bindery::Sink::to([&](std::string_view bytes) {
                                        counted += bytes.size();
                                        return true;
                                      }));
    if (!received || received->bytes != counted) counted = 0;
    const bool is_said = ::write(results[1], &counted, sizeof counted) == sizeof counted;
    ::_exit(is_said ? 0 : 1);
  }
  Transfer transfer;
  ::close(results[1]);
  if (::read(results[0], &transfer.bytes, sizeof transfer.bytes) != sizeof transfer.bytes) {
    transfer.bytes = 0;
  }
  ::close(results[0]);
  rusage usage{};
  int status = 0;
  ::wait4(child, &status, 0, &usage);
  transfer.peak_kib = usage.ru_maxrss;
  return transfer;
}

TEST(LargeAnswer, OfAGibibyteTakesNoMemoryToSpeakOf) {
  const std::string block(1 << 20, 'x');
  servers::RawServer server([&](int socket) {
    servers::RawServer::read_head(socket);
    servers::RawServer::write(socket,
                              "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n"
                              "Content-Length: " +
                                  std::to_string(gibibyte) + "\r\n\r\n");
    for (std::uint64_t sent = 0; sent < gibibyte; sent += block.size()) {
      std::string_view rest = block;
      while (!rest.empty()) {
        const ssize_t count = ::send(socket, rest.data(), rest.size(), MSG_NOSIGNAL);
        if (count <= 0) return;
        rest.remove_prefix(static_cast<std::size_t>(count));
      }
    }
  });
  const Transfer transfer = transfer_in_a_process(server.url());
  EXPECT_EQ(transfer.bytes, gibibyte);
  EXPECT_GT(transfer.peak_kib, 0);
  EXPECT_LT(transfer.peak_kib, 64 * 1024);
  std::printf("1 GiB received in %ld KiB of memory at most\n", transfer.peak_kib);
}

}  // namespace
