// Background removals: each operation with all that it takes.
#include "heygen_whole.hpp"

#include "heygen/api/background_removal.hpp"
#include "values.hpp"

namespace heygen_whole {
namespace {

TEST(BackgroundRemoval, ListBackgroundRemovals) {
  heygen::ListBackgroundRemovalsRequest request;
  request.limit = 7;
  request.token = "token +&=\303\251";
  const auto answer = client().background_removal().list_background_removals(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  ASSERT_EQ(answer->data->size(), 1u);
  EXPECT_EQ(answer->data->front().id, "bgr_2");
  EXPECT_EQ(answer->data->front().status, heygen::BackgroundRemovalStatus::Completed);
  EXPECT_EQ(answer->data->front().duration, 12.5);
  EXPECT_EQ(answer->data->front().created_at, 1711382400);
  EXPECT_EQ(answer->data->front().completed_at, 1711382520);
  EXPECT_TRUE(answer->data->front().error.is_null());
}

heygen::CreateBackgroundRemovalRequestBody create_background_removal_request_body(
    std::size_t which) {
  heygen::CreateBackgroundRemovalRequestBody value;
  value.video = asset_input(which);
  value.layers =
      std::vector<bindery::Open<heygen::BackgroundLayer>>{heygen::BackgroundLayer::Background};
  value.title = "Caf\303\251 \"1\" & \\ more";
  value.request_id = "request_id_1";
  return value;
}

TEST(BackgroundRemoval, CreateBackgroundRemoval) {
  const auto api = client().background_removal();
  for (std::size_t which = 0; which < 3; ++which) {
    heygen::CreateBackgroundRemovalRequest request;
    request.body = create_background_removal_request_body(which);
    const auto answer = api.create_background_removal(request);
    ASSERT_TRUE(answer) << answer.error();
    ASSERT_TRUE(answer->data.has_value());
    EXPECT_EQ(answer->data->id, "bgr_2");
    EXPECT_EQ(answer->data->status, heygen::BackgroundRemovalStatus::Pending);
    EXPECT_EQ(answer->data->created_at, 1711382400);
  }
}

TEST(BackgroundRemoval, GetBackgroundRemoval) {
  heygen::GetBackgroundRemovalRequest request;
  request.job_id = "job_id/1 ?#%2F";
  const auto answer = client().background_removal().get_background_removal(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->id, "bgr_2");
  EXPECT_EQ(answer->data->status, heygen::BackgroundRemovalStatus::Completed);
  EXPECT_EQ(answer->data->duration, 12.5);
  EXPECT_EQ(answer->data->created_at, 1711382400);
  EXPECT_EQ(answer->data->completed_at, 1711382520);
  EXPECT_TRUE(answer->data->error.is_null());
}

TEST(BackgroundRemoval, DeleteBackgroundRemoval) {
  heygen::DeleteBackgroundRemovalRequest request;
  request.job_id = "job_id/1 ?#%2F";
  const auto answer = client().background_removal().delete_background_removal(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->id, "bgr_2");
  EXPECT_EQ(answer->data->deleted, true);
}

}  // namespace
}  // namespace heygen_whole
