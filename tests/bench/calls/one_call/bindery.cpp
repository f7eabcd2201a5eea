// The call by the generated client, which brings the struct, its decoding and the errors along.
#include "print_video.hpp"

#include <iostream>
#include <string>

#include <bindery/httplib_transport.hpp>
#include <heygen/api/videos.hpp>

namespace {

template <class T>
void print(const char* name, const bindery::OptionalNullable<T>& value) {
  std::cout << ' ' << name << '=';
  if (value) {
    std::cout << *value;
  } else {
    std::cout << '-';
  }
}

int print_error(const bindery::Error& error) {
  const auto body = error.body_as<heygen::GetVideoV3Error>();
  if (body && body->error) {
    std::cout << "error: " << body->error->code << ": " << body->error->message << '\n';
  } else {
    std::cout << "error: " << error << '\n';
  }
  return 1;
}

}  // namespace

int print_video(const std::string& server, const std::string& key, const std::string& id) {
  heygen::Credentials credentials;
  credentials.api_key_auth = key;
  const heygen::Client client{bindery::httplib_transport(server), credentials};
  const auto answer = client.videos().get_video_v3(id);
  if (!answer) return print_error(answer.error());
  if (!answer->data) {
    std::cout << "error: an answer without a video\n";
    return 1;
  }
  const heygen::VideoDetail& video = *answer->data;
  std::cout << "id=" << video.id << " status=" << video.status.wire();
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
  return 0;
}
