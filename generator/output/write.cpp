// Carries out a ChangePlan, prints it, or prints what it would change.
// Must not look inside the texts.
#include "output/write.hpp"

#include <algorithm>
#include <optional>
#include <ostream>
#include <utility>

#include "output/change_plan.hpp"
#include "output/depfile.hpp"
#include "output/diff.hpp"
#include "output/manifest.hpp"

namespace bindery::output {
namespace {

using diagnostics::Code;
using Action = Change::Action;

bool is_write(const Change& change) {
  return change.action == Action::create || change.action == Action::replace;
}

bool is_removal(const Change& change) {
  return change.action == Action::remove || change.action == Action::remove_first;
}

std::string counted(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what;
}

/// Everything of one call, handed around together.
struct Job {
  const FileSet& files;
  const WriteOptions& options;
  source::FileSystem& file_system;
  diagnostics::Diagnostics& diagnostics;

  std::string full(std::string_view path) const { return source::join_path(options.root, path); }

  void report_failure(const std::string& path, const std::string& verb,
                      const source::FileError& error) const {
    diagnostics.report(Code::I0001, source::Location::unknown(),
                       "`" + full(path) + "` cannot be " + verb + ": " + error.message);
  }
};

WriteReport report_of(const ChangePlan& plan) {
  WriteReport report;
  for (const Change& change : plan.changes) {
    if (is_write(change)) report.written.push_back(change.path);
    if (is_removal(change)) report.removed.push_back(change.path);
    if (change.action == Action::leave) report.left.push_back(change.path);
    if (change.action == Action::keep) ++report.unchanged;
  }
  return report;
}

/// Reports every foreign file; true if there is one.
bool has_foreign_files(const Job& job, const ChangePlan& plan) {
  bool found = false;
  for (const Change& change : plan.changes) {
    if (change.action != Action::foreign) continue;
    found = true;
    job.diagnostics
        .report(Code::I0002, source::Location::unknown(),
                "`" + job.full(change.path) + "` is in the way, and not listed in `" +
                    std::string(manifest_name) + "`")
        .hint("move it away, or generate into another folder");
  }
  return found;
}

void check(const Job& job, const ChangePlan& plan, std::ostream& out) {
  if (plan.is_up_to_date()) return;
  std::size_t budget = job.options.max_diff_lines;
  std::size_t missing = 0;
  std::size_t different = 0;
  std::size_t stale = 0;
  const auto print = [&](const std::string& path, const std::optional<std::string>& old_text,
                         const std::optional<std::string>& new_text) {
    if (!old_text && !new_text) return;
    if (!old_text) ++missing;
    if (!new_text) ++stale;
    if (old_text && new_text) ++different;
    if (budget == 0) return;
    const std::string diff =
        unified_diff(old_text ? job.full(path) : "/dev/null", old_text.value_or(""),
                     new_text ? "generated/" + path : "/dev/null", new_text.value_or(""), budget);
    const auto lines = static_cast<std::size_t>(std::count(diff.begin(), diff.end(), '\n'));
    budget -= std::min(budget, lines);
    out << diff;
  };
  for (const Change& change : plan.changes) {
    if (is_write(change) || change.action == Action::foreign) {
      const auto file = job.files.files().find(change.path);
      print(change.path, change.old_text,
            file == job.files.files().end() ? std::nullopt : std::optional(file->second));
    } else if (is_removal(change)) {
      print(change.path, change.old_text, std::nullopt);
    }
  }
  // When files differ their hashes do as well: the manifest says something new only by itself.
  if (missing + different + stale == 0) {
    print(std::string(manifest_name), plan.old_manifest_text, print_manifest(plan.new_manifest));
  }
  job.diagnostics
      .report(Code::I0004, source::Location::unknown(),
              "`" + job.options.root + "` is out of date: " + counted(different, "different, ") +
                  counted(missing, "missing, ") + counted(stale, "stale"))
      .hint("generate again without `--check`");
}

void list(const WriteReport& report, std::ostream& out) {
  for (const std::string& path : report.written) out << "write " << path << '\n';
  for (const std::string& path : report.removed) out << "remove " << path << '\n';
  for (const std::string& path : report.left) out << "leave " << path << '\n';
  out << counted(report.unchanged, "unchanged") << '\n';
}

/// Writes and removes, and remembers how to take it back.
class Transaction {
 public:
  explicit Transaction(const Job& job) : job_(job) {}

  bool write(const std::string& path, std::string_view text,
             const std::optional<std::string>& old_text) {
    if (const auto error = job_.file_system.write(job_.full(path), text)) {
      job_.report_failure(path, "written", *error);
      return false;
    }
    undo_.push_back({path, old_text});
    return true;
  }

  bool remove(const std::string& path, const std::optional<std::string>& old_text) {
    if (const auto error = job_.file_system.remove(job_.full(path), job_.options.root)) {
      job_.report_failure(path, "removed", *error);
      return false;
    }
    undo_.push_back({path, old_text});
    return true;
  }

  /// Puts everything back, last change first, so that the old manifest comes last. Stops at what
  /// cannot be put back: the manifest then goes on listing all that may be ours.
  void take_back() {
    for (; !undo_.empty(); undo_.pop_back()) {
      const auto& [path, text] = undo_.back();
      const std::string name = job_.full(path);
      const auto error = text ? job_.file_system.write(name, *text)
                              : job_.file_system.remove(name, job_.options.root);
      if (error) return job_.report_failure(path, "put back", *error);
    }
  }

 private:
  struct Undo {
    std::string path;
    std::optional<std::string> text;  ///< What was there before; nothing if nothing was.
  };
  const Job& job_;
  std::vector<Undo> undo_;
};

/// The manifest that holds while files are being written: all of the old and all of the new ones.
Manifest manifest_meanwhile(const ChangePlan& plan) {
  Manifest manifest = plan.old_manifest;
  manifest.generator_version = plan.new_manifest.generator_version;
  manifest.hashes.insert(plan.new_manifest.hashes.begin(), plan.new_manifest.hashes.end());
  return manifest;
}

bool write_all(const Job& job, const ChangePlan& plan, Transaction& transaction) {
  const std::string manifest_path(manifest_name);
  const Manifest meanwhile = manifest_meanwhile(plan);
  if (meanwhile.hashes.size() != plan.old_manifest.hashes.size() &&
      !transaction.write(manifest_path, print_manifest(meanwhile), plan.old_manifest_text)) {
    return false;
  }
  for (const Change& change : plan.changes) {
    if (change.action == Action::remove_first &&
        !transaction.remove(change.path, change.old_text)) {
      return false;
    }
  }
  for (const Change& change : plan.changes) {
    if (is_write(change) &&
        !transaction.write(change.path, job.files.files().at(change.path), change.old_text)) {
      return false;
    }
  }
  return true;
}

/// Removes stale files. What cannot be removed stays in the manifest, to be tried again.
void remove_stale(const Job& job, const ChangePlan& plan, Manifest& manifest, WriteReport& report) {
  for (const Change& change : plan.changes) {
    if (change.action != Action::remove) continue;
    if (const auto error = job.file_system.remove(job.full(change.path), job.options.root)) {
      job.report_failure(change.path, "removed", *error);
      manifest.hashes.emplace(change.path, plan.old_manifest.hashes.at(change.path));
      report.removed.erase(std::find(report.removed.begin(), report.removed.end(), change.path));
    }
  }
}

WriteReport carry_out(const Job& job, const ChangePlan& plan) {
  Transaction transaction(job);
  if (!write_all(job, plan, transaction)) {
    transaction.take_back();
    return {};
  }
  WriteReport report = report_of(plan);
  Manifest manifest = plan.new_manifest;
  remove_stale(job, plan, manifest, report);
  const std::string path = job.full(manifest_name);
  const std::string text = print_manifest(manifest);
  const auto current = job.file_system.read(path);
  if (current && *current == text) return report;
  if (const auto error = job.file_system.write(path, text)) {
    job.report_failure(std::string(manifest_name), "written", *error);
  }
  return report;
}

}  // namespace

WriteReport write_files(const FileSet& files, const WriteOptions& options,
                        source::FileSystem& file_system, diagnostics::Diagnostics& diagnostics,
                        std::ostream& out) {
  const Job job{files, options, file_system, diagnostics};
  const diagnostics::Checkpoint checkpoint(diagnostics);
  const ChangePlan plan =
      plan_changes(files, options.root, options.generator_version, file_system, diagnostics);
  if (checkpoint.failed()) return {};
  if (options.mode == WriteMode::check) {
    check(job, plan, out);
    return report_of(plan);
  }
  if (has_foreign_files(job, plan)) return {};
  if (options.mode == WriteMode::dry_run) {
    list(report_of(plan), out);
    return report_of(plan);
  }
  return carry_out(job, plan);
}

void write_depfile(const std::string& path, const std::string& target,
                   const std::vector<std::string>& dependencies, source::FileSystem& file_system,
                   diagnostics::Diagnostics& diagnostics) {
  if (const auto error = file_system.write(path, print_depfile(target, dependencies))) {
    diagnostics.report(Code::I0001, source::Location::unknown(),
                       "`" + path + "` cannot be written: " + error->message);
  }
}

}  // namespace bindery::output
