// AI clipping: each operation with all that it takes.
#include "heygen_whole.hpp"

#include "heygen/api/ai_clipping.hpp"
#include "values.hpp"

namespace heygen_whole {
namespace {

TEST(AiClipping, ListAiClipping) {
  heygen::ListAiClippingRequest request;
  request.limit = 7;
  request.token = "token +&=\303\251";
  const auto answer = client().ai_clipping().list_ai_clipping(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  ASSERT_EQ(answer->data->size(), 1u);
  EXPECT_EQ(answer->data->front().id, "job_5");
  EXPECT_EQ(answer->data->front().title, "Podcast 12");
  EXPECT_EQ(answer->data->front().status, heygen::AiClippingStatus::Completed);
  EXPECT_EQ(answer->data->front().progress, 100);
  EXPECT_EQ(answer->data->front().input_language, "en");
  EXPECT_EQ(answer->data->front().source_duration, 1820.5);
}

heygen::HighlightOutputSettings highlight_output_settings() {
  heygen::HighlightOutputSettings value;
  value.duration_types =
      std::vector<bindery::Open<heygen::ClipDuration>>{heygen::ClipDuration::Long};
  value.aspect_ratio = heygen::ClipAspectRatio::Square;
  value.captions = true;
  value.caption_style = heygen::CaptionStylePreset::NeonPink;
  value.prompt = "Caf\303\251 \"1\" & \\ more";
  return value;
}

heygen::CreateAiClippingRequestBody create_ai_clipping_request_body(std::size_t which) {
  heygen::CreateAiClippingRequestBody value;
  value.video = asset_reference(which);
  value.title = "Caf\303\251 \"1\" & \\ more";
  value.input_language = "input_language_1";
  value.output_settings = highlight_output_settings();
  value.callback_url = "https://example.com/callback_url?a=1&b=%20";
  value.callback_id = "callback_id_1";
  return value;
}

TEST(AiClipping, CreateAiClipping) {
  const auto api = client().ai_clipping();
  for (std::size_t which = 0; which < 2; ++which) {
    heygen::CreateAiClippingRequest request;
    request.idempotency_key = "key-1:xxx";
    request.body = create_ai_clipping_request_body(which);
    const auto answer = api.create_ai_clipping(request);
    ASSERT_TRUE(answer) << answer.error();
    ASSERT_TRUE(answer->data.has_value());
    EXPECT_EQ(answer->data->ai_clipping_id, "job_5");
  }
}

TEST(AiClipping, GetAiClipping) {
  heygen::GetAiClippingRequest request;
  request.job_id = "job_id/1 ?#%2F";
  const auto answer = client().ai_clipping().get_ai_clipping(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->id, "job_5");
  EXPECT_EQ(answer->data->title, "Podcast 12");
  EXPECT_EQ(answer->data->status, heygen::AiClippingStatus::Completed);
  EXPECT_EQ(answer->data->progress, 100);
  EXPECT_EQ(answer->data->input_language, "en");
  EXPECT_EQ(answer->data->source_duration, 1820.5);
  EXPECT_EQ(answer->data->created_at, 1711382400);
}

TEST(AiClipping, DeleteAiClipping) {
  heygen::DeleteAiClippingRequest request;
  request.job_id = "job_id/1 ?#%2F";
  const auto answer = client().ai_clipping().delete_ai_clipping(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->id, "job_5");
}

}  // namespace
}  // namespace heygen_whole
