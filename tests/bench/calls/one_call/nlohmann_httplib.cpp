// The call by hand: cpp-httplib, and nlohmann's JSON.
#include "print_video.hpp"

#include <cstdint>
#include <exception>
#include <iostream>
#include <optional>
#include <string>

#include <httplib.h>
#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;

struct Video {
  std::string id;
  std::string status;
  std::optional<std::string> title;
  std::optional<std::int64_t> created_at;
  std::optional<std::int64_t> completed_at;
  std::optional<std::string> video_url;
  std::optional<std::string> thumbnail_url;
  std::optional<std::string> gif_url;
  std::optional<std::string> captioned_video_url;
  std::optional<std::string> subtitle_url;
  std::optional<double> duration;
  std::optional<std::string> folder_id;
  std::optional<std::string> output_language;
  std::optional<std::string> failure_code;
  std::optional<std::string> failure_message;
  std::optional<std::string> video_page_url;
};

template <class T>
void read(const json& object, const char* name, std::optional<T>& out) {
  const auto found = object.find(name);
  if (found != object.end() && !found->is_null()) out = found->get<T>();
}

Video video_of(const json& object) {
  Video video;
  object.at("id").get_to(video.id);
  object.at("status").get_to(video.status);
  read(object, "title", video.title);
  read(object, "created_at", video.created_at);
  read(object, "completed_at", video.completed_at);
  read(object, "video_url", video.video_url);
  read(object, "thumbnail_url", video.thumbnail_url);
  read(object, "gif_url", video.gif_url);
  read(object, "captioned_video_url", video.captioned_video_url);
  read(object, "subtitle_url", video.subtitle_url);
  read(object, "duration", video.duration);
  read(object, "folder_id", video.folder_id);
  read(object, "output_language", video.output_language);
  read(object, "failure_code", video.failure_code);
  read(object, "failure_message", video.failure_message);
  read(object, "video_page_url", video.video_page_url);
  return video;
}

template <class T>
void print(const char* name, const std::optional<T>& value) {
  std::cout << ' ' << name << '=';
  if (value) {
    std::cout << *value;
  } else {
    std::cout << '-';
  }
}

void print(const Video& video) {
  std::cout << "id=" << video.id << " status=" << video.status;
  print("title", video.title);
  print("created_at", video.created_at);
  print("completed_at", video.completed_at);
  print("video_url", video.video_url);
  print("thumbnail_url", video.thumbnail_url);
  print("gif_url", video.gif_url);
  print("captioned_video_url", video.captioned_video_url);
  print("subtitle_url", video.subtitle_url);
  print("duration", video.duration);
  print("folder_id", video.folder_id);
  print("output_language", video.output_language);
  print("failure_code", video.failure_code);
  print("failure_message", video.failure_message);
  print("video_page_url", video.video_page_url);
  std::cout << '\n';
}

}  // namespace

int print_video(const std::string& server, const std::string& key, const std::string& id) {
  try {
    httplib::Client client(server);
    const httplib::Result answer = client.Get("/v3/videos/" + id, {{"x-api-key", key}});
    if (!answer) {
      std::cout << "error: " << httplib::to_string(answer.error()) << '\n';
      return 1;
    }
    const json body = json::parse(answer->body);
    if (answer->status / 100 != 2) {
      const json& error = body.at("error");
      std::cout << "error: " << error.at("code").get<std::string>() << ": "
                << error.at("message").get<std::string>() << '\n';
      return 1;
    }
    print(video_of(body.at("data")));
    return 0;
  } catch (const std::exception& error) {
    std::cout << "error: " << error.what() << '\n';
    return 1;
  }
}
