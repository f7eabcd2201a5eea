// JSON pointers: the examples of RFC 6901 and wrong ones.
#include "document/pointer.hpp"

#include <gtest/gtest.h>

#include "document/json_reader.hpp"

namespace bindery::document {
namespace {

using Tokens = std::vector<std::string>;

std::optional<Tokens> tokens(std::string_view text) {
  const auto pointer = Pointer::parse(text);
  if (!pointer) return std::nullopt;
  return pointer->tokens();
}

TEST(Pointer, ParsesTheExamplesOfTheStandard) {
  EXPECT_EQ(tokens(""), Tokens{});
  EXPECT_EQ(tokens("/foo/0"), (Tokens{"foo", "0"}));
  EXPECT_EQ(tokens("/"), Tokens{""});
  EXPECT_EQ(tokens("/a~1b"), Tokens{"a/b"});
  EXPECT_EQ(tokens("/c%d"), Tokens{"c%d"});
  EXPECT_EQ(tokens("/m~0n"), Tokens{"m~n"});
  EXPECT_EQ(tokens("/~01"), Tokens{"~1"});
  EXPECT_EQ(tokens("#"), Tokens{});
  EXPECT_EQ(tokens("#/c%25d"), Tokens{"c%d"});
  EXPECT_EQ(tokens("#/k%22l/%20"), (Tokens{"k\"l", " "}));
  EXPECT_EQ(tokens("#/paths/~1pets~1%7Bid%7D/get"), (Tokens{"paths", "/pets/{id}", "get"}));
  EXPECT_EQ(tokens("//"), (Tokens{"", ""}));
}

TEST(Pointer, RefusesWhatIsNone) {
  for (const char* text : {"a", "a/b", "#a", "/~", "/~2", "#/%", "#/%4", "#/%zz", "#%2"}) {
    EXPECT_EQ(tokens(text), std::nullopt) << text;
  }
}

TEST(Pointer, WritesWhatItParses) {
  const Pointer pointer = Pointer() / "paths" / "/pets~x" / 3;
  EXPECT_EQ(pointer.to_string(), "#/paths/~1pets~0x/3");
  EXPECT_EQ(Pointer::parse(pointer.to_string()), pointer);
  EXPECT_EQ(Pointer().to_string(), "#");
}

TEST(Pointer, LeadsToNodes) {
  diagnostics::Diagnostics diagnostics;
  const auto root = read_json({0, R"({"a": [10, {"": 11}], "x/y": {"0": 12}})", 0, 0}, diagnostics);
  ASSERT_TRUE(root);
  const auto text_at = [&](std::string_view text) -> std::string {
    const auto pointer = Pointer::parse(text);
    const Node* node = pointer ? resolve(*root, *pointer) : nullptr;
    return node == nullptr ? "none" : to_json(*node);
  };
  EXPECT_EQ(text_at("/a/0"), "10");
  EXPECT_EQ(text_at("/a/1/"), "11");
  EXPECT_EQ(text_at("/x~1y/0"), "12");
  EXPECT_EQ(text_at("/a/2"), "none");
  EXPECT_EQ(text_at("/a/00"), "none");
  EXPECT_EQ(text_at("/a/-"), "none");
  EXPECT_EQ(text_at("/a/99999999999999999999"), "none");
  EXPECT_EQ(text_at("/a/0/x"), "none");
  EXPECT_EQ(text_at("/b"), "none");
}

}  // namespace
}  // namespace bindery::document
