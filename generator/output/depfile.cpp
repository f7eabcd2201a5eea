// Escapes names for Make.
// Must not touch a disk.
#include "output/depfile.hpp"

#include <cstddef>
#include <set>
#include <string_view>

namespace bindery::output {
namespace {

std::string escape(std::string_view name) {
  std::string text;
  std::size_t backslashes = 0;
  for (const char c : name) {
    if (c == ' ' || c == '\t') {
      text.append(backslashes + 1, '\\');
    } else if (c == '#') {
      text += '\\';
    } else if (c == '$') {
      text += '$';
    }
    backslashes = c == '\\' ? backslashes + 1 : 0;
    text += c;
  }
  return text;
}

bool has_line_end(std::string_view name) {
  return name.find_first_of("\r\n") != std::string_view::npos;
}

}  // namespace

std::string print_depfile(const std::string& target, const std::vector<std::string>& dependencies) {
  std::string text = escape(target) + ":";
  std::set<std::string_view> seen;
  for (const std::string& dependency : dependencies) {
    if (has_line_end(dependency) || !seen.insert(dependency).second) continue;
    text += " \\\n  " + escape(dependency);
  }
  return text + "\n";
}

}  // namespace bindery::output
