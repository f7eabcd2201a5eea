// Path text: joining and taking apart, without asking any disk.
// Must not touch files.
#include "source/file_system.hpp"

#include <algorithm>
#include <cstddef>

namespace bindery::source {

std::string join_path(std::string_view directory, std::string_view relative) {
  const bool absolute = !relative.empty() && relative.front() == '/';
  std::string all;
  if (!absolute) all.append(directory).append("/");
  // An empty directory is the current one, not the root.
  const bool rooted = absolute || (!directory.empty() && directory.front() == '/');
  all.append(relative);

  std::vector<std::string_view> parts;
  const std::string_view view = all;
  for (std::size_t begin = 0; begin <= view.size();) {
    const std::size_t end = std::min(view.find('/', begin), view.size());
    const std::string_view part = view.substr(begin, end - begin);
    begin = end + 1;
    if (part.empty() || part == ".") continue;
    const bool climbs = part == "..";
    if (climbs && !parts.empty() && parts.back() != "..") {
      parts.pop_back();
    } else if (!climbs || !rooted) {
      parts.push_back(part);
    }
  }

  std::string joined = rooted ? "/" : "";
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i != 0) joined += '/';
    joined += parts[i];
  }
  return joined.empty() ? "." : joined;
}

std::string directory_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return ".";
  return std::string(slash == 0 ? "/" : path.substr(0, slash));
}

std::string file_name_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

std::string extension_of(std::string_view path) {
  const std::string name = file_name_of(path);
  const std::size_t dot = name.rfind('.');
  // A name that only begins with a dot is hidden, it has no extension.
  if (dot == std::string::npos || dot == 0) return {};
  std::string extension = name.substr(dot);
  for (char& c : extension) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return extension;
}

}  // namespace bindery::source
