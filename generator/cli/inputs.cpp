#include "cli/inputs.hpp"

#include <algorithm>
#include <utility>

namespace bindery::cli {
namespace {

using diagnostics::Code;
using diagnostics::Diagnostics;
using source::Location;

constexpr const char* configuration_name = "bindery.yaml";

bool is_openapi(const document::Node& root) {
  return root.find("openapi") != nullptr || root.find("swagger") != nullptr;
}

bool may_be_document(const std::string& name) {
  const std::string extension = source::extension_of(name);
  return extension == ".yaml" || extension == ".yml" || extension == ".json";
}

/// Looks at one folder or file after the other and gathers what it finds.
class Collector {
 public:
  Collector(source::SourceMap& sources, Diagnostics& diagnostics)
      : sources_(sources), diagnostics_(diagnostics) {}

  void add(const std::string& argument) {
    if (sources_.file_system().is_directory(argument)) {
      add_folder(argument);
    } else {
      offer_configuration(source::directory_of(argument));
      add_file(argument);
    }
  }

  Inputs take() { return std::move(inputs_); }

 private:
  void offer_configuration(const std::string& folder) {
    const std::string path = source::join_path(folder, configuration_name);
    if (!inputs_.configuration && sources_.file_system().exists(path)) inputs_.configuration = path;
  }

  void add_folder(const std::string& folder) {
    inputs_.folders.push_back(folder);
    offer_configuration(folder);
    const auto entries = sources_.file_system().list(folder);
    if (!entries) {
      diagnostics_.report(Code::E0101, Location::unknown(),
                          "cannot list `" + folder + "`: " + entries.error.message);
      return;
    }
    const std::size_t before = inputs_.documents.size();
    const diagnostics::Checkpoint checkpoint(diagnostics_);
    for (const source::DirectoryEntry& entry : *entries) {
      if (entry.is_directory || entry.name == configuration_name || entry.name.front() == '.')
        continue;
      add_folder_entry(source::join_path(folder, entry.name), entry.name);
    }
    if (inputs_.documents.size() == before && !checkpoint.failed()) {
      diagnostics_
          .report(Code::E0113, Location::unknown(),
                  "`" + folder + "` holds no OpenAPI document and no page with an OpenAPI block")
          .hint("name a file, or a folder with files that have an `openapi` key at their root");
    }
  }

  /// A file in a folder is an input only if it shows to be one.
  void add_folder_entry(const std::string& path, const std::string& name) {
    if (!document::is_page(name) && !may_be_document(name)) return;
    const auto id = open(path);
    if (!id) return;
    if (document::is_page(name)) {
      if (add_page(*id)) return;
    } else if (sources_.file(*id).text.find_first_not_of(" \t\r\n") != std::string::npos) {
      const diagnostics::Checkpoint checkpoint(diagnostics_);
      auto loaded = document::load_document(*id, sources_, diagnostics_);
      if (checkpoint.failed()) return;
      if (loaded && is_openapi(loaded->root)) {
        inputs_.documents.push_back(std::move(*loaded));
        return;
      }
    }
    diagnostics_.report(Code::E0112, Location{*id, 0, 0},
                        "`" + name + "` is no OpenAPI document and no page with an OpenAPI block");
  }

  void add_file(const std::string& path) {
    const auto id = open(path);
    if (!id) return;
    const std::string name = source::file_name_of(path);
    if (sources_.file(*id).text.find_first_not_of(" \t\r\n") == std::string::npos) {
      diagnostics_.report(Code::E0102, Location{*id, 0, 0}, "`" + name + "` is empty");
      return;
    }
    if (document::is_page(path)) {
      const diagnostics::Checkpoint checkpoint(diagnostics_);
      if (!add_page(*id) && !checkpoint.failed()) {
        diagnostics_
            .report(Code::E0111, Location{*id, 0, 0},
                    "`" + name + "` has no fenced block with an `openapi` key")
            .hint("a page is read for blocks fenced by three or more backticks that hold OpenAPI");
      }
      return;
    }
    auto loaded = document::load_document(*id, sources_, diagnostics_);
    if (!loaded) return;
    if (!is_openapi(loaded->root)) {
      diagnostics_
          .report(Code::E0109, loaded->root.where,
                  loaded->root.is_mapping()
                      ? std::string("found no `openapi` key at the root")
                      : "found a " + std::string(document::to_string(loaded->root.kind)) +
                            " at the root, expected a mapping")
          .hint("an OpenAPI document begins with `openapi: 3.1.0` or the like");
      return;
    }
    inputs_.documents.push_back(std::move(*loaded));
  }

  /// True when the page held at least one OpenAPI block, or was broken in one.
  bool add_page(source::SourceId id) {
    const diagnostics::Checkpoint checkpoint(diagnostics_);
    std::vector<document::Document> blocks = document::load_page(id, sources_, diagnostics_);
    const bool found = !blocks.empty();
    for (document::Document& block : blocks) inputs_.documents.push_back(std::move(block));
    return found || checkpoint.failed();
  }

  std::optional<source::SourceId> open(const std::string& path) {
    const auto id = sources_.open(path);
    if (id) return *id;
    diagnostics_.report(Code::E0101, Location::unknown(),
                        "cannot read `" + path + "`: " + id.error.message);
    return std::nullopt;
  }

  source::SourceMap& sources_;
  Diagnostics& diagnostics_;
  Inputs inputs_;
};

}  // namespace

Inputs load_inputs(const std::vector<std::string>& arguments, source::SourceMap& sources,
                   Diagnostics& diagnostics) {
  Collector collector(sources, diagnostics);
  for (const std::string& argument : arguments) collector.add(argument);
  return collector.take();
}

}  // namespace bindery::cli
