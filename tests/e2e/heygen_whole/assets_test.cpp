// Assets: upload as a form, deletion.
#include "heygen_whole.hpp"

#include "heygen/api/assets.hpp"

namespace {

TEST(Assets, Uploads) {
  heygen::UploadAssetRequest request;
  request.idempotency_key = "upload-1";
  request.body.file =
      bindery::File::from_bytes("%PDF-1.4\r\n--\r\n", "a \"b\".pdf", "application/pdf");
  const auto uploaded = heygen_whole::client().assets().upload_asset(request);
  ASSERT_TRUE(uploaded) << uploaded.error();
  EXPECT_EQ(uploaded->data->asset_id, "asset_51");
  EXPECT_EQ(uploaded->data->size_bytes, 48211);
}

TEST(Assets, Deletes) {
  const auto deleted = heygen_whole::client().assets().delete_asset("asset_51");
  ASSERT_TRUE(deleted) << deleted.error();
  EXPECT_EQ(deleted->data->id, "asset_51");
}

}  // namespace
