// Videos: list, create from each kind of body, read, delete.
#include "heygen_whole.hpp"

#include "heygen/api/videos.hpp"

namespace {

heygen::VoiceSettingsInput voice(heygen::VoiceSettingsInputEngineSettings engine) {
  heygen::VoiceSettingsInput settings;
  settings.speed = 1.1;
  settings.pitch = -50;
  settings.volume = 0.25;
  settings.locale = "en-US";
  settings.engine_settings = std::move(engine);
  return settings;
}

heygen::ElevenLabsEngineSettings elevenlabs() {
  heygen::ElevenLabsEngineSettings engine;
  engine.model = heygen::ElevenLabsModel::ElevenFlashV2_5;
  engine.similarity_boost = 0.1;
  engine.stability = 0.2;
  engine.style = 1e-7;
  engine.use_speaker_boost = true;
  return engine;
}

heygen::FishEngineSettings fish() {
  heygen::FishEngineSettings engine;
  engine.model = heygen::FishModel::S2Pro;
  engine.stability = 1;
  engine.similarity = 0;
  return engine;
}

TEST(Videos, Lists) {
  heygen::ListVideosV3Request request;
  request.limit = 1;
  request.token = "cur_1";
  request.folder_id = "folder/1";
  request.title = "Harbour & more + \xc3\xa9";
  const auto page = heygen_whole::client().videos().list_videos_v3(request);
  ASSERT_TRUE(page) << page.error();
  ASSERT_EQ(page->data->size(), 1u);
  EXPECT_EQ(page->data->front().id, "v_19c2");
  EXPECT_EQ(page->data->front().status, heygen::VideoStatus::Completed);
  EXPECT_EQ(page->data->front().duration, 45.2);
  EXPECT_EQ(page->has_more, false);
}

TEST(Videos, CreatesOneFromAnAvatar) {
  heygen::CreateVideoFromAvatar video;
  video.avatar_id = "avatar_ana";
  video.title = "Welcome";
  video.resolution = heygen::VideoResolution::_4k;
  video.aspect_ratio = heygen::VideoAspectRatio::_9_16;
  video.background.emplace();
  video.background->type = heygen::BackgroundSettingType::Color;
  video.background->value = "#204060";
  video.remove_background = false;
  video.callback_url = "https://example.com/hook";
  video.callback_id = "mine";
  video.output_format = heygen::VideoOutputFormat::Webm;
  video.script = "Welcome aboard!";
  video.voice_id = "voice_1";
  video.audio_url = bindery::null;
  video.audio_asset_id = bindery::null;
  video.voice_settings = voice(elevenlabs());
  video.motion_prompt = "Waves";
  video.expressiveness = heygen::Expressiveness::High;
  heygen::CreateVideoRequest request;
  request.idempotency_key = "a:B_9-.";
  request.body = video;
  const auto created = heygen_whole::client().videos().create_video(request);
  ASSERT_TRUE(created) << created.error();
  EXPECT_EQ(created->data->video_id, "v_19c3");
  EXPECT_EQ(created->data->status, "waiting");
  EXPECT_EQ(created->data->output_format, heygen::VideoOutputFormat::Mp4);
}

TEST(Videos, CreatesOneFromAnImage) {
  heygen::AssetUrl picture;
  picture.url = "https://example.com/portrait.png";
  heygen::CreateVideoFromImage video;
  video.image = picture;
  video.title = "Portrait";
  video.resolution = heygen::VideoResolution::_1080p;
  video.aspect_ratio = heygen::VideoAspectRatio::_16_9;
  video.background.emplace();
  video.background->type = heygen::BackgroundSettingType::Image;
  video.background->url = "https://example.com/wall.png";
  video.background->asset_id = bindery::null;
  video.remove_background = true;
  video.callback_url = "https://example.com/hook";
  video.callback_id = "mine";
  video.output_format = heygen::VideoOutputFormat::Mp4;
  video.script = bindery::null;
  video.voice_id = bindery::null;
  video.audio_url = "https://example.com/voice.mp3";
  video.audio_asset_id = "asset_52";
  video.voice_settings = voice(fish());
  video.motion_prompt = "Nods";
  video.expressiveness = heygen::Expressiveness::Low;
  const auto api = heygen_whole::client().videos();
  const auto created = api.create_video(heygen::CreateVideoV3RequestBody(video));
  ASSERT_TRUE(created) << created.error();

  video.image = heygen::AssetId{"asset_51"};
  video.voice_settings = voice(heygen::StarfishEngineSettings());
  const auto second = api.create_video(heygen::CreateVideoV3RequestBody(video));
  ASSERT_TRUE(second) << second.error();

  heygen::AssetBase64 inlined;
  inlined.media_type = "image/png";
  inlined.data = "iVBORw0KGgo=";
  video.image = inlined;
  video.voice_settings = bindery::null;
  const auto third = api.create_video(heygen::CreateVideoV3RequestBody(video));
  ASSERT_TRUE(third) << third.error();
}

TEST(Videos, GetsOneThatIsDoneAndOneThatFailed) {
  const auto api = heygen_whole::client().videos();
  const auto done = api.get_video_v3("v_19c2");
  ASSERT_TRUE(done) << done.error();
  EXPECT_EQ(done->data->status, heygen::VideoStatus::Completed);
  EXPECT_EQ(done->data->video_url, "https://example.com/v_19c2.mp4?signature=abc");
  EXPECT_TRUE(done->data->folder_id.is_null());
  EXPECT_TRUE(done->data->failure_code.is_absent());
  const auto failed = api.get_video_v3("v_19c4");
  ASSERT_TRUE(failed) << failed.error();
  EXPECT_EQ(failed->data->status, heygen::VideoStatus::Failed);
  EXPECT_EQ(failed->data->failure_code, "rendering_failed");
}

TEST(Videos, Deletes) {
  const auto deleted = heygen_whole::client().videos().delete_video_v3("v_19c2");
  ASSERT_TRUE(deleted) << deleted.error();
  EXPECT_EQ(deleted->data->id, "v_19c2");
  EXPECT_EQ(deleted->data->deleted, true);
}

}  // namespace
