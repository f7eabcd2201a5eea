// Path text, the file system in memory, and that the real disk behaves the same.
#include "source/file_system.hpp"

#include <cstdlib>
#include <filesystem>
#include <memory>

#include <gtest/gtest.h>

namespace bindery::source {
namespace {

TEST(Path, JoinsAndNormalizes) {
  EXPECT_EQ(join_path("a/b", "../c"), "a/c");
  EXPECT_EQ(join_path("a/b", "c.yaml"), "a/b/c.yaml");
  EXPECT_EQ(join_path("a", "/x/./y"), "/x/y");
  EXPECT_EQ(join_path(".", "x"), "x");
  EXPECT_EQ(join_path("", "x"), "x");
  EXPECT_EQ(join_path(".", "../../x"), "../../x");
  EXPECT_EQ(join_path("../a", "../../x"), "../../x");
  EXPECT_EQ(join_path("/a", "../../x"), "/x");
  EXPECT_EQ(join_path("a", ".."), ".");
  EXPECT_EQ(join_path("a//b/", "c//d"), "a/b/c/d");
}

TEST(Path, TakesApart) {
  EXPECT_EQ(directory_of("a/b/c"), "a/b");
  EXPECT_EQ(directory_of("c"), ".");
  EXPECT_EQ(directory_of("/c"), "/");
  EXPECT_EQ(file_name_of("a/b.c"), "b.c");
  EXPECT_EQ(file_name_of("b"), "b");
  EXPECT_EQ(extension_of("a.b/spec.YAML"), ".yaml");
  EXPECT_EQ(extension_of("a.b/spec"), "");
  EXPECT_EQ(extension_of(".hidden"), "");
}

/// Runs each test on a folder of the disk and in memory.
class FileSystemTest : public testing::TestWithParam<bool> {
 protected:
  void SetUp() override {
    if (GetParam()) {
      std::string pattern = (std::filesystem::temp_directory_path() / "bindery-XXXXXX").string();
      ASSERT_NE(mkdtemp(pattern.data()), nullptr);
      root_ = pattern;
      files_ = std::make_unique<DiskFileSystem>();
    } else {
      root_ = "root";
      files_ = std::make_unique<MemoryFileSystem>();
    }
  }
  void TearDown() override {
    if (GetParam()) std::filesystem::remove_all(root_);
  }

  std::string path(const std::string& name) const { return root_ + "/" + name; }
  std::string text_of(const std::string& name) const {
    const auto text = files_->read(path(name));
    return text ? *text : "(" + text.error.message + ")";
  }

  std::string root_;
  std::unique_ptr<FileSystem> files_;
};

TEST_P(FileSystemTest, WritesReadsAndReplaces) {
  const std::string bytes("a\0\r\n\xFF", 5);
  EXPECT_EQ(files_->write(path("deep/er/file"), bytes), std::nullopt);
  EXPECT_EQ(text_of("deep/er/file"), bytes);
  EXPECT_EQ(files_->write(path("deep/er/file"), "new"), std::nullopt);
  EXPECT_EQ(text_of("deep/er/file"), "new");
  EXPECT_TRUE(files_->exists(path("deep/er")));
  EXPECT_TRUE(files_->is_directory(path("deep/er")));
  EXPECT_FALSE(files_->is_directory(path("deep/er/file")));
  const auto entries = files_->list(path("deep/er"));
  ASSERT_TRUE(entries);
  EXPECT_EQ(entries.value->size(), 1u) << "no temporary file is left behind";
}

TEST_P(FileSystemTest, ReadsTextLongerThanOneBlock) {
  const std::string text(100'000, 'x');
  ASSERT_EQ(files_->write(path("long"), text), std::nullopt);
  EXPECT_EQ(text_of("long"), text);
}

TEST_P(FileSystemTest, TellsWhyAFileCannotBeRead) {
  ASSERT_EQ(files_->write(path("folder/file"), ""), std::nullopt);
  const auto missing = files_->read(path("nothing"));
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error.kind, FileError::Kind::not_found);
  EXPECT_EQ(missing.error.message, "no such file or directory");
  const auto directory = files_->read(path("folder"));
  ASSERT_FALSE(directory);
  EXPECT_EQ(directory.error.kind, FileError::Kind::is_directory);
  EXPECT_EQ(directory.error.message, "is a directory");
}

TEST_P(FileSystemTest, ListsInTheOrderOfBytes) {
  for (const char* name : {"b", "a/x", "B", "a/y", "c.d"}) {
    ASSERT_EQ(files_->write(path(name), ""), std::nullopt);
  }
  const auto entries = files_->list(root_);
  ASSERT_TRUE(entries);
  const std::vector<DirectoryEntry> expected{
      {"B", false}, {"a", true}, {"b", false}, {"c.d", false}};
  EXPECT_EQ(*entries, expected);
  EXPECT_FALSE(files_->list(path("nothing")));
  EXPECT_FALSE(files_->list(path("b")));
}

TEST_P(FileSystemTest, DoesNotWriteOverOrBelowOtherThings) {
  ASSERT_EQ(files_->write(path("file"), "kept"), std::nullopt);
  ASSERT_EQ(files_->write(path("folder/inner"), "kept"), std::nullopt);
  EXPECT_NE(files_->write(path("folder"), "x"), std::nullopt);
  EXPECT_NE(files_->write(path("file/below"), "x"), std::nullopt);
  EXPECT_EQ(text_of("file"), "kept");
  EXPECT_EQ(text_of("folder/inner"), "kept");
}

TEST_P(FileSystemTest, RemovesEmptyDirectoriesUpToTheRoot) {
  ASSERT_EQ(files_->write(path("out/a/b/one"), ""), std::nullopt);
  ASSERT_EQ(files_->write(path("out/a/two"), ""), std::nullopt);
  ASSERT_EQ(files_->remove(path("out/a/b/one"), path("out")), std::nullopt);
  EXPECT_FALSE(files_->exists(path("out/a/b")));
  EXPECT_TRUE(files_->exists(path("out/a/two")));
  const auto again = files_->remove(path("out/a/b/one"), path("out"));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->kind, FileError::Kind::not_found);
}

TEST_P(FileSystemTest, OneFileHasOneCanonicalPath) {
  ASSERT_EQ(files_->write(path("a/file"), ""), std::nullopt);
  EXPECT_EQ(files_->canonical(path("a/../a/./file")), files_->canonical(path("a/file")));
  EXPECT_NE(files_->canonical(path("a/file")), files_->canonical(path("file")));
  EXPECT_EQ(files_->canonical(path("a/file")).front(), '/');
}

INSTANTIATE_TEST_SUITE_P(All, FileSystemTest, testing::Bool(), [](const auto& disk) {
  return std::string(disk.param ? "Disk" : "Memory");
});

TEST(DiskFileSystem, KeepsTheRootWhenItsLastFileGoes) {
  std::string root = (std::filesystem::temp_directory_path() / "bindery-XXXXXX").string();
  ASSERT_NE(mkdtemp(root.data()), nullptr);
  DiskFileSystem files;
  ASSERT_EQ(files.write(root + "/a/one", ""), std::nullopt);
  EXPECT_EQ(files.remove(root + "/a/one", root), std::nullopt);
  EXPECT_TRUE(files.is_directory(root));
  EXPECT_FALSE(files.exists(root + "/a"));
  std::filesystem::remove_all(root);
}

TEST(MemoryFileSystem, RefusesWhatTheTestSays) {
  MemoryFileSystem files(std::map<std::string, std::string>{{"a", "old"}});
  files.refuse_writes_to("a");
  const auto error = files.write("./a", "new");
  ASSERT_TRUE(error);
  EXPECT_EQ(error->kind, FileError::Kind::denied);
  EXPECT_EQ(files.files().at("a"), "old");
  EXPECT_EQ(files.write("b", "new"), std::nullopt);
}

}  // namespace
}  // namespace bindery::source
