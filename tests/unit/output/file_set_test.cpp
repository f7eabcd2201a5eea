// Paths that leave the folder, meet each other, or mean something else on another system.
#include "output/file_set.hpp"

#include <gtest/gtest.h>

namespace bindery::output {
namespace {

TEST(UnsafePath, TakesOrdinaryPaths) {
  for (const char* path : {"a", "include/pet_store/pet.hpp", "CMakeLists.txt", ".clang-format",
                           "a b/c", "console/nul1.hpp", "com.hpp", "comx", "\xc3\xa9.hpp"}) {
    EXPECT_EQ(unsafe_path_reason(path), "") << path;
  }
}

TEST(UnsafePath, RefusesWhatLeavesTheFolder) {
  for (const char* path : {"/etc/passwd", "..", "../a", "a/../b", "a/..", "./a", "a/.", "C:/a",
                           "a\\b", "..\\a", "//host/share"}) {
    EXPECT_NE(unsafe_path_reason(path), "") << path;
  }
}

TEST(UnsafePath, RefusesEmptyComponents) {
  for (const char* path : {"", "a//b", "a/", "/"}) EXPECT_NE(unsafe_path_reason(path), "") << path;
}

TEST(UnsafePath, RefusesWhatWindowsMisreads) {
  for (const char* path : {"con", "a/NUL.hpp", "Aux.tar.gz", "com1", "lpt9.txt", "a.", "a /b",
                           "a?.hpp", "a*b", "a|b", "<a>", "\"a\""}) {
    EXPECT_NE(unsafe_path_reason(path), "") << path;
  }
}

TEST(UnsafePath, RefusesControlCharactersAndEndlessNames) {
  EXPECT_NE(unsafe_path_reason("a\nb"), "");
  EXPECT_NE(unsafe_path_reason(std::string_view("a\0b", 3)), "");
  EXPECT_NE(unsafe_path_reason("a\x7f"), "");
  EXPECT_EQ(unsafe_path_reason(std::string(220, 'a')), "");
  EXPECT_NE(unsafe_path_reason("b/" + std::string(221, 'a')), "");
}

struct Files : testing::Test {
  FileSet files;
  diagnostics::Diagnostics diagnostics;

  std::string refusal(const std::string& path) {
    const std::size_t count = files.files().size();
    diagnostics = {};
    files.add(path, "", diagnostics);
    const auto all = diagnostics.sorted();
    if (all.empty()) return "";
    EXPECT_EQ(files.files().size(), count);
    EXPECT_EQ(all[0].code, diagnostics::Code::I0003);
    return all[0].message;
  }
};

TEST_F(Files, AreInTheOrderOfTheirPaths) {
  files.add("b", "2", diagnostics);
  files.add("a", "1", diagnostics);
  EXPECT_EQ(files.files(), (std::map<std::string, std::string>{{"a", "1"}, {"b", "2"}}));
  EXPECT_FALSE(diagnostics.has_errors());
}

TEST_F(Files, HaveOneWriterEach) {
  EXPECT_EQ(refusal("a/pet.hpp"), "");
  EXPECT_EQ(refusal("a/pet.hpp"), "output path `a/pet.hpp` is written twice");
  EXPECT_EQ(refusal("a/Pet.hpp"), "output path `a/Pet.hpp` differs only by case from `a/pet.hpp`");
  EXPECT_EQ(refusal("a/pets.hpp"), "");
}

TEST_F(Files, AreNotFolders) {
  EXPECT_EQ(refusal("a/b/c"), "");
  EXPECT_EQ(refusal("a-b"), "");
  EXPECT_EQ(refusal("A/b"), "output path `A/b` is the folder of `a/b/c`");
  EXPECT_EQ(refusal("a"), "output path `a` is the folder of `a/b/c`");
  EXPECT_EQ(refusal("a/B/C/d"), "output path `a/B/C/d` has the file `a/b/c` as folder");
}

TEST_F(Files, DoNotHoldTheManifest) {
  EXPECT_EQ(refusal("Bindery.manifest"), "output path `Bindery.manifest` is the manifest's own");
  EXPECT_EQ(refusal("include/bindery.manifest"), "");
}

TEST_F(Files, RefuseUnsafePaths) {
  EXPECT_EQ(refusal("../a"), "output path `../a` has a `.` or `..` component");
}

}  // namespace
}  // namespace bindery::output
