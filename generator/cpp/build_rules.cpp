// Rules to checks, one call each.
// Must break lines between constraints, not inside them, wherever that fits.
#include "cpp/build_rules.hpp"

#include <utility>

#include "cpp/build_operations.hpp"
#include "cpp/build_types.hpp"
#include "cpp/comment.hpp"
#include "cpp/deprecation.hpp"
#include "cpp/literal.hpp"

namespace bindery::cpp {
namespace {

constexpr std::size_t check_indent = 4;

// `arguments` behind `opening`, which begins in `column`; further lines stand below the first.
std::string call_over_lines(const std::string& opening, const std::vector<std::string>& arguments,
                            std::size_t column) {
  const std::size_t indent = column + opening.size();
  std::string text = opening;
  std::size_t at = indent;
  for (std::size_t index = 0; index < arguments.size(); ++index) {
    const bool is_last = index + 1 == arguments.size();
    const std::string argument = arguments[index] + (is_last ? ")" : ",");
    if (index != 0) {
      const bool fits = at + 1 + argument.size() + (is_last ? 1 : 0) <= max_columns;
      text += fits ? " " : "\n" + std::string(indent, ' ');
      at = fits ? at + 1 : indent;
    }
    const std::string lines = folded(argument, at, indent + 4);
    const std::size_t line_end = lines.rfind('\n');
    at = line_end == std::string::npos ? at + lines.size() : lines.size() - line_end - 1;
    text += lines;
  }
  return text;
}

class RulesFile {
 public:
  explicit RulesFile(const Building& building)
      : building_(building), spelling_{building.api, building.names, true} {}

  RulesFileView run() {
    for (const ModelFile& file : building_.layout.models) add_types(file.types);
    for (std::size_t index = 0; index < building_.api.operations.size(); ++index) {
      add_types(building_.layout.operation_types[index]);
      if (building_.rules.has_request(index)) add_request(index);
    }
    view_.name_space = building_.names.name_space;
    view_.requests = folded(view_.requests, request_column, request_column);
    includes_.standard("memory");
    includes_.runtime("validate.hpp");
    view_.file = includes_.view(building_, rules_header(building_), std::move(unchecked_));
    return std::move(view_);
  }

 private:
  static constexpr std::size_t request_column = 36;

  void add_types(const std::vector<model::TypeId>& types) {
    for (const model::TypeId id : types) {
      if (!building_.rules.has_type(id)) continue;
      includes_.own(header_of(building_, id, false));
      if (has_deprecated_parts(building_.api, id)) includes_.excuse_deprecated();
      RuleView rule = rule_view(declared_name(spelling_, id), type_rules(spelling_, id));
      if (building_.rules.counts(id)) add_size(id, rule);
      view_.rules.push_back(std::move(rule));
    }
  }

  void add_request(std::size_t index) {
    const std::string& name = building_.names.operations[index].request;
    includes_.own(operation_header(building_, index, false));
    if (names_deprecated(building_, building_.api.operations[index])) includes_.excuse_deprecated();
    view_.rules.push_back(
        rule_view(building_.names.name_space + "::" + name, request_rules(spelling_, index)));
    view_.requests += (view_.requests.empty() ? "" : ", ") + name;
  }

  RuleView rule_view(const std::string& type, const TypeRules& rules) {
    RuleView view;
    view.type = type;
    add_check("in.itself(", {"value"}, rules.itself, view);
    for (const MemberRules& member : rules.members) {
      if (member.name.empty()) {
        add_check("in.value(", {member.expression}, member.place, view);
      } else {
        add_check("in.member(", {member.name, member.expression}, member.place, view);
      }
    }
    view.has_checks = !view.checks.empty();
    const std::string line = "  static void check(Checker& in, const " + type + "& value) {";
    view.is_wrapped = line.size() > max_columns;
    return view;
  }

  void add_check(const std::string& function, std::vector<std::string> arguments,
                 const PlaceRules& place, RuleView& view) {
    for (const std::string& what : place.unchecked) {
      const DocLines lines = comment_lines(
          "Not checked, in " + view.type + ": " + arguments.back() + ": " + what + ".",
          max_columns - std::string("// ").size());
      unchecked_.insert(unchecked_.end(), lines.begin(), lines.end());
    }
    if (!is_checked(building_.rules, place)) return;
    arguments.insert(arguments.end(), place.constraints.begin(), place.constraints.end());
    view.checks.push_back(call_over_lines(function, arguments, check_indent));
    for (const model::TypeId type : place.written) {
      const model::Type& written = building_.api.types.at(type);
      const bool has_codec = written.as<model::Enum>() == nullptr;
      if (has_codec) includes_.own(header_of(building_, type, true));
    }
  }

  void add_size(model::TypeId id, RuleView& view) {
    const auto* object = building_.api.types.at(id).as<model::Object>();
    if (object == nullptr) return;
    std::vector<std::string> members;
    for (const std::string& name : building_.names.types[id.index].members) {
      members.push_back("value." + name);
    }
    view.size = "0";
    if (!members.empty()) {
      view.size = call_over_lines("bindery::count_members(", members, size_column);
    }
    if (keeps_additional(*object)) {
      view.size += " +\n" + std::string(size_column, ' ') + "value.additional_properties.size()";
    }
    if (view.size != "0") view.size_value = " value";
    view.has_size = true;
    includes_.standard("cstdint");
  }

  static constexpr std::size_t size_column = 11;

  const Building& building_;
  Spelling spelling_;
  RulesFileView view_;
  Includes includes_;
  DocLines unchecked_;
};

}  // namespace

std::string rules_header(const Building& building) {
  return include_folder(building.names.name_space) + "/validate.hpp";
}

RulesFileView rules_file_view(const Building& building) { return RulesFile(building).run(); }

}  // namespace bindery::cpp
