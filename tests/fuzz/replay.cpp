// Runs one target over files and folders, without libFuzzer: a corpus as a regression test.
// Must not find new inputs.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "claim.hpp"

namespace {

namespace fs = std::filesystem;

/// The files at or below `path` in name order; what goldens expect is no input.
std::vector<fs::path> inputs_at(const fs::path& path) {
  if (!fs::is_directory(path)) return {path};
  std::vector<fs::path> inputs;
  for (auto entry = fs::recursive_directory_iterator(path);
       entry != fs::recursive_directory_iterator(); ++entry) {
    if (entry->is_directory() && entry->path().filename() == "expected") {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file()) {
      inputs.push_back(entry->path());
    }
  }
  std::sort(inputs.begin(), inputs.end());
  return inputs;
}

}  // namespace

/// Arguments are files and folders. Names each input before it runs, so that the last line printed
/// is the one that crashed. Fails when there is none: a corpus that moved is no success.
int main(int argc, char** argv) {
  std::size_t count = 0;
  for (int i = 1; i < argc; ++i) {
    for (const fs::path& path : inputs_at(argv[i])) {
      std::printf("%s\n", path.string().c_str());
      std::fflush(stdout);
      std::ifstream in(path, std::ios::binary);
      if (!in) {
        std::fprintf(stderr, "cannot be read\n");
        return 1;
      }
      const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
      LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
      ++count;
    }
  }
  std::printf("%zu inputs\n", count);
  return count == 0 ? 1 : 0;
}
