// Avatars: each operation with all that it takes.
#include "heygen_whole.hpp"

#include "heygen/api/avatars.hpp"
#include "values.hpp"

namespace heygen_whole {
namespace {

TEST(Avatars, ListAvatarGroups) {
  heygen::ListAvatarGroupsRequest request;
  request.ownership = heygen::AvatarOwnership::Private;
  request.limit = 7;
  request.token = "token +&=\303\251";
  const auto answer = client().avatars().list_avatar_groups(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  ASSERT_EQ(answer->data->size(), 1u);
  EXPECT_EQ(answer->data->front().id, "group_ana");
  EXPECT_EQ(answer->data->front().name, "Ana");
  EXPECT_EQ(answer->data->front().gender, "female");
  EXPECT_EQ(answer->data->front().looks_count, 3);
  EXPECT_EQ(answer->data->front().default_voice_id, "voice_ana");
  EXPECT_EQ(answer->data->front().preview_image_url, "https://example.com/ana.jpg");
}

heygen::CreatePromptAvatarRequest create_prompt_avatar_request(std::size_t which) {
  heygen::CreatePromptAvatarRequest value;
  value.name = "Caf\303\251 \"1\" & \\ more";
  value.prompt = "Caf\303\251 \"1\" & \\ more";
  value.reference_images = std::vector<heygen::AssetInput>{asset_input(which)};
  value.avatar_id = "avatar_id_1";
  value.avatar_group_id = "avatar_group_id_1";
  value.aspect_ratio = heygen::PromptAvatarAspectRatio::_5_4;
  return value;
}

heygen::CreateDigitalTwinRequest create_digital_twin_request(std::size_t which) {
  heygen::CreateDigitalTwinRequest value;
  value.name = "Caf\303\251 \"1\" & \\ more";
  value.file = asset_input(which);
  value.avatar_group_id = "avatar_group_id_1";
  return value;
}

heygen::CreatePhotoAvatarRequest create_photo_avatar_request(std::size_t which) {
  heygen::CreatePhotoAvatarRequest value;
  value.name = "Caf\303\251 \"1\" & \\ more";
  value.file = asset_input(which);
  value.avatar_group_id = "avatar_group_id_1";
  return value;
}

heygen::CreateAvatarRequestBody create_avatar_request_body(std::size_t which) {
  switch (which % 3) {
    case 0:
      return create_prompt_avatar_request(which / 3);
    case 1:
      return create_digital_twin_request(which / 3);
    default:
      return create_photo_avatar_request(which / 3);
  }
}

TEST(Avatars, CreateAvatar) {
  const auto api = client().avatars();
  for (std::size_t which = 0; which < 9; ++which) {
    heygen::CreateAvatarRequest request;
    request.idempotency_key = "key-1:xxx";
    request.body = create_avatar_request_body(which);
    const auto answer = api.create_avatar(request);
    ASSERT_TRUE(answer) << answer.error();
    ASSERT_TRUE(answer->data.has_value());
    ASSERT_TRUE(answer->data->avatar_item.has_value());
    EXPECT_EQ(answer->data->avatar_item->id, "avatar_ana");
    EXPECT_EQ(answer->data->avatar_item->name, "Ana in a suit");
    EXPECT_EQ(answer->data->avatar_item->avatar_type, heygen::AvatarLookType::DigitalTwin);
    EXPECT_EQ(answer->data->avatar_item->group_id, "group_ana");
    EXPECT_EQ(answer->data->avatar_item->gender, "female");
    ASSERT_TRUE(answer->data->avatar_item->tags.has_value());
    ASSERT_EQ(answer->data->avatar_item->tags->size(), 1u);
  }
}

TEST(Avatars, ListAvatarLooks) {
  heygen::ListAvatarLooksRequest request;
  request.group_id = "group_id +&=\303\251";
  request.avatar_type = heygen::AvatarLookType::PhotoAvatar;
  request.ownership = heygen::AvatarOwnership::Private;
  request.limit = 7;
  request.token = "token +&=\303\251";
  const auto answer = client().avatars().list_avatar_looks(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  ASSERT_EQ(answer->data->size(), 1u);
  EXPECT_EQ(answer->data->front().id, "avatar_ana");
  EXPECT_EQ(answer->data->front().name, "Ana in a suit");
  EXPECT_EQ(answer->data->front().avatar_type, heygen::AvatarLookType::DigitalTwin);
  EXPECT_EQ(answer->data->front().group_id, "group_ana");
  EXPECT_EQ(answer->data->front().gender, "female");
  ASSERT_TRUE(answer->data->front().tags.has_value());
  ASSERT_EQ(answer->data->front().tags->size(), 1u);
}

TEST(Avatars, GetAvatarLook) {
  heygen::GetAvatarLookRequest request;
  request.look_id = "look_id/1 ?#%2F";
  const auto answer = client().avatars().get_avatar_look(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->id, "avatar_ana");
  EXPECT_EQ(answer->data->name, "Ana in a suit");
  EXPECT_EQ(answer->data->avatar_type, heygen::AvatarLookType::DigitalTwin);
  EXPECT_EQ(answer->data->group_id, "group_ana");
  EXPECT_EQ(answer->data->gender, "female");
  ASSERT_TRUE(answer->data->tags.has_value());
  ASSERT_EQ(answer->data->tags->size(), 1u);
}

heygen::UpdateAvatarLookRequestBody update_avatar_look_request_body() {
  heygen::UpdateAvatarLookRequestBody value;
  value.name = "Caf\303\251 \"1\" & \\ more";
  return value;
}

TEST(Avatars, UpdateAvatarLook) {
  heygen::UpdateAvatarLookRequest request;
  request.look_id = "look_id/1 ?#%2F";
  request.body = update_avatar_look_request_body();
  const auto answer = client().avatars().update_avatar_look(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->id, "avatar_ana");
  EXPECT_EQ(answer->data->name, "Ana in red");
  EXPECT_EQ(answer->data->avatar_type, heygen::AvatarLookType::DigitalTwin);
  EXPECT_EQ(answer->data->group_id, "group_ana");
  EXPECT_EQ(answer->data->gender, "female");
  ASSERT_TRUE(answer->data->tags.has_value());
  ASSERT_EQ(answer->data->tags->size(), 1u);
}

TEST(Avatars, DeleteAvatarLook) {
  heygen::DeleteAvatarLookRequest request;
  request.look_id = "look_id/1 ?#%2F";
  const auto answer = client().avatars().delete_avatar_look(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->id, "avatar_ana");
}

TEST(Avatars, GetAvatarGroup) {
  heygen::GetAvatarGroupRequest request;
  request.group_id = "group_id/1 ?#%2F";
  const auto answer = client().avatars().get_avatar_group(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->id, "group_ana");
  EXPECT_EQ(answer->data->name, "Ana");
  EXPECT_EQ(answer->data->gender, "female");
  EXPECT_EQ(answer->data->looks_count, 3);
  EXPECT_EQ(answer->data->default_voice_id, "voice_ana");
  EXPECT_EQ(answer->data->preview_image_url, "https://example.com/ana.jpg");
  EXPECT_TRUE(answer->data->preview_video_url.is_null());
}

heygen::UpdateAvatarGroupRequestBody update_avatar_group_request_body() {
  heygen::UpdateAvatarGroupRequestBody value;
  value.default_voice_id = "default_voice_id_1";
  return value;
}

TEST(Avatars, UpdateAvatarGroup) {
  heygen::UpdateAvatarGroupRequest request;
  request.group_id = "group_id/1 ?#%2F";
  request.body = update_avatar_group_request_body();
  const auto answer = client().avatars().update_avatar_group(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->id, "group_ana");
  EXPECT_EQ(answer->data->name, "Ana");
  EXPECT_EQ(answer->data->gender, "female");
  EXPECT_EQ(answer->data->looks_count, 3);
  EXPECT_EQ(answer->data->default_voice_id, "voice_42");
  EXPECT_EQ(answer->data->preview_image_url, "https://example.com/ana.jpg");
  EXPECT_TRUE(answer->data->preview_video_url.is_null());
}

TEST(Avatars, DeleteAvatarGroup) {
  heygen::DeleteAvatarGroupRequest request;
  request.group_id = "group_id/1 ?#%2F";
  const auto answer = client().avatars().delete_avatar_group(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->id, "group_ana");
}

heygen::CreateAvatarConsentRequestBody create_avatar_consent_request_body(std::size_t which) {
  heygen::CreateAvatarConsentRequestBody value;
  value.reroute_url = "https://example.com/reroute_url?a=1&b=%20";
  value.consent_text = "consent_text_1";
  value.consent_video = asset_input(which);
  return value;
}

TEST(Avatars, CreateAvatarConsent) {
  const auto api = client().avatars();
  for (std::size_t which = 0; which < 3; ++which) {
    heygen::CreateAvatarConsentRequest request;
    request.group_id = "group_id/1 ?#%2F";
    request.idempotency_key = "key-1:xxx";
    request.body = create_avatar_consent_request_body(which);
    const auto answer = api.create_avatar_consent(request);
    ASSERT_TRUE(answer) << answer.error();
    ASSERT_TRUE(answer->data.has_value());
    EXPECT_EQ(answer->data->avatar_group.id, "group_ana");
    EXPECT_EQ(answer->data->avatar_group.name, "Ana");
    EXPECT_EQ(answer->data->avatar_group.gender, "female");
    EXPECT_EQ(answer->data->avatar_group.looks_count, 3);
    EXPECT_EQ(answer->data->avatar_group.default_voice_id, "voice_ana");
    EXPECT_EQ(answer->data->avatar_group.preview_image_url, "https://example.com/ana.jpg");
    EXPECT_TRUE(answer->data->avatar_group.preview_video_url.is_null());
  }
}

}  // namespace
}  // namespace heygen_whole
