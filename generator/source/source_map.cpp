// Opens each file once and answers questions about places.
// Must not know what the files hold.
#include "source/source_map.hpp"

#include <algorithm>
#include <utility>

namespace bindery::source {
namespace {

/// Offsets are kept in 32 bits, and yaml-cpp counts in int.
constexpr std::size_t largest_text = std::size_t{1} << 30;

}  // namespace

FileResult<SourceId> SourceMap::open(const std::string& name) {
  std::string canonical = files_->canonical(name);
  if (const auto known = by_canonical_.find(canonical); known != by_canonical_.end()) {
    return {known->second, {}};
  }
  auto text = files_->read(name);
  if (!text) return {std::nullopt, std::move(text.error)};
  if (text.value->size() > largest_text) {
    return {std::nullopt, {FileError::Kind::other, "file is larger than 1 GiB"}};
  }
  const SourceId id = add(name, std::move(*text.value));
  sources_.back().canonical = canonical;
  by_canonical_.emplace(std::move(canonical), id);
  return {id, {}};
}

SourceId SourceMap::add(std::string name, std::string text) {
  const auto id = static_cast<SourceId>(sources_.size());
  SourceFile& file = sources_.emplace_back();
  file.id = id;
  file.name = std::move(name);
  file.text = std::move(text);
  file.lines = LineTable(file.text);
  return id;
}

std::vector<std::string> SourceMap::names() const {
  std::vector<std::string> names;
  for (const SourceFile& file : sources_) {
    if (!file.canonical.empty()) names.push_back(file.name);
  }
  return names;
}

std::string_view SourceMap::text(Location where) const {
  if (!where.is_known()) return {};
  const std::string_view all = file(where.source).text;
  const std::size_t begin = std::min<std::size_t>(where.begin, all.size());
  const std::size_t end = std::clamp<std::size_t>(where.end, begin, all.size());
  return all.substr(begin, end - begin);
}

LineColumn SourceMap::line_column(Location where) const {
  if (!where.is_known()) return {};
  const SourceFile& source = file(where.source);
  return source.lines.at(source.text, where.begin);
}

}  // namespace bindery::source
