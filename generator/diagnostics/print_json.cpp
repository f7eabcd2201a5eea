// Lays diagnostics out for programs.
// Must not shorten or reword: that is for people.
#include "diagnostics/print_json.hpp"

#include <ostream>
#include <string>
#include <string_view>

#include "source/utf8.hpp"

namespace bindery::diagnostics {
namespace {

/// A JSON string; a byte that is not UTF-8 becomes U+FFFD, so that the output always is.
void print_string(std::string_view text, std::ostream& out) {
  constexpr std::string_view digits = "0123456789abcdef";
  out << '"';
  for (std::size_t offset = 0; offset < text.size();) {
    const source::CodePoint point = source::code_point_at(text, offset);
    if (!point.valid) {
      out << "\\ufffd";
    } else if (point.value == '"' || point.value == '\\') {
      out << '\\' << text[offset];
    } else if (point.value < 0x20 || point.value == 0x7F) {
      out << "\\u00" << digits[point.value / 16] << digits[point.value % 16];
    } else {
      out << text.substr(offset, point.size);
    }
    offset += point.size;
  }
  out << '"';
}

void print_field(std::string_view name, std::string_view text, std::ostream& out) {
  out << ",\"" << name << "\":";
  print_string(text, out);
}

void print_place(const source::SourceMap& sources, source::Location where, std::ostream& out) {
  if (!where.is_known()) return;
  const source::SourceFile& file = sources.file(where.source);
  const auto begin = file.lines.at(file.text, where.begin);
  const auto end = file.lines.at(file.text, where.end);
  print_field("file", file.name, out);
  out << ",\"line\":" << begin.line << ",\"column\":" << begin.column
      << ",\"end_line\":" << end.line << ",\"end_column\":" << end.column;
}

std::string_view name_of(Severity severity) {
  if (severity == Severity::error) return "error";
  return severity == Severity::warning ? "warning" : "note";
}

}  // namespace

void print_json(const Diagnostics& diagnostics, const source::SourceMap& sources,
                std::ostream& out) {
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    out << "{\"severity\":\"" << name_of(diagnostic.severity) << "\",\"code\":\""
        << info(diagnostic.code).name << '"';
    print_field("message", diagnostic.message, out);
    print_place(sources, diagnostic.where, out);
    if (!diagnostic.pointer.empty()) print_field("pointer", diagnostic.pointer, out);
    if (!diagnostic.notes.empty()) {
      out << ",\"notes\":[";
      for (std::size_t i = 0; i < diagnostic.notes.size(); ++i) {
        out << (i == 0 ? "{\"message\":" : ",{\"message\":");
        print_string(diagnostic.notes[i].message, out);
        print_place(sources, diagnostic.notes[i].where, out);
        out << '}';
      }
      out << ']';
    }
    if (!diagnostic.hint.empty()) print_field("hint", diagnostic.hint, out);
    out << "}\n";
  }
}

}  // namespace bindery::diagnostics
