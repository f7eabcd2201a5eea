// The whole program: valid or diagnosed, never a crash; and nothing a document says gets out of the
// comment or string it is written into.
#include <map>
#include <sstream>
#include <string>

#include "bundle.hpp"
#include "claim.hpp"
#include "cli/embedded.hpp"
#include "cli/exit_status.hpp"
#include "cli/run.hpp"
#include "lexical_claims.hpp"
#include "source/file_system.hpp"

namespace {

using namespace bindery;

struct Outcome {
  int status = 0;
  std::string said;
};

Outcome run(source::FileSystem& files, const std::vector<std::string>& arguments) {
  std::ostringstream out, err;
  const int status = cli::run(
      arguments, {files, out, err, cli::embedded_templates(), cli::embedded_runtime(), false});
  fuzz::claim(status >= cli::exit_status::success && status <= cli::exit_status::input_output,
              "the exit status is one of ours");
  return {status, out.str() + err.str()};
}

bool is_generated(const std::string& path) {
  return path.rfind("out/include/", 0) == 0 && path.rfind("out/include/bindery/", 0) != 0;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::Bundle bundle = fuzz::read_bundle(fuzz::text_of(data, size));
  for (const auto& [path, text] : bundle.files) {
    if (path.rfind("out", 0) == 0) return 0;  // what stands there is not ours to compare with
  }
  source::MemoryFileSystem files(bundle.files);
  const Outcome generated = run(files, {"generate", "--out", "out", "--", bundle.input});
  if (generated.status != cli::exit_status::success) {
    fuzz::claim(!generated.said.empty(), "a failure is explained");
    fuzz::claim(files.files() == bundle.files, "a failure writes nothing");
    return 0;
  }
  bool has_output = false;
  for (const auto& [path, text] : files.files()) {
    const auto input = bundle.files.find(path);
    if (input != bundle.files.end()) {
      fuzz::claim(input->second == text, "inputs are not written to");
      continue;
    }
    fuzz::claim(path.rfind("out/", 0) == 0, "nothing is written elsewhere");
    if (!is_generated(path)) continue;
    has_output = true;
    fuzz::claim_lexically_closed(text);
  }
  fuzz::claim(has_output, "a success writes something");
  const Outcome checked = run(files, {"generate", "--check", "--out", "out", "--", bundle.input});
  fuzz::claim(checked.status == cli::exit_status::success, "a second run writes the same");
  return 0;
}
