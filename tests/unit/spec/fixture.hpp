// A document given as text, read with all that was said about it.
// Must not check anything: tests do.
#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "document/load.hpp"
#include "source/file_system.hpp"
#include "source/source_map.hpp"
#include "spec/read_spec.hpp"

namespace bindery::spec {

/// Files in memory, the documents named first, what was read of them, and the diagnostics.
struct Fixture {
  source::MemoryFileSystem files;
  source::SourceMap sources{files};
  diagnostics::Diagnostics diagnostics;
  Spec spec;

  explicit Fixture(std::map<std::string, std::string> texts) : files(std::move(texts)) {}
  Fixture(const Fixture&) = delete;
  Fixture& operator=(const Fixture&) = delete;

  std::vector<document::Document> load(const std::vector<std::string>& names) {
    std::vector<document::Document> documents;
    for (const std::string& name : names) {
      const auto id = sources.open(name);
      if (!id) continue;
      auto document = document::load_document(*id, sources, diagnostics);
      if (document) documents.push_back(std::move(*document));
    }
    return documents;
  }

  void read(const std::vector<std::string>& names, OnConflict on_conflict = OnConflict::error) {
    spec = read_spec(merge_documents(load(names), on_conflict, diagnostics), sources, diagnostics);
  }

  /// `E0203 api.yaml:4:7 #/pointer message`, one for each diagnostic, sorted by place.
  std::vector<std::string> said() const {
    std::vector<std::string> lines;
    for (const diagnostics::Diagnostic& diagnostic : diagnostics.sorted()) {
      lines.push_back(std::string(diagnostics::info(diagnostic.code).name) + " " +
                      place(diagnostic.where) + " " + diagnostic.pointer + " " +
                      diagnostic.message);
    }
    return lines;
  }

  std::string place(source::Location where) const {
    if (!where.is_known()) return "-";
    const source::LineColumn at = sources.line_column(where);
    return sources.file(where.source).name + ":" + std::to_string(at.line) + ":" +
           std::to_string(at.column);
  }

  std::size_t count(std::string_view code) const {
    std::size_t found = 0;
    for (const diagnostics::Diagnostic& diagnostic : diagnostics.sorted()) {
      if (diagnostics::info(diagnostic.code).name == code) ++found;
    }
    return found;
  }

  /// The only diagnostic of that code; an empty one when there is not exactly one.
  diagnostics::Diagnostic only(std::string_view code) const {
    std::vector<diagnostics::Diagnostic> found;
    for (const diagnostics::Diagnostic& diagnostic : diagnostics.sorted()) {
      if (diagnostics::info(diagnostic.code).name == code) found.push_back(diagnostic);
    }
    return found.size() == 1 ? found.front() : diagnostics::Diagnostic{};
  }

  SchemaId component_id(std::string_view name) const {
    for (const ComponentSchema& component : spec.component_schemas) {
      if (component.name == name) return component.schema;
    }
    return {};
  }
  const Schema& component(std::string_view name) const { return spec.schema(component_id(name)); }

  /// A property of a component schema.
  const Schema& property(std::string_view component_name, std::string_view name) const {
    for (const NamedSchema& property : component(component_name).properties) {
      if (property.name == name) return spec.schema(property.schema);
    }
    return spec.schema({});
  }
};

/// One document, `api.yaml`, read.
inline std::unique_ptr<Fixture> read_text_as_spec(std::string text) {
  auto fixture =
      std::make_unique<Fixture>(std::map<std::string, std::string>{{"api.yaml", std::move(text)}});
  fixture->read({"api.yaml"});
  return fixture;
}

/// The lines of `components.schemas` (indented by four), in a document of that version.
inline std::unique_ptr<Fixture> read_schemas(const std::string& version,
                                             const std::string& schemas) {
  return read_text_as_spec("openapi: " + version +
                           "\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n"
                           "  schemas:\n" +
                           schemas);
}

/// The lines of one operation (indented by six), `get /a`.
inline std::unique_ptr<Fixture> read_operation_text(const std::string& operation,
                                                    const std::string& rest = "",
                                                    const std::string& version = "3.1.0") {
  return read_text_as_spec("openapi: " + version +
                           "\ninfo: {title: T, version: '1'}\npaths:\n  /a:\n    get:\n" +
                           operation + rest);
}

/// Nothing was said.
using Lines = std::vector<std::string>;

}  // namespace bindery::spec
