#include "cli/options.hpp"

#include <algorithm>
#include <ostream>

#include <CLI/CLI.hpp>

#include "cli/exit_status.hpp"
#include "cli/version.hpp"
#include "diagnostics/suggest.hpp"

namespace bindery::cli {
namespace {

constexpr const char* description =
    "bindery: OpenAPI documents, or pages that hold fragments of them, to a header-only C++17 "
    "client";

/// An option that takes one of some words; the help shows the words, not their numbers.
template <class T, class Value>
void add_choice(CLI::App& command, const std::string& name, Value& value, const std::string& what,
                const std::vector<std::pair<std::string, T>>& words) {
  std::string shown;
  for (const auto& [word, meaning] : words) shown += (shown.empty() ? "" : "|") + word;
  command.add_option(name, value, what)
      ->transform(CLI::CheckedTransformer(words).description(""))
      ->type_name(shown);
}

/// Options of reading, shared by `generate`, `dump` and `describe`.
void add_reading_options(CLI::App& command, GenerateOptions& options) {
  command
      .add_option("INPUT", options.inputs,
                  "Document (.yaml, .yml, .json), page (.md, .mdx, .txt) or folder of these")
      ->required();
  command
      .add_option("--config", options.config,
                  "Configuration; default: bindery.yaml beside the input")
      ->type_name("FILE");
  add_choice<spec::OnConflict>(command, "--on-conflict", options.on_conflict,
                               "When documents contradict each other",
                               {{"error", spec::OnConflict::error},
                                {"first", spec::OnConflict::first},
                                {"last", spec::OnConflict::last}});
  add_choice<model::UnknownMembers>(
      command, "--unknown-members", options.unknown_members,
      "Members that objects do not name and do not rule out: skip them, or keep them in a map; "
      "default: skip",
      {{"skip", model::UnknownMembers::skip}, {"keep", model::UnknownMembers::keep}});
  command.add_option("--namespace", options.name_space, "C++ namespace; default: from the title")
      ->type_name("NS");
  add_choice<DiagnosticsFormat>(
      command, "--diagnostics", options.format, "How to print diagnostics",
      {{"text", DiagnosticsFormat::text}, {"json", DiagnosticsFormat::json}});
  command.add_flag("--werror", options.warnings_are_errors, "Warnings are errors");
  command.add_option("--max-errors", options.max_errors, "Errors shown; 0 shows all")
      ->type_name("N")
      ->capture_default_str();
  command.add_flag("--quiet", options.quiet, "No notes and no summary");
}

void add_generate_options(CLI::App& command, GenerateOptions& options) {
  add_reading_options(command, options);
  command.add_option("--out", options.out, "Folder to write to")->required()->type_name("DIR");
  command
      .add_option("--templates", options.templates,
                  "Folder whose templates replace the built-in ones (no stable contract)")
      ->type_name("DIR");
  command
      .add_option("--with", options.extras, "What to write besides: calls by operationId and JSON")
      ->transform(CLI::CheckedTransformer(std::vector<std::pair<std::string, cpp::Extra>>{
                                              {"invoke", cpp::Extra::invoke}})
                      .description(""))
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("invoke");
  command.add_flag("--check", options.check, "Write nothing; print what differs and exit with 1");
  command.add_flag("--dry-run", options.dry_run, "Write nothing; list what would be written");
  auto* stamp =
      command.add_option("--stamp", options.stamp, "File to touch when done")->type_name("FILE");
  command
      .add_option("--depfile", options.depfile,
                  "Write the files read, as Make dependencies of the stamp")
      ->type_name("FILE")
      ->needs(stamp);
}

/// Names of all long options, for suggestions.
std::vector<std::string> option_names(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

/// The command the arguments are for, so that help and suggestions are its own.
const CLI::App* chosen_command(const CLI::App& program) {
  const auto chosen = program.get_subcommands();
  return chosen.empty() ? &program : chosen.front();
}

int complain(const CLI::App& program, const std::vector<std::string>& arguments,
             const CLI::ParseError& error, std::ostream& err) {
  err << "bindery: " << error.what() << '\n';
  const CLI::App* command = chosen_command(program);
  std::vector<std::string> known = option_names(*command);
  if (command == &program) {
    for (const CLI::App* each : program.get_subcommands({})) known.push_back(each->get_name());
  }
  for (const std::string& argument : arguments) {
    const std::string name = argument.substr(0, argument.find('='));
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    if (command != &program && name.rfind("--", 0) != 0) continue;
    if (const auto near = diagnostics::nearest(name, known)) {
      err << "  hint: did you mean `" << *near << "`?\n";
      break;
    }
  }
  err << "  hint: `" << (command == &program ? "bindery" : "bindery " + command->get_name())
      << " --help` lists the options\n";
  return exit_status::usage;
}

}  // namespace

std::variant<Options, int> parse_arguments(const std::vector<std::string>& arguments,
                                           std::ostream& out, std::ostream& err) {
  CLI::App program(description, "bindery");
  program.set_version_flag("--version", std::string("bindery ") + std::string(version));
  program.require_subcommand(1);
  program.fallthrough(false);

  GenerateOptions generate;
  add_generate_options(*program.add_subcommand("generate", "Write a client"), generate);

  GenerateOptions dump;
  CLI::App* dump_command =
      program.add_subcommand("dump", "Print what was understood of a document");
  add_reading_options(*dump_command, dump);
  std::string stage = "model";
  dump_command->add_option("--stage", stage, "What to print")
      ->check(CLI::IsMember({"model", "examples"}));

  GenerateOptions describe;
  CLI::App* describe_command = program.add_subcommand(
      "describe", "Print what each operation of a document is in C++, for people or programs");
  add_reading_options(*describe_command, describe);
  describe.describe = DescriptionFormat::text;
  add_choice<DescriptionFormat>(
      *describe_command, "--format", describe.describe, "How to print it",
      {{"text", DescriptionFormat::text}, {"json", DescriptionFormat::json}});

  ExplainOptions explain;
  program.add_subcommand("explain", "Explain a diagnostic code")
      ->add_option("CODE", explain.code, "E0203, for instance")
      ->required();
  program.add_subcommand("describe-templates", "Print what each template can ask for");

  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
  try {
    program.parse(reversed);
  } catch (const CLI::CallForHelp&) {
    out << chosen_command(program)->help(chosen_command(program) == &program ? "" : "bindery");
    return exit_status::success;
  } catch (const CLI::CallForVersion&) {
    out << "bindery " << version << '\n';
    return exit_status::success;
  } catch (const CLI::ParseError& error) {
    return complain(program, arguments, error, err);
  }

  if (program.got_subcommand("generate")) return Options(std::move(generate));
  if (program.got_subcommand("describe")) return Options(std::move(describe));
  if (program.got_subcommand("explain")) return Options(std::move(explain));
  if (program.got_subcommand("describe-templates")) return Options(DescribeTemplatesOptions{});
  dump.dump_model = stage == "model";
  dump.dump_examples = stage == "examples";
  return Options(std::move(dump));
}

}  // namespace bindery::cli
