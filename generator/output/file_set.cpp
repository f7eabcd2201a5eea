// Decides which paths may be written.
// Must not touch a disk.
#include "output/file_set.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace bindery::output {
namespace {

/// Common file systems take 255 bytes; writing needs some of them for the name of a temporary file.
constexpr std::size_t longest_component = 220;

/// Characters Windows refuses in names; '/' separates and is not among them.
constexpr std::string_view refused_characters = "<>:\"|?*\\";

/// Windows opens a device for these names, whatever the extension.
bool is_device_name(std::string_view component) {
  const std::string stem = fold_case(component.substr(0, component.find('.')));
  constexpr std::array<std::string_view, 4> devices = {"con", "prn", "aux", "nul"};
  if (std::find(devices.begin(), devices.end(), stem) != devices.end()) return true;
  return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) &&
         stem.back() >= '0' && stem.back() <= '9';
}

std::string_view unsafe_component_reason(std::string_view component) {
  if (component.empty()) return "has an empty component";
  if (component == "." || component == "..") return "has a `.` or `..` component";
  if (component.back() == '.' || component.back() == ' ') {
    return "has a component that ends in a dot or a blank";
  }
  if (component.size() > longest_component) return "has a component of more than 220 bytes";
  for (const char c : component) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f || refused_characters.find(c) != std::string_view::npos) {
      return "has a character that file systems refuse";
    }
  }
  if (is_device_name(component)) return "has a component that names a device on Windows";
  return {};
}

}  // namespace

std::string_view unsafe_path_reason(std::string_view path) {
  if (path.empty()) return "is empty";
  if (path.front() == '/') return "is absolute";
  while (true) {
    const std::size_t slash = path.find('/');
    const std::string_view reason = unsafe_component_reason(path.substr(0, slash));
    if (!reason.empty() || slash == std::string_view::npos) return reason;
    path.remove_prefix(slash + 1);
  }
}

std::string fold_case(std::string_view path) {
  std::string folded(path);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return folded;
}

void FileSet::add(std::string path, std::string text, diagnostics::Diagnostics& diagnostics) {
  const auto refuse = [&](const std::string& why) {
    diagnostics.report(diagnostics::Code::I0003, source::Location::unknown(),
                       "output path `" + path + "` " + why);
  };
  if (const std::string_view reason = unsafe_path_reason(path); !reason.empty()) {
    return refuse(std::string(reason));
  }
  std::string folded = fold_case(path);
  if (folded == manifest_name) return refuse("is the manifest's own");
  if (const auto taken = by_folded_.find(folded); taken != by_folded_.end()) {
    return refuse(taken->second == path ? "is written twice"
                                        : "differs only by case from `" + taken->second + "`");
  }
  // A file among its parents, or files below it: in byte order those follow `path/` at once.
  for (std::size_t slash = folded.find('/'); slash != std::string::npos;
       slash = folded.find('/', slash + 1)) {
    const auto parent = by_folded_.find(folded.substr(0, slash));
    if (parent != by_folded_.end())
      return refuse("has the file `" + parent->second + "` as folder");
  }
  const auto below = by_folded_.lower_bound(folded + "/");
  if (below != by_folded_.end() && below->first.starts_with(folded + "/")) {
    return refuse("is the folder of `" + below->second + "`");
  }
  by_folded_.emplace(std::move(folded), path);
  files_.emplace(std::move(path), std::move(text));
}

}  // namespace bindery::output
