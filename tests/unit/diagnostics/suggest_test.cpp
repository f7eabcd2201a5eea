// Near and far names.
#include "diagnostics/suggest.hpp"

#include <gtest/gtest.h>

namespace bindery::diagnostics {
namespace {

using Names = std::vector<std::string>;

TEST(Nearest, FindsSlips) {
  EXPECT_EQ(nearest("Pte", {"Dog", "Pet"}), "Pet");
  EXPECT_EQ(nearest("propertis", {"property", "properties"}), "properties");
  EXPECT_EQ(nearest("discription", {"description"}), "description");
  EXPECT_EQ(nearest("ID", {"name", "id"}), "id");
}

TEST(Nearest, DoesNotGuessWildly) {
  EXPECT_EQ(nearest("cat", {"dog"}), std::nullopt);
  EXPECT_EQ(nearest("ab", {"ac"}), std::nullopt) << "half of the name is no slip";
  EXPECT_EQ(nearest("", {"a"}), std::nullopt);
  EXPECT_EQ(nearest("a", Names{}), std::nullopt);
  EXPECT_EQ(nearest("name", {"name"}), std::nullopt) << "the name itself is no suggestion";
}

TEST(Nearest, PrefersTheNearestThenTheFirst) {
  EXPECT_EQ(nearest("colour", {"colours", "color", "colour2"}), "colours");
  EXPECT_EQ(nearest("statuss", {"Statuss", "status"}), "Statuss");
}

TEST(Nearest, TakesVeryLongNamesOnlyByCase) {
  const std::string name(100'000, 'x');
  EXPECT_EQ(nearest(name, {name + "y"}), std::nullopt);
  EXPECT_EQ(nearest(name, {std::string(100'000, 'X')}), std::string(100'000, 'X'));
}

}  // namespace
}  // namespace bindery::diagnostics
