// How long a call goes on after it was cancelled, in each place where it can be.
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "bindery/httplib_transport.hpp"
#include "servers.hpp"
#include "works/works.hpp"

namespace {

using Clock = std::chrono::steady_clock;
using servers::RawServer;

constexpr int rounds = 200;
constexpr double goal = 100;

// Long enough for the call to be where it is to be cancelled.
constexpr std::chrono::milliseconds moment{10};

double milliseconds_to_cancel(const std::function<bool(const bindery::CallOptions&)>& call) {
  const bindery::CancelSource source;
  Clock::time_point cancelled;
  Clock::time_point ended;
  std::thread caller([&] {
    bindery::CallOptions options;
    options.cancel = source.token();
    options.max_retries = 1;
    call(options);
    ended = Clock::now();
  });
  std::this_thread::sleep_for(moment);
  cancelled = Clock::now();
  source.cancel();
  caller.join();
  return std::chrono::duration<double, std::milli>(ended - cancelled).count();
}

bool report(const char* where, const std::function<bool(const bindery::CallOptions&)>& call) {
  std::vector<double> times;
  for (int round = 0; round < rounds; ++round) times.push_back(milliseconds_to_cancel(call));
  std::sort(times.begin(), times.end());
  std::printf("%-12s median %7.3f ms, longest of %d %7.3f ms  %s\n", where, times[times.size() / 2],
              rounds, times.back(), times.back() <= goal ? "met" : "falls short");
  std::fflush(stdout);
  return times.back() <= goal;
}

}  // namespace

int main() {
  bindery::Options options;
  options.retry.first_delay = std::chrono::milliseconds(8000);
  options.retry.budget = 0;
  const auto get = [&](const works::Client& client) {
    return [&client](const bindery::CallOptions& call) {
      return client.default_api().get_thing({}, call).has_value();
    };
  };
  std::printf("from cancel() to the end of the call; goal: at most %.0f ms\n", goal);
  bool is_met = true;

  const RawServer silent([](int socket) { RawServer::wait_for_end(socket); });
  const works::Client reading(bindery::httplib_transport(silent.url()), {}, options);
  is_met = report("read", get(reading)) && is_met;
  const works::Client greeting(bindery::httplib_transport("https" + silent.url().substr(4)), {},
                               options);
  is_met = report("tls", get(greeting)) && is_met;
  const bindery::File large = bindery::File::from_bytes(std::string(std::size_t{64} << 20, 'x'));
  // Never read from: a second number keeps each connection open.
  const RawServer deaf([](int socket) { static_cast<void>(::dup(socket)); });
  const works::Client writing(bindery::httplib_transport(deaf.url()), {}, options);
  is_met = report("write",
                  [&](const bindery::CallOptions& call) {
                    works::UploadRequest request;
                    request.body = large;
                    return writing.default_api().upload(request, call).has_value();
                  }) &&
           is_met;
  bindery::TransportSettings nameless;
  nameless.proxy = "";
  nameless.resolve = [](const std::string&) {
    std::this_thread::sleep_for(std::chrono::seconds(2));
    return std::vector<std::string>();
  };
  const works::Client resolving(bindery::httplib_transport("http://works.example", nameless), {},
                                options);
  is_met = report("resolve", get(resolving)) && is_met;
  const works::Client waiting(bindery::httplib_transport("http://127.0.0.1:9"), {}, options);
  is_met = report("retry", get(waiting)) && is_met;
  return is_met ? 0 : 1;
}
