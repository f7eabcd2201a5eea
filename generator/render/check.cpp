// Resolves every name of every template, and complains of those it cannot.
// Must not print; must not see data, only shapes.
#include "render/check.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "diagnostics/suggest.hpp"

namespace bindery::render {
namespace {

using diagnostics::Code;

/// What names mean at a place in a template.
struct Scope {
  Shape shape;
  bool is_item = false;          ///< Directly in a list: `first` and `last` can be asked.
  const Scope* outer = nullptr;  ///< Never searched for names, only for better hints.
};

std::string quoted(std::string_view name) { return "`" + std::string(name) + "`"; }

std::string described(const Scope& scope, std::string_view name, std::string_view what) {
  return quoted(name) + " of " + std::string(scope.shape.view_name) + " is a " + std::string(what);
}

class Checker {
 public:
  Checker(const TemplateSet& set, diagnostics::Diagnostics& diagnostics)
      : set_(set), diagnostics_(diagnostics) {}

  void bind(const Binding& binding) {
    const auto found = set_.templates.find(binding.template_name);
    if (found == set_.templates.end()) {
      // The set begins with the built-in templates: a name they do not have is our mistake.
      throw std::logic_error("no template " + quoted(binding.template_name));
    }
    const Scope scope{binding.shape, false, nullptr};
    if (!result_.programs.emplace(binding.template_name, program_of(found->second, scope)).second) {
      throw std::logic_error("template " + binding.template_name + " is bound twice");
    }
  }

  CheckedTemplates finish(const std::vector<Binding>& bindings) {
    for (const auto& [name, one] : set_.templates) {
      if (used_templates_.contains(name)) continue;
      auto report = diagnostics_.report(Code::T0005, one.where,
                                        "template " + quoted(name) + " is never used");
      report.hint("remove it, or check its name and folder");
    }
    std::set<std::string_view> seen;
    for (const Binding& binding : bindings) list_unused(binding.shape, seen);
    return std::move(result_);
  }

 private:
  using Key = std::tuple<std::string, std::string_view, bool>;

  /// Checks a template in a scope, once for each kind of scope it is met in.
  std::shared_ptr<const Program> program_of(const Template& source, const Scope& scope) {
    used_templates_.insert(source.name);
    const Key key{source.name, scope.shape.view_name, scope.is_item};
    if (const auto known = programs_.find(key); known != programs_.end()) return known->second;
    auto program = std::make_shared<Program>();
    program->view_name = scope.shape.view_name;
    including_.push_back(source.name);
    check_nodes(source, source.nodes, scope, *program);
    including_.pop_back();
    programs_.emplace(key, program);
    return program;
  }

  void check_nodes(const Template& source, const std::vector<Node>& nodes, const Scope& scope,
                   Program& program) {
    for (const Node& node : nodes) {
      if (const auto* literal = std::get_if<Literal>(&node.content)) {
        add_step(program, Step::Kind::literal).literal = literal->text;
      } else if (const auto* print = std::get_if<Print>(&node.content)) {
        check_print(*print, scope, program);
      } else if (const auto* section = std::get_if<Section>(&node.content)) {
        check_section(source, *section, scope, program);
      } else {
        check_inclusion(source, std::get<Inclusion>(node.content), scope, program);
      }
    }
  }

  static Step& add_step(Program& program, Step::Kind kind, std::size_t member = 0) {
    program.steps.push_back({kind, {}, member, 0, nullptr, false, 0});
    return program.steps.back();
  }

  void check_print(const Print& print, const Scope& scope, Program& program) {
    if (is_position(print.name, scope)) {
      report(Code::T0003, print.where,
             described(scope, print.name, "flag, which cannot be printed"))
          .hint("open a section with it: `{{#" + print.name + "}}`");
      return;
    }
    const auto index = find(print.name, print.where, scope);
    if (!index) return;
    const MemberKind kind = scope.shape.members[*index].kind;
    if (kind != MemberKind::text) {
      report(
          Code::T0003, print.where,
          described(scope, print.name, std::string(to_string(kind)) + ", which cannot be printed"))
          .hint("open a section with it: `{{#" + print.name + "}}`");
      return;
    }
    add_step(program, Step::Kind::print, *index);
  }

  void check_section(const Template& source, const Section& section, const Scope& scope,
                     Program& program) {
    const std::size_t begin = program.steps.size();
    if (is_position(section.name, scope)) {
      const bool is_first = section.name == "first";
      add_step(program, is_first
                            ? (section.inverted ? Step::Kind::if_not_first : Step::Kind::if_first)
                            : (section.inverted ? Step::Kind::if_not_last : Step::Kind::if_last));
      check_nodes(source, section.body, scope, program);
    } else if (const auto index = find(section.name, section.where, scope)) {
      check_member_section(source, section, scope, *index, program);
    } else {
      // What an unknown section holds has no shape: one complaint is enough.
      return;
    }
    if (program.steps.size() > begin) program.steps[begin].end = program.steps.size();
  }

  void check_member_section(const Template& source, const Section& section, const Scope& scope,
                            std::size_t index, Program& program) {
    const Member& member = scope.shape.members[index];
    switch (member.kind) {
      case MemberKind::text:
        report(Code::T0003, section.where,
               described(scope, section.name, "text, which cannot open a section"))
            .hint("give " + std::string(scope.shape.view_name) + " a flag such as `has_" +
                  section.name + "`");
        check_nodes(source, section.body, scope, program);
        return;
      case MemberKind::flag:
        add_step(program, section.inverted ? Step::Kind::if_not_set : Step::Kind::if_set, index);
        check_nodes(source, section.body, scope, program);
        return;
      case MemberKind::nested:
        if (section.inverted) {
          report(Code::T0003, section.where,
                 described(scope, section.name, "nested view, which is never empty"));
          return;
        }
        break;
      case MemberKind::list:
        if (section.inverted) {
          add_step(program, Step::Kind::if_empty, index);
          check_nodes(source, section.body, scope, program);
          return;
        }
        break;
    }
    add_step(program, Step::Kind::each, index);
    const Scope inner{member.item(), member.kind == MemberKind::list, &scope};
    check_nodes(source, section.body, inner, program);
  }

  void check_inclusion(const Template& source, const Inclusion& inclusion, const Scope& scope,
                       Program& program) {
    const std::string name = partial_name(source.name, inclusion.name);
    const auto found = set_.templates.find(name);
    if (found == set_.templates.end()) {
      auto report =
          this->report(Code::T0004, inclusion.where,
                       "no partial " + quoted(inclusion.name) + ", looked for " + quoted(name));
      if (const auto near = nearest_template(name)) report.hint("there is " + quoted(*near));
      return;
    }
    if (std::find(including_.begin(), including_.end(), name) != including_.end()) {
      report(Code::T0001, inclusion.where,
             "partial " + quoted(inclusion.name) + " includes itself");
      return;
    }
    places_.push_back(inclusion.where);
    auto partial = program_of(found->second, scope);
    places_.pop_back();
    Step& step = add_step(program, Step::Kind::include);
    step.partial = std::move(partial);
    step.own_line = inclusion.own_line;
    step.indent = inclusion.indent;
  }

  static bool is_position(std::string_view name, const Scope& scope) {
    return scope.is_item && (name == "first" || name == "last");
  }

  std::optional<std::size_t> find(const std::string& name, source::Location where,
                                  const Scope& scope) {
    const auto index = scope.shape.find(name);
    if (index) {
      used_members_.emplace(scope.shape.view_name, name);
      return index;
    }
    auto report = this->report(Code::T0002, where,
                               "no " + quoted(name) + " in " + std::string(scope.shape.view_name));
    report.hint(hint_for(name, scope));
    return std::nullopt;
  }

  static std::string hint_for(const std::string& name, const Scope& scope) {
    std::vector<std::string> names;
    for (const Member& member : scope.shape.members) names.emplace_back(member.name);
    if (scope.is_item) names.insert(names.end(), {"first", "last"});
    std::string hint;
    if (const auto near = diagnostics::nearest(name, names)) {
      hint = "did you mean " + quoted(*near) + "? ";
    } else {
      for (const Scope* outer = scope.outer; outer != nullptr; outer = outer->outer) {
        if (!outer->shape.find(name)) continue;
        hint = "a section does not see the names of " + std::string(outer->shape.view_name) +
               " around it; ";
        break;
      }
    }
    return hint + std::string(scope.shape.view_name) +
           " has: " + describe_names(scope.shape, scope.is_item);
  }

  /// Reports at a place of a template and, in a partial, names the inclusions that lead there.
  diagnostics::Report report(Code code, source::Location where, std::string message) {
    diagnostics::Report report = diagnostics_.report(code, where, std::move(message));
    for (auto place = places_.rbegin(); place != places_.rend(); ++place) {
      report.note(*place, "included here");
    }
    return report;
  }

  std::optional<std::string> nearest_template(const std::string& name) const {
    std::vector<std::string> names;
    for (const auto& [known, unused] : set_.templates) names.push_back(known);
    return diagnostics::nearest(name, names);
  }

  void list_unused(const Shape& shape, std::set<std::string_view>& seen) {
    if (!seen.insert(shape.view_name).second) return;
    for (const Member& member : shape.members) {
      const std::pair<std::string_view, std::string> key(shape.view_name, member.name);
      if (!used_members_.contains(key)) {
        result_.unused_members.push_back(std::string(shape.view_name) + "." +
                                         std::string(member.name));
      }
      if (member.item != nullptr) list_unused(member.item(), seen);
    }
  }

  const TemplateSet& set_;
  diagnostics::Diagnostics& diagnostics_;
  CheckedTemplates result_;
  std::map<Key, std::shared_ptr<const Program>> programs_;
  std::set<std::string> used_templates_;
  std::set<std::pair<std::string_view, std::string>> used_members_;
  std::vector<std::string> including_;    ///< Templates being checked, outermost first.
  std::vector<source::Location> places_;  ///< Inclusions that lead to the one being checked.
};

}  // namespace

CheckedTemplates check_templates(const TemplateSet& set, const std::vector<Binding>& bindings,
                                 diagnostics::Diagnostics& diagnostics) {
  Checker checker(set, diagnostics);
  for (const Binding& binding : bindings) checker.bind(binding);
  return checker.finish(bindings);
}

std::string describe_names(const Shape& shape, bool is_item) {
  std::string names;
  const auto add = [&names](std::string_view name) {
    if (!names.empty()) names += ", ";
    names += name;
  };
  for (const Member& member : shape.members) add(member.name);
  if (is_item) {
    add("first");
    add("last");
  }
  return names;
}

}  // namespace bindery::render
