// A document given as text, lowered, and the model's dump cut into pieces that a test can compare.
// Must not check anything: tests do.
#pragma once

#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/load.hpp"
#include "model/lower.hpp"
#include "source/file_system.hpp"
#include "source/source_map.hpp"
#include "spec/read_spec.hpp"

namespace bindery::model {

/// The model of a document, with all that was said on the way.
class Lowered {
 public:
  explicit Lowered(std::map<std::string, std::string> texts, const Filter& filter = {})
      : files_(std::move(texts)) {
    auto document = document::load_document(*sources_.open("api.yaml"), sources_, diagnostics_);
    spec_ = spec::read_spec(std::move(*document), sources_, diagnostics_);
    before_ = diagnostics_.sorted();
    api_ = lower(spec_, filter, diagnostics_);
    std::ostringstream out;
    dump(api_, out);
    dump_ = out.str();
  }
  Lowered(const Lowered&) = delete;
  Lowered& operator=(const Lowered&) = delete;

  const Api& api() const { return api_; }
  const std::string& dump_text() const { return dump_; }

  /// The blocks of the dump whose first line begins with `head` and a space or line end:
  /// `"object Pet"`.
  std::string block(std::string_view head) const {
    std::istringstream lines(dump_);
    std::string found;
    bool inside = false;
    for (std::string line; std::getline(lines, line);) {
      if (!line.empty() && line.front() != ' ') {
        inside = line.compare(0, head.size(), head) == 0 &&
                 (line.size() == head.size() || line[head.size()] == ' ');
      }
      if (inside) found += line + '\n';
    }
    return found;
  }

  /// `E0306 #/components/schemas/A message`, one for each diagnostic of the lowering itself.
  std::vector<std::string> said() const {
    std::vector<std::string> lines;
    for (const auto& diagnostic : diagnostics_.sorted()) {
      bool is_earlier = false;
      for (const auto& earlier : before_) is_earlier = is_earlier || earlier == diagnostic;
      if (is_earlier) continue;
      std::string line(diagnostics::info(diagnostic.code).name);
      if (!diagnostic.pointer.empty()) line += " " + diagnostic.pointer;
      line += " " + diagnostic.message;
      if (!diagnostic.hint.empty()) line += " (" + diagnostic.hint + ")";
      lines.push_back(std::move(line));
    }
    return lines;
  }

  const diagnostics::Diagnostics& diagnostics() const { return diagnostics_; }

 private:
  source::MemoryFileSystem files_;
  source::SourceMap sources_{files_};
  diagnostics::Diagnostics diagnostics_;
  spec::Spec spec_;
  std::vector<diagnostics::Diagnostic> before_;
  Api api_;
  std::string dump_;
};

inline std::map<std::string, std::string> document_of(std::string_view rest,
                                                      std::string_view version = "3.1.0") {
  return {{"api.yaml", "openapi: " + std::string(version) +
                           "\ninfo: {title: Test, version: '1'}\n" + std::string(rest)}};
}

/// Component schemas, indented by four columns.
inline std::map<std::string, std::string> schemas_of(std::string_view schemas,
                                                     std::string_view version = "3.1.0") {
  return document_of("paths: {}\ncomponents:\n  schemas:\n" + std::string(schemas), version);
}

using Said = std::vector<std::string>;

}  // namespace bindery::model
