#include "cli/run.hpp"

#include <ostream>
#include <utility>

#include "cli/configuration.hpp"
#include "cli/dump_examples.hpp"
#include "cli/exit_status.hpp"
#include "cli/inputs.hpp"
#include "cli/options.hpp"
#include "cli/print_description.hpp"
#include "cli/version.hpp"
#include "cpp/description.hpp"
#include "cpp/names.hpp"
#include "cpp/plan.hpp"
#include "diagnostics/print_json.hpp"
#include "diagnostics/print_text.hpp"
#include "model/idempotency.hpp"
#include "model/lower.hpp"
#include "model/pagination.hpp"
#include "model/waiting.hpp"
#include "output/write.hpp"
#include "render/check.hpp"
#include "render/render.hpp"
#include "source/source_map.hpp"
#include "spec/read_spec.hpp"

namespace bindery::cli {
namespace {

using diagnostics::Code;
using diagnostics::Diagnostics;

std::vector<render::Binding> bindings() {
  std::vector<render::Binding> bindings;
  for (cpp::TemplateShape& each : cpp::template_shapes()) {
    bindings.push_back({std::move(each.template_name), std::move(each.shape)});
  }
  return bindings;
}

/// What one run of `generate`, `dump` or `describe` works with.
class Run {
 public:
  Run(const GenerateOptions& options, const Environment& environment)
      : options_(options), environment_(environment), sources_(environment.files) {
    if (options.warnings_are_errors) diagnostics_.warnings_are_errors();
  }

  /// The pipeline. It stops between passes, so that a pass can say all it finds.
  int go() {
    const auto stop = [&] { return diagnostics_.has_errors(); };

    Inputs inputs = load_inputs(options_.inputs, sources_, diagnostics_);
    const Configuration configuration = read_configuration_of(inputs);
    if (stop()) return finish();
    document::Document document =
        spec::merge_documents(std::move(inputs.documents), options_.on_conflict, diagnostics_);
    if (stop()) return finish();
    const auto& spec = keep(spec::read_spec(std::move(document), sources_, diagnostics_));
    if (stop()) return finish();
    const auto& api = keep(lower(spec, configuration));
    if (stop()) return finish();
    if (options_.dump_model) {
      model::dump(api, environment_.out);
      return finish();
    }
    const auto& names = keep(cpp::assign_names(api, configuration.naming, diagnostics_));
    if (stop()) return finish();
    const auto& layout = keep(cpp::lay_out(api, names));
    if (options_.dump_examples) {
      dump_examples(api, names, layout, sources_, environment_.out);
      return finish();
    }
    if (options_.describe) {
      print(cpp::describe(api, names, layout), *options_.describe);
      return finish();
    }
    const auto& plan =
        keep(cpp::plan_files(api, names, layout, banner(names), extras(configuration)));
    const auto& files = keep(render_client(plan));
    if (stop()) return finish();
    write(files);
    if (stop()) return finish();
    leave_traces(inputs);
    return finish();
  }

 private:
  template <class T>
  const T& keep(T made) {
    return (environment_.keeper != nullptr ? *environment_.keeper : own_keeper_)
        .keep(std::move(made));
  }

  Configuration read_configuration_of(const Inputs& inputs) {
    Configuration configuration;
    const std::optional<std::string>& path =
        options_.config ? options_.config : inputs.configuration;
    if (path) configuration = read_configuration(*path, sources_, diagnostics_);
    if (options_.name_space) configuration.naming.name_space = *options_.name_space;
    return configuration;
  }

  model::Api lower(const spec::Spec& spec, const Configuration& configuration) {
    const auto events = configuration.webhook_scheme ? model::WebhookEvents::united
                                                     : model::WebhookEvents::separate;
    model::Api api = model::lower(spec, configuration.filter, diagnostics_, events);
    api.webhook_scheme = configuration.webhook_scheme;
    const auto unknown_members = options_.unknown_members.value_or(configuration.unknown_members);
    if (unknown_members == model::UnknownMembers::keep) keep_unknown_members(api.types);
    mark_idempotency(api, configuration.idempotency_headers);
    find_pages(api, spec, configuration.page_rules, diagnostics_);
    find_waits(api, spec, configuration.wait_rules, diagnostics_);
    return api;
  }

  void print(const cpp::Description& description, DescriptionFormat format) const {
    if (format == DescriptionFormat::json) {
      print_description_json(description, environment_.out);
    } else {
      print_description_text(description, environment_.out);
    }
  }

  std::vector<cpp::Extra> extras(const Configuration& configuration) const {
    std::vector<cpp::Extra> all = configuration.extras;
    all.insert(all.end(), options_.extras.begin(), options_.extras.end());
    return all;
  }

  /// Base names only: the output does not tell where it was made.
  cpp::Banner banner(const cpp::Names& names) const {
    constexpr std::size_t shown = 3;
    std::string all;
    for (std::size_t i = 0; i < options_.inputs.size() && i < shown; ++i) {
      all += (all.empty() ? "" : " ") + base_name(options_.inputs[i]);
    }
    if (options_.inputs.size() > shown) all += " ...";
    std::string command = "bindery generate " + all + " --out DIR --namespace " + names.name_space;
    if (options_.unknown_members) {
      command += *options_.unknown_members == model::UnknownMembers::keep
                     ? " --unknown-members keep"
                     : " --unknown-members skip";
    }
    if (!options_.extras.empty()) command += " --with invoke";
    return {all, command};
  }

  std::string base_name(std::string input) const {
    while (input.size() > 1 && input.back() == '/') input.pop_back();
    const std::string name = source::file_name_of(input);
    if (name != "." && name != "..") return name;
    return source::file_name_of(environment_.files.canonical(input));
  }

  /// Every template is checked against its view before the first is rendered.
  output::FileSet render_client(const std::vector<cpp::FilePlan>& plan) {
    output::FileSet files;
    const render::TemplateSet templates =
        render::load_templates(environment_.templates, options_.templates, sources_, diagnostics_);
    const render::CheckedTemplates checked =
        render::check_templates(templates, bindings(), diagnostics_);
    if (diagnostics_.has_errors()) return files;
    for (const cpp::FilePlan& file : plan) {
      files.add(file.path,
                render::render(*checked.programs.at(file.template_name), file.view.value),
                diagnostics_);
    }
    for (const render::EmbeddedTemplate& header : environment_.runtime) {
      files.add("include/" + std::string(header.name), std::string(header.text), diagnostics_);
    }
    return files;
  }

  void write(const output::FileSet& files) {
    output::WriteOptions to;
    to.root = options_.out;
    to.generator_version = version;
    to.mode = options_.check     ? output::WriteMode::check
              : options_.dry_run ? output::WriteMode::dry_run
                                 : output::WriteMode::write;
    const output::WriteReport report =
        output::write_files(files, to, environment_.files, diagnostics_, environment_.out);
    if (options_.quiet || options_.check || options_.dry_run || diagnostics_.has_errors()) return;
    environment_.out << options_.out << ": " << report.written.size() << " written, "
                     << report.unchanged << " unchanged, " << report.removed.size() << " removed\n";
    for (const std::string& path : report.left) {
      environment_.out << options_.out << ": left `" << path
                       << "`: not generated any more, but edited\n";
    }
  }

  /// The depfile and the stamp, for build systems.
  void leave_traces(const Inputs& inputs) {
    if (options_.check || options_.dry_run || !options_.stamp) return;
    if (options_.depfile) {
      std::vector<std::string> dependencies = sources_.names();
      dependencies.insert(dependencies.end(), inputs.folders.begin(), inputs.folders.end());
      output::write_depfile(*options_.depfile, *options_.stamp, dependencies, environment_.files,
                            diagnostics_);
    }
    if (const auto error = environment_.files.write(*options_.stamp, "")) {
      diagnostics_.report(Code::I0001, source::Location::unknown(),
                          "cannot write `" + *options_.stamp + "`: " + error->message);
    }
  }

  /// Says everything there is to say; the status follows from it.
  int finish() {
    if (options_.format == DiagnosticsFormat::json) {
      diagnostics::print_json(diagnostics_, sources_, environment_.err);
    } else {
      diagnostics::TextOptions text;
      text.max_errors = options_.max_errors;
      text.colour = environment_.colour;
      text.notes = !options_.quiet;
      diagnostics::print_text(diagnostics_, sources_, text, environment_.err);
    }
    if (!diagnostics_.has_errors()) return exit_status::success;
    for (const diagnostics::Diagnostic& each : diagnostics_.sorted()) {
      if (each.code == Code::E0101 || each.code == Code::I0001) return exit_status::input_output;
    }
    return exit_status::wrong_input;
  }

  const GenerateOptions& options_;
  const Environment& environment_;
  source::SourceMap sources_;
  Diagnostics diagnostics_;
  Keeper own_keeper_;
};

int execute(const GenerateOptions& options, const Environment& environment) {
  return Run(options, environment).go();
}

int execute(const ExplainOptions& options, const Environment& environment) {
  const diagnostics::CodeInfo* info = diagnostics::find_code(options.code);
  if (info == nullptr) {
    environment.err
        << "bindery: `" << options.code << "` is not a diagnostic code\n"
        << "  hint: codes look like E0203 and stand in brackets in what bindery prints\n";
    return exit_status::usage;
  }
  environment.out << info->name << ": " << info->title << "\n\n"
                  << diagnostics::explanation(info->code) << '\n';
  return exit_status::success;
}

int execute(const DescribeTemplatesOptions&, const Environment& environment) {
  for (const render::Binding& binding : bindings()) {
    environment.out << binding.template_name << "\n  "
                    << render::describe_names(binding.shape, false) << '\n';
  }
  return exit_status::success;
}

}  // namespace

int run(const std::vector<std::string>& arguments, const Environment& environment) {
  const auto parsed = parse_arguments(arguments, environment.out, environment.err);
  if (const int* status = std::get_if<int>(&parsed)) return *status;
  return std::visit([&](const auto& options) { return execute(options, environment); },
                    *std::get_if<Options>(&parsed));
}

}  // namespace bindery::cli
