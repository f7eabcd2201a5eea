// The template engine: a template is refused, or it renders every value of its shape.
#include <string>
#include <string_view>
#include <vector>

#include "claim.hpp"
#include "render/check.hpp"
#include "render/render.hpp"
#include "source/file_system.hpp"
#include "tree_claims.hpp"

namespace {

using namespace bindery;

/// One member of every kind, and a list of the view itself.
struct TreeView {
  static constexpr std::string_view view_name = "TreeView";
  struct NameView {
    static constexpr std::string_view view_name = "NameView";
    std::string text;

    template <class F>
    static void members(F f) {
      f("text", &NameView::text);
    }
  };

  std::string type;
  bool is_deprecated = false;
  NameView name;
  std::vector<std::string> docs;
  std::vector<TreeView> fields;

  template <class F>
  static void members(F f) {
    f("type", &TreeView::type);
    f("is_deprecated", &TreeView::is_deprecated);
    f("name", &TreeView::name);
    f("docs", &TreeView::docs);
    f("fields", &TreeView::fields);
  }
};

TreeView sample() {
  const TreeView leaf{"int", true, {"a"}, {"one", "", "two\nthree"}, {}};
  return {"", false, {"b"}, {}, {leaf, {"x", false, {"c"}, {" "}, {leaf}}}};
}

/// The engine promises no line that ends in blanks.
bool has_trailing_blanks(const std::string& text) {
  const auto ends_in_blank = [](std::string_view line) {
    return !line.empty() && (line.back() == ' ' || line.back() == '\t');
  };
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = text.find('\n', begin);
    if (ends_in_blank(std::string_view(text).substr(begin, end - begin))) return true;
    if (end == std::string::npos) return false;
    begin = end + 1;
  }
}

}  // namespace

/// The text up to a line `%%` is the template, what follows is its partial `part`.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  const std::size_t separator = text.find("\n%%\n");
  std::vector<render::EmbeddedTemplate> embedded{{"cpp/tree.tpl", text.substr(0, separator)}};
  if (separator != std::string_view::npos) {
    embedded[0].text = text.substr(0, separator + 1);
    embedded.push_back({"cpp/partials/part.tpl", text.substr(separator + 4)});
  }
  const source::MemoryFileSystem files;
  source::SourceMap sources(files);
  diagnostics::Diagnostics diagnostics;
  const auto set = render::load_templates(embedded, std::nullopt, sources, diagnostics);
  const auto checked =
      render::check_templates(set, {{"cpp/tree.tpl", render::shape_of<TreeView>()}}, diagnostics);
  fuzz::claim_printable(diagnostics, sources);
  if (diagnostics.has_errors()) return 0;

  const auto program = checked.programs.find("cpp/tree.tpl");
  fuzz::claim(program != checked.programs.end(), "a template without errors has a program");
  for (const TreeView& view : {TreeView{}, sample()}) {
    const std::string rendered = render::render(*program->second, render::value_of(view));
    fuzz::claim(!has_trailing_blanks(rendered), "no line ends in blanks");
    fuzz::claim(rendered == render::render(*program->second, render::value_of(view)),
                "the same value gives the same text");
  }
  return 0;
}
