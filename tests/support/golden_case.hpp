// A golden case: a folder with inputs, arguments and what must come out.
#pragma once

#include <filesystem>
#include <map>
#include <ostream>
#include <string>
#include <vector>

namespace bindery::support {

/// `tests/golden/<topic>/<name>/`: input files of any name; `args` (one argument a line, default
/// `generate openapi.yaml --out out`); and what is expected: `expected/**` (the files written below
/// `out/`, the runtime and the manifest left out), `stdout.txt`, `stderr.txt`, `status`. What is
/// not there is not printed: no `stderr.txt` means nothing on stderr, no `status` means 0.
struct GoldenCase {
  std::filesystem::path folder;
  std::string topic, name;

  /// For GoogleTest's messages.
  friend std::ostream& operator<<(std::ostream& out, const GoldenCase& golden) {
    return out << golden.topic << '/' << golden.name;
  }
};

/// Text files by path relative to the case's folder.
using Files = std::map<std::string, std::string>;

/// Every case below `root`, in name order.
std::vector<GoldenCase> golden_cases(const std::filesystem::path& root);

/// What stands in the case's folder as expected.
Files expected_files(const GoldenCase& golden);

/// Runs the case in memory and gives what should be in its folder as expected.
Files actual_files(const GoldenCase& golden);

/// Replaces the expected files of the case.
void update(const GoldenCase& golden, const Files& actual);

/// What differs, as text for people; empty when nothing does.
std::string difference(const Files& expected, const Files& actual);

}  // namespace bindery::support
