// A cancelled call ends wherever it waits. Each of these would take its 30 s of a timeout
// otherwise: that is what the limit of the test runner is for.
#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/httplib_transport.hpp"
#include "fault_server.hpp"
#include "gate.hpp"
#include "works/works.hpp"

namespace {

using bindery::CancelSource;
using bindery::ErrorKind;
using servers::RawServer;
using std::chrono::milliseconds;
using support::Gate;

bindery::Options patient() {
  bindery::Options options;
  options.timeouts.connect = options.timeouts.read = options.timeouts.write = milliseconds(30000);
  options.timeouts.total = milliseconds(60000);
  options.retry.first_delay = options.retry.max_delay = milliseconds(30000);
  return options;
}

// Cancels once `is_waiting` opens; the kind of error that the call then ends with.
template <class Function>
ErrorKind cancelled(Gate& is_waiting, Function call) {
  const CancelSource source;
  std::thread canceller([&] {
    is_waiting.pass();
    source.cancel();
  });
  bindery::CallOptions options;
  options.cancel = source.token();
  const auto result = call(options);
  canceller.join();
  EXPECT_FALSE(result);
  return result ? ErrorKind::undecodable_body : result.error().kind();
}

TEST(Cancel, BeforeAnythingIsSent) {
  const CancelSource source;
  source.cancel();
  bindery::CallOptions options;
  options.cancel = source.token();
  const works::Client client(bindery::httplib_transport("http://127.0.0.1:9"));
  const auto result = client.default_api().get_thing({}, options);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind(), ErrorKind::cancelled);
  EXPECT_NE(result.error().message().find("cancelled"), std::string::npos);
}

TEST(Cancel, DuringNameResolution) {
  // Shared: the resolution goes on when the test is over.
  const auto asked = std::make_shared<Gate>();
  const auto never = std::make_shared<Gate>();
  bindery::TransportSettings settings;
  settings.proxy = "";
  settings.resolve = [asked, never](const std::string&) {
    asked->open();
    never->pass();
    return std::vector<std::string>();
  };
  const works::Client client(bindery::httplib_transport("http://works.example", settings), {},
                             patient());
  EXPECT_EQ(
      cancelled(*asked,
                [&](const auto& options) { return client.default_api().get_thing({}, options); }),
      ErrorKind::cancelled);
  never->open();
}

TEST(Cancel, WhileConnecting) {
  // A listener whose queue is full: what comes next is not answered.
  const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  ASSERT_EQ(::bind(listener, reinterpret_cast<sockaddr*>(&address), size), 0);
  ASSERT_EQ(::listen(listener, 0), 0);
  ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
  std::vector<int> fillers;
  for (int i = 0; i < 8; ++i) {
    fillers.push_back(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
    ::connect(fillers.back(), reinterpret_cast<sockaddr*>(&address), sizeof address);
  }
  Gate begun;
  bindery::Options options = patient();
  options.before_attempt = [&](const bindery::AttemptStart&) { begun.open(); };
  const std::string url = "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port));
  const works::Client client(bindery::httplib_transport(url), {}, options);
  EXPECT_EQ(
      cancelled(begun, [&](const auto& call) { return client.default_api().get_thing({}, call); }),
      ErrorKind::cancelled);
  for (const int filler : fillers) ::close(filler);
  ::close(listener);
}

TEST(Cancel, DuringTheTlsHandshake) {
  Gate connected;
  const RawServer server([&](int socket) {
    char byte = 0;
    ::recv(socket, &byte, 1, 0);
    connected.open();
    RawServer::wait_for_end(socket);
  });
  const works::Client client(bindery::httplib_transport("https" + server.url().substr(4)), {},
                             patient());
  EXPECT_EQ(
      cancelled(connected,
                [&](const auto& options) { return client.default_api().get_thing({}, options); }),
      ErrorKind::cancelled);
}

TEST(Cancel, WhileWriting) {
  Gate connected;
  Gate over;
  const RawServer server([&](int socket) {
    char byte = 0;
    ::recv(socket, &byte, 1, 0);
    connected.open();
    over.pass();  // Reads no more: buffers fill up.
  });
  const works::Client client(bindery::httplib_transport(server.url()), {}, patient());
  EXPECT_EQ(cancelled(connected,
                      [&](const auto& options) {
                        works::UploadRequest request;
                        request.body = bindery::File::from_bytes(std::string(64 << 20, 'x'));
                        return client.default_api().upload(request, options);
                      }),
            ErrorKind::cancelled);
  over.open();
}

TEST(Cancel, WhileWaitingForTheAnswer) {
  Gate asked;
  const RawServer server([&](int socket) {
    RawServer::read_head(socket);
    asked.open();
    RawServer::wait_for_end(socket);
  });
  const works::Client client(bindery::httplib_transport(server.url()), {}, patient());
  EXPECT_EQ(
      cancelled(asked,
                [&](const auto& options) { return client.default_api().get_thing({}, options); }),
      ErrorKind::cancelled);
  EXPECT_EQ(server.connections(), 1);
}

TEST(Cancel, WhileTheBodyComes) {
  Gate begun;
  const RawServer server([&](int socket) {
    RawServer::read_head(socket);
    RawServer::write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
    begun.open();
    RawServer::wait_for_end(socket);
  });
  const works::Client client(bindery::httplib_transport(server.url()), {}, patient());
  EXPECT_EQ(
      cancelled(begun,
                [&](const auto& options) { return client.default_api().get_thing({}, options); }),
      ErrorKind::cancelled);
}

TEST(Cancel, InAStream) {
  const RawServer server([&](int socket) {
    RawServer::read_head(socket);
    RawServer::write(socket,
                     "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: a\n\n");
    RawServer::wait_for_end(socket);
  });
  const works::Client client(bindery::httplib_transport(server.url()), {}, patient());
  Gate begun;
  int items = 0;
  EXPECT_EQ(cancelled(begun,
                      [&](const auto& options) {
                        return client.default_api().events_stream(
                            {},
                            [&](const bindery::Event<std::string>&) {
                              ++items;
                              begun.open();
                            },
                            options);
                      }),
            ErrorKind::cancelled);
  EXPECT_EQ(items, 1);
}

TEST(Cancel, InTheWaitBeforeARetry) {
  const faults::FaultServer server([&](int socket, const faults::Seen&) {
    RawServer::write(socket, faults::answer("503 Service Unavailable", faults::close_field, ""));
  });
  Gate failed;
  bindery::Options options = patient();
  options.after_attempt = [&](const bindery::AttemptStart&, const bindery::AttemptEnd&) {
    failed.open();
  };
  const works::Client client(bindery::httplib_transport(server.url()), {}, options);
  EXPECT_EQ(
      cancelled(failed, [&](const auto& call) { return client.default_api().get_thing({}, call); }),
      ErrorKind::cancelled);
  EXPECT_EQ(server.requests(), 1);
}

TEST(Cancel, WhileNoConnectionIsFree) {
  Gate asked;
  const RawServer server([&](int socket) {
    RawServer::read_head(socket);
    asked.open();
    RawServer::wait_for_end(socket);
  });
  bindery::TransportSettings settings;
  settings.max_connections = 1;
  std::atomic<int> attempts{0};
  Gate waits;
  bindery::Options options = patient();
  options.before_attempt = [&](const bindery::AttemptStart&) {
    if (++attempts == 2) waits.open();
  };
  const works::Client client(bindery::httplib_transport(server.url(), settings), {}, options);
  const CancelSource first;
  std::thread busy([&] {
    bindery::CallOptions call;
    call.cancel = first.token();
    EXPECT_FALSE(client.default_api().get_thing({}, call));
  });
  asked.pass();  // the only connection is taken
  EXPECT_EQ(
      cancelled(waits, [&](const auto& call) { return client.default_api().get_thing({}, call); }),
      ErrorKind::cancelled);
  EXPECT_EQ(server.connections(), 1);
  first.cancel();
  busy.join();
}

TEST(Cancel, LeavesTheClientAsItWas) {
  Gate asked;
  std::atomic<int> requests{0};
  const RawServer server([&](int socket) {
    RawServer::read_head(socket);
    if (++requests > 1) return faults::respond_well(socket, {});
    asked.open();
    RawServer::wait_for_end(socket);
  });
  const works::Client client(bindery::httplib_transport(server.url()), {}, patient());
  EXPECT_EQ(
      cancelled(asked,
                [&](const auto& options) { return client.default_api().get_thing({}, options); }),
      ErrorKind::cancelled);
  const auto thing = client.default_api().get_thing();
  ASSERT_TRUE(thing) << thing.error();
  EXPECT_EQ(thing->name, "a");
}

}  // namespace
