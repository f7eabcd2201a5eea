// A file of ours in a video: uploaded from disk, then named by its id.
#include <fstream>
#include <iostream>
#include <string>

#include <heygen/api/assets.hpp>
#include <heygen/api/video_agent.hpp>

#include "service.hpp"

int main(int argc, char** argv) {
  const example::Service service(argc, argv);
  const heygen::Client client = service.client();

  // Stands for a file that is there; from_path reads it piece by piece, whatever its size.
  const std::string path = "brief.pdf";
  std::ofstream(path) << "%PDF-1.4\n% What the video is about\n";

  heygen::UploadAssetRequest upload;
  upload.body.file = bindery::File::from_path(path);
  const auto stored = client.assets().upload_asset(upload);
  if (!stored) return example::failed(stored.error());
  if (!stored->data) return 1;
  std::cout << "uploaded " << stored->data->size_bytes << " bytes of " << stored->data->mime_type
            << '\n';

  heygen::AssetId attachment;
  attachment.asset_id = stored->data->asset_id;
  heygen::CreateVideoAgentRequest request;
  request.prompt = "A short video about the attached page";
  request.files = std::vector<heygen::AssetInput>{attachment};
  const auto created = client.video_agent().create_video_agent_v3(request);
  if (!created) return example::failed(created.error());
  if (!created->data) return 1;
  std::cout << "session " << created->data->session_id << " has it attached\n";
}
