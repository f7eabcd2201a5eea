// The members of structs and requests, and a walk from what is checked up to who holds it.
// Must end on every model: types may contain themselves.
#include "cpp/rule_set.hpp"

#include <algorithm>
#include <utility>

#include "cpp/build_operations.hpp"
#include "cpp/build_types.hpp"
#include "cpp/literal.hpp"
#include "cpp/request_body.hpp"

namespace bindery::cpp {
namespace {

// What a body is sent as decides what can be checked of it: raw text has no structure.
PlaceRules body_rules(const Spelling& spelling, const BodyType& type) {
  if (type.kind == BodyType::Kind::value) return place_rules(spelling, type.use);
  if (type.kind != BodyType::Kind::list) return {};
  PlaceRules rules = place_rules(spelling, type.use);
  if (!rules.constraints.empty()) {
    rules.constraints = {call_text("bindery::each", rules.constraints)};
  }
  return rules;
}

PlaceRules body_rules(const Spelling& spelling, const RequestBody& body) {
  if (!body.is_one_of()) return body_rules(spelling, body.alternatives.front().type);
  PlaceRules rules;
  for (std::size_t index = 0; index < body.alternatives.size(); ++index) {
    const PlaceRules one = body_rules(spelling, body.alternatives[index].type);
    unite(rules, one);
    if (one.constraints.empty()) continue;
    rules.constraints.push_back(
        call_text("bindery::at<" + std::to_string(index) + ">", one.constraints));
  }
  return rules;
}

bool has_constraints(const TypeRules& rules) {
  return !rules.itself.constraints.empty() ||
         std::any_of(rules.members.begin(), rules.members.end(),
                     [](const MemberRules& member) { return !member.place.constraints.empty(); });
}

// Types that lead to `type`, by index; requests follow the types.
void add_edges(const TypeRules& rules, std::size_t from,
               std::vector<std::vector<std::size_t>>& users) {
  const auto add = [&](const PlaceRules& place) {
    for (const model::TypeId type : place.below) users[type.index].push_back(from);
  };
  add(rules.itself);
  for (const MemberRules& member : rules.members) add(member.place);
}

bool is_at(const std::vector<bool>& flags, std::size_t index) {
  return index < flags.size() && flags[index];
}

}  // namespace

TypeRules type_rules(const Spelling& spelling, model::TypeId id) {
  const model::Type& type = spelling.api.types.at(id);
  TypeRules rules;
  if (const auto* object = type.as<model::Object>()) {
    rules.itself = rules_of_itself(spelling, id);
    for (std::size_t index = 0; index < object->fields.size(); ++index) {
      const model::Field& field = object->fields[index];
      if (is_constant(field)) continue;
      rules.members.push_back({string_literal(field.wire_name),
                               "value." + spelling.names.types[id.index].members[index],
                               place_rules(spelling, field.type, field.constraints)});
    }
    if (object->additional.kind == model::AdditionalProperties::Kind::typed) {
      PlaceRules place = place_rules(spelling, object->additional.type);
      if (!place.constraints.empty()) {
        place.constraints = {call_text("bindery::each", place.constraints)};
      }
      rules.members.push_back({{}, "value.additional_properties", std::move(place)});
    }
  } else if (type.as<model::Union>() != nullptr) {
    rules.itself = rules_of_itself(spelling, id);
  } else if (const auto* alias = type.as<model::Alias>()) {
    rules.members.push_back(
        {{}, "value.value", place_rules(spelling, alias->target, type.constraints)});
  }
  return rules;
}

TypeRules request_rules(const Spelling& spelling, std::size_t index) {
  const model::Operation& operation = spelling.api.operations[index];
  const OperationNames& names = spelling.names.operations[index];
  TypeRules rules;
  const auto add = [&](const std::string& name, PlaceRules place) {
    rules.members.push_back({string_literal(name), "value." + name, std::move(place)});
  };
  for (std::size_t each = 0; each < operation.parameters.size(); ++each) {
    const model::Parameter& parameter = operation.parameters[each];
    add(names.parameters[each], place_rules(spelling, parameter.type, parameter.constraints));
  }
  const RequestBody body = request_body(spelling.api, operation);
  if (!body.is_empty()) add("body", body_rules(spelling, body));
  return rules;
}

bool RuleSet::has_type(model::TypeId type) const { return is_at(types, type.index); }
bool RuleSet::has_request(std::size_t operation) const { return is_at(requests, operation); }
bool RuleSet::counts(model::TypeId type) const { return is_at(counted, type.index); }
bool RuleSet::is_empty() const {
  return std::count(types.begin(), types.end(), true) == 0 &&
         std::count(requests.begin(), requests.end(), true) == 0;
}

RuleSet rule_set(const Spelling& spelling) {
  const std::size_t types = spelling.api.types.size();
  const std::size_t requests = spelling.api.operations.size();
  std::vector<std::vector<std::size_t>> users(types);
  std::vector<std::size_t> reached;
  RuleSet set{std::vector<bool>(types), std::vector<bool>(types), std::vector<bool>(requests)};
  const auto mark = [&](std::size_t index) {
    const auto flag = index < types ? set.types.begin() : set.requests.begin();
    const auto at = flag + static_cast<std::ptrdiff_t>(index < types ? index : index - types);
    if (!*at) reached.push_back(index);
    *at = true;
  };
  const auto count = [&](const PlaceRules& place) {
    for (const model::TypeId type : place.counted) {
      set.counted[type.index] = true;
      mark(type.index);
    }
  };
  const auto enter = [&](const TypeRules& rules, std::size_t index) {
    add_edges(rules, index, users);
    count(rules.itself);
    for (const MemberRules& member : rules.members) count(member.place);
    if (has_constraints(rules)) mark(index);
  };
  for (std::size_t index = 0; index < types; ++index) {
    const model::TypeId id = spelling.api.types.id(index);
    if (is_struct(spelling, id)) enter(type_rules(spelling, id), index);
  }
  for (std::size_t index = 0; index < requests; ++index) {
    enter(request_rules(spelling, index), types + index);
  }
  while (!reached.empty()) {
    const std::size_t index = reached.back();
    reached.pop_back();
    if (index >= types) continue;
    for (const std::size_t user : users[index]) mark(user);
  }
  return set;
}

bool is_checked(const RuleSet& rules, const PlaceRules& place) {
  return !place.constraints.empty() ||
         std::any_of(place.below.begin(), place.below.end(),
                     [&](model::TypeId type) { return rules.has_type(type); });
}

}  // namespace bindery::cpp
