// The text of a span as a parser wants it, and the way back to the places of the file.
// Must not know YAML or JSON.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "document/yaml_reader.hpp"

namespace bindery::document {

/// A span without byte-order mark and without the indentation of its block.
class SpanText {
 public:
  explicit SpanText(const Span& span);

  std::string_view text() const { return indented_ ? unindented_ : text_; }
  /// Bytes `[begin, end)` of `text()` as a place in the file.
  source::Location at(std::size_t begin, std::size_t end) const;

 private:
  std::size_t in_file(std::size_t offset) const;

  source::SourceId source_;
  std::size_t offset_;
  bool indented_;
  std::string_view text_;
  std::string unindented_;
  /// Where each line begins, in `unindented_` and in the file.
  struct Line {
    std::size_t begin;
    std::size_t in_file;
  };
  std::vector<Line> lines_;
};

/// Reports text that is empty (E0102) or not UTF-8 (E0115). True when a parser may have it.
bool check_text(const SpanText& text, diagnostics::Diagnostics& diagnostics);

}  // namespace bindery::document
