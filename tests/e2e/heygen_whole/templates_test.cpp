// Templates: each operation with all that it takes.
#include "heygen_whole.hpp"

#include "heygen/api/templates.hpp"

namespace heygen_whole {
namespace {

TEST(Templates, ListTemplates) {
  heygen::ListTemplatesRequest request;
  request.limit = 7;
  request.token = "token +&=\303\251";
  const auto answer = client().templates().list_templates(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  ASSERT_EQ(answer->data->size(), 1u);
  EXPECT_EQ(answer->data->front().id, "tpl_3");
  EXPECT_EQ(answer->data->front().name, "Welcome");
  EXPECT_EQ(answer->data->front().aspect_ratio, "landscape");
  EXPECT_EQ(answer->data->front().thumbnail_url, "https://example.com/tpl_3.jpg");
  EXPECT_EQ(answer->data->front().created_at, 1711382400);
  EXPECT_EQ(answer->data->front().updated_at, 1711386000);
}

TEST(Templates, GetTemplate) {
  heygen::GetTemplateRequest request;
  request.template_id = "template_id/1 ?#%2F";
  const auto answer = client().templates().get_template(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->id, "tpl_3");
  EXPECT_EQ(answer->data->name, "Welcome");
  EXPECT_EQ(answer->data->aspect_ratio, "landscape");
  EXPECT_EQ(answer->data->thumbnail_url, "https://example.com/tpl_3.jpg");
  EXPECT_EQ(answer->data->created_at, 1711382400);
  EXPECT_EQ(answer->data->updated_at, 1711386000);
  ASSERT_TRUE(answer->data->scene_ids.has_value());
  ASSERT_EQ(answer->data->scene_ids->size(), 1u);
}

heygen::TemplateDimension template_dimension() {
  heygen::TemplateDimension value;
  value.width = 128;
  value.height = 128;
  return value;
}

heygen::TemplateSubtitlePosition template_subtitle_position() {
  heygen::TemplateSubtitlePosition value;
  value.x = 0.25;
  value.y = 0.25;
  return value;
}

heygen::TemplateSubtitles template_subtitles() {
  heygen::TemplateSubtitles value;
  value.preset_name = "preset_name_1";
  value.font_size = 7;
  value.alignment = 7;
  value.disable_highlight = true;
  value.position = template_subtitle_position();
  return value;
}

heygen::GenerateFromTemplateRequestBody generate_from_template_request_body() {
  heygen::GenerateFromTemplateRequestBody value;
  value.variables = std::map<std::string, bindery::Json>{{"key", *bindery::Json::parse("{}")}};
  value.title = "Caf\303\251 \"1\" & \\ more";
  value.scene_ids = std::vector<std::string>{"scene_ids_1"};
  value.dimension = template_dimension();
  value.fps = 0.25;
  value.caption = true;
  value.subtitles = template_subtitles();
  value.keep_text_vertically_centered = true;
  value.reorder_music = true;
  value.include_gif = true;
  value.enable_sharing = true;
  value.brand_voice_id = "brand_voice_id_1";
  value.folder_id = "folder_id_1";
  value.callback_url = "https://example.com/callback_url?a=1&b=%20";
  value.callback_id = "callback_id_1";
  return value;
}

TEST(Templates, GenerateFromTemplate) {
  heygen::GenerateFromTemplateRequest request;
  request.template_id = "template_id/1 ?#%2F";
  request.idempotency_key = "key-1:xxx";
  request.body = generate_from_template_request_body();
  const auto answer = client().templates().generate_from_template(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->id, "v_19c5");
  EXPECT_EQ(answer->data->title, "Welcome Sam");
  EXPECT_EQ(answer->data->status, heygen::VideoStatus::Pending);
  EXPECT_EQ(answer->data->created_at, 1711382400);
}

}  // namespace
}  // namespace heygen_whole
