// Constraints as arguments: which apply, and numbers that no type of C++ holds exactly.
#include "cpp/constraint_text.hpp"

#include <limits>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace {

using bindery::cpp::Applicable;
using bindery::cpp::constraint_texts;
using bindery::model::Constraints;
using Texts = std::vector<std::string>;

constexpr Applicable text{true, false, false, false};
constexpr Applicable number{false, true, false, false};
constexpr Applicable everything{true, true, true, true};

Texts at_least(const std::string& minimum) {
  Constraints constraints;
  constraints.minimum = minimum;
  return constraint_texts(constraints, number);
}

Texts at_most(const std::string& maximum) {
  Constraints constraints;
  constraints.maximum = maximum;
  return constraint_texts(constraints, number);
}

Texts multiple_of(const std::string& step) {
  Constraints constraints;
  constraints.multiple_of = step;
  return constraint_texts(constraints, number);
}

TEST(ConstraintText, OnlyWhatIsAboutTheKindOfValue) {
  Constraints constraints;
  constraints.max_length = 3;
  constraints.minimum = "1";
  constraints.max_items = 2;
  constraints.unique_items = true;
  constraints.min_properties = 1;
  EXPECT_EQ(constraint_texts(constraints, text), Texts{"bindery::length(0, 3)"});
  EXPECT_EQ(constraint_texts(constraints, number), Texts{"bindery::at_least(1)"});
  EXPECT_EQ(constraint_texts(constraints, {}), Texts());
  EXPECT_EQ(constraint_texts(constraints, everything),
            (Texts{"bindery::length(0, 3)", "bindery::at_least(1)", "bindery::items(0, 2)",
                   "bindery::unique_items", "bindery::properties(1)"}));
}

TEST(ConstraintText, NothingForWhatEveryValueKeeps) {
  Constraints constraints;
  constraints.min_length = 0;
  constraints.min_items = 0;
  constraints.pattern = "";
  EXPECT_EQ(constraint_texts(constraints, everything), Texts());
}

TEST(ConstraintText, IntegersStayIntegersAsLongAsOneHoldsThem) {
  EXPECT_EQ(at_least("0"), Texts{"bindery::at_least(0)"});
  EXPECT_EQ(at_least("1.0"), Texts{"bindery::at_least(1)"});
  EXPECT_EQ(at_least("-9223372036854775808"),
            Texts{"bindery::at_least((-9223372036854775807 - 1))"});
  EXPECT_EQ(at_most("9223372036854775807"), Texts{"bindery::at_most(9223372036854775807)"});
  EXPECT_EQ(at_most("18446744073709551615"), Texts{"bindery::at_most(18446744073709551615u)"});
  EXPECT_EQ(at_most("18446744073709551616"), Texts{"bindery::at_most(18446744073709551616.0)"});
  EXPECT_EQ(at_most("0.01"), Texts{"bindery::at_most(0.01)"});
  Constraints constraints;
  constraints.max_length = std::numeric_limits<std::uint64_t>::max();
  EXPECT_EQ(constraint_texts(constraints, text),
            Texts{"bindery::length(0, 18446744073709551615u)"});
}

TEST(ConstraintText, ABoundBeyondAllDoublesAlwaysOrNeverHolds) {
  EXPECT_EQ(at_least("-1e400"), Texts());
  EXPECT_EQ(at_most("1e400"), Texts());
  EXPECT_EQ(at_least("1e400"), Texts{"bindery::above(1.7976931348623157e308)"});
  EXPECT_EQ(at_most("-1e400"), Texts{"bindery::below(-1.7976931348623157e308)"});
}

TEST(ConstraintText, AStepThatIsNotAboveZeroMeansNothing) {
  EXPECT_EQ(multiple_of("0.25"), Texts{"bindery::multiple_of(0.25)"});
  EXPECT_EQ(multiple_of("0"), Texts());
  EXPECT_EQ(multiple_of("-2"), Texts());
  EXPECT_EQ(multiple_of("1e-400"), Texts());
  EXPECT_EQ(multiple_of("1e400"), Texts());
}

}  // namespace
