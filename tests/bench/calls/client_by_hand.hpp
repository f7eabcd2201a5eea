// The calls as a careful person writes them: cpp-httplib over one kept connection.
// Must not do what the job does not need.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include <httplib.h>

#include "read_answer.hpp"

namespace calls_bench {

/// For one thread: httplib lets the requests of several wait for each other.
class ClientByHand {
 public:
  ClientByHand(const std::string& server, const std::string& key) : client_(server) {
    client_.set_keep_alive(true);
    // As bindery's transport does.
    client_.set_tcp_nodelay(true);
    client_.set_default_headers({{"x-api-key", key}});
  }

  std::optional<heygen::GetVideoV3Response> get_video(const std::string& id) {
    return get<heygen::GetVideoV3Response>("/v3/videos/" + id);
  }
  std::optional<heygen::ListVideosV3Response> list_videos(int limit) {
    return get<heygen::ListVideosV3Response>("/v3/videos?limit=" + std::to_string(limit));
  }

 private:
  template <class Answer>
  std::optional<Answer> get(const std::string& target) {
    httplib::Result response = client_.Get(target);
    if (!response || response->status != 200) return std::nullopt;
    std::optional<Answer> answer(std::in_place);
    if (!read_answer(response->body, *answer)) return std::nullopt;
    return answer;
  }

  httplib::Client client_;
};

}  // namespace calls_bench
