#include "model/likeness.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace bindery::model {
namespace {

/// Types nested deeper than this are taken to be alike.
constexpr std::size_t deepest = 16;

const Field* find_field(const Object& object, const std::string& name) {
  for (const auto& field : object.fields) {
    if (field.wire_name == name) return &field;
  }
  return nullptr;
}

}  // namespace

/// Values of one kind whose sets of values have something in common.
bool Likeness::share_values(const Field& a, const Field& b) const {
  const auto values_of = [&](const Field& field) -> std::optional<std::vector<Literal>> {
    if (field.constant) return std::vector<Literal>{*field.constant};
    const auto* values = behind(field.type).as<Enum>();
    if (values == nullptr) return std::nullopt;
    std::vector<Literal> tags;
    for (const auto& value : values->values) tags.push_back(value.literal);
    return tags;
  };
  const auto first = values_of(a);
  const auto second = values_of(b);
  if (!first || !second) return true;
  return std::any_of(first->begin(), first->end(), [&](const Literal& value) {
    return std::find(second->begin(), second->end(), value) != second->end();
  });
}

bool Likeness::ask(const TypeUse& a, const TypeUse& b, std::size_t depth) {
  if (depth == deepest) return true;
  const std::pair pair{types_.resolved(a).type, types_.resolved(b).type};
  if (pair.first == pair.second) return true;
  // Asked again inside of its own question, a pair is alike unless something else differs.
  const auto [known, is_new] = alike_.emplace(pair, true);
  if (!is_new) return known->second;
  const bool alike = compare(a, b, depth);
  alike_[pair] = alike;
  return alike;
}

bool Likeness::compare(const TypeUse& a, const TypeUse& b, std::size_t depth) {
  if ((kinds_[a.type.index] & kinds_[b.type.index]) == 0) return false;
  const Type& first = behind(a);
  const Type& second = behind(b);
  const auto* one = first.as<Object>();
  const auto* two = second.as<Object>();
  if (one != nullptr && two != nullptr) {
    if (one->fields.size() != two->fields.size()) return false;
    return std::all_of(one->fields.begin(), one->fields.end(), [&](const Field& field) {
      const Field* same = find_field(*two, field.wire_name);
      return same != nullptr && share_values(field, *same) &&
             ask(field.type, same->type, depth + 1);
    });
  }
  const auto* list = first.as<List>();
  const auto* other = second.as<List>();
  if (list != nullptr && other != nullptr) return ask(list->item, other->item, depth + 1);
  // A map takes what no object with members of its own takes.
  if (one != nullptr || two != nullptr) return false;
  if (const auto* alternatives = first.as<Union>()) {
    return std::any_of(
        alternatives->alternatives.begin(), alternatives->alternatives.end(),
        [&](const Alternative& alternative) { return ask(alternative.type, b, depth + 1); });
  }
  if (second.as<Union>() != nullptr) return ask(b, a, depth + 1);
  return true;
}

}  // namespace bindery::model
