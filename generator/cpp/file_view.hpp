// The opening of a header from what its declarations need.
// Must not know the declarations themselves.
#pragma once

#include <set>
#include <string>

#include "cpp/docs.hpp"
#include "cpp/layout.hpp"
#include "cpp/rule_set.hpp"
#include "cpp/type_name.hpp"
#include "cpp/views_types.hpp"

namespace bindery::cpp {

/// What the banner of every file says. Base names only: no path is in the output.
struct Banner {
  std::string source;   ///< `heygen.yaml`
  std::string command;  ///< `bindery generate heygen.yaml --out DIR --namespace heygen`
};

/// All that the builders of views read; all of it outlives them.
struct Building {
  const model::Api& api;
  const Names& names;
  const Layout& layout;
  const Banner& banner;
  /// Names of `using` declarations: g++ says of an enumerator that it hides one, scoped or not.
  std::set<std::string> aliases = {};
  /// Who is checked by validate.hpp.
  RuleSet rules = {};
};

std::set<std::string> alias_names(const model::Api& api, const Names& names);

/// The folder of the client's headers below the include root: `heygen`, `vendor/heygen`.
std::string include_folder(const std::string& name_space);

/// `heygen/models/video_detail.hpp`, or `..._json.hpp` for its codecs.
std::string header_of(const Building& building, model::TypeId type, bool is_codec);

/// Collects the includes of one header.
class Includes {
 public:
  void standard(const std::string& name) { standard_.insert(name); }
  void runtime(const std::string& name) { own_.insert("bindery/" + name); }
  void own(const std::string& path) { own_.insert(path); }
  /// Everything `needs` names, with the codecs of its types when `with_codecs`.
  void add(const Building& building, const Needs& needs, bool with_codecs);
  /// The header declares these types, or their codecs.
  void declare(const Building& building, const std::vector<model::TypeId>& types);
  /// The header names something deprecated, which is no use of it.
  void excuse_deprecated();

  /// The opening of the header at `path`, which does not include itself.
  FileView view(const Building& building, const std::string& path, DocLines left_out) const;

 private:
  std::set<std::string> standard_;
  std::set<std::string> own_;
  bool names_deprecated_ = false;
};

}  // namespace bindery::cpp
