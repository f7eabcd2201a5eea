// Sorted includes and the banner.
// Must keep the order of the house: std, blank, ours.
#include "cpp/file_view.hpp"

#include "cpp/comment.hpp"
#include "cpp/deprecation.hpp"
#include "cpp/literal.hpp"

namespace bindery::cpp {

std::string include_folder(const std::string& name_space) {
  std::string folder;
  for (const char c : name_space) {
    if (c == ':') {
      if (!folder.empty() && folder.back() != '/') folder += '/';
    } else {
      folder += c;
    }
  }
  return folder;
}

std::string header_of(const Building& building, model::TypeId type, bool is_codec) {
  return include_folder(building.names.name_space) + "/" + building.layout.homes[type.index] +
         (is_codec ? "_json.hpp" : ".hpp");
}

std::set<std::string> alias_names(const model::Api& api, const Names& names) {
  std::set<std::string> aliases(names.incoming.begin(), names.incoming.end());
  for (std::size_t index = 0; index < api.types.size(); ++index) {
    if (is_using(api.types.at(api.types.id(index)))) aliases.insert(names.types[index].name);
  }
  for (const OperationNames& operation : names.operations) {
    aliases.insert(operation.response);
    aliases.insert(operation.errors.begin(), operation.errors.end());
  }
  return aliases;
}

void Includes::add(const Building& building, const Needs& needs, bool with_codecs) {
  if (!with_codecs) {
    for (const std::string& name : needs.std_headers) standard(name);
    for (const std::string& name : needs.runtime_headers) runtime(name);
  }
  for (const model::TypeId type : needs.types) {
    if (!building.layout.homes[type.index].empty()) own(header_of(building, type, with_codecs));
    if (is_deprecated(building.api, type)) excuse_deprecated();
  }
}

void Includes::declare(const Building& building, const std::vector<model::TypeId>& types) {
  for (const model::TypeId type : types) {
    if (has_deprecated_parts(building.api, type)) excuse_deprecated();
  }
}

void Includes::excuse_deprecated() {
  names_deprecated_ = true;
  runtime("model.hpp");
}

FileView Includes::view(const Building& building, const std::string& path,
                        DocLines left_out) const {
  FileView view;
  view.source = comment_text(building.banner.source);
  view.command = comment_lines("Regenerate: " + comment_text(building.banner.command),
                               max_columns - std::string("// ").size());
  view.std_includes.assign(standard_.begin(), standard_.end());
  for (const std::string& include : own_) {
    if (include != path) view.includes.push_back(include);
  }
  view.left_out = std::move(left_out);
  view.has_std_includes = !view.std_includes.empty();
  view.has_includes = !view.includes.empty();
  view.has_left_out = !view.left_out.empty();
  view.names_deprecated = names_deprecated_;
  return view;
}

}  // namespace bindery::cpp
