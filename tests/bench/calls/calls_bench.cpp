// Calls per second by the generated client, and by the same calls written by hand, over loopback.
// Both sides take turns in short slices, so that what else the machine does hits both alike.
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "answering_process.hpp"
#include "bindery/httplib_transport.hpp"
#include "client_by_hand.hpp"
#include "heygen/api/videos.hpp"

namespace {

using Clock = std::chrono::steady_clock;

constexpr int page_size = 20;
constexpr int slices = 20;
constexpr std::chrono::milliseconds slice{200};
// Of the whole program, a fault of ours included.
constexpr unsigned longest_seconds = 60;
constexpr const char* key = "a_key_that_is_as_long_as_a_real_one";

// About 1 KB: presigned links are what most of it is.
std::string video_text(int number) {
  const std::string id = "3f1c0a9be4d24c5f8a7790c2d1e6b5" + std::to_string(number + 10);
  const std::string query =
      "?Expires=1764604800&Signature=" + std::string(64, static_cast<char>('a' + number)) +
      "&Key-Pair-Id=K38HBHX5LX3X2H";
  return R"({"id":")" + id + R"(","title":"Product tour for new colleagues #)" +
         std::to_string(number) +
         R"(","status":"completed","created_at":1763999000,"completed_at":1763999412,)"
         R"("video_url":"https://files2.heygen.ai/aws_pacific/)" +
         id + "/video.mp4" + query +
         R"(","thumbnail_url":"https://dynamic.heygen.ai/aws_pacific/)" + id + "/thumbnail.jpeg" +
         query + R"(","gif_url":null,"captioned_video_url":"https://files2.heygen.ai/captioned/)" +
         id + "/captioned.mp4" + query +
         R"(","subtitle_url":null,"duration":48.25,"folder_id":null,)"
         R"("output_language":"en-US","video_page_url":"https://app.heygen.com/videos/)" +
         id + R"("})";
}

std::string page_text() {
  std::string text = R"({"data":[)";
  for (int number = 0; number < page_size; ++number) {
    text += (number == 0 ? "" : ",") + video_text(number);
  }
  return text + R"(],"has_more":true,"next_token":"eyJhZnRlciI6IjNmMWMwYTliIn0"})";
}

struct Setting {
  const char* name;
  std::size_t threads;
  bool is_page;
};

constexpr Setting settings[] = {
    {"one thread, one video", 1, false},
    {"one thread, page of 20", 1, true},
    {"16 threads, one video", 16, false},
    {"16 threads, page of 20", 16, true},
};

const std::string id = "3f1c0a9be4d24c5f8a7790c2d1e6b510";

heygen::Client generated_client(const std::string& server) {
  bindery::TransportSettings transport;
  // A proxy of the environment is not what is measured.
  transport.proxy = "";
  heygen::Credentials credentials;
  credentials.api_key_auth = key;
  return heygen::Client(bindery::httplib_transport(server, transport), credentials);
}

heygen::ListVideosV3Request page_request() {
  heygen::ListVideosV3Request request;
  request.limit = page_size;
  return request;
}

/// One call of the thread with this number; false when it failed.
using Call = std::function<bool(std::size_t thread)>;

/// Calls per second of all threads together; 0 when one failed.
double calls_per_second(const Call& call, std::size_t threads, std::chrono::milliseconds duration) {
  std::atomic<std::size_t> calls{0};
  std::atomic<bool> is_well{true};
  const auto begin = Clock::now();
  const auto work = [&](std::size_t thread) {
    std::size_t done = 0;
    while (Clock::now() < begin + duration && is_well) {
      if (!call(thread)) is_well = false;
      ++done;
    }
    calls += done;
  };
  std::vector<std::thread> others;
  for (std::size_t thread = 1; thread < threads; ++thread) others.emplace_back(work, thread);
  work(0);
  for (std::thread& other : others) other.join();
  const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
  return is_well ? static_cast<double>(calls) / seconds : 0;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/// Whether both sides read the same, which is something.
bool agree(const std::string& server) {
  const heygen::Client client = generated_client(server);
  calls_bench::ClientByHand by_hand(server, key);
  const auto video = client.videos().get_video_v3(id);
  const auto page = client.videos().list_videos_v3(page_request());
  if (!video || !page) {
    std::fprintf(stderr, "%s\n", (video ? page.error() : video.error()).message().c_str());
    return false;
  }
  if (by_hand.get_video(id) == *video && by_hand.list_videos(page_size) == *page && video->data &&
      video->data->id == id && page->data && page->data->size() == page_size) {
    return true;
  }
  std::fprintf(stderr, "the two sides read different videos\n");
  return false;
}

/// Measures, and prints a row; false when a call failed.
bool measure(const Setting& setting, const std::string& server, bool is_first) {
  const heygen::Client client = generated_client(server);
  std::vector<std::unique_ptr<calls_bench::ClientByHand>> clients;
  for (std::size_t thread = 0; thread < setting.threads; ++thread) {
    clients.push_back(std::make_unique<calls_bench::ClientByHand>(server, key));
  }
  const Call ours = [&](std::size_t) {
    if (!setting.is_page) return client.videos().get_video_v3(id).has_value();
    return client.videos().list_videos_v3(page_request()).has_value();
  };
  const Call by_hand = [&](std::size_t thread) {
    if (!setting.is_page) return clients[thread]->get_video(id).has_value();
    return clients[thread]->list_videos(page_size).has_value();
  };
  std::vector<double> by_hand_rates;
  std::vector<double> our_rates;
  std::vector<double> ratios;
  // The first pair opens the connections, and does not count.
  for (int pair = 0; pair <= slices; ++pair) {
    const double hand_rate = calls_per_second(by_hand, setting.threads, slice);
    const double our_rate = calls_per_second(ours, setting.threads, slice);
    if (hand_rate <= 0 || our_rate <= 0) {
      std::fprintf(stderr, "%s: a call %s failed\n", setting.name,
                   hand_rate <= 0 ? "by hand" : "of ours");
      return false;
    }
    if (pair == 0) continue;
    by_hand_rates.push_back(hand_rate);
    our_rates.push_back(our_rate);
    ratios.push_back(our_rate / hand_rate);
  }
  std::printf("%s\n  {\"name\":\"%s\",\"ours\":%.0f,\"by_hand\":%.0f,\"ratio\":%.3f}",
              is_first ? "" : ",", setting.name, median(our_rates), median(by_hand_rates),
              median(ratios));
  std::fflush(stdout);
  return true;
}

}  // namespace

int main() {
  ::alarm(longest_seconds);
  const std::string page = page_text();
  const calls_bench::AnsweringProcess server(R"({"data":)" + video_text(0) + '}', page,
                                             longest_seconds);
  if (!agree(server.url())) return 1;
  std::printf("{\"rows\":[");
  bool is_well = true;
  bool is_first = true;
  for (const Setting& setting : settings) {
    is_well = measure(setting, server.url(), is_first) && is_well;
    is_first = false;
  }
  std::printf("\n]}\n");
  return is_well ? 0 : 1;
}
