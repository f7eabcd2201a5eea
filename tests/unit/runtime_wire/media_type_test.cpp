// Which media type is chosen.
// Must not send anything.
#include "bindery/media_type.hpp"

#include <gtest/gtest.h>

namespace {

using bindery::chosen_media_type;
using bindery::fits_media_type;

TEST(MediaType, FitsItselfAndItsRanges) {
  EXPECT_TRUE(fits_media_type("image/png", "IMAGE/png; q=1"));
  EXPECT_TRUE(fits_media_type("text/plain; charset=utf-8", "text/plain"));
  EXPECT_TRUE(fits_media_type("image/*", "image/png"));
  EXPECT_TRUE(fits_media_type("*/*", "image/png"));
  EXPECT_TRUE(fits_media_type("application/*+json", "application/vnd.a+JSON"));
  EXPECT_FALSE(fits_media_type("application/*+json", "application/json"));
  EXPECT_FALSE(fits_media_type("application/*+json", "application/+json"));
  EXPECT_FALSE(fits_media_type("image/*", "imagex/png"));
  EXPECT_FALSE(fits_media_type("image/*", "image/"));
  EXPECT_FALSE(fits_media_type("*/*", ""));
  EXPECT_FALSE(fits_media_type("*/*", "nonsense"));
}

TEST(MediaType, IsTheFilesOwnWhereItMayBe) {
  EXPECT_EQ(chosen_media_type("image/png, image/jpeg", "image/jpeg"), "image/jpeg");
  EXPECT_EQ(chosen_media_type("image/png ,image/jpeg", "image/gif"), "image/png");
  EXPECT_EQ(chosen_media_type("image/*, application/pdf", "text/plain"), "application/pdf");
  EXPECT_EQ(chosen_media_type("image/*", "text/plain"), "text/plain");
  EXPECT_EQ(chosen_media_type("image/*", "image/svg+xml"), "image/svg+xml");
  EXPECT_EQ(chosen_media_type("", "text/plain"), "text/plain");
  EXPECT_EQ(chosen_media_type(" , ,", "text/plain"), "text/plain");
  EXPECT_EQ(chosen_media_type("text/plain; charset=utf-8", ""), "text/plain; charset=utf-8");
}

TEST(MediaType, IsJson) {
  EXPECT_TRUE(bindery::is_json_media_type("application/JSON; charset=utf-8"));
  EXPECT_TRUE(bindery::is_json_media_type("text/json"));
  EXPECT_TRUE(bindery::is_json_media_type("application/problem+json"));
  EXPECT_FALSE(bindery::is_json_media_type("application/jsonl"));
  EXPECT_FALSE(bindery::is_json_media_type("+json"));
  EXPECT_FALSE(bindery::is_json_media_type(""));
}

}  // namespace
