// What runs write, remove, leave, refuse and take back, on a disk in memory.
#include "output/write.hpp"

#include <algorithm>
#include <map>
#include <sstream>

#include <gtest/gtest.h>

#include "output/manifest.hpp"

namespace bindery::output {
namespace {

using diagnostics::Code;
using Texts = std::map<std::string, std::string>;
using Names = std::vector<std::string>;

/// A disk that remembers what was written and removed, and can refuse removals.
class WatchedFileSystem final : public source::FileSystem {
 public:
  source::FileResult<std::string> read(const std::string& path) const override {
    return files.read(path);
  }
  source::FileResult<std::vector<source::DirectoryEntry>> list(
      const std::string& path) const override {
    return files.list(path);
  }
  bool is_directory(const std::string& path) const override { return files.is_directory(path); }
  bool exists(const std::string& path) const override { return files.exists(path); }
  std::optional<source::FileError> write(const std::string& path, std::string_view text) override {
    log.push_back("+" + path);
    return files.write(path, text);
  }
  std::optional<source::FileError> remove(const std::string& path,
                                          const std::string& root) override {
    log.push_back("-" + path);
    if (path == kept) return source::FileError{source::FileError::Kind::denied, "denied"};
    return files.remove(path, root);
  }
  std::string canonical(const std::string& path) const override { return files.canonical(path); }

  source::MemoryFileSystem files;
  Names log;
  std::string kept;
};

struct Write : testing::Test {
  WatchedFileSystem disk;
  diagnostics::Diagnostics diagnostics;
  std::ostringstream out;
  std::string version = "1";

  WriteReport run(const Texts& texts, WriteMode mode = WriteMode::write,
                  std::size_t max_diff_lines = 1000) {
    diagnostics = {};
    disk.log.clear();
    out.str("");
    FileSet files;
    for (const auto& [path, text] : texts) files.add(path, text, diagnostics);
    EXPECT_FALSE(diagnostics.has_errors());
    return write_files(files, {"out", version, mode, max_diff_lines}, disk, diagnostics, out);
  }
  /// The generated files on the disk, without the manifest.
  Texts on_disk() const {
    Texts texts = disk.files.files();
    texts.erase("out/bindery.manifest");
    return texts;
  }
  Manifest manifest() {
    return read_manifest(*disk.files.read("out/bindery.manifest"), "m", diagnostics).value();
  }
  std::vector<Code> codes() const {
    std::vector<Code> all;
    for (const auto& one : diagnostics.sorted()) all.push_back(one.code);
    return all;
  }
  using Codes = std::vector<Code>;
};

TEST_F(Write, WritesFilesAndTheirManifest) {
  const WriteReport report = run({{"a.hpp", "A"}, {"d/b.hpp", "B"}});
  EXPECT_EQ(on_disk(), (Texts{{"out/a.hpp", "A"}, {"out/d/b.hpp", "B"}}));
  EXPECT_EQ(manifest(), (Manifest{"1", {{"a.hpp", hash_of("A")}, {"d/b.hpp", hash_of("B")}}}));
  EXPECT_EQ(report.written, (Names{"a.hpp", "d/b.hpp"}));
  EXPECT_EQ(codes(), Codes{});
  EXPECT_EQ(out.str(), "");
}

TEST_F(Write, TouchesNothingWhenNothingChanged) {
  run({{"a.hpp", "A"}, {"b.hpp", "B"}});
  const WriteReport report = run({{"a.hpp", "A"}, {"b.hpp", "B"}});
  EXPECT_EQ(disk.log, Names{});
  EXPECT_EQ(report.unchanged, 2u);
  EXPECT_EQ(report.written, Names{});
}

TEST_F(Write, TouchesOnlyWhatChangedAndTheManifestLast) {
  run({{"a.hpp", "A"}, {"b.hpp", "B"}});
  run({{"a.hpp", "A"}, {"b.hpp", "changed"}});
  EXPECT_EQ(disk.log, (Names{"+out/b.hpp", "+out/bindery.manifest"}));
  EXPECT_EQ(on_disk(), (Texts{{"out/a.hpp", "A"}, {"out/b.hpp", "changed"}}));
}

TEST_F(Write, ListsNewFilesBeforeItWritesThem) {
  run({{"a.hpp", "A"}});
  run({{"a.hpp", "A"}, {"b.hpp", "B"}});
  EXPECT_EQ(disk.log, (Names{"+out/bindery.manifest", "+out/b.hpp"}));
}

TEST_F(Write, RewritesOnlyTheManifestForAnotherVersion) {
  run({{"a.hpp", "A"}});
  version = "2";
  run({{"a.hpp", "A"}});
  EXPECT_EQ(disk.log, (Names{"+out/bindery.manifest"}));
  EXPECT_EQ(manifest().generator_version, "2");
}

TEST_F(Write, RemovesStaleFilesButNoOthers) {
  disk.files.write("out/mine.txt", "mine");
  run({{"a.hpp", "A"}, {"old.hpp", "O"}});
  const WriteReport report = run({{"a.hpp", "A"}});
  EXPECT_EQ(report.removed, (Names{"old.hpp"}));
  EXPECT_EQ(on_disk(), (Texts{{"out/a.hpp", "A"}, {"out/mine.txt", "mine"}}));
  EXPECT_EQ(manifest().hashes.size(), 1u);
}

TEST_F(Write, RemovesStaleFilesAfterWriting) {
  run({{"a.hpp", "A"}});
  run({{"b.hpp", "B"}});
  EXPECT_EQ(disk.log,
            (Names{"+out/bindery.manifest", "+out/b.hpp", "-out/a.hpp", "+out/bindery.manifest"}));
}

TEST_F(Write, LeavesStaleFilesThatWereEdited) {
  run({{"a.hpp", "A"}, {"old.hpp", "O"}});
  disk.files.write("out/old.hpp", "edited");
  const WriteReport report = run({{"a.hpp", "A"}});
  EXPECT_EQ(report.left, (Names{"old.hpp"}));
  EXPECT_EQ(on_disk(), (Texts{{"out/a.hpp", "A"}, {"out/old.hpp", "edited"}}));
  EXPECT_EQ(manifest().hashes.size(), 1u);
}

TEST_F(Write, ForgetsStaleFilesThatAreGone) {
  run({{"a.hpp", "A"}, {"old.hpp", "O"}});
  disk.files.remove("out/old.hpp", "out");
  run({{"a.hpp", "A"}});
  EXPECT_EQ(codes(), Codes{});
  EXPECT_EQ(manifest().hashes.size(), 1u);
}

TEST_F(Write, KeepsListingAStaleFileItCannotRemove) {
  run({{"a.hpp", "A"}, {"old.hpp", "O"}});
  disk.kept = "out/old.hpp";
  EXPECT_EQ(run({{"a.hpp", "A"}}).removed, Names{});
  EXPECT_EQ(codes(), (Codes{Code::I0001}));
  EXPECT_TRUE(manifest().hashes.contains("old.hpp"));
  disk.kept.clear();
  EXPECT_EQ(run({{"a.hpp", "A"}}).removed, (Names{"old.hpp"}));
}

TEST_F(Write, RestoresFilesOfItsOwnThatWereEdited) {
  run({{"a.hpp", "A"}});
  disk.files.write("out/a.hpp", "edited");
  run({{"a.hpp", "A"}});
  EXPECT_EQ(codes(), Codes{});
  EXPECT_EQ(on_disk(), (Texts{{"out/a.hpp", "A"}}));
}

TEST_F(Write, WritesNothingWhenAForeignFileIsInTheWay) {
  run({{"a.hpp", "A"}});
  disk.files.write("out/b.hpp", "theirs");
  disk.files.write("out/c.hpp", "theirs");
  const Texts before = disk.files.files();
  run({{"a.hpp", "changed"}, {"b.hpp", "B"}, {"c.hpp", "C"}});
  EXPECT_EQ(codes(), (Codes{Code::I0002, Code::I0002}));
  EXPECT_EQ(disk.files.files(), before);
  EXPECT_EQ(disk.log, Names{});
}

TEST_F(Write, AdoptsAFileThatIsAsItWouldWriteIt) {
  disk.files.write("out/a.hpp", "A");
  run({{"a.hpp", "A"}});
  EXPECT_EQ(codes(), Codes{});
  EXPECT_TRUE(manifest().hashes.contains("a.hpp"));
}

TEST_F(Write, TakesFoldersAndFilesOfWrongKindForForeign) {
  disk.files.write("out/a.hpp/inside", "theirs");
  disk.files.write("out/d", "theirs");
  run({{"a.hpp", "A"}, {"d/b.hpp", "B"}, {"d/c.hpp", "C"}});
  EXPECT_EQ(codes(), (Codes{Code::I0002, Code::I0002}));
  EXPECT_EQ(disk.log, Names{});
}

TEST_F(Write, RemovesFirstWhatIsInTheWay) {
  run({{"Pet.hpp", "old"}, {"d", "file"}});
  run({{"pet.hpp", "new"}, {"d/e.hpp", "E"}});
  EXPECT_EQ(codes(), Codes{});
  EXPECT_EQ(on_disk(), (Texts{{"out/d/e.hpp", "E"}, {"out/pet.hpp", "new"}}));
  EXPECT_EQ(disk.log, (Names{"+out/bindery.manifest", "-out/Pet.hpp", "-out/d", "+out/d/e.hpp",
                             "+out/pet.hpp", "+out/bindery.manifest"}));
}

TEST_F(Write, PutsEverythingBackWhenAWriteIsRefused) {
  run({{"a.hpp", "A"}, {"b.hpp", "B"}, {"Pet.hpp", "pet"}, {"old.hpp", "O"}});
  const Texts before = disk.files.files();
  disk.files.refuse_writes_to("out/z.hpp");
  const WriteReport report = run({{"a.hpp", "changed"},
                                  {"b.hpp", "changed"},
                                  {"n.hpp", "N"},
                                  {"pet.hpp", "pet"},
                                  {"z.hpp", "Z"}});
  EXPECT_EQ(codes(), (Codes{Code::I0001}));
  EXPECT_EQ(disk.files.files(), before);
  EXPECT_EQ(report.written, Names{});
}

TEST_F(Write, LeavesNothingBehindWhenTheFirstRunIsRefused) {
  disk.files.refuse_writes_to("out/b.hpp");
  run({{"a.hpp", "A"}, {"b.hpp", "B"}});
  EXPECT_EQ(disk.files.files(), Texts{});
}

TEST_F(Write, WritesNothingWhenTheManifestCannotBeWritten) {
  disk.files.refuse_writes_to("out/bindery.manifest");
  run({{"a.hpp", "A"}});
  EXPECT_EQ(codes(), (Codes{Code::I0001}));
  EXPECT_EQ(disk.files.files(), Texts{});
}

TEST_F(Write, GoesOnAfterARunThatWasEndedAnywhere) {
  // Each step of a run, taken as its last, leaves a folder that the next run brings up to date.
  const Texts before = {{"a.hpp", "A"}, {"b.hpp", "B"}, {"old.hpp", "O"}};
  const Texts after = {{"a.hpp", "changed"}, {"b.hpp", "B"}, {"n.hpp", "N"}};
  run(before);
  const source::MemoryFileSystem start = disk.files;
  run(after);
  const Names steps = disk.log;
  const Texts end = disk.files.files();
  for (std::size_t done = 0; done <= steps.size(); ++done) {
    disk.files = start;
    for (std::size_t step = 0; step < done; ++step) {
      const std::string path = steps[step].substr(1);
      if (steps[step][0] == '-') {
        disk.files.remove(path, "out");
      } else if (path == "out/bindery.manifest" && step + 1 != steps.size()) {
        disk.files.write(path, print_manifest({"1",
                                               {{"a.hpp", hash_of("A")},
                                                {"b.hpp", hash_of("B")},
                                                {"n.hpp", hash_of("N")},
                                                {"old.hpp", hash_of("O")}}}));
      } else {
        disk.files.write(path, end.at(path));
      }
    }
    run({{"a.hpp", "third"}, {"n.hpp", "third"}});
    EXPECT_EQ(codes(), Codes{}) << done;
    EXPECT_EQ(on_disk(), (Texts{{"out/a.hpp", "third"}, {"out/n.hpp", "third"}})) << done;
  }
}

TEST_F(Write, StopsAtABrokenManifest) {
  run({{"a.hpp", "A"}});
  disk.files.write("out/bindery.manifest", "no manifest\n");
  run({{"a.hpp", "changed"}});
  EXPECT_EQ(codes(), (Codes{Code::I0005}));
  EXPECT_EQ(disk.log, Names{});
}

TEST_F(Write, RemovesNothingOnTheWordOfAHostileManifest) {
  disk.files.write("secret", "theirs");
  std::string text = print_manifest({"1", {{"a", hash_of("theirs")}}});
  text.replace(text.find("  a\n"), 4, "  ../secret\n");
  disk.files.write("out/bindery.manifest", text);
  run({});
  EXPECT_EQ(codes(), (Codes{Code::I0005}));
  EXPECT_EQ(disk.log, Names{});
}

TEST_F(Write, ChecksWithoutWriting) {
  run({{"a.hpp", "A\n"}, {"b.hpp", "B\n"}, {"old.hpp", "O\n"}});
  run({{"a.hpp", "A\n"}, {"b.hpp", "changed\n"}, {"n.hpp", "N\n"}}, WriteMode::check);
  EXPECT_EQ(disk.log, Names{});
  ASSERT_EQ(codes(), (Codes{Code::I0004}));
  EXPECT_EQ(diagnostics.sorted()[0].message,
            "`out` is out of date: 1 different, 1 missing, 1 stale");
  EXPECT_EQ(out.str(),
            "--- out/b.hpp\n+++ generated/b.hpp\n@@ -1,1 +1,1 @@\n-B\n+changed\n"
            "--- /dev/null\n+++ generated/n.hpp\n@@ -0,0 +1,1 @@\n+N\n"
            "--- out/old.hpp\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-O\n");
}

TEST_F(Write, ChecksCleanWhenNothingChanged) {
  run({{"a.hpp", "A"}});
  run({{"a.hpp", "A"}}, WriteMode::check);
  EXPECT_EQ(codes(), Codes{});
  EXPECT_EQ(out.str(), "");
}

TEST_F(Write, ChecksTheManifestToo) {
  run({{"a.hpp", "A"}});
  version = "2";
  run({{"a.hpp", "A"}}, WriteMode::check);
  EXPECT_EQ(codes(), (Codes{Code::I0004}));
  EXPECT_NE(out.str().find("-generator 1\n+generator 2\n"), std::string::npos);
}

TEST_F(Write, ChecksForeignFilesAsDifferent) {
  disk.files.write("out/a.hpp", "theirs\n");
  run({{"a.hpp", "A\n"}}, WriteMode::check);
  EXPECT_EQ(codes(), (Codes{Code::I0004}));
  EXPECT_NE(out.str().find("-theirs\n+A\n"), std::string::npos);
}

TEST_F(Write, BoundsTheDiffsOfACheck) {
  Texts texts;
  for (int file = 0; file < 50; ++file) texts["f" + std::to_string(file)] = "1\n2\n3\n4\n5\n";
  run(texts, WriteMode::check, 20);
  const std::string text = out.str();
  EXPECT_LE(std::count(text.begin(), text.end(), '\n'), 21);
  EXPECT_EQ(diagnostics.sorted()[0].message,
            "`out` is out of date: 0 different, 50 missing, 0 stale");
}

TEST_F(Write, ListsWhatADryRunWouldDo) {
  run({{"a.hpp", "A"}, {"b.hpp", "B"}, {"old.hpp", "O"}, {"older.hpp", "O"}});
  disk.files.write("out/older.hpp", "edited");
  run({{"a.hpp", "A"}, {"b.hpp", "changed"}, {"n.hpp", "N"}}, WriteMode::dry_run);
  EXPECT_EQ(out.str(), "write b.hpp\nwrite n.hpp\nremove old.hpp\nleave older.hpp\n1 unchanged\n");
  EXPECT_EQ(disk.log, Names{});
}

TEST_F(Write, ReportsForeignFilesInADryRun) {
  disk.files.write("out/a.hpp", "theirs");
  run({{"a.hpp", "A"}}, WriteMode::dry_run);
  EXPECT_EQ(codes(), (Codes{Code::I0002}));
  EXPECT_EQ(out.str(), "");
}

TEST_F(Write, WritesDepfiles) {
  write_depfile("out.d", "out/stamp", {"a b.yaml"}, disk, diagnostics);
  EXPECT_EQ(disk.files.files().at("out.d"), "out/stamp: \\\n  a\\ b.yaml\n");
  disk.files.refuse_writes_to("out.d");
  write_depfile("out.d", "out/stamp", {}, disk, diagnostics);
  EXPECT_EQ(codes(), (Codes{Code::I0001}));
}

}  // namespace
}  // namespace bindery::output
