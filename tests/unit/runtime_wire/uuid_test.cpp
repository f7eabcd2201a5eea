// Random bits as UUIDs.
#include "bindery/uuid.hpp"

#include <cstdint>
#include <string>

#include <gtest/gtest.h>

namespace {

TEST(Uuid, SpellsTheBitsInOrder) {
  EXPECT_EQ(bindery::uuid_v4(0x0123456789abcdefu, 0x0123456789abcdefu),
            "01234567-89ab-4def-8123-456789abcdef");
  // The example of RFC 9562 A.3.
  EXPECT_EQ(bindery::uuid_v4(0x919108f752d13320u, 0x5bacf847db4148a8u),
            "919108f7-52d1-4320-9bac-f847db4148a8");
}

TEST(Uuid, HasVersionAndVariantWhateverTheBits) {
  EXPECT_EQ(bindery::uuid_v4(0, 0), "00000000-0000-4000-8000-000000000000");
  EXPECT_EQ(bindery::uuid_v4(~std::uint64_t{0}, ~std::uint64_t{0}),
            "ffffffff-ffff-4fff-bfff-ffffffffffff");
}

TEST(Uuid, KeepsEveryOtherBit) {
  for (int bit = 0; bit < 64; ++bit) {
    const std::uint64_t one = std::uint64_t{1} << bit;
    const bool is_version = bit >= 12 && bit <= 15;
    EXPECT_EQ(bindery::uuid_v4(one, 0) == bindery::uuid_v4(0, 0), is_version) << bit;
    EXPECT_EQ(bindery::uuid_v4(0, one) == bindery::uuid_v4(0, 0), bit >= 62) << bit;
  }
}

}  // namespace
