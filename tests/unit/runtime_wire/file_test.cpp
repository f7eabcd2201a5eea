// Files from memory, paths and streams, and bodies made of them.
// Must not send anything.
#include "bindery/file.hpp"

#include <unistd.h>

#include <cstdio>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "bindery/http.hpp"

namespace {

using bindery::Body;
using bindery::ByteReader;
using bindery::File;

// Gives `text` in pieces of at most three bytes.
ByteReader reader_of(std::string text) {
  return [text, at = std::size_t{0}](char* buffer,
                                     std::size_t capacity) mutable -> std::optional<std::size_t> {
    const std::size_t count = text.copy(buffer, capacity < 3 ? capacity : 3, at);
    at += count;
    return count;
  };
}

TEST(File, OfAStreamIsReadOnce) {
  const File file = File::from_reader(reader_of("some bytes"), std::nullopt, "a.txt", "text/plain");
  const File copy = file;
  EXPECT_EQ(file.filename(), "a.txt");
  EXPECT_EQ(file.content_type(), "text/plain");
  EXPECT_EQ(file.bytes(), "");
  EXPECT_EQ(file.path(), "");
  EXPECT_FALSE(file.size());
  EXPECT_TRUE(file.is_readable());
  EXPECT_TRUE(file.is_replayable());
  EXPECT_TRUE(file == copy);
  EXPECT_FALSE(file ==
               File::from_reader(reader_of("some bytes"), std::nullopt, "a.txt", "text/plain"));
  Body body(copy);
  EXPECT_EQ(body.size(), std::nullopt);
  EXPECT_EQ(body.obstacle(), "");
  EXPECT_EQ(body.text(), "some bytes");
  // The copies know of each other.
  EXPECT_FALSE(file.is_readable());
  EXPECT_FALSE(file.is_replayable());
  EXPECT_FALSE(file.open());
  EXPECT_FALSE(body.is_replayable());
  EXPECT_EQ(body.obstacle(), "a stream can be read only once, and was sent before");
  EXPECT_EQ(body.text(), std::nullopt);
}

TEST(File, OfASourceIsReadAgain) {
  int opened = 0;
  const File file = File::from_reader(
      [&opened] {
        ++opened;
        return reader_of("again");
      },
      5);
  Body body(std::string("<"));
  body.append(file);
  body.append(std::string(">"));
  EXPECT_EQ(body.size(), std::uint64_t{7});
  EXPECT_EQ(body.text(), "<again>");
  EXPECT_EQ(body.text(), "<again>");
  EXPECT_EQ(opened, 2);
  EXPECT_TRUE(body.is_replayable());
  const File broken = File::from_reader([] { return ByteReader(); });
  EXPECT_FALSE(broken.open());
  EXPECT_FALSE(File::from_reader(ByteReader()).is_readable());
}

TEST(File, KeepsToTheLengthItSaid) {
  EXPECT_EQ(Body(File::from_reader(reader_of("1234567"), 7)).text(), "1234567");
  EXPECT_EQ(Body(File::from_reader(reader_of("123456"), 7)).text(), std::nullopt);
  EXPECT_EQ(Body(File::from_reader(reader_of("12345678"), 7)).text(), std::nullopt);
  EXPECT_EQ(Body(File::from_reader(reader_of(""), 0)).text(), "");
  // More than it was asked for, and a failure to read.
  const auto too_much = [](char*, std::size_t capacity) {
    return std::optional<std::size_t>(capacity + 1);
  };
  EXPECT_EQ(Body(File::from_reader(too_much, 10)).text(), std::nullopt);
  const auto failing = [](char*, std::size_t) { return std::optional<std::size_t>(); };
  EXPECT_EQ(Body(File::from_reader(failing)).text(), std::nullopt);
}

TEST(File, OfAPathIsSentAsLongAsItWas) {
  char path[] = "/tmp/bindery_file_XXXXXX";
  std::FILE* const handle = ::fdopen(::mkstemp(path), "wb");
  std::fputs("abc", handle);
  std::fflush(handle);
  const File file = File::from_path(path);
  EXPECT_EQ(file.size(), std::uint64_t{3});
  const ByteReader reader = file.open();
  std::fputs("def", handle);
  std::fclose(handle);
  char buffer[16];
  EXPECT_EQ(reader(buffer, sizeof buffer), std::size_t{3});
  EXPECT_EQ(reader(buffer, sizeof buffer), std::size_t{0});
  EXPECT_TRUE(file.is_replayable());
  std::remove(path);
}

TEST(File, SaysWhenAPathCannotBeRead) {
  const File missing = File::from_path("/no/such/file.txt");
  EXPECT_EQ(missing.filename(), "file.txt");
  EXPECT_FALSE(missing.size());
  EXPECT_FALSE(missing.open());
  EXPECT_FALSE(File::from_path("/").size());
  Body body{std::string("text")};
  body.append(missing);
  EXPECT_FALSE(body.size());
  EXPECT_FALSE(body.text());
  EXPECT_EQ(body.obstacle(), "cannot read /no/such/file.txt");
}

}  // namespace
