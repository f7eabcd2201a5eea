// Middleware around a transport in memory: order, changes, answers of its own, streamed bodies.
// Must not open a socket.
#include "bindery/middleware.hpp"

#include <chrono>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/memory_transport.hpp"
#include "bindery/pipeline.hpp"

namespace {

using bindery::MemoryTransport;
using bindery::Middleware;
using bindery::Next;
using bindery::Request;
using bindery::Response;
using bindery::TransportError;
using bindery::TransportErrorKind;
using bindery::TransportOptions;
using bindery::TransportResult;
using bindery::with_middleware;

// Answers 200 with the body "hello".
std::shared_ptr<MemoryTransport> greeter() {
  return std::make_shared<MemoryTransport>(
      [](const Request&) {
        return Response{200, {}, "hello"};
      },
      "https://a.example/v1");
}

// Appends `name` before and after what is within.
Middleware marker(std::vector<std::string>& marks, std::string name) {
  return [&marks, name = std::move(name)](const Request& request, const TransportOptions& options,
                                          const Next& next) {
    marks.push_back(name + " before");
    Request changed = request;
    changed.headers.add("X-Seen", name);
    TransportResult outcome = next(changed, options);
    marks.push_back(name + " after");
    return outcome;
  };
}

// Sends on with the body held, and puts `!` at its end.
TransportResult exclaim(const Request& request, const TransportOptions& options, const Next& next) {
  TransportOptions held = options;
  held.receiver = nullptr;
  TransportResult outcome = next(request, held);
  if (auto* response = std::get_if<Response>(&outcome)) response->body += '!';
  return outcome;
}

int status(const TransportResult& outcome) {
  const auto* response = std::get_if<Response>(&outcome);
  return response != nullptr ? response->status : 0;
}

// Takes the bodies of successes.
class Taker final : public bindery::BodyReceiver {
 public:
  bool begin(const Response& head) override {
    begun += std::to_string(head.status) + ' ';
    return head.status == 200;
  }
  bool receive(std::string_view bytes) override {
    if (throws) throw std::runtime_error("full");
    taken += bytes;
    return goes_on;
  }

  std::string begun;
  std::string taken;
  bool goes_on = true;
  bool throws = false;
};

TransportOptions options_for(Taker& taker) {
  TransportOptions options;
  options.receiver = &taker;
  return options;
}

TEST(Middleware, TheLastAddedIsTheOutermost) {
  std::vector<std::string> marks;
  const auto inner = greeter();
  const auto transport =
      with_middleware(with_middleware(inner, marker(marks, "first")), marker(marks, "second"));
  EXPECT_EQ(transport->base_url(), "https://a.example/v1");
  EXPECT_EQ(status(transport->send({}, {})), 200);
  EXPECT_EQ(marks, (std::vector<std::string>{"second before", "first before", "first after",
                                             "second after"}));
  const Request sent = inner->requests()[0];
  EXPECT_EQ(sent.headers.all("X-Seen"), (std::vector<std::string_view>{"second", "first"}));
}

TEST(Middleware, LeavesTheCallersRequestAlone) {
  std::vector<std::string> marks;
  const Request request{"GET", "https://a.example/", {{"A", "b"}}, {}};
  static_cast<void>(with_middleware(greeter(), marker(marks, "m"))->send(request, {}));
  EXPECT_EQ(request.headers, (bindery::Headers{{"A", "b"}}));
}

TEST(Middleware, AnswersByItself) {
  const auto inner = greeter();
  const auto transport =
      with_middleware(inner, [](const Request&, const TransportOptions&, const Next&) {
        return Response{418, {}, "short and stout"};
      });
  EXPECT_EQ(status(transport->send({}, {})), 418);
  EXPECT_TRUE(inner->requests().empty());
}

TEST(Middleware, MaySendMoreThanOnce) {
  const auto inner = greeter();
  const auto transport = with_middleware(
      inner, [](const Request& request, const TransportOptions& options, const Next& next) {
        static_cast<void>(next(request, options));
        return next(request, options);
      });
  EXPECT_EQ(status(transport->send({}, {})), 200);
  EXPECT_EQ(inner->requests().size(), 2u);
}

TEST(Middleware, RunsForEveryAttempt) {
  int answers = 0;
  const auto inner = std::make_shared<MemoryTransport>([&](const Request&) {
    return Response{++answers < 3 ? 503 : 200, {}, {}};
  });
  std::vector<std::string> marks;
  bindery::Options options;
  options.time.sleep = [](std::chrono::milliseconds) {};
  const bindery::Pipeline pipeline(with_middleware(inner, marker(marks, "m")), {}, options);
  EXPECT_EQ(status(pipeline.send(Request{}, pipeline.budget({}))), 200);
  EXPECT_EQ(marks.size(), 6u);
}

TEST(Middleware, WithoutATransportIsAnError) {
  std::vector<std::string> marks;
  const auto transport = with_middleware(nullptr, marker(marks, "m"));
  EXPECT_EQ(transport->base_url(), "");
  const TransportResult outcome = transport->send({}, {});
  const auto* error = std::get_if<TransportError>(&outcome);
  ASSERT_NE(error, nullptr);
  EXPECT_EQ(error->kind, TransportErrorKind::request);
  EXPECT_FALSE(error->sent_anything);
  EXPECT_EQ(marks.size(), 2u);
}

TEST(Middleware, AnEmptyFunctionChangesNothing) {
  Taker taker;
  EXPECT_EQ(status(with_middleware(greeter(), {})->send({}, options_for(taker))), 200);
  EXPECT_EQ(taker.taken, "hello");
  EXPECT_EQ(status(with_middleware(nullptr, {})->send({}, {})), 0);
}

TEST(Middleware, StreamedBodiesPassThrough) {
  std::vector<std::string> marks;
  Taker taker;
  const auto transport =
      with_middleware(with_middleware(greeter(), marker(marks, "a")), marker(marks, "b"));
  const TransportResult outcome = transport->send({}, options_for(taker));
  EXPECT_EQ(std::get_if<Response>(&outcome)->body, "");
  EXPECT_EQ(taker.begun, "200 ");
  EXPECT_EQ(taker.taken, "hello");
}

TEST(Middleware, ItsOwnBodiesGoToTheReceiver) {
  Taker taker;
  const TransportResult outcome =
      with_middleware(with_middleware(greeter(), exclaim), exclaim)->send({}, options_for(taker));
  EXPECT_EQ(std::get_if<Response>(&outcome)->body, "");
  EXPECT_EQ(taker.begun, "200 ");
  EXPECT_EQ(taker.taken, "hello!!");
}

TEST(Middleware, AReplacedErrorGoesToTheReceiver) {
  const auto broken = std::make_shared<MemoryTransport>([](const Request&) {
    return Response{503, {}, "busy"};
  });
  Taker taker;
  const auto transport = with_middleware(
      broken, [](const Request& request, const TransportOptions& options, const Next& next) {
        const TransportResult outcome = next(request, options);
        EXPECT_EQ(std::get_if<Response>(&outcome)->body, "busy");
        return Response{200, {}, "kept"};
      });
  EXPECT_EQ(status(transport->send({}, options_for(taker))), 200);
  EXPECT_EQ(taker.begun, "503 200 ");
  EXPECT_EQ(taker.taken, "kept");
}

TEST(Middleware, RefusedBodiesAreHeld) {
  Taker taker;
  const auto transport =
      with_middleware(nullptr, [](const Request&, const TransportOptions&, const Next&) {
        return Response{404, {}, "gone"};
      });
  const TransportResult outcome = transport->send({}, options_for(taker));
  EXPECT_EQ(std::get_if<Response>(&outcome)->body, "gone");
  EXPECT_EQ(taker.taken, "");
}

TEST(Middleware, AReceiverEndsTheBody) {
  Taker taker;
  taker.goes_on = false;
  const TransportResult outcome = with_middleware(greeter(), exclaim)->send({}, options_for(taker));
  const auto* error = std::get_if<TransportError>(&outcome);
  ASSERT_NE(error, nullptr);
  EXPECT_EQ(error->kind, TransportErrorKind::stopped);
  EXPECT_EQ(taker.taken, "hello!");
}

TEST(Middleware, WhatAReceiverThrowsComesOut) {
  for (const Middleware& middleware : {Middleware(exclaim), Middleware()}) {
    Taker taker;
    taker.throws = true;
    const auto transport = with_middleware(greeter(), middleware);
    EXPECT_THROW(static_cast<void>(transport->send({}, options_for(taker))), std::runtime_error);
  }
}

TEST(Middleware, ServesManyThreads) {
  std::mutex mutex;
  int passed = 0;
  const auto inner = greeter();
  const auto transport = with_middleware(
      inner, [&](const Request& request, const TransportOptions& options, const Next& next) {
        TransportResult outcome = next(request, options);
        const std::lock_guard<std::mutex> lock(mutex);
        ++passed;
        return outcome;
      });
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int turn = 0; turn < 100; ++turn) EXPECT_EQ(status(transport->send({}, {})), 200);
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(passed, 400);
  EXPECT_EQ(inner->requests().size(), 400u);
}

}  // namespace
