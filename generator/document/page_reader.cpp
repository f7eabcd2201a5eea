// Finds the fenced blocks of a Markdown page (CommonMark 4.5) and reads those that hold OpenAPI.
// Must not know more of OpenAPI than the key every document has at its root.
#include <algorithm>
#include <cstdint>
#include <utility>

#include "document/json_reader.hpp"
#include "document/load.hpp"
#include "document/yaml_reader.hpp"

namespace bindery::document {
namespace {

using diagnostics::Code;

/// The key that makes a block ours.
constexpr std::string_view root_key = "openapi";

/// A line of the page without its line ending, and where the next one begins.
struct Line {
  std::size_t begin;
  std::string_view text;
  std::size_t next;
};

Line line_at(std::string_view page, std::size_t begin) {
  const std::size_t feed = page.find('\n', begin);
  const std::size_t next = feed == std::string_view::npos ? page.size() : feed + 1;
  std::string_view text = page.substr(begin, next - begin);
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
  return {begin, text, next};
}

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// A line that opens or closes a block.
struct Fence {
  std::size_t indent;
  char mark;
  std::size_t length;
  std::string_view info;
};

std::optional<Fence> fence_of(std::string_view line) {
  const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
  if (indent == line.size() || (line[indent] != '`' && line[indent] != '~')) return std::nullopt;
  const char mark = line[indent];
  const std::size_t end = std::min(line.find_first_not_of(mark, indent), line.size());
  if (end - indent < 3) return std::nullopt;
  const std::string_view info = trim(line.substr(end));
  // Backticks behind backticks are code within a line of prose.
  if (mark == '`' && info.find('`') != std::string_view::npos) return std::nullopt;
  return Fence{indent, mark, end - indent, info};
}

bool closes(const Fence& fence, const Fence& opening) {
  return fence.mark == opening.mark && fence.length >= opening.length && fence.info.empty() &&
         fence.indent <= opening.indent + 3;
}

/// A block and the lines between its fences.
struct Block {
  Fence fence;
  std::size_t fence_begin;
  std::size_t begin;
  std::size_t end;
  bool closed;
};

std::vector<Block> find_blocks(std::string_view page, std::size_t begin) {
  std::vector<Block> blocks;
  std::optional<Block> open;
  for (std::size_t offset = begin; offset < page.size();) {
    const Line line = line_at(page, offset);
    offset = line.next;
    const auto fence = fence_of(line.text);
    if (!fence) continue;
    if (!open) {
      open = Block{*fence, line.begin, line.next, page.size(), false};
    } else if (closes(*fence, open->fence)) {
      open->end = line.begin;
      open->closed = true;
      blocks.push_back(*open);
      open.reset();
    }
  }
  if (open) blocks.push_back(*open);
  return blocks;
}

enum class Language { yaml, json, other };

/// By the first word of the info string, and when there is none by the first byte.
Language language_of(std::string_view info, std::string_view block) {
  std::string word(info.substr(0, info.find_first_of(" \t{,")));
  for (char& c : word) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  if (word.empty()) {
    const std::size_t first = block.find_first_not_of(" \t\r\n");
    const bool brace = first != std::string_view::npos && block[first] == '{';
    return brace ? Language::json : Language::yaml;
  }
  if (word == "yaml" || word == "yml") return Language::yaml;
  return word == "json" ? Language::json : Language::other;
}

/// Whether a line is `openapi: ...`, perhaps quoted, perhaps behind the `{` of JSON.
bool is_root_line(std::string_view line) {
  if (!line.empty() && line.front() == '{') line = trim(line.substr(1));
  const char quote = line.empty() ? '\0' : line.front();
  const bool quoted = quote == '"' || quote == '\'';
  if (quoted) line.remove_prefix(1);
  if (line.substr(0, root_key.size()) != root_key) return false;
  line.remove_prefix(root_key.size());
  if (quoted) {
    if (line.empty() || line.front() != quote) return false;
    line.remove_prefix(1);
  }
  line = trim(line);
  return !line.empty() && line.front() == ':';
}

/// Looks before parsing, so that the mistakes of other examples on the page are not reported.
bool looks_like_openapi(std::string_view block, std::size_t indent) {
  const std::size_t first = block.find_first_not_of(" \t\r\n");
  const bool braces = first != std::string_view::npos && block[first] == '{';
  for (std::size_t offset = 0; offset < block.size();) {
    const Line line = line_at(block, offset);
    offset = line.next;
    const std::size_t spaces = std::min(line.text.find_first_not_of(" \t"), line.text.size());
    // In YAML the keys of the root are not indented; in JSON they may be.
    if ((braces || spaces <= indent) && is_root_line(line.text.substr(spaces))) return true;
  }
  return false;
}

}  // namespace

std::vector<Document> load_page(source::SourceId id, const source::SourceMap& sources,
                                diagnostics::Diagnostics& diagnostics) {
  const source::SourceFile& file = sources.file(id);
  const std::string_view page = file.text;
  std::vector<Document> documents;
  for (const Block& block : find_blocks(page, file.byte_order_mark_size())) {
    const std::string_view text = page.substr(block.begin, block.end - block.begin);
    const Language language = language_of(block.fence.info, text);
    if (language == Language::other || !looks_like_openapi(text, block.fence.indent)) continue;
    if (!block.closed) {
      const source::Location where{
          id, static_cast<std::uint32_t>(block.fence_begin + block.fence.indent),
          static_cast<std::uint32_t>(block.fence_begin + block.fence.indent + block.fence.length)};
      diagnostics.report(Code::E0114, where, "block is not closed before the end of the page")
          .hint("add a line of " + std::to_string(block.fence.length) +
                (block.fence.mark == '`' ? " backticks" : " tildes") + " behind the block");
    }
    const Span span{id, text, block.begin, block.fence.indent};
    auto root =
        language == Language::json ? read_json(span, diagnostics) : read_yaml(span, diagnostics);
    if (root && root->find(root_key) != nullptr) documents.push_back({id, std::move(*root)});
  }
  return documents;
}

}  // namespace bindery::document
