// Holds rules for waiting to the answers that they speak of.
// Must not drop a part of a rule in silence: a wait that never ends is worse than none.
#include "model/waiting.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "diagnostics/suggest.hpp"
#include "model/answer_members.hpp"
#include "model/stated_rules.hpp"

namespace bindery::model {
namespace {

using diagnostics::Code;

/// As `std::to_string` writes it.
bool is_integer_text(const std::string& text) {
  const std::size_t first = !text.empty() && text.front() == '-' ? 1 : 0;
  const std::string digits = text.substr(first);
  if (digits.empty() || digits.find_first_not_of("0123456789") != std::string::npos) return false;
  return digits == "0" ? first == 0 : digits.front() != '0';
}

class WaitFinder {
 public:
  WaitFinder(const Api& api, const spec::Spec& spec, diagnostics::Diagnostics& diagnostics)
      : api_(api), spec_(spec), diagnostics_(diagnostics) {}

  const Operation* operation(const spec::WaitRule& rule, const std::string& id) const {
    const auto found = std::find_if(api_.operations.begin(), api_.operations.end(),
                                    [&](const Operation& each) { return each.id == id; });
    if (found != api_.operations.end()) return &*found;
    report_unknown_operation(spec_, id, rule.where, diagnostics_);
    return nullptr;
  }

  /// Nothing, and why, when the rule does not fit.
  std::optional<Wait> wait(const Operation& operation, const spec::WaitRule& rule) {
    rule_ = &rule;
    fits_ = true;
    const auto answer = single_answer(operation);
    if (!answer) {
      refuse("`" + operation.id + "` answers no single type of JSON");
      return std::nullopt;
    }
    answer_ = *answer;
    Wait wait;
    wait.name = rule.name;
    wait.success = rule.success;
    wait.failure = rule.failure;
    wait.stop = rule.stop;
    const bool has_values = !rule.success.empty() || !rule.failure.empty() || !rule.stop.empty();
    if (has_values && rule.status.empty()) refuse("statuses are listed, but no member `status`");
    if (rule.success.empty() && rule.stop.empty() && rule.until.empty()) {
      refuse("nothing says when the job is done: `success`, `stop` or `until`");
    }
    if (!rule.status.empty()) {
      wait.status = path(rule.status);
      if (fits_) check_status(rule);
    }
    if (!rule.until.empty()) wait.until = presence(rule.until);
    if (!rule.unless.empty()) wait.unless = presence(rule.unless);
    for (const std::string& value : rule.failure) {
      for (const auto* list : {&rule.success, &rule.stop}) {
        if (std::find(list->begin(), list->end(), value) == list->end()) continue;
        refuse("`" + value + "` cannot be both a failure and none");
      }
    }
    for (const std::string& reason : rule.reason) {
      wait.reasons.push_back(path(reason));
      if (fits_ && !is_text(reason))
        refuse("`" + reason + "` is neither a text, an integer nor a boolean");
    }
    if (!fits_) return std::nullopt;
    return wait;
  }

  /// What comes after; all other waits must be known.
  std::optional<Wait::Then> then(const Operation& operation, const spec::WaitRule& rule) {
    rule_ = &rule;
    fits_ = true;
    answer_ = *single_answer(operation);
    const Operation* const next = this->operation(rule, rule.then->operation);
    if (next == nullptr) return std::nullopt;
    if (!next->wait) {
      refuse("nothing says how `" + next->id + "` is waited for");
      return std::nullopt;
    }
    if (rule.then->inputs.empty())
      refuse("`inputs` names nothing that leads to `" + next->id + "`");
    Wait::Then then;
    then.name = rule.then->name;
    then.operation = static_cast<std::size_t>(next - api_.operations.data());
    for (const auto& [name, from] : rule.then->inputs) {
      const auto parameter =
          std::find_if(next->parameters.begin(), next->parameters.end(),
                       [&](const Parameter& each) { return each.wire_name == name; });
      if (parameter == next->parameters.end()) {
        refuse("`" + next->id + "` has no parameter `" + name + "`");
        continue;
      }
      MemberPath steps = path(from);
      if (!fits_) continue;
      const Type& given = resolved_type(api_, end_of(api_, answer_, steps));
      const Type& wanted = resolved_type(api_, parameter->type);
      const auto* const primitive = given.as<Primitive>();
      const auto* const other = wanted.as<Primitive>();
      if (primitive == nullptr || other == nullptr || *primitive != *other) {
        refuse("`" + from + "` and `" + name + "` are not of one type, such as a string");
      }
      then.inputs.push_back(
          {static_cast<std::size_t>(parameter - next->parameters.begin()), std::move(steps)});
    }
    for (std::size_t index = 0; index < next->parameters.size(); ++index) {
      const bool is_given =
          std::any_of(then.inputs.begin(), then.inputs.end(),
                      [&](const Wait::Then::Input& input) { return input.parameter == index; });
      if (fits_ && next->parameters[index].required && !is_given) {
        refuse("`inputs` lacks `" + next->parameters[index].wire_name + "`, which `" + next->id +
               "` requires");
      }
    }
    if (!fits_) return std::nullopt;
    return then;
  }

 private:
  void refuse(const std::string& why) {
    fits_ = false;
    diagnostics_.report(Code::E0116, rule_->where, why);
  }

  MemberPath path(const std::string& names) {
    auto steps = member_path(api_, answer_, names);
    if (steps && !steps->empty()) return *std::move(steps);
    refuse("the answer has no member `" + names + "`");
    return {};
  }

  /// A path to something that is not always there.
  MemberPath presence(const std::string& names) {
    MemberPath steps = path(names);
    const bool may_lack = std::any_of(steps.begin(), steps.end(), [&](const MemberStep& step) {
      const Field& field = api_.types.at(step.object).as<Object>()->fields[step.field];
      return !field.required || field.type.nullable ||
             resolved_type(api_, field.type).as<Any>() != nullptr;
    });
    if (fits_ && !may_lack) refuse("`" + names + "` is there from the beginning");
    return steps;
  }

  const Type& type_at(const std::string& names) const {
    return resolved_type(api_, end_of(api_, answer_, *member_path(api_, answer_, names)));
  }

  bool is_text(const std::string& names) const {
    const Type& type = type_at(names);
    const auto* enumeration = type.as<Enum>();
    return is_string(type) || is_integer(type) || is_boolean(type) ||
           (enumeration != nullptr && enumeration->base != Enum::Base::number);
  }

  void check_status(const spec::WaitRule& rule) {
    if (!is_text(rule.status)) {
      return refuse("`" + rule.status + "` is neither a string, an integer nor a boolean");
    }
    const Type& type = type_at(rule.status);
    const auto* enumeration = type.as<Enum>();
    if (enumeration == nullptr) {
      for (const auto* list : {&rule.success, &rule.failure, &rule.stop}) {
        for (const std::string& value : *list) {
          const bool is_boolean_text = value == "true" || value == "false";
          const bool can_be = is_boolean(type)   ? is_boolean_text
                              : is_integer(type) ? is_integer_text(value)
                                                 : true;
          if (!can_be) refuse("`" + rule.status + "` is never `" + value + "`");
        }
      }
      return;
    }
    std::vector<std::string> known;
    for (const auto& value : enumeration->values) {
      known.push_back(value.literal.kind == Literal::Kind::boolean
                          ? (value.literal.boolean ? "true" : "false")
                          : value.literal.text);
    }
    // Servers say what no document knows; what is nearly a known one is a slip.
    for (const auto* list : {&rule.success, &rule.failure, &rule.stop}) {
      for (const std::string& value : *list) {
        if (std::find(known.begin(), known.end(), value) != known.end()) continue;
        if (const auto near = diagnostics::nearest(value, known)) {
          fits_ = false;
          diagnostics_
              .report(Code::E0116, rule.where, "`" + rule.status + "` is never `" + value + "`")
              .hint("did you mean `" + *near + "`?");
        }
      }
    }
  }

  const Api& api_;
  const spec::Spec& spec_;
  diagnostics::Diagnostics& diagnostics_;
  const spec::WaitRule* rule_ = nullptr;
  TypeUse answer_;
  bool fits_ = true;
};

}  // namespace

void find_waits(Api& api, const spec::Spec& spec, const std::vector<spec::WaitRule>& rules,
                diagnostics::Diagnostics& diagnostics) {
  WaitFinder finder(api, spec, diagnostics);
  const auto find = [&](const std::string& id) {
    return std::find_if(api.operations.begin(), api.operations.end(),
                        [&](const Operation& each) { return each.id == id; });
  };
  std::vector<spec::WaitRule> all;
  for_each_stated(spec, "x-bindery-wait", [&](const StatedRule& stated) {
    const bool is_overruled =
        std::any_of(rules.begin(), rules.end(),
                    [&](const spec::WaitRule& rule) { return rule.operation == stated.operation; });
    // It may have been filtered out.
    if (is_overruled || find(stated.operation) == api.operations.end()) return;
    all.push_back(
        spec::read_wait_rule(*stated.value, stated.operation, stated.pointer, diagnostics));
  });
  all.insert(all.end(), rules.begin(), rules.end());
  for (const spec::WaitRule& rule : all) {
    const auto operation = find(rule.operation);
    if (operation == api.operations.end()) {
      finder.operation(rule, rule.operation);
    } else {
      operation->wait = finder.wait(*operation, rule);
    }
  }
  for (const spec::WaitRule& rule : all) {
    const auto operation = find(rule.operation);
    if (!rule.then || operation == api.operations.end() || !operation->wait) continue;
    operation->wait->then = finder.then(*operation, rule);
  }
}

}  // namespace bindery::model
