// HyperFrames: renders of compositions.
#include "heygen_whole.hpp"

#include "heygen/api/hyper_frames.hpp"

namespace {

TEST(HyperFrames, ListsRenders) {
  heygen::ListHyperframesRendersV3Request request;
  request.limit = 50;
  request.token = "cur_1";
  const auto api = heygen_whole::client().hyper_frames();
  const auto page = api.list_hyperframes_renders_v3(request);
  ASSERT_TRUE(page) << page.error();
  ASSERT_EQ(page->data->size(), 1u);
  const auto& render = page->data->front();
  EXPECT_EQ(render.render_id, "hf_1");
  EXPECT_EQ(render.status, heygen::HyperframesRenderStatus::Rendering);
  EXPECT_EQ(render.fps, 30);
  EXPECT_EQ(render.resolution, heygen::HyperframesResolution::_1080p);
}

}  // namespace
