// Walks uses through aliases, lists, maps and tuples to what has an identity in C++.
// Must end on every model: types may contain themselves, and aliases multiply.
#include "cpp/place_rules.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "cpp/constraint_text.hpp"
#include "cpp/request_body.hpp"
#include "model/type_uses.hpp"

namespace bindery::cpp {
namespace {

// Anonymous types in each other, as where types are spelled.
constexpr int deepest = 64;
// Parts of one place; a document that nests more of them without a struct means harm.
constexpr int most_parts = 4096;

Applicable applicable_to(const model::Type& type) {
  if (const auto* primitive = type.as<model::Primitive>()) {
    switch (*primitive) {
      case model::Primitive::boolean:
        return {};
      case model::Primitive::int32:
      case model::Primitive::int64:
      case model::Primitive::uint32:
      case model::Primitive::uint64:
      case model::Primitive::float32:
      case model::Primitive::float64:
        return {false, true, false, false};
      default:
        return {true, false, false, false};
    }
  }
  if (const auto* values = type.as<model::Enum>()) {
    if (values->base == model::Enum::Base::boolean) return {};
    const bool is_text = values->base == model::Enum::Base::string;
    return {is_text, !is_text, false, false};
  }
  if (type.as<model::Object>() != nullptr || type.as<model::Map>() != nullptr) {
    return {false, false, false, true};
  }
  if (type.as<model::List>() != nullptr) return {false, false, true, false};
  if (const auto* tuple = type.as<model::Tuple>()) return {false, false, tuple->rest.has_value()};
  return {true, true, true, true};
}

void add_new(std::vector<std::string>& texts, const std::vector<std::string>& more,
             const std::vector<std::string>& except = {}) {
  for (const std::string& text : more) {
    const bool is_known = std::count(texts.begin(), texts.end(), text) != 0 ||
                          std::count(except.begin(), except.end(), text) != 0;
    if (!is_known) texts.push_back(text);
  }
}

class PlaceWalk {
 public:
  explicit PlaceWalk(const Spelling& spelling) : spelling_(spelling), api_(spelling.api) {}

  PlaceRules run(model::TypeUse use, const model::Constraints& said) {
    place_.constraints = arguments(use, said);
    return std::move(place_);
  }

  // The constraints of a value as a whole, which has rules of its own.
  PlaceRules run_itself(model::TypeId id) {
    place_.constraints = said_of(id, {&api_.types.at(id).constraints});
    return std::move(place_);
  }

 private:
  using Said = std::vector<const model::Constraints*>;

  std::vector<std::string> arguments(model::TypeUse use, const model::Constraints& said) {
    Said all{&said};
    model::TypeId id = use.type;
    for (std::size_t steps = 0; id.is_known() && steps <= api_.types.size(); ++steps) {
      const auto* alias = api_.types.at(id).as<model::Alias>();
      if (alias == nullptr || api_.types.at(id).is_self_containing) break;
      all.push_back(&api_.types.at(id).constraints);
      id = alias->target.type;
    }
    if (!id.is_known()) return {};
    if (++parts_ > most_parts || depth_ > deepest) {
      place_.unchecked.insert("what is nested too deeply or in too many parts");
      return {};
    }
    const model::Type& type = api_.types.at(id);
    if (is_struct(spelling_, id)) {
      place_.below.insert(id);
      std::vector<std::string> texts;
      add_new(texts, said_of(id, all), said_of(id, {&type.constraints}));
      return texts;
    }
    all.push_back(&type.constraints);
    std::vector<std::string> texts = said_of(id, all);
    ++depth_;
    add_new(texts, parts(type));
    --depth_;
    return texts;
  }

  std::vector<std::string> said_of(model::TypeId id, const Said& said) {
    const bool says_nothing = std::all_of(
        said.begin(), said.end(), [](const auto* each) { return *each == model::Constraints{}; });
    if (says_nothing) return {};
    const std::vector<model::TypeId> ends = ends_of(id);
    Applicable applicable;
    for (const model::TypeId end : ends) {
      const Applicable own = applicable_to(api_.types.at(end));
      applicable.text = applicable.text || own.text;
      applicable.number = applicable.number || own.number;
      applicable.list = applicable.list || own.list;
      applicable.members = applicable.members || own.members;
    }
    std::vector<std::string> texts;
    for (const model::Constraints* each : said) add_new(texts, constraint_texts(*each, applicable));
    if (std::any_of(texts.begin(), texts.end(), counts_members)) {
      for (const model::TypeId end : ends) {
        if (api_.types.at(end).as<model::Object>() != nullptr) place_.counted.insert(end);
      }
    }
    const auto unique = std::find_if(texts.begin(), texts.end(), is_unique_items);
    if (unique != texts.end() && !can_write_items(ends)) {
      texts.erase(unique);
      place_.unchecked.insert("that items are unique, since they hold files");
    }
    return texts;
  }

  // What a value is, whatever alternative it holds.
  std::vector<model::TypeId> ends_of(model::TypeId whole) const {
    std::vector<model::TypeId> ends;
    std::vector<model::TypeId> waiting{whole};
    std::set<model::TypeId> seen;
    while (!waiting.empty()) {
      const model::TypeId id = behind_aliases(api_, waiting.back());
      waiting.pop_back();
      if (!id.is_known() || !seen.insert(id).second) continue;
      const model::Type& type = api_.types.at(id);
      if (const auto* shape = type.as<model::Union>()) {
        for (const model::Alternative& alternative : shape->alternatives) {
          waiting.push_back(alternative.type.type);
        }
      } else if (const auto* alias = type.as<model::Alias>()) {
        waiting.push_back(alias->target.type);
      } else {
        ends.push_back(id);
      }
    }
    return ends;
  }

  bool can_write_items(const std::vector<model::TypeId>& ends) {
    if (holds_files(api_, ends)) return false;
    for (const model::TypeId end : ends) {
      if (api_.types.at(end).as<model::List>() == nullptr) continue;
      const Needs needs = canonical_type(spelling_, {end}).needs;
      place_.written.insert(needs.types.begin(), needs.types.end());
    }
    return true;
  }

  std::vector<std::string> parts(const model::Type& type) {
    if (const auto* list = type.as<model::List>()) return each(list->item);
    if (const auto* map = type.as<model::Map>()) return each(map->value);
    const auto* tuple = type.as<model::Tuple>();
    if (tuple == nullptr) return {};
    if (tuple->rest) return rest(*tuple);
    std::vector<std::string> texts;
    for (std::size_t index = 0; index < tuple->items.size(); ++index) {
      const std::vector<std::string> own = arguments(tuple->items[index], {});
      if (!own.empty())
        texts.push_back(call_text("bindery::at<" + std::to_string(index) + ">", own));
    }
    return texts;
  }

  std::vector<std::string> each(const model::TypeUse& item) {
    const std::vector<std::string> own = arguments(item, {});
    return own.empty() ? own : std::vector<std::string>{call_text("bindery::each", own)};
  }

  // A tuple with more items behind it is a list: what only some of its places must keep is not
  // checked. Where the places differ in type its items are JSON.
  std::vector<std::string> rest(const model::Tuple& tuple) {
    const std::string spelled = value_type(spelling_, *tuple.rest).spelling;
    for (const model::TypeUse& item : tuple.items) {
      if (value_type(spelling_, item).spelling != spelled) return {};
    }
    const std::vector<std::string> texts = each(*tuple.rest);
    for (const model::TypeUse& item : tuple.items) {
      if (each(item) == texts) continue;
      place_.unchecked.insert("what only some places of a list must keep");
      return {};
    }
    return texts;
  }

  const Spelling& spelling_;
  const model::Api& api_;
  PlaceRules place_;
  int parts_ = 0;
  int depth_ = 0;
};

// Alternatives in the order of the variant, where two that are one type to the compiler are one;
// then only what both must keep is known to hold.
void add_alternatives(const Spelling& spelling, const model::Union& shape, PlaceRules& rules) {
  std::map<std::string, std::size_t> index_of;
  std::vector<std::vector<std::string>> texts;
  for (const model::Alternative& alternative : shape.alternatives) {
    model::TypeUse use = alternative.type;
    use.nullable = false;
    const std::string canonical = canonical_type(spelling, use).spelling;
    if (canonical == "bindery::Json") continue;
    const PlaceRules place = place_rules(spelling, use);
    unite(rules, place);
    const auto [found, is_new] = index_of.emplace(canonical, texts.size());
    if (is_new) {
      texts.push_back(place.constraints);
    } else if (texts[found->second] != place.constraints) {
      texts[found->second].clear();
    }
  }
  const std::vector<std::string> whole = rules.constraints;
  for (std::size_t index = 0; index < texts.size(); ++index) {
    std::vector<std::string> own;
    add_new(own, texts[index], whole);
    if (own.empty()) continue;
    rules.constraints.push_back(call_text("bindery::at<" + std::to_string(index) + ">", own));
  }
}

}  // namespace

bool is_struct(const Spelling& spelling, model::TypeId id) {
  const model::Type& type = spelling.api.types.at(id);
  if (spelling.names.types[id.index].name.empty()) return false;
  return type.as<model::Object>() != nullptr || type.as<model::Union>() != nullptr ||
         type.is_self_containing;
}

std::string call_text(const std::string& function, const std::vector<std::string>& arguments) {
  std::string text = function + "(";
  for (std::size_t index = 0; index < arguments.size(); ++index) {
    text += (index == 0 ? "" : ", ") + arguments[index];
  }
  return text + ")";
}

void unite(PlaceRules& rules, const PlaceRules& more) {
  rules.below.insert(more.below.begin(), more.below.end());
  rules.counted.insert(more.counted.begin(), more.counted.end());
  rules.written.insert(more.written.begin(), more.written.end());
  rules.unchecked.insert(more.unchecked.begin(), more.unchecked.end());
}

PlaceRules place_rules(const Spelling& spelling, model::TypeUse use,
                       const model::Constraints& said) {
  return PlaceWalk(spelling).run(use, said);
}

PlaceRules rules_of_itself(const Spelling& spelling, model::TypeId id) {
  PlaceRules rules = PlaceWalk(spelling).run_itself(id);
  if (const auto* shape = spelling.api.types.at(id).as<model::Union>()) {
    add_alternatives(spelling, *shape, rules);
  }
  return rules;
}

}  // namespace bindery::cpp
