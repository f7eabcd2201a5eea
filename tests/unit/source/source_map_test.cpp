// Files opened once and found again.
#include "source/source_map.hpp"

#include <gtest/gtest.h>

namespace bindery::source {
namespace {

TEST(SourceMap, OpensAFileOnceUnderAnyOfItsNames) {
  const MemoryFileSystem files({{"a/spec.yaml", "openapi: 3.1.0\n"}, {"b.yaml", ""}});
  SourceMap sources(files);
  const auto first = sources.open("a/spec.yaml");
  const auto again = sources.open("./a/../a/spec.yaml");
  const auto other = sources.open("b.yaml");
  ASSERT_TRUE(first);
  ASSERT_TRUE(again);
  ASSERT_TRUE(other);
  EXPECT_EQ(*first, *again);
  EXPECT_NE(*first, *other);
  EXPECT_EQ(sources.size(), 2u);
  EXPECT_EQ(sources.names(), (std::vector<std::string>{"a/spec.yaml", "b.yaml"}));
  EXPECT_EQ(sources.file(*first).id, *first);
}

TEST(SourceMap, HandsOnWhyAFileCannotBeRead) {
  const MemoryFileSystem files;
  SourceMap sources(files);
  const auto missing = sources.open("nothing.yaml");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error.kind, FileError::Kind::not_found);
  EXPECT_EQ(sources.size(), 0u);
}

TEST(SourceMap, AnswersForPlaces) {
  const MemoryFileSystem files;
  SourceMap sources(files);
  const SourceId id = sources.add("text", "one: 1\ntwo: 2\n");
  const Location two{id, 7, 10};
  EXPECT_EQ(sources.text(two), "two");
  EXPECT_EQ(sources.line_column(two), (LineColumn{2, 1}));
  EXPECT_EQ(sources.text({id, 10, 5000}), ": 2\n");
  EXPECT_EQ(sources.text({id, 5000, 6000}), "");
  EXPECT_EQ(sources.text(Location::unknown()), "");
  EXPECT_TRUE(sources.names().empty()) << "a text is no file";
}

TEST(SourceMap, FilesStayWhereTheyAre) {
  const MemoryFileSystem files;
  SourceMap sources(files);
  const SourceFile& first = sources.file(sources.add("0", "text"));
  for (int i = 1; i < 1000; ++i) sources.add(std::to_string(i), "");
  EXPECT_EQ(&first, &sources.file(0));
  EXPECT_EQ(first.text, "text");
}

}  // namespace
}  // namespace bindery::source
