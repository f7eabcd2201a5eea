// What views look like to templates.
#include "render/shape.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

#include "views.hpp"

namespace bindery::render {
namespace {

TEST(Shape, HasTheMembersOfTheViewInItsOrder) {
  const Shape shape = shape_of<StructView>();
  EXPECT_EQ(shape.view_name, "StructView");
  ASSERT_EQ(shape.members.size(), 4u);
  EXPECT_EQ(shape.members[0], (Member{"name", MemberKind::text, nullptr}));
  EXPECT_EQ(shape.members[1], (Member{"is_deprecated", MemberKind::flag, nullptr}));
  EXPECT_EQ(shape.members[2], (Member{"banner", MemberKind::nested, &shape_of<BannerView>}));
  EXPECT_EQ(shape.members[3], (Member{"fields", MemberKind::list, &shape_of<FieldView>}));
}

TEST(Shape, ListOfStringsIsAListOfOneMember) {
  const Shape shape = shape_of<FieldView>();
  ASSERT_EQ(shape.find("docs"), 3u);
  const Shape item = shape.members[3].item();
  EXPECT_EQ(item, text_item_shape());
  EXPECT_EQ(item.find("text"), 0u);
}

TEST(Shape, MayContainItself) {
  const Shape shape = shape_of<TreeView>();
  EXPECT_EQ(shape.members[1].item(), shape);
}

TEST(Shape, FindsNothingForUnknownNames) {
  EXPECT_EQ(shape_of<StructView>().find("last"), std::nullopt);
  EXPECT_EQ(shape_of<StructView>().find(""), std::nullopt);
}

struct AddMember : testing::Test {
  Shape shape{"V", {{"name", MemberKind::text, nullptr}}};
};

TEST_F(AddMember, RefusesAnotherOfTheSameName) {
  EXPECT_THROW(add_member(shape, {"name", MemberKind::flag, nullptr}), std::logic_error);
}

TEST_F(AddMember, RefusesWhatEveryListItemHas) {
  EXPECT_THROW(add_member(shape, {"first", MemberKind::flag, nullptr}), std::logic_error);
  EXPECT_THROW(add_member(shape, {"last", MemberKind::text, nullptr}), std::logic_error);
}

TEST_F(AddMember, RefusesWhatNoTagCanSpell) {
  EXPECT_THROW(add_member(shape, {"a.b", MemberKind::text, nullptr}), std::logic_error);
  EXPECT_THROW(add_member(shape, {"", MemberKind::text, nullptr}), std::logic_error);
}

}  // namespace
}  // namespace bindery::render
