// What the command line asks for.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cpp/plan.hpp"
#include "model/unknown_members.hpp"
#include "spec/read_spec.hpp"

namespace bindery::cli {

enum class DiagnosticsFormat { text, json };
enum class DescriptionFormat { text, json };

/// `bindery generate`, and what else reads a document: `bindery dump` and `bindery describe`.
struct GenerateOptions {
  std::vector<std::string> inputs;
  std::string out;  ///< Output folder.
  std::optional<std::string> name_space;
  std::optional<std::string> config;     ///< Instead of the `bindery.yaml` beside the input.
  std::optional<std::string> templates;  ///< Folder whose files replace embedded templates by name.
  std::optional<std::string>
      depfile;                       ///< Make-style dependencies of this run, for build systems...
  std::optional<std::string> stamp;  ///< ...and the file touched at its end, the depfile's target.
  spec::OnConflict on_conflict = spec::OnConflict::error;
  DiagnosticsFormat format = DiagnosticsFormat::text;
  std::size_t max_errors = 50;
  bool check = false, dry_run = false, warnings_are_errors = false;
  bool quiet = false;  ///< No notes, no summary of what was written.
  /// Instead of the configuration's.
  std::optional<model::UnknownMembers> unknown_members;
  std::vector<cpp::Extra> extras;  ///< Beside the configuration's.
  bool dump_model = false;         ///< Print the model instead of generating.
  bool dump_examples = false;      ///< Print the examples instead of generating.
  /// Print what would be generated instead of generating it.
  std::optional<DescriptionFormat> describe;
};

struct ExplainOptions {
  std::string code;
};

/// `bindery describe-templates`: the shapes of the views that templates see.
struct DescribeTemplatesOptions {};

using Options = std::variant<GenerateOptions, ExplainOptions, DescribeTemplatesOptions>;

/// The options, or the exit status when there is nothing more to do (help, version, wrong usage).
/// Help goes to `out`, complaints to `err`.
std::variant<Options, int> parse_arguments(const std::vector<std::string>& arguments,
                                           std::ostream& out, std::ostream& err);

}  // namespace bindery::cli
