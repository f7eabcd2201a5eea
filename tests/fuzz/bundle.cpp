// Splits an input at its marks.
// Must not judge: any text is some bundle.
#include "bundle.hpp"

#include <cstddef>

namespace bindery::fuzz {
namespace {

constexpr std::string_view mark = "#file ";

std::string name_by_content(std::string_view text) {
  if (text.find("```") != std::string_view::npos) return "page.md";
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  const bool is_json = first != std::string_view::npos && text[first] == '{';
  return is_json ? "openapi.json" : "openapi.yaml";
}

}  // namespace

Bundle read_bundle(std::string_view text) {
  Bundle bundle;
  if (text.substr(0, mark.size()) != mark) {
    bundle.input = name_by_content(text);
    bundle.files[bundle.input] = text;
    return bundle;
  }
  while (!text.empty()) {
    const std::size_t line_end = text.find('\n');
    const std::string path(text.substr(mark.size(), line_end - mark.size()));
    text = line_end == std::string_view::npos ? "" : text.substr(line_end + 1);
    std::size_t end = 0;
    while (end < text.size() && text.substr(end, mark.size()) != mark) {
      const std::size_t next = text.find('\n', end);
      end = next == std::string_view::npos ? text.size() : next + 1;
    }
    if (bundle.input.empty()) bundle.input = path.substr(0, path.find('/'));
    bundle.files[path] = text.substr(0, end);
    text.remove_prefix(end);
  }
  return bundle;
}

}  // namespace bindery::fuzz
