// The states of many videos by one call, instead of one call for each.
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include <heygen/api/videos.hpp>

#include "service.hpp"

int main(int argc, char** argv) {
  const example::Service service(argc, argv);
  const auto videos = service.client().videos();

  std::vector<std::string> ids;
  for (const auto& video : videos.list_videos_v3_items()) {
    if (!video) return example::failed(video.error());
    ids.push_back(video->id);
    if (ids.size() == 100) break;  // As many as one call takes.
  }
  ids.push_back("v_of_somebody_else");

  heygen::BulkVideoStatusesRequest request;
  request.video_ids = ids;
  const auto statuses = videos.bulk_video_statuses(request);
  if (!statuses) return example::failed(statuses.error());
  std::map<std::string, int> count;
  if (statuses->data) {
    for (const auto& entry : *statuses->data) ++count[entry.status];
  }
  for (const auto& [status, number] : count) std::cout << status << ": " << number << '\n';
}
