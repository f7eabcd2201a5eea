// HyperFrames: each operation with all that it takes.
#include "heygen_whole.hpp"

#include "heygen/api/hyper_frames.hpp"
#include "values.hpp"

namespace heygen_whole {
namespace {

TEST(HyperFrames, ListHyperframesRendersV3) {
  heygen::ListHyperframesRendersV3Request request;
  request.limit = 7;
  request.token = "token +&=\303\251";
  const auto answer = client().hyper_frames().list_hyperframes_renders_v3(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  ASSERT_EQ(answer->data->size(), 1u);
  EXPECT_EQ(answer->data->front().render_id, "hf_1");
  EXPECT_EQ(answer->data->front().status, heygen::HyperframesRenderStatus::Rendering);
  EXPECT_EQ(answer->data->front().title, "Chart race");
  EXPECT_EQ(answer->data->front().fps, 30);
  EXPECT_EQ(answer->data->front().quality, heygen::HyperframesRenderDetailQuality::Standard);
  EXPECT_EQ(answer->data->front().format, heygen::HyperframesRenderDetailFormat::Mp4);
}

heygen::CreateHyperframesRenderRequest create_hyperframes_render_request(std::size_t which) {
  heygen::CreateHyperframesRenderRequest value;
  value.project = asset_input(which);
  value.fps = 7;
  value.quality = heygen::CreateHyperframesRenderRequestQuality::High;
  value.format = heygen::CreateHyperframesRenderRequestFormat::Mov;
  value.resolution = heygen::HyperframesResolution::_4k;
  value.aspect_ratio = heygen::HyperframesAspectRatio::_1_1;
  value.composition = "composition_1";
  value.variables = std::map<std::string, bindery::Json>{{"key", *bindery::Json::parse("{}")}};
  value.title = "Caf\303\251 \"1\" & \\ more";
  value.callback_id = "callback_id_1";
  value.callback_url = "https://example.com/callback_url?a=1&b=%20";
  return value;
}

TEST(HyperFrames, CreateHyperframesRenderV3) {
  const auto api = client().hyper_frames();
  for (std::size_t which = 0; which < 3; ++which) {
    heygen::CreateHyperframesRenderV3Request request;
    request.idempotency_key = "key-1:xxx";
    request.body = create_hyperframes_render_request(which);
    const auto answer = api.create_hyperframes_render_v3(request);
    ASSERT_TRUE(answer) << answer.error();
    ASSERT_TRUE(answer->data.has_value());
    EXPECT_EQ(answer->data->render_id, "hf_1");
  }
}

TEST(HyperFrames, GetHyperframesRenderV3) {
  heygen::GetHyperframesRenderV3Request request;
  request.render_id = "render_id/1 ?#%2F";
  const auto answer = client().hyper_frames().get_hyperframes_render_v3(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->render_id, "hf_1");
  EXPECT_EQ(answer->data->status, heygen::HyperframesRenderStatus::Completed);
  EXPECT_EQ(answer->data->title, "Chart race");
  EXPECT_EQ(answer->data->callback_id, "race-1");
  EXPECT_EQ(answer->data->video_url, "https://example.com/hf_1.mp4?signature=abc");
  EXPECT_EQ(answer->data->thumbnail_url, "https://example.com/hf_1.jpg?signature=abc");
  EXPECT_EQ(answer->data->duration, 12.0);
}

TEST(HyperFrames, DeleteHyperframesRenderV3) {
  heygen::DeleteHyperframesRenderV3Request request;
  request.render_id = "render_id/1 ?#%2F";
  const auto answer = client().hyper_frames().delete_hyperframes_render_v3(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->render_id, "hf_1");
}

}  // namespace
}  // namespace heygen_whole
