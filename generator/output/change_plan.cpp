// Decides file by file what a run does to its output folder.
// Must not write.
#include "output/change_plan.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace bindery::output {
namespace {

using diagnostics::Code;

class Planner {
 public:
  Planner(const FileSet& files, const std::string& root, const source::FileSystem& file_system,
          diagnostics::Diagnostics& diagnostics)
      : files_(files), root_(root), file_system_(file_system), diagnostics_(diagnostics) {
    for (const auto& [path, text] : files.files()) new_by_folded_.emplace(fold_case(path), path);
  }

  bool read_old_manifest(ChangePlan& plan) {
    const std::string name = full(std::string(manifest_name));
    if (!file_system_.exists(name)) return true;
    auto text = file_system_.read(name);
    if (!text) {
      report_unreadable(name, text.error);
      return false;
    }
    auto manifest = read_manifest(*text, name, diagnostics_);
    if (!manifest) return false;
    plan.old_manifest_text = std::move(text.value);
    plan.old_manifest = std::move(*manifest);
    for (const auto& [path, hash] : plan.old_manifest.hashes) {
      if (!files_.files().contains(path)) stale_.emplace(fold_case(path), path);
    }
    return true;
  }

  void plan_file(const std::string& path, const std::string& text, ChangePlan& plan) {
    plan.new_manifest.hashes.emplace(path, hash_of(text));
    const std::string name = full(path);
    if (is_below_missing_folder(path)) {
      plan.changes.push_back({path, Change::Action::create, std::nullopt});
      return;
    }
    if (!file_system_.exists(name) || is_stale_twin(path)) {
      plan.changes.push_back({path, Change::Action::create, std::nullopt});
      plan_parents(path, plan);
      return;
    }
    const bool is_ours = plan.old_manifest.hashes.contains(path);
    auto old_text = file_system_.read(name);
    if (!old_text) {
      // A folder or a device is never ours; a file of ours that cannot be read is a failure.
      if (is_ours) return report_unreadable(name, old_text.error);
      plan.changes.push_back({path, Change::Action::foreign, std::nullopt});
      return;
    }
    const Change::Action action = is_ours ? Change::Action::replace : Change::Action::foreign;
    if (*old_text == text) {
      plan.changes.push_back({path, Change::Action::keep, std::nullopt});
      return;
    }
    plan.changes.push_back({path, action, std::move(old_text.value)});
  }

  void plan_stale(const std::string& path, std::uint64_t hash, ChangePlan& plan) {
    const std::string name = full(path);
    if (!file_system_.exists(name)) return;
    auto text = file_system_.read(name);
    if (!text) {
      // What took the place of our file and is no file is not ours.
      plan.changes.push_back({path, Change::Action::leave, std::nullopt});
      return;
    }
    Change::Action action = Change::Action::remove;
    if (hash_of(*text) != hash) {
      action = Change::Action::leave;
    } else if (is_in_the_way(path)) {
      action = Change::Action::remove_first;
    }
    plan.changes.push_back({path, action, std::move(text.value)});
  }

 private:
  std::string full(const std::string& path) const { return source::join_path(root_, path); }

  void report_unreadable(const std::string& name, const source::FileError& error) {
    diagnostics_.report(Code::I0001, source::Location::unknown(),
                        "`" + name + "` cannot be read: " + error.message);
  }

  /// Whether `path` exists only as a stale file of ours under a name of other case, on a disk that
  /// takes the two for one.
  bool is_stale_twin(const std::string& path) const {
    const auto twin = stale_.find(fold_case(path));
    return twin != stale_.end() &&
           file_system_.canonical(full(path)) == file_system_.canonical(full(twin->second));
  }

  /// A file that stands where a folder is needed is foreign, unless it is stale and goes first.
  void plan_parents(const std::string& path, ChangePlan& plan) {
    for (std::size_t slash = path.find('/'); slash != std::string::npos;
         slash = path.find('/', slash + 1)) {
      const std::string parent = path.substr(0, slash);
      const std::string name = full(parent);
      if (!file_system_.exists(name)) {
        missing_folder_ = parent + "/";
        return;
      }
      if (file_system_.is_directory(name) || plan.old_manifest.hashes.contains(parent)) continue;
      const auto is_known = [&](const Change& change) { return change.path == parent; };
      if (std::none_of(plan.changes.begin(), plan.changes.end(), is_known)) {
        plan.changes.push_back({parent, Change::Action::foreign, std::nullopt});
      }
      return;
    }
  }

  /// Files come in byte order, so those of one folder one after the other.
  bool is_below_missing_folder(const std::string& path) const {
    return !missing_folder_.empty() && path.starts_with(missing_folder_);
  }

  bool is_in_the_way(const std::string& path) const {
    const std::string folded = fold_case(path);
    if (new_by_folded_.contains(folded)) return true;
    const auto below = new_by_folded_.lower_bound(folded + "/");
    return below != new_by_folded_.end() && below->first.starts_with(folded + "/");
  }

  const FileSet& files_;
  const std::string& root_;
  const source::FileSystem& file_system_;
  diagnostics::Diagnostics& diagnostics_;
  std::map<std::string, std::string> new_by_folded_;
  std::map<std::string, std::string> stale_;  ///< Folded path to path.
  std::string missing_folder_;                ///< The one found last, with a slash behind it.
};

}  // namespace

bool ChangePlan::is_up_to_date() const {
  return old_manifest_text == print_manifest(new_manifest) &&
         std::all_of(changes.begin(), changes.end(), [](const Change& change) {
           return change.action == Change::Action::keep || change.action == Change::Action::leave;
         });
}

ChangePlan plan_changes(const FileSet& files, const std::string& root,
                        const std::string& generator_version, const source::FileSystem& file_system,
                        diagnostics::Diagnostics& diagnostics) {
  ChangePlan plan;
  plan.new_manifest.generator_version = generator_version;
  Planner planner(files, root, file_system, diagnostics);
  if (!planner.read_old_manifest(plan)) return plan;
  for (const auto& [path, text] : files.files()) planner.plan_file(path, text, plan);
  for (const auto& [path, hash] : plan.old_manifest.hashes) {
    if (!files.files().contains(path)) planner.plan_stale(path, hash, plan);
  }
  return plan;
}

}  // namespace bindery::output
