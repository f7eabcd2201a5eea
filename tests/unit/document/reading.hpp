// Reads literal text and writes trees and complaints as text, for the tests of the readers.
// Must not be used outside of this folder.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/node.hpp"
#include "document/yaml_reader.hpp"
#include "source/source_map.hpp"

namespace bindery::document {

/// What a reader made of a text.
struct Reading {
  std::string text;
  std::optional<Node> root;
  std::vector<diagnostics::Diagnostic> complaints;

  using Reader = std::optional<Node> (*)(const Span&, diagnostics::Diagnostics&);
  Reading(std::string_view input, Reader reader) : text(input) {
    diagnostics::Diagnostics diagnostics;
    root = reader({0, text, 0, 0}, diagnostics);
    complaints = diagnostics.sorted();
  }

  std::string json() const { return root ? to_json(*root) : "nothing"; }
  /// The bytes of the text a place stands for.
  std::string at(source::Location where) const {
    return text.substr(where.begin, where.end - where.begin);
  }
  /// `CODE at line:column pointer`, one a line.
  std::string errors() const {
    const source::LineTable lines(text);
    std::string all;
    for (const auto& one : complaints) {
      const auto place = lines.at(text, one.where.begin);
      all += std::string(diagnostics::info(one.code).name) + " at " + std::to_string(place.line) +
             ":" + std::to_string(place.column) + " " + one.pointer + "\n";
    }
    return all;
  }
  /// Every scalar as `pointer=[its bytes]` and every key as `pointer:[its bytes]`, in order.
  std::string places() const {
    std::string all;
    if (root) append_places(*root, "", all);
    return all;
  }

 private:
  void append_places(const Node& node, const std::string& pointer, std::string& all) const {
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      append_places(node.items[i], pointer + "/" + std::to_string(i), all);
    }
    for (const Member& member : node.members) {
      all += pointer + "/" + member.key + ":[" + at(member.key_where) + "]\n";
      append_places(member.value, pointer + "/" + member.key, all);
    }
    if (!node.is_sequence() && !node.is_mapping()) all += pointer + "=[" + at(node.where) + "]\n";
  }
};

}  // namespace bindery::document
