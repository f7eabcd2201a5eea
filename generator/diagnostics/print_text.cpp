// Lays diagnostics out for people.
// Must not decide anything about them: severity, order and wording come from elsewhere.
#include "diagnostics/print_text.hpp"

#include <algorithm>
#include <ostream>
#include <string_view>

#include "diagnostics/visible.hpp"
#include "source/utf8.hpp"

namespace bindery::diagnostics {
namespace {

/// A pointer as long as a terminal is wide at most: its beginning and its end tell where it leads.
std::string shortened(const std::string& pointer) {
  constexpr std::size_t longest = 160;
  if (pointer.size() <= longest) return pointer;
  const std::size_t cut_begin = pointer.rfind('/', longest / 2);
  const std::size_t cut_end = pointer.find('/', pointer.size() - longest / 2);
  if (cut_begin == std::string::npos || cut_end == std::string::npos) return pointer;
  return pointer.substr(0, cut_begin) + "/..." + pointer.substr(cut_end);
}

/// Columns of a source line that are shown; longer lines are cut around the place.
constexpr std::size_t excerpt_width = 160;
/// Code points kept before the place in a line that is cut at its beginning, and columns shown
/// behind it whatever stands before.
constexpr std::size_t kept_around_place = 60;
constexpr std::size_t tab_width = 4;

/// Terminal sequences, all empty without colour.
struct Palette {
  std::string_view bold, error, warning, note, gutter, plain;
};

Palette palette_of(const TextOptions& options) {
  if (!options.colour) return {};
  return {"\033[1m", "\033[1;31m", "\033[1;35m", "\033[1;36m", "\033[1;34m", "\033[0m"};
}

std::string_view name_of(Severity severity) {
  if (severity == Severity::error) return "error";
  return severity == Severity::warning ? "warning" : "note";
}

std::string_view colour_of(Severity severity, const Palette& palette) {
  if (severity == Severity::error) return palette.error;
  return severity == Severity::warning ? palette.warning : palette.note;
}

/// `file:line:col: `, or the program's name for what is in no file.
std::string place_text(const source::SourceMap& sources, source::Location where) {
  if (!where.is_known()) return "bindery: ";
  const auto place = sources.line_column(where);
  return visible(sources.file(where.source).name) + ":" + std::to_string(place.line) + ":" +
         std::to_string(place.column) + ": ";
}

/// A source line as shown, and the line of marks below it.
struct Excerpt {
  std::string line;
  std::string marks;
};

/// Where in the line showing begins: at its beginning unless the place is too far to the right.
std::size_t first_shown(std::string_view line, std::size_t place) {
  if (line.size() <= excerpt_width) return 0;
  std::size_t kept = place;
  std::size_t offset = place;
  for (std::size_t count = 0; offset != 0; ++count) {
    if (count == kept_around_place) kept = offset;
    if (count == excerpt_width - kept_around_place) return kept;
    do {
      --offset;
    } while (offset != 0 && source::is_continuation_byte(line[offset]));
  }
  return 0;
}

/// `begin` and `end` are bytes of the line; both may stand at its end.
Excerpt excerpt_of(std::string_view line, std::size_t begin, std::size_t end) {
  Excerpt excerpt;
  std::size_t offset = first_shown(line, begin);
  if (offset != 0) excerpt.line = "...";
  std::size_t column = excerpt.line.size();
  std::size_t mark_begin = column;
  std::size_t mark_end = column;
  while (offset < line.size() &&
         (offset <= begin || column < std::max(excerpt_width, mark_begin + kept_around_place))) {
    const Glyph glyph = glyph_at(line, offset);
    const bool tab = glyph.text == "\t";
    const std::size_t width = tab ? tab_width - column % tab_width : glyph.width;
    excerpt.line += tab ? std::string(width, ' ') : glyph.text;
    column += width;
    offset += glyph.size;
    if (offset <= begin) mark_begin = column;
    if (offset <= end) mark_end = column;
  }
  if (offset < line.size()) excerpt.line += "...";
  excerpt.marks = std::string(mark_begin, ' ') + '^';
  if (mark_end > mark_begin + 1) excerpt.marks.append(mark_end - mark_begin - 1, '~');
  return excerpt;
}

void print_excerpt(const source::SourceMap& sources, source::Location where, std::size_t gutter,
                   const Palette& palette, Severity severity, std::ostream& out) {
  const source::SourceFile& file = sources.file(where.source);
  const auto place = sources.line_column(where);
  const std::string_view line = file.lines.line(file.text, place.line);
  const std::size_t line_begin = file.lines.begin_of(place.line);
  const auto in_line = [&](std::size_t offset) {
    return std::min(std::max(offset, line_begin) - line_begin, line.size());
  };
  const Excerpt excerpt = excerpt_of(line, in_line(where.begin), in_line(where.end));

  const std::string number = std::to_string(place.line);
  const std::string blank(gutter, ' ');
  out << palette.gutter << blank << " |" << palette.plain << '\n';
  out << palette.gutter << number << std::string(gutter - number.size(), ' ') << " |"
      << palette.plain << (excerpt.line.empty() ? "" : " ") << excerpt.line << '\n';
  out << palette.gutter << blank << " |" << palette.plain << ' ' << colour_of(severity, palette)
      << excerpt.marks << palette.plain << '\n';
}

void print_one(const Diagnostic& diagnostic, const source::SourceMap& sources,
               const Palette& palette, std::ostream& out) {
  out << palette.bold << place_text(sources, diagnostic.where) << palette.plain
      << colour_of(diagnostic.severity, palette) << name_of(diagnostic.severity) << '['
      << info(diagnostic.code).name << ']' << palette.plain << ": " << palette.bold
      << visible(diagnostic.message) << palette.plain << '\n';

  std::size_t gutter = 2;
  if (diagnostic.where.is_known()) {
    gutter = std::to_string(sources.line_column(diagnostic.where).line).size();
    if (!sources.file(diagnostic.where.source).text.empty()) {
      print_excerpt(sources, diagnostic.where, gutter, palette, diagnostic.severity, out);
    }
  }
  const auto print_field = [&](std::string_view name, const std::string& text) {
    if (text.empty()) return;
    out << palette.gutter << std::string(gutter, ' ') << " =" << palette.plain << ' ' << name
        << ": " << visible(text) << '\n';
  };
  print_field("at", shortened(diagnostic.pointer));
  print_field("hint", diagnostic.hint);
  for (const Note& note : diagnostic.notes) {
    out << palette.bold << place_text(sources, note.where) << palette.note << "note"
        << palette.plain << ": " << visible(note.message) << '\n';
  }
}

/// `1 error`, `2 errors`.
std::string count_text(std::size_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

void print_summary(const Diagnostics& diagnostics, std::size_t hidden, std::ostream& out) {
  std::string summary;
  if (diagnostics.error_count() != 0) summary = count_text(diagnostics.error_count(), "error");
  if (diagnostics.warning_count() != 0) {
    if (!summary.empty()) summary += ", ";
    summary += count_text(diagnostics.warning_count(), "warning");
  }
  if (summary.empty()) return;
  if (hidden != 0) summary += " (" + count_text(hidden, "error") + " not shown)";
  out << summary << '\n';
}

}  // namespace

void print_text(const Diagnostics& diagnostics, const source::SourceMap& sources,
                const TextOptions& options, std::ostream& out) {
  const Palette palette = palette_of(options);
  std::size_t errors = 0;
  std::size_t hidden = 0;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    const bool is_error = diagnostic.severity == Severity::error;
    if (diagnostic.severity == Severity::note && !options.notes) continue;
    if (is_error && options.max_errors != 0 && ++errors > options.max_errors) {
      ++hidden;
      continue;
    }
    print_one(diagnostic, sources, palette, out);
  }
  print_summary(diagnostics, hidden, out);
}

}  // namespace bindery::diagnostics
