// Brands: each operation with all that it takes.
#include "heygen_whole.hpp"

#include "heygen/api/brand.hpp"

namespace heygen_whole {
namespace {

TEST(Brand, ListBrandGlossaries) {
  heygen::ListBrandGlossariesRequest request;
  request.limit = 7;
  request.token = "token +&=\303\251";
  const auto answer = client().brand().list_brand_glossaries(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  ASSERT_EQ(answer->data->size(), 1u);
  EXPECT_EQ(answer->data->front().brand_glossary_id, "gloss_1");
  EXPECT_EQ(answer->data->front().name, "Product names");
  EXPECT_EQ(answer->has_more, false);
  EXPECT_TRUE(answer->next_token.is_null());
}

heygen::BrandGlossaryTerm brand_glossary_term() {
  heygen::BrandGlossaryTerm value;
  value.term = "term_1";
  value.pronunciation = "pronunciation_1";
  return value;
}

heygen::DoNotTranslateEntry do_not_translate_entry() {
  heygen::DoNotTranslateEntry value;
  value.term = "term_1";
  return value;
}

heygen::ForcedTranslationEntry forced_translation_entry() {
  heygen::ForcedTranslationEntry value;
  value.term = "term_1";
  value.translation = "translation_1";
  return value;
}

heygen::CreateBrandGlossaryRequestBody create_brand_glossary_request_body() {
  heygen::CreateBrandGlossaryRequestBody value;
  value.name = "Caf\303\251 \"1\" & \\ more";
  value.terms = std::vector<heygen::BrandGlossaryTerm>{brand_glossary_term()};
  value.do_not_translate_terms = std::vector<heygen::DoNotTranslateEntry>{do_not_translate_entry()};
  value.forced_translations =
      std::vector<heygen::ForcedTranslationEntry>{forced_translation_entry()};
  return value;
}

TEST(Brand, CreateBrandGlossary) {
  heygen::CreateBrandGlossaryRequest request;
  request.idempotency_key = "key-1:xxx";
  request.body = create_brand_glossary_request_body();
  const auto answer = client().brand().create_brand_glossary(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->brand_glossary_id, "gloss_1");
  EXPECT_EQ(answer->data->name, "Product names");
  ASSERT_EQ(answer->data->terms.size(), 1u);
  EXPECT_EQ(answer->data->terms.front().term, "Kubernetes");
  EXPECT_EQ(answer->data->terms.front().pronunciation, "koo-ber-net-ees");
  ASSERT_TRUE(answer->data->do_not_translate_terms.has_value());
  ASSERT_EQ(answer->data->do_not_translate_terms->size(), 1u);
}

TEST(Brand, GetBrandGlossary) {
  heygen::GetBrandGlossaryRequest request;
  request.brand_glossary_id = "brand_glossary_id/1 ?#%2F";
  const auto answer = client().brand().get_brand_glossary(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->brand_glossary_id, "gloss_1");
  EXPECT_EQ(answer->data->name, "Product names");
  ASSERT_EQ(answer->data->terms.size(), 1u);
  EXPECT_EQ(answer->data->terms.front().term, "Kubernetes");
  EXPECT_EQ(answer->data->terms.front().pronunciation, "koo-ber-net-ees");
  ASSERT_TRUE(answer->data->do_not_translate_terms.has_value());
  ASSERT_EQ(answer->data->do_not_translate_terms->size(), 1u);
}

heygen::UpdateBrandGlossaryRequestBody update_brand_glossary_request_body() {
  heygen::UpdateBrandGlossaryRequestBody value;
  value.name = "Caf\303\251 \"1\" & \\ more";
  value.terms = std::vector<heygen::BrandGlossaryTerm>{brand_glossary_term()};
  value.do_not_translate_terms = std::vector<heygen::DoNotTranslateEntry>{do_not_translate_entry()};
  value.forced_translations =
      std::vector<heygen::ForcedTranslationEntry>{forced_translation_entry()};
  return value;
}

TEST(Brand, UpdateBrandGlossary) {
  heygen::UpdateBrandGlossaryRequest request;
  request.brand_glossary_id = "brand_glossary_id/1 ?#%2F";
  request.body = update_brand_glossary_request_body();
  const auto answer = client().brand().update_brand_glossary(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->brand_glossary_id, "gloss_1");
  EXPECT_EQ(answer->data->name, "Product names");
  ASSERT_EQ(answer->data->terms.size(), 1u);
  EXPECT_EQ(answer->data->terms.front().term, "Kubernetes");
  EXPECT_EQ(answer->data->terms.front().pronunciation, "koo-ber-net-ees");
  ASSERT_TRUE(answer->data->do_not_translate_terms.has_value());
  ASSERT_EQ(answer->data->do_not_translate_terms->size(), 1u);
}

TEST(Brand, DeleteBrandGlossary) {
  heygen::DeleteBrandGlossaryRequest request;
  request.brand_glossary_id = "brand_glossary_id/1 ?#%2F";
  const auto answer = client().brand().delete_brand_glossary(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->brand_glossary_id, "gloss_1");
}

TEST(Brand, ListBrandKits) {
  heygen::ListBrandKitsRequest request;
  request.limit = 7;
  request.token = "token +&=\303\251";
  const auto answer = client().brand().list_brand_kits(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  ASSERT_EQ(answer->data->size(), 1u);
  EXPECT_EQ(answer->data->front().brand_kit_id, "kit_1");
  EXPECT_EQ(answer->data->front().name, "Example Inc.");
  EXPECT_EQ(answer->data->front().logo_url, "https://example.com/logo_1.svg");
  ASSERT_TRUE(answer->data->front().colors.has_value());
  ASSERT_EQ(answer->data->front().colors->size(), 2u);
  EXPECT_EQ(answer->has_more, false);
}

heygen::CreateBrandKitRequestBody create_brand_kit_request_body() {
  heygen::CreateBrandKitRequestBody value;
  value.url = "https://example.com/url?a=1&b=%20";
  value.name = "Caf\303\251 \"1\" & \\ more";
  return value;
}

TEST(Brand, CreateBrandKit) {
  heygen::CreateBrandKitRequest request;
  request.idempotency_key = "key-1:xxx";
  request.body = create_brand_kit_request_body();
  const auto answer = client().brand().create_brand_kit(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->brand_kit_id, "kit_1");
}

TEST(Brand, GetBrandKit) {
  heygen::GetBrandKitRequest request;
  request.brand_kit_id = "brand_kit_id/1 ?#%2F";
  const auto answer = client().brand().get_brand_kit(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->brand_kit_id, "kit_1");
  EXPECT_EQ(answer->data->name, "Example Inc.");
  EXPECT_EQ(answer->data->status, heygen::BrandKitStatus::Completed);
  ASSERT_TRUE(answer->data->colors.has_value());
  ASSERT_EQ(answer->data->colors->size(), 2u);
  ASSERT_TRUE(answer->data->color_roles.has_value());
  EXPECT_EQ(answer->data->color_roles->primary, "#204060");
}

heygen::BrandKitColorRoles brand_kit_color_roles() {
  heygen::BrandKitColorRoles value;
  value.primary = "primary_1";
  value.secondary = "secondary_1";
  value.tertiary = "tertiary_1";
  value.accent = "accent_1";
  return value;
}

heygen::BrandKitLogoRoles brand_kit_logo_roles() {
  heygen::BrandKitLogoRoles value;
  value.primary = "primary_1";
  return value;
}

heygen::BrandKitFontRole brand_kit_font_role() {
  heygen::BrandKitFontRole value;
  value.font_id = "font_id_1";
  value.weight = 7;
  return value;
}

heygen::BrandKitFontRoles brand_kit_font_roles() {
  heygen::BrandKitFontRoles value;
  value.title_text = brand_kit_font_role();
  value.body_text = brand_kit_font_role();
  return value;
}

heygen::UpdateBrandKitRequestBody update_brand_kit_request_body() {
  heygen::UpdateBrandKitRequestBody value;
  value.name = "Caf\303\251 \"1\" & \\ more";
  value.color_roles = brand_kit_color_roles();
  value.logo_roles = brand_kit_logo_roles();
  value.font_roles = brand_kit_font_roles();
  return value;
}

TEST(Brand, UpdateBrandKit) {
  heygen::UpdateBrandKitRequest request;
  request.brand_kit_id = "brand_kit_id/1 ?#%2F";
  request.body = update_brand_kit_request_body();
  const auto answer = client().brand().update_brand_kit(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->brand_kit_id, "kit_1");
  EXPECT_EQ(answer->data->name, "Example Inc.");
  EXPECT_EQ(answer->data->status, heygen::BrandKitStatus::Completed);
  ASSERT_TRUE(answer->data->colors.has_value());
  ASSERT_EQ(answer->data->colors->size(), 2u);
  ASSERT_TRUE(answer->data->color_roles.has_value());
  EXPECT_EQ(answer->data->color_roles->primary, "#204060");
}

TEST(Brand, DeleteBrandKit) {
  heygen::DeleteBrandKitRequest request;
  request.brand_kit_id = "brand_kit_id/1 ?#%2F";
  const auto answer = client().brand().delete_brand_kit(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->brand_kit_id, "kit_1");
}

}  // namespace
}  // namespace heygen_whole
