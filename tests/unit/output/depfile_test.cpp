// Names that Make would misread.
#include "output/depfile.hpp"

#include <gtest/gtest.h>

namespace bindery::output {
namespace {

TEST(Depfile, ListsDependenciesInTheirOrder) {
  EXPECT_EQ(print_depfile("out/stamp", {"b.yaml", "a.yaml", "b.yaml"}),
            "out/stamp: \\\n  b.yaml \\\n  a.yaml\n");
  EXPECT_EQ(print_depfile("t", {}), "t:\n");
}

TEST(Depfile, EscapesAsGccDoes) {
  EXPECT_EQ(print_depfile("my out", {"a b", "c#d", "e$f", "g\\h", "i\\ j"}),
            "my\\ out: \\\n  a\\ b \\\n  c\\#d \\\n  e$$f \\\n  g\\h \\\n  i\\\\\\ j\n");
}

TEST(Depfile, LeavesOutWhatMakeCannotSpell) {
  EXPECT_EQ(print_depfile("t", {"a\nb: evil", "c"}), "t: \\\n  c\n");
}

}  // namespace
}  // namespace bindery::output
