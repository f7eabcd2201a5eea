// Videos: each operation with all that it takes.
#include "heygen_whole.hpp"

#include "heygen/api/videos.hpp"
#include "values.hpp"

namespace heygen_whole {
namespace {

TEST(Videos, ListVideosV3) {
  heygen::ListVideosV3Request request;
  request.limit = 7;
  request.token = "token +&=\303\251";
  request.folder_id = "folder_id +&=\303\251";
  request.title = "title +&=\303\251";
  const auto answer = client().videos().list_videos_v3(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  ASSERT_EQ(answer->data->size(), 1u);
  EXPECT_EQ(answer->data->front().id, "v_19c2");
  EXPECT_EQ(answer->data->front().title, "Product launch explainer");
  EXPECT_EQ(answer->data->front().status, heygen::VideoStatus::Completed);
  EXPECT_EQ(answer->data->front().created_at, 1711382400);
  EXPECT_EQ(answer->data->front().completed_at, 1711382680);
  EXPECT_EQ(answer->data->front().video_url, "https://example.com/v_19c2.mp4?signature=abc");
}

heygen::BackgroundSetting background_setting() {
  heygen::BackgroundSetting value;
  value.type = heygen::BackgroundSettingType::Image;
  value.value = "value_1";
  value.url = "https://example.com/url?a=1&b=%20";
  value.asset_id = "asset_id_1";
  return value;
}

heygen::WatermarkPlacement watermark_placement() {
  heygen::WatermarkPlacement value;
  value.position = heygen::WatermarkPosition::BottomRight;
  value.offset_x = 0.25;
  value.offset_y = 0.25;
  return value;
}

heygen::WatermarkInput watermark_input(std::size_t which) {
  heygen::WatermarkInput value;
  value.image = asset_input(which);
  value.opacity = 0.25;
  value.scale = 0.25;
  value.placement = watermark_placement();
  return value;
}

heygen::CaptionSetting caption_setting() {
  heygen::CaptionSetting value;
  value.file_format = heygen::CaptionSettingFileFormat::Srt;
  value.style = heygen::CaptionSettingStyle::Default;
  return value;
}

heygen::ElevenLabsEngineSettings eleven_labs_engine_settings() {
  heygen::ElevenLabsEngineSettings value;
  value.model = heygen::ElevenLabsModel::ElevenV3;
  value.similarity_boost = 0.25;
  value.stability = 0.25;
  value.style = 0.25;
  value.use_speaker_boost = true;
  return value;
}

heygen::FishEngineSettings fish_engine_settings() {
  heygen::FishEngineSettings value;
  value.model = heygen::FishModel::S2Pro;
  value.stability = 0.25;
  value.similarity = 0.25;
  return value;
}

heygen::StarfishEngineSettings starfish_engine_settings() {
  heygen::StarfishEngineSettings value;
  return value;
}

heygen::VoiceSettingsInputEngineSettings voice_settings_input_engine_settings(std::size_t which) {
  switch (which % 3) {
    case 0:
      return eleven_labs_engine_settings();
    case 1:
      return fish_engine_settings();
    default:
      return starfish_engine_settings();
  }
}

heygen::VoiceSettingsInput voice_settings_input(std::size_t which) {
  heygen::VoiceSettingsInput value;
  value.speed = 1.25;
  value.pitch = 0.25;
  value.volume = 0.25;
  value.locale = "locale_1";
  value.engine_settings = voice_settings_input_engine_settings(which);
  return value;
}

heygen::AvatarVEngineConfig avatar_v_engine_config() {
  heygen::AvatarVEngineConfig value;
  value.reference_look_id = "reference_look_id_1";
  return value;
}

heygen::AvatarIVEngineConfig avatar_iv_engine_config() {
  heygen::AvatarIVEngineConfig value;
  return value;
}

heygen::AvatarIIIEngineConfig avatar_iii_engine_config() {
  heygen::AvatarIIIEngineConfig value;
  return value;
}

heygen::AvatarEngineConfig avatar_engine_config(std::size_t which) {
  switch (which % 3) {
    case 0:
      return avatar_v_engine_config();
    case 1:
      return avatar_iv_engine_config();
    default:
      return avatar_iii_engine_config();
  }
}

heygen::CreateVideoFromAvatar create_video_from_avatar(std::size_t which) {
  heygen::CreateVideoFromAvatar value;
  value.avatar_id = "avatar_id_1";
  value.title = "Caf\303\251 \"1\" & \\ more";
  value.folder_id = "folder_id_1";
  value.resolution = heygen::VideoResolution::_720p;
  value.aspect_ratio = heygen::VideoAspectRatio::Auto;
  value.fit = heygen::AvatarFit::Cover;
  value.background = background_setting();
  value.remove_background = true;
  value.callback_url = "https://example.com/callback_url?a=1&b=%20";
  value.callback_id = "callback_id_1";
  value.watermark = watermark_input(which);
  value.caption = caption_setting();
  value.output_format = heygen::VideoOutputFormat::Webm;
  value.script = "Caf\303\251 \"1\" & \\ more";
  value.voice_id = "voice_id_1";
  value.audio_url = "https://example.com/audio_url?a=1&b=%20";
  value.audio_asset_id = "audio_asset_id_1";
  value.voice_settings = voice_settings_input(which);
  value.brand_glossary_id = "brand_glossary_id_1";
  value.motion_prompt = "Caf\303\251 \"1\" & \\ more";
  value.expressiveness = heygen::Expressiveness::Low;
  value.engine = avatar_engine_config(which);
  return value;
}

heygen::CreateVideoFromImage create_video_from_image(std::size_t which) {
  heygen::CreateVideoFromImage value;
  value.image = asset_input(which);
  value.title = "Caf\303\251 \"1\" & \\ more";
  value.folder_id = "folder_id_1";
  value.resolution = heygen::VideoResolution::_720p;
  value.aspect_ratio = heygen::VideoAspectRatio::Auto;
  value.fit = heygen::AvatarFit::Cover;
  value.background = background_setting();
  value.remove_background = true;
  value.callback_url = "https://example.com/callback_url?a=1&b=%20";
  value.callback_id = "callback_id_1";
  value.watermark = watermark_input(which);
  value.caption = caption_setting();
  value.output_format = heygen::VideoOutputFormat::Webm;
  value.script = "Caf\303\251 \"1\" & \\ more";
  value.voice_id = "voice_id_1";
  value.audio_url = "https://example.com/audio_url?a=1&b=%20";
  value.audio_asset_id = "audio_asset_id_1";
  value.voice_settings = voice_settings_input(which);
  value.brand_glossary_id = "brand_glossary_id_1";
  value.motion_prompt = "Caf\303\251 \"1\" & \\ more";
  value.expressiveness = heygen::Expressiveness::Low;
  return value;
}

heygen::CreateVideoFromCinematicAvatar create_video_from_cinematic_avatar(std::size_t which) {
  heygen::CreateVideoFromCinematicAvatar value;
  value.prompt = "Caf\303\251 \"1\" & \\ more";
  value.avatar_id = std::vector<std::string>{"avatar_id_1"};
  value.references = std::vector<heygen::AssetInput>{asset_input(which)};
  value.aspect_ratio = heygen::CreateVideoFromCinematicAvatarAspectRatio::_1_1;
  value.resolution = heygen::CreateVideoFromCinematicAvatarResolution::_1080p;
  value.auto_duration = true;
  value.duration = 7;
  value.enhance_prompt = true;
  value.title = "Caf\303\251 \"1\" & \\ more";
  value.folder_id = "folder_id_1";
  return value;
}

heygen::StudioColorBackgroundInput studio_color_background_input() {
  heygen::StudioColorBackgroundInput value;
  value.color = "#204060";
  return value;
}

heygen::StudioAvatarInput studio_avatar_input(std::size_t which) {
  heygen::StudioAvatarInput value;
  value.avatar_id = "avatar_id_1";
  value.script = "Caf\303\251 \"1\" & \\ more";
  value.voice_id = "voice_id_1";
  value.audio_url = "https://example.com/audio_url?a=1&b=%20";
  value.audio_asset_id = "audio_asset_id_1";
  value.voice_settings = voice_settings_input(which);
  value.motion_prompt = "Caf\303\251 \"1\" & \\ more";
  value.expressiveness = heygen::Expressiveness::Low;
  value.engine = avatar_engine_config(which);
  value.background = studio_color_background_input();
  return value;
}

heygen::AvatarVideoScene avatar_video_scene(std::size_t which) {
  heygen::AvatarVideoScene value;
  value.input = studio_avatar_input(which);
  return value;
}

heygen::ImageScene image_scene(std::size_t which) {
  heygen::ImageScene value;
  value.source = asset_input(which);
  value.duration = 0.25;
  value.script = "Caf\303\251 \"1\" & \\ more";
  value.voice_id = "voice_id_1";
  value.audio_url = "https://example.com/audio_url?a=1&b=%20";
  value.audio_asset_id = "audio_asset_id_1";
  value.voice_settings = voice_settings_input(which);
  return value;
}

heygen::PlaybackInput playback_input() {
  heygen::PlaybackInput value;
  value.mode = heygen::PlaybackInputMode::FitToScene;
  value.volume = 0.25;
  value.mute = true;
  return value;
}

heygen::VideoScene video_scene(std::size_t which) {
  heygen::VideoScene value;
  value.source = asset_input(which);
  value.playback = playback_input();
  value.script = "Caf\303\251 \"1\" & \\ more";
  value.voice_id = "voice_id_1";
  value.audio_url = "https://example.com/audio_url?a=1&b=%20";
  value.audio_asset_id = "audio_asset_id_1";
  value.voice_settings = voice_settings_input(which);
  return value;
}

heygen::StudioScene studio_scene(std::size_t which) {
  switch (which % 3) {
    case 0:
      return avatar_video_scene(which / 3);
    case 1:
      return image_scene(which / 3);
    default:
      return video_scene(which / 3);
  }
}

heygen::CreateVideoFromStudio create_video_from_studio(std::size_t which) {
  heygen::CreateVideoFromStudio value;
  value.scenes = std::vector<heygen::StudioScene>{studio_scene(which)};
  value.title = "Caf\303\251 \"1\" & \\ more";
  value.folder_id = "folder_id_1";
  value.resolution = heygen::VideoResolution::_720p;
  value.aspect_ratio = heygen::VideoAspectRatio::Auto;
  value.callback_url = "https://example.com/callback_url?a=1&b=%20";
  value.callback_id = "callback_id_1";
  value.watermark = watermark_input(which);
  value.caption = caption_setting();
  return value;
}

heygen::CreateVideoV3RequestBody create_video_v3_request_body(std::size_t which) {
  switch (which % 4) {
    case 0:
      return create_video_from_avatar(which / 4);
    case 1:
      return create_video_from_image(which / 4);
    case 2:
      return create_video_from_cinematic_avatar(which / 4);
    default:
      return create_video_from_studio(which / 4);
  }
}

TEST(Videos, CreateVideo) {
  const auto api = client().videos();
  for (std::size_t which = 0; which < 36; ++which) {
    heygen::CreateVideoRequest request;
    request.idempotency_key = "key-1:xxx";
    request.body = create_video_v3_request_body(which);
    const auto answer = api.create_video(request);
    ASSERT_TRUE(answer) << answer.error();
    ASSERT_TRUE(answer->data.has_value());
    EXPECT_EQ(answer->data->video_id, "v_19c3");
    EXPECT_EQ(answer->data->status, "waiting");
    EXPECT_EQ(answer->data->output_format, heygen::VideoOutputFormat::Mp4);
  }
}

heygen::CreateVideoBatchRequestBody create_video_batch_request_body(std::size_t which) {
  heygen::CreateVideoBatchRequestBody value;
  value.videos = std::vector<heygen::CreateVideoV3RequestBody>{create_video_v3_request_body(which)};
  value.title = "Caf\303\251 \"1\" & \\ more";
  value.folder_id = "folder_id_1";
  value.callback_url = "https://example.com/callback_url?a=1&b=%20";
  return value;
}

TEST(Videos, CreateVideoBatch) {
  const auto api = client().videos();
  for (std::size_t which = 0; which < 36; ++which) {
    heygen::CreateVideoBatchRequest request;
    request.idempotency_key = "key-1:xxx";
    request.body = create_video_batch_request_body(which);
    const auto answer = api.create_video_batch(request);
    ASSERT_TRUE(answer) << answer.error();
    ASSERT_TRUE(answer->data.has_value());
    EXPECT_EQ(answer->data->batch_id, "batch_7");
  }
}

TEST(Videos, GetVideoBatch) {
  heygen::GetVideoBatchRequest request;
  request.batch_id = "batch_id/1 ?#%2F";
  request.limit = 7;
  request.token = "token +&=\303\251";
  const auto answer = client().videos().get_video_batch(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->batch_id, "batch_7");
  EXPECT_EQ(answer->data->title, "Spring campaign");
  EXPECT_EQ(answer->data->status, heygen::BatchStatus::Processing);
  EXPECT_EQ(answer->data->total_items, 2);
  EXPECT_EQ(answer->data->created_at, 1711382400);
  ASSERT_EQ(answer->data->items.size(), 2u);
  EXPECT_EQ(answer->data->items.front().item_index, 0);
}

TEST(Videos, BulkVideoStatuses) {
  heygen::BulkVideoStatusesRequest request;
  request.video_ids = std::vector<std::string>{"video_ids +&=\303\251"};
  request.batch_ids = std::vector<std::string>{"batch_ids +&=\303\251"};
  const auto answer = client().videos().bulk_video_statuses(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  ASSERT_EQ(answer->data->size(), 3u);
  EXPECT_EQ(answer->data->front().video_id, "v_19c3");
  EXPECT_EQ(answer->data->front().status, "completed");
  EXPECT_EQ(answer->has_more, false);
  EXPECT_TRUE(answer->next_token.is_null());
}

TEST(Videos, GetVideoV3) {
  heygen::GetVideoV3Request request;
  request.video_id = "video_id/1 ?#%2F";
  const auto answer = client().videos().get_video_v3(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->id, "v_19c2");
  EXPECT_EQ(answer->data->title, "Product launch explainer");
  EXPECT_EQ(answer->data->status, heygen::VideoStatus::Completed);
  EXPECT_EQ(answer->data->created_at, 1711382400);
  EXPECT_EQ(answer->data->completed_at, 1711382680);
  EXPECT_EQ(answer->data->video_url, "https://example.com/v_19c2.mp4?signature=abc");
  EXPECT_EQ(answer->data->thumbnail_url, "https://example.com/v_19c2.jpg");
}

TEST(Videos, DeleteVideoV3) {
  heygen::DeleteVideoV3Request request;
  request.video_id = "video_id/1 ?#%2F";
  const auto answer = client().videos().delete_video_v3(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->id, "v_19c2");
  EXPECT_EQ(answer->data->deleted, true);
}

}  // namespace
}  // namespace heygen_whole
