// Translations: each operation with all that it takes.
#include "heygen_whole.hpp"

#include "heygen/api/video_translate.hpp"
#include "values.hpp"

namespace heygen_whole {
namespace {

TEST(VideoTranslate, ListVideoTranslationsV3) {
  heygen::ListVideoTranslationsV3Request request;
  request.limit = 7;
  request.token = "token +&=\303\251";
  const auto answer = client().video_translate().list_video_translations_v3(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  ASSERT_EQ(answer->data->size(), 1u);
  EXPECT_EQ(answer->data->front().id, "tr_8");
  EXPECT_EQ(answer->data->front().title, "Tour in Spanish");
  EXPECT_EQ(answer->data->front().status, heygen::VideoTranslationStatus::Completed);
  EXPECT_EQ(answer->data->front().input_language, "en");
  EXPECT_EQ(answer->data->front().output_language, "Spanish (Spain)");
  EXPECT_EQ(answer->data->front().translate_audio_only, false);
}

heygen::StockVoiceConfig stock_voice_config() {
  heygen::StockVoiceConfig value;
  value.use_stock_voice = true;
  value.preferred_stock_voice_ids = std::vector<std::string>{"preferred_stock_voice_ids_1"};
  return value;
}

heygen::CreateVideoTranslationRequest create_video_translation_request(std::size_t which) {
  heygen::CreateVideoTranslationRequest value;
  value.video = asset_reference(which);
  value.output_languages = std::vector<std::string>{"output_languages_1"};
  value.input_language = "input_language_1";
  value.title = "Caf\303\251 \"1\" & \\ more";
  value.mode = heygen::VideoTranslationMode::Precision;
  value.translate_audio_only = true;
  value.speaker_num = 7;
  value.audio = asset_reference(which);
  value.srt = asset_reference(which);
  value.srt_role = heygen::CreateVideoTranslationRequestSrtRole::Output;
  value.stock_voice_config = stock_voice_config();
  value.enable_caption = true;
  value.enable_dynamic_duration = true;
  value.enable_speech_enhancement = true;
  value.enable_watermark = true;
  value.disable_music_track = true;
  value.start_time = 0.25;
  value.end_time = 0.25;
  value.fps_mode = heygen::CreateVideoTranslationRequestFpsMode::Passthrough;
  value.keep_the_same_format = true;
  value.brand_glossary_id = "brand_glossary_id_1";
  value.brand_voice_id = "brand_voice_id_1";
  value.folder_id = "folder_id_1";
  value.callback_url = "https://example.com/callback_url?a=1&b=%20";
  value.callback_id = "callback_id_1";
  return value;
}

TEST(VideoTranslate, CreateVideoTranslationV3) {
  const auto api = client().video_translate();
  for (std::size_t which = 0; which < 2; ++which) {
    heygen::CreateVideoTranslationV3Request request;
    request.idempotency_key = "key-1:xxx";
    request.body = create_video_translation_request(which);
    const auto answer = api.create_video_translation_v3(request);
    ASSERT_TRUE(answer) << answer.error();
    ASSERT_TRUE(answer->data.has_value());
    ASSERT_EQ(answer->data->video_translation_ids.size(), 2u);
  }
}

heygen::CreateVideoTranslationBatchRequestBody create_video_translation_batch_request_body(
    std::size_t which) {
  heygen::CreateVideoTranslationBatchRequestBody value;
  value.video_translations =
      std::vector<heygen::CreateVideoTranslationRequest>{create_video_translation_request(which)};
  value.title = "Caf\303\251 \"1\" & \\ more";
  value.callback_url = "https://example.com/callback_url?a=1&b=%20";
  return value;
}

TEST(VideoTranslate, CreateVideoTranslationBatch) {
  const auto api = client().video_translate();
  for (std::size_t which = 0; which < 2; ++which) {
    heygen::CreateVideoTranslationBatchRequest request;
    request.idempotency_key = "key-1:xxx";
    request.body = create_video_translation_batch_request_body(which);
    const auto answer = api.create_video_translation_batch(request);
    ASSERT_TRUE(answer) << answer.error();
    ASSERT_TRUE(answer->data.has_value());
    EXPECT_EQ(answer->data->batch_id, "batch_11");
  }
}

TEST(VideoTranslate, GetVideoTranslationBatch) {
  heygen::GetVideoTranslationBatchRequest request;
  request.batch_id = "batch_id/1 ?#%2F";
  request.limit = 7;
  request.token = "token +&=\303\251";
  const auto answer = client().video_translate().get_video_translation_batch(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->batch_id, "batch_11");
  EXPECT_EQ(answer->data->title, "Courses in Spanish");
  EXPECT_EQ(answer->data->status, heygen::BatchStatus::Processing);
  EXPECT_EQ(answer->data->total_items, 2);
  EXPECT_EQ(answer->data->created_at, 1711382400);
  ASSERT_EQ(answer->data->items.size(), 2u);
  EXPECT_EQ(answer->data->items.front().item_index, 0);
}

TEST(VideoTranslate, ListVideoTranslationLanguagesV3) {
  const auto answer = client().video_translate().list_video_translation_languages_v3();
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  ASSERT_EQ(answer->data->languages.size(), 4u);
}

heygen::CreateProofreadRequest create_proofread_request(std::size_t which) {
  heygen::CreateProofreadRequest value;
  value.video = asset_reference(which);
  value.output_languages = std::vector<std::string>{"output_languages_1"};
  value.title = "Caf\303\251 \"1\" & \\ more";
  value.mode = heygen::VideoTranslationMode::Precision;
  value.speaker_num = 7;
  value.srt = asset_reference(which);
  value.enable_speech_enhancement = true;
  value.enable_video_stretching = true;
  value.disable_music_track = true;
  value.keep_the_same_format = true;
  value.brand_glossary_id = "brand_glossary_id_1";
  value.brand_voice_id = "brand_voice_id_1";
  value.folder_id = "folder_id_1";
  return value;
}

TEST(VideoTranslate, CreateProofreadV3) {
  const auto api = client().video_translate();
  for (std::size_t which = 0; which < 2; ++which) {
    heygen::CreateProofreadV3Request request;
    request.idempotency_key = "key-1:xxx";
    request.body = create_proofread_request(which);
    const auto answer = api.create_proofread_v3(request);
    ASSERT_TRUE(answer) << answer.error();
    ASSERT_TRUE(answer->data.has_value());
    ASSERT_EQ(answer->data->proofread_ids.size(), 1u);
    EXPECT_EQ(answer->data->status, heygen::ProofreadStatus::Processing);
  }
}

TEST(VideoTranslate, GetProofreadV3) {
  heygen::GetProofreadV3Request request;
  request.proofread_id = "proofread_id/1 ?#%2F";
  const auto answer = client().video_translate().get_proofread_v3(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->id, "proof_2");
  EXPECT_EQ(answer->data->title, "Tour");
  EXPECT_EQ(answer->data->status, heygen::ProofreadStatus::Completed);
  EXPECT_EQ(answer->data->input_language, "en");
  EXPECT_EQ(answer->data->output_language, "Spanish (Spain)");
  EXPECT_EQ(answer->data->submitted_for_review, false);
  EXPECT_EQ(answer->data->created_at, 1711382400);
}

heygen::GenerateVideoRequest generate_video_request() {
  heygen::GenerateVideoRequest value;
  value.captions = true;
  value.translate_audio_only = true;
  value.callback_url = "https://example.com/callback_url?a=1&b=%20";
  value.callback_id = "callback_id_1";
  return value;
}

TEST(VideoTranslate, GenerateFromProofreadV3) {
  heygen::GenerateFromProofreadV3Request request;
  request.proofread_id = "proofread_id/1 ?#%2F";
  request.idempotency_key = "key-1:xxx";
  request.body = generate_video_request();
  const auto answer = client().video_translate().generate_from_proofread_v3(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->video_translation_id, "tr_8");
  EXPECT_EQ(answer->data->status, heygen::ProofreadStatus::Processing);
}

TEST(VideoTranslate, DownloadProofreadSrtV3) {
  heygen::DownloadProofreadSrtV3Request request;
  request.proofread_id = "proofread_id/1 ?#%2F";
  const auto answer = client().video_translate().download_proofread_srt_v3(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->srt_url, "https://example.com/proof_2.srt?signature=abc");
  EXPECT_TRUE(answer->data->original_srt_url.is_null());
}

heygen::UploadSRTRequest upload_srt_request(std::size_t which) {
  heygen::UploadSRTRequest value;
  value.srt = asset_reference(which);
  return value;
}

TEST(VideoTranslate, UploadProofreadSrtV3) {
  const auto api = client().video_translate();
  for (std::size_t which = 0; which < 2; ++which) {
    heygen::UploadProofreadSrtV3Request request;
    request.proofread_id = "proofread_id/1 ?#%2F";
    request.body = upload_srt_request(which);
    const auto answer = api.upload_proofread_srt_v3(request);
    ASSERT_TRUE(answer) << answer.error();
    ASSERT_TRUE(answer->data.has_value());
    EXPECT_EQ(answer->data->id, "proof_2");
    EXPECT_EQ(answer->data->title, "Tour");
    EXPECT_EQ(answer->data->status, heygen::ProofreadStatus::Completed);
    EXPECT_EQ(answer->data->input_language, "en");
    EXPECT_EQ(answer->data->output_language, "Spanish (Spain)");
    EXPECT_EQ(answer->data->submitted_for_review, false);
    EXPECT_EQ(answer->data->created_at, 1711382400);
  }
}

TEST(VideoTranslate, BulkVideoTranslationStatuses) {
  heygen::BulkVideoTranslationStatusesRequest request;
  request.video_translation_ids = std::vector<std::string>{"video_translation_ids +&=\303\251"};
  request.batch_ids = std::vector<std::string>{"batch_ids +&=\303\251"};
  const auto answer = client().video_translate().bulk_video_translation_statuses(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  ASSERT_EQ(answer->data->size(), 2u);
  EXPECT_EQ(answer->data->front().video_id, "tr_8");
  EXPECT_EQ(answer->data->front().status, "completed");
  EXPECT_EQ(answer->has_more, false);
  EXPECT_TRUE(answer->next_token.is_null());
}

TEST(VideoTranslate, GetVideoTranslationV3) {
  heygen::GetVideoTranslationV3Request request;
  request.video_translation_id = "video_translation_id/1 ?#%2F";
  const auto answer = client().video_translate().get_video_translation_v3(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->id, "tr_8");
  EXPECT_EQ(answer->data->title, "Tour in Spanish");
  EXPECT_EQ(answer->data->status, heygen::VideoTranslationStatus::Completed);
  EXPECT_EQ(answer->data->input_language, "en");
  EXPECT_EQ(answer->data->output_language, "Spanish (Spain)");
  EXPECT_EQ(answer->data->translate_audio_only, false);
  EXPECT_EQ(answer->data->video_url, "https://example.com/tr_8.mp4?signature=abc");
}

heygen::UpdateVideoTranslationRequest update_video_translation_request() {
  heygen::UpdateVideoTranslationRequest value;
  value.title = "Caf\303\251 \"1\" & \\ more";
  return value;
}

TEST(VideoTranslate, UpdateVideoTranslationV3) {
  heygen::UpdateVideoTranslationV3Request request;
  request.video_translation_id = "video_translation_id/1 ?#%2F";
  request.body = update_video_translation_request();
  const auto answer = client().video_translate().update_video_translation_v3(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->id, "tr_8");
  EXPECT_EQ(answer->data->title, "The tour in Spanish");
  EXPECT_EQ(answer->data->status, heygen::VideoTranslationStatus::Completed);
  EXPECT_EQ(answer->data->input_language, "en");
  EXPECT_EQ(answer->data->output_language, "Spanish (Spain)");
  EXPECT_EQ(answer->data->translate_audio_only, false);
  EXPECT_EQ(answer->data->video_url, "https://example.com/tr_8.mp4?signature=abc");
}

TEST(VideoTranslate, DeleteVideoTranslationV3) {
  heygen::DeleteVideoTranslationV3Request request;
  request.video_translation_id = "video_translation_id/1 ?#%2F";
  const auto answer = client().video_translate().delete_video_translation_v3(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->id, "tr_8");
}

}  // namespace
}  // namespace heygen_whole
