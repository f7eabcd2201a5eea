// Assets: each operation with all that it takes.
#include "heygen_whole.hpp"

#include "heygen/api/assets.hpp"

namespace heygen_whole {
namespace {

TEST(Assets, ListAssets) {
  heygen::ListAssetsRequest request;
  request.username = "username +&=\303\251";
  request.limit = 7;
  request.token = "token +&=\303\251";
  request.folder_id = "folder_id +&=\303\251";
  const auto answer = client().assets().list_assets(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  ASSERT_EQ(answer->data->size(), 1u);
  EXPECT_EQ(answer->data->front().id, "asset_51");
  EXPECT_EQ(answer->data->front().name, "logo.png");
  EXPECT_EQ(answer->data->front().type, "image");
  EXPECT_EQ(answer->data->front().owner, "ana");
  EXPECT_EQ(answer->data->front().space_id, "space_1");
  EXPECT_TRUE(answer->data->front().folder_id.is_null());
}

heygen::UploadAssetBody upload_asset_body() {
  heygen::UploadAssetBody value;
  value.file = bindery::File::from_bytes("bytes", "file.png", "image/png");
  return value;
}

TEST(Assets, UploadAsset) {
  heygen::UploadAssetRequest request;
  request.idempotency_key = "key-1:xxx";
  request.body = upload_asset_body();
  const auto answer = client().assets().upload_asset(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->asset_id, "asset_51");
  EXPECT_EQ(answer->data->url, "https://example.com/asset_51.pdf");
  EXPECT_EQ(answer->data->mime_type, "application/pdf");
  EXPECT_EQ(answer->data->size_bytes, 48211);
}

TEST(Assets, GetAssetBatch) {
  heygen::GetAssetBatchRequest request;
  request.batch_id = "batch_id/1 ?#%2F";
  request.limit = 7;
  request.token = "token +&=\303\251";
  const auto answer = client().assets().get_asset_batch(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->batch_id, "batch_8");
  EXPECT_EQ(answer->data->title, "Footage of May");
  EXPECT_EQ(answer->data->status, heygen::BatchStatus::Processing);
  EXPECT_EQ(answer->data->total_items, 1);
  EXPECT_EQ(answer->data->created_at, 1711382400);
  ASSERT_EQ(answer->data->items.size(), 1u);
  EXPECT_EQ(answer->data->items.front().item_index, 0);
}

heygen::CompleteAssetBatchRequestBody complete_asset_batch_request_body() {
  heygen::CompleteAssetBatchRequestBody value;
  value.batch_id = "batch_id_1";
  return value;
}

TEST(Assets, CompleteAssetBatch) {
  heygen::CompleteAssetBatchRequest request;
  request.idempotency_key = "key-1:xxx";
  request.body = complete_asset_batch_request_body();
  const auto answer = client().assets().complete_asset_batch(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->batch_id, "batch_8");
}

heygen::CreateAssetUploadRequestBody create_asset_upload_request_body() {
  heygen::CreateAssetUploadRequestBody value;
  value.filename = "filename_1";
  value.content_type = "content_type_1";
  value.size_bytes = 7;
  value.checksum_sha256 = "checksum_sha256_1";
  return value;
}

TEST(Assets, CreateAssetUpload) {
  heygen::CreateAssetUploadRequest request;
  request.idempotency_key = "key-1:xxx";
  request.body = create_asset_upload_request_body();
  const auto answer = client().assets().create_asset_upload(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->asset_id, "asset_70");
  EXPECT_EQ(answer->data->upload_url, "https://example.com/put/asset_70?signature=abc");
  EXPECT_EQ(answer->data->expires_in_seconds, 3600);
  EXPECT_EQ(answer->data->max_bytes, 104857600);
}

heygen::AssetUploadItem asset_upload_item() {
  heygen::AssetUploadItem value;
  value.filename = "filename_1";
  value.content_type = "content_type_1";
  value.size_bytes = 7;
  value.checksum_sha256 = "checksum_sha256_1";
  return value;
}

heygen::CreateAssetUploadBatchRequestBody create_asset_upload_batch_request_body() {
  heygen::CreateAssetUploadBatchRequestBody value;
  value.files = std::vector<heygen::AssetUploadItem>{asset_upload_item()};
  value.title = "Caf\303\251 \"1\" & \\ more";
  value.callback_url = "https://example.com/callback_url?a=1&b=%20";
  return value;
}

TEST(Assets, CreateAssetUploadBatch) {
  heygen::CreateAssetUploadBatchRequest request;
  request.idempotency_key = "key-1:xxx";
  request.body = create_asset_upload_batch_request_body();
  const auto answer = client().assets().create_asset_upload_batch(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->batch_id, "batch_8");
  ASSERT_EQ(answer->data->items.size(), 1u);
  EXPECT_EQ(answer->data->items.front().asset_id, "asset_70");
  EXPECT_EQ(answer->data->items.front().upload_url,
            "https://example.com/put/asset_70?signature=abc");
  EXPECT_EQ(answer->data->items.front().expires_in_seconds, 3600);
  EXPECT_EQ(answer->data->items.front().max_bytes, 104857600);
}

TEST(Assets, SearchAssets) {
  heygen::SearchAssetsRequest request;
  request.query = "query +&=\303\251";
  request.type = heygen::AssetSearchType::Icon;
  request.scope = heygen::AssetSearchScope::Personal;
  request.limit = 7;
  request.token = "token +&=\303\251";
  const auto answer = client().assets().search_assets(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  ASSERT_EQ(answer->data->size(), 1u);
  EXPECT_EQ(answer->has_more, true);
  EXPECT_EQ(answer->next_token, "cur_2");
}

TEST(Assets, BulkAssetStatuses) {
  heygen::BulkAssetStatusesRequest request;
  request.asset_ids = std::vector<std::string>{"asset_ids +&=\303\251"};
  request.batch_ids = std::vector<std::string>{"batch_ids +&=\303\251"};
  const auto answer = client().assets().bulk_asset_statuses(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  ASSERT_EQ(answer->data->size(), 2u);
  EXPECT_EQ(answer->data->front().video_id, "asset_70");
  EXPECT_EQ(answer->data->front().status, "processing");
  EXPECT_EQ(answer->has_more, false);
  EXPECT_TRUE(answer->next_token.is_null());
}

TEST(Assets, GetAsset) {
  heygen::GetAssetRequest request;
  request.asset_id = "asset_id/1 ?#%2F";
  const auto answer = client().assets().get_asset(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->id, "asset_51");
  EXPECT_EQ(answer->data->name, "logo.png");
  EXPECT_EQ(answer->data->type, "image");
  EXPECT_EQ(answer->data->owner, "ana");
  EXPECT_EQ(answer->data->space_id, "space_1");
  EXPECT_TRUE(answer->data->folder_id.is_null());
  EXPECT_EQ(answer->data->uploaded_at, 1711382400);
}

TEST(Assets, DeleteAsset) {
  heygen::DeleteAssetRequest request;
  request.asset_id = "asset_id/1 ?#%2F";
  const auto answer = client().assets().delete_asset(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->id, "asset_51");
}

heygen::CompleteAssetUploadRequestBody complete_asset_upload_request_body() {
  heygen::CompleteAssetUploadRequestBody value;
  value.checksum_sha256 = "checksum_sha256_1";
  return value;
}

TEST(Assets, CompleteAssetUpload) {
  heygen::CompleteAssetUploadRequest request;
  request.asset_id = "asset_id/1 ?#%2F";
  request.idempotency_key = "key-1:xxx";
  request.body = complete_asset_upload_request_body();
  const auto answer = client().assets().complete_asset_upload(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->asset_id, "asset_70");
  EXPECT_EQ(answer->data->url, "https://example.com/asset_70.mp4");
  EXPECT_EQ(answer->data->mime_type, "video/mp4");
  EXPECT_EQ(answer->data->size_bytes, 104857600);
}

}  // namespace
}  // namespace heygen_whole
