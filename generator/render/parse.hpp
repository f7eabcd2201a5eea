// A template as a tree of literals, names, sections and inclusions.
// Must not know what the names stand for.
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "source/location.hpp"
#include "source/source_file.hpp"

namespace bindery::render {

/// Sections may stand in each other this deep; what is deeper is refused, so that passes may
/// recurse.
inline constexpr std::size_t max_section_depth = 64;

struct Node;

/// Text printed as it stands, possibly over several lines.
struct Literal {
  std::string text;
};

/// `{{name}}`
struct Print {
  std::string name;
  source::Location where;
};

/// `{{#name}}body{{/name}}`, or with `^` when inverted.
struct Section {
  std::string name;
  bool inverted = false;
  source::Location where;  ///< Of the name in the opening tag.
  std::vector<Node> body;
};

/// `{{>name}}`
struct Inclusion {
  std::string name;
  source::Location where;
  bool own_line = false;   ///< Its line holds nothing else: the partial brings the line end itself.
  std::size_t indent = 0;  ///< Blanks before it, when on its own line.
};

struct Node {
  std::variant<Literal, Print, Section, Inclusion> content;
};

struct Template {
  std::string name;        ///< `cpp/struct.tpl`
  source::Location where;  ///< The empty place at the beginning of its text.
  std::vector<Node> nodes;
};

/// Parses one file; `name` is what others call it. Reports T0001 for sections that are not closed,
/// not opened, crossed or too deep, all of them; the tree is then what could be made of the rest.
Template parse_template(std::string name, const source::SourceFile& file,
                        diagnostics::Diagnostics& diagnostics);

}  // namespace bindery::render
