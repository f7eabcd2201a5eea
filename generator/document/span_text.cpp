// Removes what surrounds a document and checks what every parser relies on.
// Must not know YAML or JSON.
#include "document/span_text.hpp"

#include <algorithm>
#include <cstdint>

#include "source/utf8.hpp"

namespace bindery::document {

using diagnostics::Code;

SpanText::SpanText(const Span& span)
    : source_(span.source), offset_(span.offset), indented_(span.indent != 0), text_(span.text) {
  if (text_.substr(0, 3) == "\xEF\xBB\xBF") {
    text_.remove_prefix(3);
    offset_ += 3;
  }
  if (!indented_) return;
  unindented_.reserve(text_.size());
  for (std::size_t begin = 0; begin < text_.size();) {
    const std::size_t end = std::min(text_.find('\n', begin), text_.size() - 1) + 1;
    std::size_t skipped = 0;
    while (skipped < span.indent && text_[begin + skipped] == ' ') ++skipped;
    lines_.push_back({unindented_.size(), offset_ + begin + skipped});
    unindented_.append(text_.substr(begin + skipped, end - begin - skipped));
    begin = end;
  }
}

std::size_t SpanText::in_file(std::size_t offset) const {
  if (!indented_) return offset_ + offset;
  const auto after =
      std::upper_bound(lines_.begin(), lines_.end(), offset,
                       [](std::size_t value, const Line& line) { return value < line.begin; });
  if (after == lines_.begin()) return offset_;
  const Line& line = *(after - 1);
  return line.in_file + (offset - line.begin);
}

source::Location SpanText::at(std::size_t begin, std::size_t end) const {
  const std::size_t size = text().size();
  begin = std::min(begin, size);
  end = std::clamp(end, begin, size);
  return {source_, static_cast<std::uint32_t>(in_file(begin)),
          static_cast<std::uint32_t>(in_file(end))};
}

bool check_text(const SpanText& text, diagnostics::Diagnostics& diagnostics) {
  if (text.text().find_first_not_of(" \t\r\n") == std::string_view::npos) {
    diagnostics.report(Code::E0102, text.at(0, 0), "input is empty, expected a document");
    return false;
  }
  if (const auto invalid = source::first_invalid_utf8(text.text())) {
    const auto byte = static_cast<unsigned char>(text.text()[*invalid]);
    constexpr std::string_view digits = "0123456789abcdef";
    diagnostics
        .report(Code::E0115, text.at(*invalid, *invalid + 1),
                std::string("byte 0x") + digits[byte / 16] + digits[byte % 16] +
                    " is not part of UTF-8 text")
        .hint("save the file as UTF-8");
    return false;
  }
  return true;
}

}  // namespace bindery::document
