// Gathers templates by name from the program and from a folder.
// Must not know which view a template is for.
#include "render/template_set.hpp"

#include <utility>

namespace bindery::render {
namespace {

constexpr std::string_view extension = ".tpl";

/// Folders are followed this deep: links may make a tree endless.
constexpr int max_folder_depth = 8;

/// Adds the templates in `folder`, whose name below the root of templates is `prefix`.
void load_folder(const std::string& folder, const std::string& prefix, int depth,
                 source::SourceMap& sources, diagnostics::Diagnostics& diagnostics,
                 TemplateSet& set) {
  const auto entries = sources.file_system().list(folder);
  if (!entries) {
    diagnostics.report(diagnostics::Code::E0101, source::Location::unknown(),
                       "templates in `" + folder + "` cannot be listed: " + entries.error.message);
    return;
  }
  for (const source::DirectoryEntry& entry : *entries) {
    const std::string path = source::join_path(folder, entry.name);
    const std::string name = prefix + entry.name;
    if (entry.is_directory) {
      if (depth < max_folder_depth) {
        load_folder(path, name + "/", depth + 1, sources, diagnostics, set);
      }
    } else if (source::extension_of(entry.name) == extension) {
      const auto opened = sources.open(path);
      if (!opened) {
        diagnostics.report(diagnostics::Code::E0101, source::Location::unknown(),
                           "template `" + path + "` cannot be read: " + opened.error.message);
        continue;
      }
      set.templates.insert_or_assign(name,
                                     parse_template(name, sources.file(*opened), diagnostics));
    }
  }
}

}  // namespace

TemplateSet load_templates(const std::vector<EmbeddedTemplate>& embedded,
                           const std::optional<std::string>& folder, source::SourceMap& sources,
                           diagnostics::Diagnostics& diagnostics) {
  TemplateSet set;
  if (folder) load_folder(*folder, "", 0, sources, diagnostics, set);
  for (const EmbeddedTemplate& one : embedded) {
    std::string name(one.name);
    if (set.templates.contains(name)) continue;
    const source::SourceId id = sources.add("templates/" + name, std::string(one.text));
    Template parsed = parse_template(name, sources.file(id), diagnostics);
    set.templates.emplace(std::move(name), std::move(parsed));
  }
  return set;
}

std::string partial_name(std::string_view includer, std::string_view partial) {
  constexpr std::string_view room = "partials/";
  const std::size_t slash = includer.rfind('/');
  std::string_view folder =
      slash == std::string_view::npos ? std::string_view() : includer.substr(0, slash + 1);
  if (folder == room || folder.ends_with(std::string("/") + std::string(room))) {
    folder.remove_suffix(room.size());
  }
  return std::string(folder) + std::string(room) + std::string(partial) + std::string(extension);
}

}  // namespace bindery::render
