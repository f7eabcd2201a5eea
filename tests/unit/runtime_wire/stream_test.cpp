// Whole calls whose answers come item by item or into a sink, through a transport that cuts them.
#include "bindery/stream.hpp"

#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <deque>
#include <fstream>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/memory_transport.hpp"
#include "bindery/sink.hpp"
#include "sample_api.hpp"

namespace {

using bindery::Call;
using bindery::Content;
using bindery::ErrorKind;
using bindery::Event;
using bindery::Pipeline;
using bindery::Request;
using bindery::Response;
using bindery::Result;
using bindery::StreamEnd;
using bindery::TransportError;
using bindery::TransportErrorKind;
using bindery::TransportResult;

/// One connection: what comes over it, and how it ends.
struct Connection {
  Response response;
  bool breaks = false;
};

/// Plays connections one after another, each body byte by byte.
class CuttingTransport final : public bindery::Transport {
 public:
  explicit CuttingTransport(std::deque<Connection> connections)
      : connections_(std::move(connections)) {}

  const std::string& base_url() const override { return base_url_; }

  TransportResult send(const Request& request, const bindery::TransportOptions& options) override {
    requests.push_back(request);
    if (connections_.empty()) return TransportError{TransportErrorKind::connect, "down", false};
    Connection connection = std::move(connections_.front());
    connections_.pop_front();
    const std::string body = std::exchange(connection.response.body, {});
    const bool is_taken =
        options.receiver != nullptr && options.receiver->begin(connection.response);
    if (!is_taken) {
      connection.response.body = body;
      return connection.response;
    }
    for (const char& byte : body) {
      if (!options.receiver->receive({&byte, 1})) {
        return TransportError{TransportErrorKind::stopped, "", true};
      }
    }
    if (connection.breaks) return TransportError{TransportErrorKind::read, "cut", true};
    return connection.response;
  }

  std::vector<Request> requests;

 private:
  std::deque<Connection> connections_;
  std::string base_url_ = "http://localhost";
};

Connection events(std::string body, bool breaks = false) {
  return {{200, {{"Content-Type", "text/event-stream"}}, std::move(body)}, breaks};
}

struct Bench {
  explicit Bench(std::deque<Connection> connections)
      : transport(std::make_shared<CuttingTransport>(std::move(connections))) {
    options.time.sleep = [this](std::chrono::milliseconds wait) { waits.push_back(wait.count()); };
    options.time.random = [] { return std::uint64_t{0}; };
  }

  template <class T, class OnItem>
  Result<StreamEnd> stream(OnItem on_item, std::string_view method = "GET") {
    const Pipeline pipeline(transport, {}, options);
    const bindery::CallOptions none;
    Call call(pipeline, none, {"tail", method, "/tail"});
    return bindery::stream<T>(call, on_item,
                              {{"200", Content::event_stream},
                               {"200", Content::json_lines},
                               {"200", Content::json_sequence},
                               {"404", Content::json}});
  }

  Result<bindery::Received> receive(bindery::Sink sink) {
    const Pipeline pipeline(transport, {}, options);
    const bindery::CallOptions none;
    Call call(pipeline, none, {"file", "GET", "/file"});
    return bindery::receive(call, std::move(sink),
                            {{"200", Content::binary}, {"202", Content::json}});
  }

  std::shared_ptr<CuttingTransport> transport;
  bindery::Options options;
  std::vector<std::int64_t> waits;
};

TEST(Stream, HandsOverTypedEventsUntilTheSentinel) {
  Bench bench(
      {events("event: item\nid: 1\ndata: {\"id\":\"a\"}\n\ndata: {\"id\":\"b\",\n"
              "data: \"size\":2}\n\ndata: [DONE]\n\ndata: no JSON\n\n")});
  std::string seen;
  const auto end = bench.stream<Event<sample::Item>>([&](const Event<sample::Item>& event) {
    seen += event.event + event.id + event.data.id + ' ';
  });
  ASSERT_TRUE(end) << end.error();
  EXPECT_EQ(seen, "item1a message1b ");
  EXPECT_EQ(end->items, 2u);
  EXPECT_FALSE(end->is_stopped);
  EXPECT_EQ(end->last_event_id, "1");
  EXPECT_EQ(end.status(), 200);
  ASSERT_EQ(bench.transport->requests.size(), 1u);
  EXPECT_EQ(bench.transport->requests[0].headers.find("Accept"),
            "text/event-stream, application/jsonl;q=0.9, application/json-seq;q=0.9, "
            "application/json;q=0.9");
}

TEST(Stream, GivesTextAsItIs) {
  Bench bench({events("data: [DONE]\n\ndata: {\n\n")});
  std::string seen;
  ASSERT_TRUE(bench.stream<Event<std::string>>(
      [&](const Event<std::string>& event) { seen += event.data; }));
  EXPECT_EQ(seen, "[DONE]{");
}

TEST(Stream, ReadsAWholeEventWhereTheItemIsOne) {
  Bench bench({events("event: x\nid: 3\ndata: 1\n\n")});
  std::string seen;
  ASSERT_TRUE(
      bench.stream<bindery::Json>([&](const bindery::Json& event) { seen += event.text(); }));
  EXPECT_EQ(seen, R"({"event":"x","data":"1","id":"3"})");
}

TEST(Stream, ReadsLinesAndSequences) {
  const std::pair<const char*, const char*> bodies[] = {
      {"application/jsonl", "{\"id\":\"a\"}\n{\"id\":\"b\"}"},
      {"application/json-seq", "\x1e{\"id\":\"a\"}\n\x1e{\"id\":\"b\"}\n"}};
  for (const auto& [type, body] : bodies) {
    Bench bench({{{200, {{"Content-Type", type}}, body}, false}});
    std::string seen;
    const auto end = bench.stream<sample::Item>([&](const sample::Item& item) { seen += item.id; });
    ASSERT_TRUE(end) << end.error();
    EXPECT_EQ(seen, "ab");
  }
}

TEST(Stream, EndsWhenTheCallerSaysSo) {
  Bench bench({events("data: 1\n\ndata: 2\n\ndata: 3\n\n")});
  int sum = 0;
  const auto end =
      bench.stream<Event<int>>([&](const Event<int>& event) { return (sum += event.data) < 3; });
  ASSERT_TRUE(end) << end.error();
  EXPECT_EQ(sum, 3);
  EXPECT_TRUE(end->is_stopped);
  EXPECT_EQ(bench.transport->requests.size(), 1u);
}

TEST(Stream, SaysWhichItemIsWrong) {
  Bench bench({events("data: {\"id\":\"a\"}\n\ndata: {\"id\":7}\n\n")});
  int seen = 0;
  const auto end = bench.stream<Event<sample::Item>>([&](const Event<sample::Item>&) { ++seen; });
  ASSERT_FALSE(end);
  EXPECT_EQ(end.error().kind(), ErrorKind::undecodable_body);
  EXPECT_EQ(end.error().message(),
            "GET /tail: 200 item 1 of the stream: $.id: expected string, found number; the body "
            "begins {\"id\":7}");
  EXPECT_EQ(end.error().body(), "{\"id\":7}");
  EXPECT_EQ(seen, 1);
}

TEST(Stream, RefusesAnswersThatAreNone) {
  Bench bench({{{200, {{"Content-Type", "text/html"}}, "<html>"}, false}});
  const auto end = bench.stream<Event<int>>([](const Event<int>&) {});
  ASSERT_FALSE(end);
  EXPECT_EQ(end.error().message(),
            "GET /tail: 200 expected a stream, found text/html; the body begins <html>");

  Bench missing({{{404, {{"Content-Type", "application/json"}}, R"({"code":"gone"})"}, false}});
  const auto error = missing.stream<Event<int>>([](const Event<int>&) {});
  ASSERT_FALSE(error);
  EXPECT_EQ(error.error().kind(), ErrorKind::documented_error);
  EXPECT_EQ(error.error().body(), R"({"code":"gone"})");
}

TEST(Stream, BoundsEachItem) {
  Bench bench({events("data: 1\n\ndata: " + std::string(200, ' ') + "1\n\n")});
  bench.options.max_event_bytes = 100;
  const auto end = bench.stream<Event<int>>([](const Event<int>&) {});
  ASSERT_FALSE(end);
  EXPECT_EQ(end.error().kind(), ErrorKind::limit_exceeded);
  EXPECT_EQ(end.error().limit(), "max_event_bytes");
}

TEST(Stream, LeavesOutWhatATolerantReadingCannotTake) {
  Bench bench(
      {events("data: {\"id\":\"a\",\"size\":\"big\"}\n\ndata: 7\n\n"
              "data: {\"id\":\"b\"}\n\n")});
  bench.options.decode = bindery::Decode::tolerant;
  std::string seen;
  const auto end = bench.stream<Event<sample::Item>>(
      [&](const Event<sample::Item>& event) { seen += event.data.id; });
  ASSERT_TRUE(end) << end.error();
  EXPECT_EQ(seen, "ab");
  ASSERT_EQ(end.mismatches().size(), 2u);
  EXPECT_EQ(end.mismatches()[0].text(), "item 0 $.size: expected integer, found string");
  EXPECT_EQ(end.mismatches()[1].text(), "item 1: $: expected object, found number");
}

TEST(Stream, GoesOnWhereItBrokeOff) {
  Bench bench({events("retry: 140\nid: 1\ndata: 1\n\nid: 2\ndata: 2\n\ndata: half", true),
               events("retry: 0\nid: 3\ndata: 3\n\n", true), events("data: 4\n\n")});
  int sum = 0;
  const auto end = bench.stream<Event<int>>([&](const Event<int>& event) { sum += event.data; });
  ASSERT_TRUE(end) << end.error();
  EXPECT_EQ(sum, 10);
  EXPECT_EQ(end->items, 4u);
  const auto& requests = bench.transport->requests;
  ASSERT_EQ(requests.size(), 3u);
  EXPECT_FALSE(requests[0].headers.contains("Last-Event-ID"));
  EXPECT_EQ(requests[1].headers.find("Last-Event-ID"), "2");
  EXPECT_EQ(requests[2].headers.find("Last-Event-ID"), "3");
  // As the server asks, but never at once.
  EXPECT_EQ(bench.waits, (std::vector<std::int64_t>{140, 100}));
}

TEST(Stream, GivesUpWithoutProgress) {
  Bench bench({events("id: 1\ndata: 1\n\n", true), events("", true), events("", true),
               events("data: 9\n\n")});
  int sum = 0;
  const auto end = bench.stream<Event<int>>([&](const Event<int>& event) { sum += event.data; });
  ASSERT_FALSE(end);
  EXPECT_EQ(end.error().kind(), ErrorKind::transport);
  EXPECT_EQ(sum, 1);
  EXPECT_EQ(bench.transport->requests.size(), 3u);
  EXPECT_EQ(bench.waits, (std::vector<std::int64_t>{500, 1000}));
}

TEST(Stream, RepeatsNothingThatWouldComeTwice) {
  // Without an id nobody knows where to go on; a POST may have been acted on.
  Bench without_id({events("data: 1\n\n", true), events("data: 1\n\n")});
  EXPECT_FALSE(without_id.stream<Event<int>>([](const Event<int>&) {}));
  EXPECT_EQ(without_id.transport->requests.size(), 1u);
  Bench post({events("id: 1\ndata: 1\n\n", true), events("data: 1\n\n")});
  EXPECT_FALSE(post.stream<Event<int>>([](const Event<int>&) {}, "POST"));
  EXPECT_EQ(post.transport->requests.size(), 1u);
}

TEST(Stream, LetsExceptionsOfTheCallerThrough) {
  Bench bench({events("data: 1\n\n")});
  EXPECT_THROW(
      (void)bench.stream<Event<int>>([](const Event<int>&) { throw std::runtime_error("mine"); }),
      std::runtime_error);
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

class SinkTest : public testing::Test {
 protected:
  void TearDown() override { std::remove(path.c_str()); }

  // Of its own: tests run beside each other.
  const std::string path = testing::TempDir() + "bindery_sink_" +
                           testing::UnitTest::GetInstance()->current_test_info()->name() + '_' +
                           std::to_string(::getpid());
};

TEST_F(SinkTest, WritesAFileOnlyWhenItIsWhole) {
  std::ofstream(path) << "before";
  Bench broken({{{200, {{"Content-Type", "video/mp4"}}, "half"}, true}});
  EXPECT_FALSE(broken.receive(bindery::Sink::to_path(path)));
  EXPECT_EQ(read_file(path), "before");
  EXPECT_FALSE(std::ifstream(path + ".part").is_open());

  Bench whole({{{200, {{"Content-Type", "video/mp4; x=y"}}, "all of it"}, false}});
  const auto received = whole.receive(bindery::Sink::to_path(path));
  ASSERT_TRUE(received) << received.error();
  EXPECT_EQ(received->bytes, 9u);
  EXPECT_EQ(received->media_type, "video/mp4");
  EXPECT_EQ(read_file(path), "all of it");
  EXPECT_FALSE(std::ifstream(path + ".part").is_open());
}

TEST_F(SinkTest, StoresNoErrorsAndNothingElse) {
  std::ofstream(path) << "before";
  Bench missing({{{404, {}, "not here"}, false}});
  const auto error = missing.receive(bindery::Sink::to_path(path));
  ASSERT_FALSE(error);
  EXPECT_EQ(error.status(), 404);
  Bench later({{{202, {{"Content-Type", "application/json"}}, "{}"}, false}});
  const auto accepted = later.receive(bindery::Sink::to_path(path));
  ASSERT_FALSE(accepted);
  EXPECT_EQ(accepted.error().kind(), ErrorKind::undecodable_body);
  EXPECT_EQ(accepted.status(), 202);
  EXPECT_EQ(read_file(path), "before");
}

TEST_F(SinkTest, SaysWhatItCannotWrite) {
  Bench bench({{{200, {}, "bytes"}, false}});
  const auto received = bench.receive(bindery::Sink::to_path(path + "/no/folder"));
  ASSERT_FALSE(received);
  EXPECT_NE(received.error().message().find("cannot write"), std::string::npos);
}

TEST_F(SinkTest, HandsPiecesToAFunctionThatMayStop) {
  Bench bench({{{200, {}, "abcdef"}, false}, {{200, {}, "abcdef"}, false}});
  std::string seen;
  const auto received = bench.receive(bindery::Sink::to([&](std::string_view bytes) {
    seen += bytes;
    return true;
  }));
  ASSERT_TRUE(received) << received.error();
  EXPECT_EQ(seen, "abcdef");
  const auto stopped = bench.receive(bindery::Sink::to([&](std::string_view) { return false; }));
  ASSERT_FALSE(stopped);
  EXPECT_NE(stopped.error().message().find("ended it"), std::string::npos);
}

TEST(MemoryTransport, DeliversToAReceiver) {
  auto transport = std::make_shared<bindery::MemoryTransport>(
      [](const Request&) { return bindery::json_response(200, "{\"id\":\"a\"}\n"); });
  const Pipeline pipeline(transport, {}, {});
  const bindery::CallOptions none;
  Call call(pipeline, none, {"tail", "GET", "/tail"});
  std::string seen;
  const auto end =
      bindery::stream<sample::Item>(call, [&](const sample::Item& item) { seen += item.id; },
                                    {{"200", Content::json_lines, 0, "application/json"}});
  ASSERT_TRUE(end) << end.error();
  EXPECT_EQ(seen, "a");
}

}  // namespace
