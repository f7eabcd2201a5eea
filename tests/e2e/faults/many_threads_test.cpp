// One client, many threads: nothing is lost, no connection is opened too many. Run by
// ThreadSanitizer as well.
#include <algorithm>
#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/httplib_transport.hpp"
#include "servers.hpp"
#include "works/works.hpp"

namespace {

using servers::HttpServer;

TEST(ManyThreads, LoseNothing) {
  constexpr int threads = 16;
  constexpr int calls = 1000;
  HttpServer server;
  std::atomic<int> inside{0};
  std::atomic<int> most_inside{0};
  std::atomic<int> requests{0};
  server->Post("/thing", [&](const httplib::Request& request, httplib::Response& response) {
    const int now = ++inside;
    for (int most = most_inside; now > most && !most_inside.compare_exchange_weak(most, now);) {
    }
    ++requests;
    std::this_thread::yield();
    response.set_content(request.body, "application/json");
    --inside;
  });
  bindery::TransportSettings settings;
  settings.max_connections = 8;
  const works::Client client(bindery::httplib_transport(server.start_http(), settings));
  std::atomic<int> next{0};
  std::vector<int> answers(calls, 0);
  std::vector<std::thread> pool;
  for (int i = 0; i < threads; ++i) {
    pool.emplace_back([&] {
      for (int call = next++; call < calls; call = next++) {
        works::Thing thing;
        thing.name = std::to_string(call);
        const auto result = client.default_api().make_thing(thing);
        if (result && result->name == thing.name) ++answers[static_cast<std::size_t>(call)];
      }
    });
  }
  for (std::thread& thread : pool) thread.join();
  EXPECT_EQ(std::count(answers.begin(), answers.end(), 1), calls);
  EXPECT_EQ(requests, calls);
  EXPECT_LE(most_inside, 8);
}

TEST(ManyThreads, CancelWhatOthersDo) {
  HttpServer server;
  server->Get("/thing", [](const httplib::Request&, httplib::Response& response) {
    response.set_content(R"({"name":"a"})", "application/json");
  });
  bindery::TransportSettings settings;
  settings.max_connections = 2;
  const works::Client client(bindery::httplib_transport(server.start_http(), settings));
  std::atomic<int> strange{0};
  std::vector<std::thread> pool;
  for (int i = 0; i < 8; ++i) {
    pool.emplace_back([&] {
      for (int call = 0; call < 50; ++call) {
        const bindery::CancelSource source;
        bindery::CallOptions options;
        options.cancel = source.token();
        std::thread canceller([&] { source.cancel(); });
        const auto result = client.default_api().get_thing({}, options);
        canceller.join();
        if (!result && result.error().kind() != bindery::ErrorKind::cancelled) ++strange;
      }
    });
  }
  for (std::thread& thread : pool) thread.join();
  EXPECT_EQ(strange, 0);
}

}  // namespace
