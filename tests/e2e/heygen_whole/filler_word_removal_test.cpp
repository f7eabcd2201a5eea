// Filler word removals: each operation with all that it takes.
#include "heygen_whole.hpp"

#include "heygen/api/filler_word_removal.hpp"
#include "values.hpp"

namespace heygen_whole {
namespace {

heygen::CreateFillerWordRemovalRequestBody create_filler_word_removal_request_body(
    std::size_t which) {
  heygen::CreateFillerWordRemovalRequestBody value;
  value.video = asset_reference(which);
  value.title = "Caf\303\251 \"1\" & \\ more";
  value.callback_url = "https://example.com/callback_url?a=1&b=%20";
  value.callback_id = "callback_id_1";
  return value;
}

TEST(FillerWordRemoval, CreateFillerWordRemoval) {
  const auto api = client().filler_word_removal();
  for (std::size_t which = 0; which < 2; ++which) {
    heygen::CreateFillerWordRemovalRequest request;
    request.idempotency_key = "key-1:xxx";
    request.body = create_filler_word_removal_request_body(which);
    const auto answer = api.create_filler_word_removal(request);
    ASSERT_TRUE(answer) << answer.error();
    ASSERT_TRUE(answer->data.has_value());
    EXPECT_EQ(answer->data->filler_word_removal_id, "fwr_6");
  }
}

TEST(FillerWordRemoval, GetFillerWordRemoval) {
  heygen::GetFillerWordRemovalRequest request;
  request.filler_word_removal_id = "filler_word_removal_id/1 ?#%2F";
  const auto answer = client().filler_word_removal().get_filler_word_removal(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->id, "fwr_6");
  EXPECT_EQ(answer->data->title, "Interview");
  EXPECT_EQ(answer->data->status, heygen::FillerWordRemovalStatus::Completed);
  EXPECT_EQ(answer->data->progress, 100);
  EXPECT_EQ(answer->data->video_url, "https://example.com/fwr_6.mp4?signature=abc");
  EXPECT_EQ(answer->data->original_duration, 310.2);
  EXPECT_EQ(answer->data->output_duration, 268.9);
}

}  // namespace
}  // namespace heygen_whole
