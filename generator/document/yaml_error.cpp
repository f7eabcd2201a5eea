// Turns yaml-cpp's complaints into ours.
// Must not include yaml-cpp.
#include "document/yaml_error.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "document/yaml_extent.hpp"
#include "source/utf8.hpp"

namespace bindery::document {
namespace {

using diagnostics::Code;

/// yaml-cpp's message in words that say what to do about it.
struct Explained {
  std::string_view original;
  std::string_view message;
  std::string_view hint;
};

constexpr std::array<Explained, 10> explained{{
    {"end of map flow not found", "expected `,` or `}`", ""},
    {"end of map not found", "expected another key of the mapping or its end",
     "indent all keys of a mapping alike"},
    {"end of sequence not found", "expected another `-` of the sequence or its end",
     "indent all entries of a sequence alike"},
    {"end of sequence flow not found", "expected `,` or `]`", ""},
    {"illegal map value", "`:` cannot stand here",
     "check the indentation, and quote a text that holds `: `"},
    {"illegal map key", "key cannot stand here", ""},
    {"illegal EOF in scalar", "quoted text does not end", ""},
    {"unknown token", "value cannot begin with this character", "quote the text"},
    {"invalid unicode", "`\\u` escape stands for no character",
     "write the character itself, or `\\U` and eight digits"},
    {"illegal tab when looking for indentation", "tab used for indentation", "indent with spaces"},
}};

/// Whether the line of a byte begins with white space that holds a tab.
bool is_indented_by_tab(std::string_view text, std::size_t offset) {
  const std::size_t feed = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  const std::size_t begin = feed == std::string_view::npos ? 0 : feed + 1;
  const std::size_t first = std::min(text.find_first_not_of(" \t", begin), text.size());
  return text.substr(begin, first - begin).find('\t') != std::string_view::npos;
}

}  // namespace

void report_yaml_error(const SpanText& text, std::size_t offset, std::string_view message,
                       const std::string& pointer, diagnostics::Diagnostics& diagnostics) {
  constexpr std::string_view no_anchor = "the referenced anchor is not defined";
  const std::string_view all = text.text();
  offset = std::min(offset, all.size());
  if (message.substr(0, no_anchor.size()) == no_anchor) {
    const Extent alias = alias_extent(all, offset);
    const std::string name(all.substr(alias.begin, alias.end - alias.begin));
    diagnostics
        .report(Code::E0106, text.at(alias.begin, alias.end),
                "alias `" + name + "` has no anchor before it")
        .at(pointer);
    return;
  }
  const std::size_t end =
      offset == all.size() ? offset : offset + source::code_point_at(all, offset).size;
  const auto known = std::find_if(explained.begin(), explained.end(), [&](const Explained& one) {
    return message.substr(0, one.original.size()) == one.original;
  });
  const bool is_known = known != explained.end();
  auto report = diagnostics
                    .report(Code::E0103, text.at(offset, end),
                            std::string(is_known ? known->message : message))
                    .at(pointer);
  if (is_known) report.hint(std::string(known->hint));
  if (is_indented_by_tab(all, offset)) report.hint("indent with spaces, not with tabs");
}

}  // namespace bindery::document
