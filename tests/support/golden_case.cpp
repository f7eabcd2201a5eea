#include "golden_case.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "cli/embedded.hpp"
#include "cli/run.hpp"
#include "source/file_system.hpp"

namespace bindery::support {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

bool starts_with(const std::string& text, std::string_view prefix) {
  return text.rfind(prefix, 0) == 0;
}

bool is_expectation(const std::string& path) {
  return path == "stdout.txt" || path == "stderr.txt" || path == "status" ||
         starts_with(path, "expected/");
}

Files all_files(const fs::path& folder) {
  Files files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) {
      files[entry.path().lexically_relative(folder).generic_string()] = read(entry.path());
    }
  }
  return files;
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> result;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) result.push_back(line);
  return result;
}

/// The first lines that differ, with a little around them.
std::string line_difference(const std::string& expected, const std::string& actual) {
  const auto left = lines(expected), right = lines(actual);
  std::size_t first = 0;
  while (first < left.size() && first < right.size() && left[first] == right[first]) ++first;
  std::size_t left_end = left.size(), right_end = right.size();
  while (left_end > first && right_end > first && left[left_end - 1] == right[right_end - 1]) {
    --left_end;
    --right_end;
  }
  constexpr std::size_t shown = 12;
  std::ostringstream out;
  out << "  @@ line " << first + 1 << " @@\n";
  for (std::size_t i = first > 2 ? first - 2 : 0; i < first; ++i) out << "   " << left[i] << '\n';
  for (std::size_t i = first; i < std::min(left_end, first + shown); ++i)
    out << "  -" << left[i] << '\n';
  for (std::size_t i = first; i < std::min(right_end, first + shown); ++i)
    out << "  +" << right[i] << '\n';
  if (left == right) out << "  (only line endings differ)\n";
  return out.str();
}

}  // namespace

std::vector<GoldenCase> golden_cases(const fs::path& root) {
  std::vector<GoldenCase> cases;
  for (const auto& topic : fs::directory_iterator(root)) {
    if (!topic.is_directory()) continue;
    for (const auto& folder : fs::directory_iterator(topic.path())) {
      if (!folder.is_directory()) continue;
      cases.push_back(
          {folder.path(), topic.path().filename().string(), folder.path().filename().string()});
    }
  }
  std::sort(cases.begin(), cases.end(),
            [](const GoldenCase& a, const GoldenCase& b) { return a.folder < b.folder; });
  return cases;
}

Files expected_files(const GoldenCase& golden) {
  Files expected;
  for (auto& [path, text] : all_files(golden.folder)) {
    if (is_expectation(path)) expected[path] = text;
  }
  return expected;
}

Files actual_files(const GoldenCase& golden) {
  Files inputs;
  std::vector<std::string> arguments{"generate", "openapi.yaml", "--out", "out"};
  for (auto& [path, text] : all_files(golden.folder)) {
    if (path == "args") {
      arguments = lines(text);
    } else if (!is_expectation(path)) {
      inputs[path] = text;
    }
  }
  const Files before = inputs;
  source::MemoryFileSystem files(inputs);
  std::ostringstream out, err;
  // One header stands for the runtime, so that no golden changes with it.
  const std::vector<render::EmbeddedTemplate> runtime{{"bindery/runtime.hpp", "// The runtime.\n"}};
  const int status =
      cli::run(arguments, {files, out, err, cli::embedded_templates(), runtime, false});

  Files actual;
  for (const auto& [path, text] : files.files()) {
    if (starts_with(path, "out/include/bindery/") || path == "out/bindery.manifest") continue;
    const auto old = before.find(path);
    if (old != before.end() && old->second == text) continue;
    actual["expected/" + path] = text;
  }
  if (!out.str().empty()) actual["stdout.txt"] = out.str();
  if (!err.str().empty()) actual["stderr.txt"] = err.str();
  if (status != 0) actual["status"] = std::to_string(status) + "\n";
  return actual;
}

void update(const GoldenCase& golden, const Files& actual) {
  fs::remove_all(golden.folder / "expected");
  for (const char* name : {"stdout.txt", "stderr.txt", "status"}) fs::remove(golden.folder / name);
  for (const auto& [path, text] : actual) {
    fs::create_directories((golden.folder / path).parent_path());
    std::ofstream(golden.folder / path, std::ios::binary) << text;
  }
}

std::string difference(const Files& expected, const Files& actual) {
  std::string text;
  for (const auto& [path, content] : expected) {
    const auto found = actual.find(path);
    if (found == actual.end()) {
      text += path + ": expected, did not come out\n";
    } else if (found->second != content) {
      text += path + ":\n" + line_difference(content, found->second);
    }
  }
  for (const auto& [path, content] : actual) {
    if (expected.count(path) == 0)
      text += path + ": not expected:\n" + line_difference("", content);
  }
  return text;
}

}  // namespace bindery::support
