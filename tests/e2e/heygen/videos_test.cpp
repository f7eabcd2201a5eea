// Videos, renders and assets over real HTTP.
#include <filesystem>
#include <fstream>

#include "heygen_test.hpp"

namespace {

using heygen_test::HeygenTest;
using Videos = HeygenTest;
using Assets = HeygenTest;
using Hyperframes = HeygenTest;

TEST_F(Videos, CreatesOneByTheUnionOfItsKinds) {
  heygen::CreateVideoFromAvatar video;
  video.avatar_id = "avatar_1";
  video.script = "Hello";
  video.voice_id = "voice_1";
  const auto created = client().videos().create_video(heygen::CreateVideoV3RequestBody(video));
  ASSERT_TRUE(created) << created.error();
  ASSERT_TRUE(created->data);
  EXPECT_FALSE(created->data->video_id.empty());
  // HeyGen answers `waiting`, which its list of states does not have: it survives as it came.
  const auto seen = only_seen();
  EXPECT_EQ(seen.call.target, "/v3/videos");
  EXPECT_NE(seen.call.body.find(R"("type":"avatar")"), std::string::npos) << seen.call.body;
}

TEST_F(Videos, ReportsAnUnsetUnionAsRefused) {
  const auto created = client().videos().create_video(heygen::CreateVideoV3RequestBody());
  ASSERT_FALSE(created);
  EXPECT_EQ(created.error().status(), 400);
}

TEST_F(Videos, ListsWithEveryFilter) {
  server.service().seed_videos(3, "Harbour ", "folder_1");
  server.service().seed_videos(2, "Market ");
  heygen::ListVideosV3Request request;
  request.limit = 10;
  request.folder_id = "folder_1";
  request.title = "Harbour & more";
  const auto none = client().videos().list_videos_v3(request);
  ASSERT_TRUE(none) << none.error();
  EXPECT_TRUE(none->data && none->data->empty());
  EXPECT_EQ(only_seen().call.target,
            "/v3/videos?limit=10&folder_id=folder_1&title=Harbour%20%26%20more");

  request.title = "Harbour";
  const auto some = client().videos().list_videos_v3(request);
  ASSERT_TRUE(some) << some.error();
  ASSERT_TRUE(some->data);
  EXPECT_EQ(some->data->size(), 3u);
}

TEST_F(Videos, GetsAndDeletes) {
  server.service().seed_videos(1);
  const auto api = client().videos();
  const auto list = api.list_videos_v3();
  ASSERT_TRUE(list) << list.error();
  const std::string id = list->data->front().id;

  const auto video = api.get_video_v3(id);
  ASSERT_TRUE(video) << video.error();
  ASSERT_TRUE(video->data);
  EXPECT_EQ(video->data->status, heygen::VideoStatus::Completed);
  EXPECT_TRUE(video->data->video_url.has_value());
  EXPECT_TRUE(video->data->failure_code.is_null() || video->data->failure_code.is_absent());

  const auto deleted = api.delete_video_v3(id);
  ASSERT_TRUE(deleted) << deleted.error();
  EXPECT_EQ(deleted->data->id, id);
  const auto again = api.get_video_v3(id);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().kind(), bindery::ErrorKind::documented_error);
  EXPECT_EQ(again.error().status(), 404);
}

TEST_F(Hyperframes, ListsRenders) {
  server.service().seed_renders(3);
  heygen::ListHyperframesRendersV3Request request;
  request.limit = 2;
  const auto page = client().hyper_frames().list_hyperframes_renders_v3(request);
  ASSERT_TRUE(page) << page.error();
  ASSERT_TRUE(page->data);
  EXPECT_EQ(page->data->size(), 2u);
  EXPECT_TRUE(page->has_more.value_or(false));
}

TEST_F(Assets, UploadsFromMemory) {
  const std::string png("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
  heygen::UploadAssetRequest request;
  request.body.file = bindery::File::from_bytes(png, "logo \"1\".png", "image/png");
  const auto uploaded = client().assets().upload_asset(request);
  ASSERT_TRUE(uploaded) << uploaded.error();
  ASSERT_TRUE(uploaded->data);
  EXPECT_EQ(uploaded->data->mime_type, "image/png");
  EXPECT_EQ(uploaded->data->size_bytes, 16);
  const auto seen = only_seen();
  ASSERT_EQ(seen.call.parts.size(), 1u);
  EXPECT_EQ(seen.call.parts[0].name, "file");
  EXPECT_EQ(seen.call.parts[0].content, png);
  EXPECT_EQ(seen.call.parts[0].content_type, "image/png");
}

TEST_F(Assets, UploadsFromAPath) {
  const auto path = std::filesystem::path(testing::TempDir()) / "bindery_upload.pdf";
  const std::string pdf = "%PDF-1.4\n" + std::string(200000, 'x');
  std::ofstream(path, std::ios::binary) << pdf;
  heygen::UploadAssetRequest request;
  request.body.file = bindery::File::from_path(path.string(), "application/pdf");
  const auto uploaded = client().assets().upload_asset(request);
  ASSERT_TRUE(uploaded) << uploaded.error();
  EXPECT_EQ(uploaded->data->size_bytes, static_cast<std::int64_t>(pdf.size()));
  ASSERT_EQ(only_seen().call.parts.size(), 1u);
  EXPECT_EQ(only_seen().call.parts[0].filename, "bindery_upload.pdf");
  std::filesystem::remove(path);
}

TEST_F(Assets, AMissingFileIsAnInvalidRequest) {
  heygen::UploadAssetRequest request;
  request.body.file = bindery::File::from_path("/nonexistent/file.pdf");
  const auto uploaded = client().assets().upload_asset(request);
  ASSERT_FALSE(uploaded);
  EXPECT_EQ(uploaded.error().kind(), bindery::ErrorKind::invalid_request);
  EXPECT_TRUE(server.seen().empty());
}

}  // namespace
