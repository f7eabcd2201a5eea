// What a manifest prints as, and broken ones of every kind.
#include "output/manifest.hpp"

#include <gtest/gtest.h>

namespace bindery::output {
namespace {

const std::string head =
    "# Files written by bindery, which may replace and remove them. Do not edit.\n"
    "bindery-manifest 1\n"
    "generator 0.1.0\n";

TEST(Hash, IsFnv1a) {
  EXPECT_EQ(hash_of(""), 0xcbf29ce484222325u);
  EXPECT_EQ(hash_of("a"), 0xaf63dc4c8601ec8cu);
  EXPECT_EQ(hash_of("foobar"), 0x85944171f73967e8u);
  EXPECT_NE(hash_of("\xff"), hash_of(""));
}

TEST(ManifestText, IsSortedAndStable) {
  const Manifest manifest{"0.1.0", {{"b", 0x1u}, {"a/b c.hpp", 0xaf63dc4c8601ec8cu}}};
  EXPECT_EQ(print_manifest(manifest), head + "af63dc4c8601ec8c  a/b c.hpp\n0000000000000001  b\n");
}

struct ReadManifest : testing::Test {
  diagnostics::Diagnostics diagnostics;

  std::vector<std::string> complaints(const std::string& text) {
    diagnostics = {};
    EXPECT_EQ(read_manifest(text, "m", diagnostics), std::nullopt);
    std::vector<std::string> all;
    for (const auto& one : diagnostics.sorted()) {
      EXPECT_EQ(one.code, diagnostics::Code::I0005);
      all.push_back(one.message);
    }
    return all;
  }
};

TEST_F(ReadManifest, TakesWhatWasPrinted) {
  const Manifest manifest{"0.1.0", {{"b", ~std::uint64_t{0}}, {"a/b c.hpp", 0x1u}}};
  EXPECT_EQ(read_manifest(print_manifest(manifest), "m", diagnostics), manifest);
  EXPECT_EQ(read_manifest(head, "m", diagnostics), (Manifest{"0.1.0", {}}));
  EXPECT_FALSE(diagnostics.has_errors());
}

TEST_F(ReadManifest, TakesOtherLineEnds) {
  std::string text = head + "0000000000000001  b\n";
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) {
    text.insert(at, "\r");
  }
  EXPECT_EQ(read_manifest(text, "m", diagnostics), (Manifest{"0.1.0", {{"b", 0x1u}}}));
}

TEST_F(ReadManifest, ReportsWhatIsNoManifest) {
  EXPECT_EQ(complaints("hello\nworld\n").size(), 1u);
  EXPECT_EQ(complaints("").size(), 1u);
  EXPECT_EQ(complaints(head.substr(0, head.find("generator"))).size(), 1u);
  EXPECT_EQ(complaints("<<<<<<< ours\n" + head).size(), 1u);
  std::string newer = head;
  newer.replace(newer.find(" 1\n"), 2, " 2");
  EXPECT_EQ(complaints(newer),
            (std::vector<std::string>{"`m` is broken in line 2: expected `bindery-manifest 1`"}));
}

TEST_F(ReadManifest, ReportsEveryBrokenLine) {
  EXPECT_EQ(complaints(head + "1  a\n0000000000000001  b\n000000000000000g  c\n\n").size(), 3u);
  EXPECT_EQ(complaints(head + "0000000000000001 b\n").size(), 1u);
  EXPECT_EQ(complaints(head + "-000000000000001  b\n").size(), 1u);
}

TEST_F(ReadManifest, ReportsThatItIsCutOff) {
  EXPECT_EQ(complaints(head + "0000000000000001  include/pe"),
            (std::vector<std::string>{"`m` is broken in line 4: it is cut off"}));
}

TEST_F(ReadManifest, ReportsPathsThatAreNotSafeToRemove) {
  for (const char* path : {"../secret", "/etc/passwd", "bindery.manifest", "a/../../b", ""}) {
    EXPECT_EQ(complaints(head + "0000000000000001  " + path + "\n").size(), 1u) << path;
  }
}

TEST_F(ReadManifest, ReportsAPathListedTwice) {
  EXPECT_EQ(complaints(head + "0000000000000001  a\n0000000000000002  a\n").size(), 1u);
}

}  // namespace
}  // namespace bindery::output
