// Chooses the reader of a whole file.
// Must not parse anything itself.
#include "document/load.hpp"

#include <utility>

#include "document/json_reader.hpp"
#include "document/yaml_reader.hpp"
#include "source/file_system.hpp"

namespace bindery::document {
namespace {

bool looks_like_json(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
}

}  // namespace

std::optional<Document> load_document(source::SourceId id, const source::SourceMap& sources,
                                      diagnostics::Diagnostics& diagnostics) {
  const source::SourceFile& file = sources.file(id);
  const std::size_t mark = file.byte_order_mark_size();
  const Span span{id, std::string_view(file.text).substr(mark), mark, 0};
  const std::string extension = source::extension_of(file.name);
  const bool yaml = extension == ".yaml" || extension == ".yml";
  const bool json = extension == ".json" || (!yaml && looks_like_json(span.text));
  auto root = json ? read_json(span, diagnostics) : read_yaml(span, diagnostics);
  if (!root) return std::nullopt;
  return Document{id, std::move(*root)};
}

bool is_page(const std::string& name) {
  const std::string extension = source::extension_of(name);
  return extension == ".md" || extension == ".mdx" || extension == ".txt";
}

}  // namespace bindery::document
