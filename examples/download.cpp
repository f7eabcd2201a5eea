// The file of a video: whole or not at all, without our key, by a fresh link when one has expired.
#include <cstdint>
#include <iostream>
#include <optional>
#include <string>

#include <bindery/download.hpp>
#include <heygen/api/videos.hpp>

#include "service.hpp"

namespace {

/// A link to the newest video that is finished.
bindery::Result<std::string> link_of(const heygen::Client& client, std::string& video_id) {
  for (const auto& video : client.videos().list_videos_v3_items()) {
    if (!video) return video.error();
    if (!video->video_url) continue;
    video_id = video->id;
    return std::string(*video->video_url);
  }
  return bindery::Error(bindery::ErrorKind::unexpected_status, "no video is finished");
}

}  // namespace

int main(int argc, char** argv) {
  const example::Service service(argc, argv);
  const heygen::Client client = service.client();
  std::string video_id;
  const auto link = link_of(client, video_id);
  if (!link) return example::failed(link.error());

  bindery::DownloadOptions options;
  options.on_progress = [](std::uint64_t bytes, std::optional<std::uint64_t> total) {
    if (total && bytes == *total) std::cout << bytes << " bytes\n";
  };
  options.refetch = [&]() -> bindery::Result<std::string> {
    const auto video = client.videos().get_video_v3(video_id);
    if (!video) return video.error();
    return video->data ? video->data->video_url.value_or("") : "";
  };
  const auto file = client.download(*link, "video.mp4", options);
  if (!file) return example::failed(file.error());
  std::cout << "saved " << file->path << ", " << file->media_type << '\n';
}
