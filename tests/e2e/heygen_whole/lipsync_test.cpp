// Lip-syncs: each operation with all that it takes.
#include "heygen_whole.hpp"

#include "heygen/api/lipsync.hpp"
#include "values.hpp"

namespace heygen_whole {
namespace {

TEST(Lipsync, ListLipsyncsV3) {
  heygen::ListLipsyncsV3Request request;
  request.limit = 7;
  request.token = "token +&=\303\251";
  const auto answer = client().lipsync().list_lipsyncs_v3(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  ASSERT_EQ(answer->data->size(), 1u);
  EXPECT_EQ(answer->data->front().id, "lip_5");
  EXPECT_EQ(answer->data->front().title, "Corrected price");
  EXPECT_EQ(answer->data->front().status, heygen::LipsyncStatus::Completed);
  EXPECT_EQ(answer->data->front().video_url, "https://example.com/lip_5.mp4?signature=abc");
  EXPECT_TRUE(answer->data->front().caption_url.is_null());
  EXPECT_EQ(answer->data->front().duration, 45.2);
}

heygen::CreateLipsyncRequest create_lipsync_request(std::size_t which) {
  heygen::CreateLipsyncRequest value;
  value.video = asset_reference(which);
  value.audio = asset_reference(which);
  value.title = "Caf\303\251 \"1\" & \\ more";
  value.mode = heygen::LipsyncMode::Precision;
  value.enable_caption = true;
  value.enable_dynamic_duration = true;
  value.enable_speech_enhancement = true;
  value.enable_watermark = true;
  value.disable_music_track = true;
  value.start_time = 0.25;
  value.end_time = 0.25;
  value.fps_mode = "fps_mode_1";
  value.keep_the_same_format = true;
  value.folder_id = "folder_id_1";
  value.callback_url = "https://example.com/callback_url?a=1&b=%20";
  value.callback_id = "callback_id_1";
  return value;
}

TEST(Lipsync, CreateLipsyncV3) {
  const auto api = client().lipsync();
  for (std::size_t which = 0; which < 2; ++which) {
    heygen::CreateLipsyncV3Request request;
    request.idempotency_key = "key-1:xxx";
    request.body = create_lipsync_request(which);
    const auto answer = api.create_lipsync_v3(request);
    ASSERT_TRUE(answer) << answer.error();
    ASSERT_TRUE(answer->data.has_value());
    EXPECT_EQ(answer->data->lipsync_id, "lip_5");
  }
}

heygen::CreateLipsyncBatchRequestBody create_lipsync_batch_request_body(std::size_t which) {
  heygen::CreateLipsyncBatchRequestBody value;
  value.lipsyncs = std::vector<heygen::CreateLipsyncRequest>{create_lipsync_request(which)};
  value.title = "Caf\303\251 \"1\" & \\ more";
  value.callback_url = "https://example.com/callback_url?a=1&b=%20";
  return value;
}

TEST(Lipsync, CreateLipsyncBatch) {
  const auto api = client().lipsync();
  for (std::size_t which = 0; which < 2; ++which) {
    heygen::CreateLipsyncBatchRequest request;
    request.idempotency_key = "key-1:xxx";
    request.body = create_lipsync_batch_request_body(which);
    const auto answer = api.create_lipsync_batch(request);
    ASSERT_TRUE(answer) << answer.error();
    ASSERT_TRUE(answer->data.has_value());
    EXPECT_EQ(answer->data->batch_id, "batch_9");
  }
}

TEST(Lipsync, GetLipsyncBatch) {
  heygen::GetLipsyncBatchRequest request;
  request.batch_id = "batch_id/1 ?#%2F";
  request.limit = 7;
  request.token = "token +&=\303\251";
  const auto answer = client().lipsync().get_lipsync_batch(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->batch_id, "batch_9");
  EXPECT_EQ(answer->data->title, "Corrections of May");
  EXPECT_EQ(answer->data->status, heygen::BatchStatus::Processing);
  EXPECT_EQ(answer->data->total_items, 2);
  EXPECT_EQ(answer->data->created_at, 1711382400);
  ASSERT_EQ(answer->data->items.size(), 2u);
  EXPECT_EQ(answer->data->items.front().item_index, 0);
}

TEST(Lipsync, BulkLipsyncStatuses) {
  heygen::BulkLipsyncStatusesRequest request;
  request.lipsync_ids = std::vector<std::string>{"lipsync_ids +&=\303\251"};
  request.batch_ids = std::vector<std::string>{"batch_ids +&=\303\251"};
  const auto answer = client().lipsync().bulk_lipsync_statuses(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  ASSERT_EQ(answer->data->size(), 2u);
  EXPECT_EQ(answer->data->front().video_id, "lip_5");
  EXPECT_EQ(answer->data->front().status, "completed");
  EXPECT_EQ(answer->has_more, false);
  EXPECT_TRUE(answer->next_token.is_null());
}

TEST(Lipsync, GetLipsyncV3) {
  heygen::GetLipsyncV3Request request;
  request.lipsync_id = "lipsync_id/1 ?#%2F";
  const auto answer = client().lipsync().get_lipsync_v3(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->id, "lip_5");
  EXPECT_EQ(answer->data->title, "Corrected price");
  EXPECT_EQ(answer->data->status, heygen::LipsyncStatus::Completed);
  EXPECT_EQ(answer->data->video_url, "https://example.com/lip_5.mp4?signature=abc");
  EXPECT_TRUE(answer->data->caption_url.is_null());
  EXPECT_EQ(answer->data->duration, 45.2);
  EXPECT_EQ(answer->data->callback_id, "price-2");
}

heygen::UpdateLipsyncRequest update_lipsync_request() {
  heygen::UpdateLipsyncRequest value;
  value.title = "Caf\303\251 \"1\" & \\ more";
  return value;
}

TEST(Lipsync, UpdateLipsyncV3) {
  heygen::UpdateLipsyncV3Request request;
  request.lipsync_id = "lipsync_id/1 ?#%2F";
  request.body = update_lipsync_request();
  const auto answer = client().lipsync().update_lipsync_v3(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->id, "lip_5");
  EXPECT_EQ(answer->data->title, "New price");
  EXPECT_EQ(answer->data->status, heygen::LipsyncStatus::Completed);
  EXPECT_EQ(answer->data->video_url, "https://example.com/lip_5.mp4?signature=abc");
  EXPECT_TRUE(answer->data->caption_url.is_null());
  EXPECT_EQ(answer->data->duration, 45.2);
  EXPECT_EQ(answer->data->callback_id, "price-2");
}

TEST(Lipsync, DeleteLipsyncV3) {
  heygen::DeleteLipsyncV3Request request;
  request.lipsync_id = "lipsync_id/1 ?#%2F";
  const auto answer = client().lipsync().delete_lipsync_v3(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->id, "lip_5");
}

}  // namespace
}  // namespace heygen_whole
