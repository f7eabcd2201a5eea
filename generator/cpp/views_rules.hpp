// What the template of validate.hpp sees.
// Must hold texts, flags and lists only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cpp/views_types.hpp"

namespace bindery::cpp {

/// The `Rules` of one struct, union or request.
struct RuleView {
  static constexpr std::string_view view_name = "RuleView";
  std::string type;                 ///< `heygen::AssetUrl`
  std::vector<std::string> checks;  ///< `in.member("url", value.url, bindery::length(1, 2048))`
  std::string size;                 ///< How many members there are.
  std::string size_value;           ///< ` value`, where the size depends on it.
  bool has_checks = false;
  bool has_size = false;    ///< Somebody limits the count of members.
  bool is_wrapped = false;  ///< The parameters do not fit the line of the function.

  template <class F>
  static void members(F f) {
    f("type", &RuleView::type);
    f("checks", &RuleView::checks);
    f("size", &RuleView::size);
    f("size_value", &RuleView::size_value);
    f("has_checks", &RuleView::has_checks);
    f("has_size", &RuleView::has_size);
    f("is_wrapped", &RuleView::is_wrapped);
  }
};

/// `validate.hpp`
struct RulesFileView {
  static constexpr std::string_view view_name = "RulesFileView";
  FileView file;
  std::string name_space;
  std::vector<RuleView> rules;
  std::string requests;  ///< `CreateVideoRequest, ListVideosRequest`, broken where too long.

  template <class F>
  static void members(F f) {
    f("file", &RulesFileView::file);
    f("name_space", &RulesFileView::name_space);
    f("rules", &RulesFileView::rules);
    f("requests", &RulesFileView::requests);
  }
};

}  // namespace bindery::cpp
