// What a Slot holds is made and destroyed as often as it should be, whatever is done to it.
#include "bindery/slot.hpp"

#include <memory>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace {

using bindery::detail::Slot;

int alive = 0;

struct Counted {
  explicit Counted(int initial) : number(initial) {
    if (initial < 0) throw std::invalid_argument("negative");
    ++alive;
  }
  Counted(const Counted& other) : number(other.number) { ++alive; }
  Counted(Counted&& other) noexcept : number(std::exchange(other.number, 0)) { ++alive; }
  Counted& operator=(const Counted&) = default;
  Counted& operator=(Counted&& other) noexcept {
    number = std::exchange(other.number, 0);
    return *this;
  }
  ~Counted() { --alive; }

  int number;
};

class SlotTest : public testing::Test {
 protected:
  void SetUp() override { alive = 0; }
  void TearDown() override { EXPECT_EQ(alive, 0); }
};

TEST_F(SlotTest, StartsEmpty) {
  const Slot<Counted> slot;
  EXPECT_FALSE(slot.has_value());
  EXPECT_EQ(alive, 0);
}

TEST_F(SlotTest, IsCopiedWithWhatItHolds) {
  const Slot<Counted> full(std::in_place, 3);
  const Slot<Counted> copy = full;
  EXPECT_EQ((*copy).number, 3);
  EXPECT_EQ(alive, 2);
  const Slot<Counted> empty;
  EXPECT_FALSE(Slot<Counted>(empty).has_value());
}

TEST_F(SlotTest, IsMovedWithWhatItHolds) {
  Slot<Counted> full(std::in_place, 3);
  const Slot<Counted> moved = std::move(full);
  EXPECT_EQ((*moved).number, 3);
  // As std::optional has it: the shell of the value stays.
  EXPECT_TRUE(full.has_value());
}

TEST_F(SlotTest, IsAssignedFromEachStateToEach) {
  const Slot<Counted> empty;
  const Slot<Counted> full(std::in_place, 3);
  for (const Slot<Counted>* before : {&empty, &full}) {
    for (const Slot<Counted>* after : {&empty, &full}) {
      Slot<Counted> copied = *before;
      copied = *after;
      EXPECT_EQ(copied.has_value(), after->has_value());
      Slot<Counted> moved = *before;
      moved = Slot<Counted>(*after);
      EXPECT_EQ(moved.has_value(), after->has_value());
      if (after->has_value()) {
        EXPECT_EQ((*copied).number, 3);
        EXPECT_EQ((*moved).number, 3);
      }
    }
  }
}

TEST_F(SlotTest, IsAssignedToItself) {
  Slot<std::string> slot(std::in_place, "a text too long to be held in place");
  const Slot<std::string>& same = slot;
  slot = same;
  EXPECT_EQ(*slot, "a text too long to be held in place");
}

TEST_F(SlotTest, ReplacesAndForgets) {
  Slot<Counted> slot(std::in_place, 1);
  EXPECT_EQ(slot.emplace(2).number, 2);
  EXPECT_EQ(alive, 1);
  slot.reset();
  EXPECT_FALSE(slot.has_value());
  EXPECT_EQ(alive, 0);
  slot.reset();
}

TEST_F(SlotTest, IsEmptyAfterAValueThatThrew) {
  Slot<Counted> slot(std::in_place, 1);
  EXPECT_THROW(slot.emplace(-1), std::invalid_argument);
  EXPECT_FALSE(slot.has_value());
}

TEST_F(SlotTest, LetsVectorsMoveIt) {
  static_assert(std::is_nothrow_move_constructible_v<Slot<std::string>>);
  static_assert(std::is_nothrow_move_assignable_v<Slot<std::unique_ptr<int>>>);
  std::vector<Slot<std::unique_ptr<int>>> slots(1);
  slots.front().emplace(std::make_unique<int>(7));
  slots.reserve(100);
  EXPECT_EQ(**slots.front(), 7);
}

}  // namespace
