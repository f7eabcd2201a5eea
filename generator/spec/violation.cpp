// One function for each kind of value and each family of keywords.
// Must not trust the value: it may nest and branch as it likes.
#include "spec/violation.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "document/pointer.hpp"
#include "spec/scalar_format.hpp"

namespace bindery::spec {
namespace {

using document::Node;

constexpr std::size_t deepest = 500;
constexpr std::size_t most_steps = 1000000;
constexpr std::size_t most_items_compared = 1000;

std::string article(std::string_view noun) {
  const bool is_vowel = noun.find_first_of("aeiou") == 0;
  return (is_vowel ? "an " : "a ") + std::string(noun);
}

std::string kind_of(const Node& value) {
  switch (value.kind) {
    case Node::Kind::sequence:
      return "an array";
    case Node::Kind::mapping:
      return "an object";
    case Node::Kind::null:
      return "null";
    default:
      return article(document::to_string(value.kind));
  }
}

/// The value if it is short, so that a message shows what it is about.
std::string shown(const Node& value) {
  constexpr std::size_t longest = 40;
  std::string text = value.is_string() ? value.text : "";
  if (!value.is_string() && !value.is_sequence() && !value.is_mapping()) {
    text = document::to_json(value);
  }
  if (text.empty() || text.size() > longest) return kind_of(value);
  return "`" + text + "`";
}

bool allows(const TypeSet& types, const Node& value) {
  switch (value.kind) {
    case Node::Kind::null:
      return types.null;
    case Node::Kind::boolean:
      return types.boolean;
    case Node::Kind::number:
      return types.number || (types.integer && is_integer(value.text));
    case Node::Kind::string:
      return types.string;
    case Node::Kind::sequence:
      return types.array;
    case Node::Kind::mapping:
      break;
  }
  return types.object;
}

std::string names_of(const TypeSet& types) {
  std::string names;
  const auto add = [&](bool is_there, std::string_view name) {
    if (is_there) names += (names.empty() ? "" : " or ") + article(name);
  };
  add(types.boolean, "boolean");
  add(types.integer, "integer");
  add(types.number, "number");
  add(types.string, "string");
  add(types.array, "array");
  add(types.object, "object");
  if (types.null) names += names.empty() ? "null" : " or null";
  return names;
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) >> 6) != 2; }));
}

class Checker {
 public:
  Checker(const Spec& spec, Direction direction) : spec_(spec), direction_(direction) {}

  /// False with `found_` set when the value is not described.
  bool check(SchemaId id, const Node& value) {
    if (!id.is_known() || depth_ >= deepest || ++steps_ > most_steps) return true;
    // A reference that leads back without going into the value says nothing.
    for (auto each = active_.rbegin(); each != active_.rend() && each->second == &value; ++each) {
      if (each->first == id) return true;
    }
    active_.emplace_back(id, &value);
    ++depth_;
    const bool is_good = check_schema(spec_.schema(id), value);
    --depth_;
    active_.pop_back();
    return is_good;
  }

  Violation take() { return std::move(found_); }

 private:
  bool fail(std::string message) {
    found_.path = document::Pointer(path_).to_string().substr(1);
    found_.message = std::move(message);
    return false;
  }

  bool check_schema(const Schema& schema, const Node& value) {
    if (schema.boolean) return *schema.boolean || fail("no value is allowed here");
    if (value.is_null() && schema.nullable) return true;
    if (schema.reference && !check(schema.reference->target, value)) return false;
    if (schema.has_type && !schema.types.empty() && !allows(schema.types, value)) {
      return fail("expected " + names_of(schema.types) + ", found " + shown(value));
    }
    if (const char* const implied = implied_kind(schema); implied != nullptr) {
      const bool is_object = value.is_mapping(), is_array = value.is_sequence();
      if (std::string_view(implied) == "an object" ? !is_object : !is_array) {
        return fail("expected " + std::string(implied) + " by the keywords beside, found " +
                    shown(value));
      }
    }
    return check_values(schema, value) && check_kind(schema, value) &&
           check_combinations(schema, value) && check_condition(schema, value);
  }

  /// By the letter, `properties` without `type` says nothing of a string. No author means that.
  static const char* implied_kind(const Schema& schema) {
    if (schema.has_type) return nullptr;
    const bool object = !schema.properties.empty();
    const bool array = schema.items || !schema.prefix_items.empty();
    if (object == array) return nullptr;
    return object ? "an object" : "an array";
  }

  bool check_values(const Schema& schema, const Node& value) {
    if (schema.const_value != nullptr && !document::same_value(*schema.const_value, value)) {
      return fail("expected the constant " + shown(*schema.const_value) + ", found " +
                  shown(value));
    }
    if (!schema.has_enum) return true;
    const bool is_listed =
        std::any_of(schema.enum_values.begin(), schema.enum_values.end(),
                    [&](const Node* each) { return document::same_value(*each, value); });
    return is_listed || fail(shown(value) + " is not among the values of the enumeration");
  }

  bool check_kind(const Schema& schema, const Node& value) {
    switch (value.kind) {
      case Node::Kind::number:
        return check_number(schema, value);
      case Node::Kind::string:
        return check_string(schema, value);
      case Node::Kind::sequence:
        return check_items(schema, value);
      case Node::Kind::mapping:
        return check_members(schema, value);
      case Node::Kind::null:
      case Node::Kind::boolean:
        break;
    }
    return true;
  }

  bool check_number(const Schema& schema, const Node& value) {
    const double number = std::strtod(value.text.c_str(), nullptr);
    const auto limit = [](const std::optional<NumberText>& text) {
      return std::strtod(text->c_str(), nullptr);
    };
    if (schema.minimum && number < limit(schema.minimum)) {
      return fail(value.text + " is less than the minimum " + *schema.minimum);
    }
    if (schema.maximum && number > limit(schema.maximum)) {
      return fail(value.text + " is more than the maximum " + *schema.maximum);
    }
    if (schema.exclusive_minimum && number <= limit(schema.exclusive_minimum)) {
      return fail(value.text + " is not more than " + *schema.exclusive_minimum);
    }
    if (schema.exclusive_maximum && number >= limit(schema.exclusive_maximum)) {
      return fail(value.text + " is not less than " + *schema.exclusive_maximum);
    }
    if (schema.format && !fits_format(value.text, *schema.format)) {
      return fail(value.text + " is no " + *schema.format);
    }
    return true;
  }

  bool check_string(const Schema& schema, const Node& value) {
    if (schema.pattern) met_unchecked_ = true;
    if (schema.min_length && code_points(value.text) < *schema.min_length) {
      return fail(shown(value) + " is shorter than " + std::to_string(*schema.min_length));
    }
    if (schema.max_length && code_points(value.text) > *schema.max_length) {
      return fail(shown(value) + " is longer than " + std::to_string(*schema.max_length));
    }
    const bool is_base64 =
        schema.format == "byte" || schema.format == "base64" || schema.content_encoding == "base64";
    if (is_base64 && !is_canonical_base64(value.text)) return fail(shown(value) + " is no base64");
    return true;
  }

  bool check_items(const Schema& schema, const Node& value) {
    const std::size_t count = value.items.size();
    if (schema.min_items && count < *schema.min_items) {
      return fail("fewer than " + std::to_string(*schema.min_items) + " items");
    }
    if (schema.max_items && count > *schema.max_items) {
      return fail("more than " + std::to_string(*schema.max_items) + " items");
    }
    std::uint64_t contained = 0;
    for (std::size_t index = 0; index < count; ++index) {
      const Node& item = value.items[index];
      path_.push_back(std::to_string(index));
      if (index < schema.prefix_items.size()) {
        if (!check(schema.prefix_items[index], item)) return false;
      } else if (schema.items && !check(*schema.items, item)) {
        return false;
      }
      path_.pop_back();
      if (schema.contains && describes(*schema.contains, item)) ++contained;
    }
    if (schema.contains && contained < schema.min_contains.value_or(1)) {
      return fail("too few items of the kind that must be there");
    }
    return !schema.unique_items || are_different(value.items) || fail("two items are equal");
  }

  static bool are_different(const std::vector<Node>& items) {
    if (items.size() > most_items_compared) return true;
    for (std::size_t i = 0; i < items.size(); ++i) {
      for (std::size_t j = i + 1; j < items.size(); ++j) {
        if (document::same_value(items[i], items[j])) return false;
      }
    }
    return true;
  }

  bool check_members(const Schema& schema, const Node& value) {
    for (const std::string& name : schema.required) {
      if (value.find(name) == nullptr && !may_be_left_out(schema, name)) {
        return fail("`" + name + "` is missing");
      }
    }
    if (schema.min_properties && value.members.size() < *schema.min_properties) {
      return fail("fewer than " + std::to_string(*schema.min_properties) + " members");
    }
    if (schema.max_properties && value.members.size() > *schema.max_properties) {
      return fail("more than " + std::to_string(*schema.max_properties) + " members");
    }
    for (const DependentRequired& each : schema.dependent_required) {
      if (value.find(each.name) == nullptr) continue;
      for (const std::string& name : each.required) {
        if (value.find(name) == nullptr)
          return fail("`" + name + "` must stand beside `" + each.name + "`");
      }
    }
    for (const document::Member& member : value.members) {
      path_.push_back(member.key);
      if (!check_member(schema, member)) return false;
      path_.pop_back();
    }
    for (const NamedSchema& each : schema.dependent_schemas) {
      if (value.find(each.name) != nullptr && !check(each.schema, value)) return false;
    }
    return true;
  }

  bool check_member(const Schema& schema, const document::Member& member) {
    for (const NamedSchema& property : schema.properties) {
      if (property.name == member.key) return check(property.schema, member.value);
    }
    if (!schema.pattern_properties.empty()) {  // Which of them it is takes a pattern to tell.
      met_unchecked_ = true;
      return true;
    }
    return !schema.additional_properties || check(*schema.additional_properties, member.value);
  }

  bool may_be_left_out(const Schema& schema, const std::string& name) const {
    if (direction_ == Direction::unknown) return false;
    for (const NamedSchema& property : schema.properties) {
      if (property.name != name || !property.schema.is_known()) continue;
      const Schema* found = &spec_.schema(property.schema);
      for (std::size_t step = 0; step < deepest; ++step) {
        if (direction_ == Direction::request ? found->read_only : found->write_only) return true;
        if (!found->reference || !found->reference->target.is_known()) break;
        found = &spec_.schema(found->reference->target);
      }
    }
    return false;
  }

  bool check_combinations(const Schema& schema, const Node& value) {
    for (const SchemaId part : schema.all_of) {
      if (!check(part, value)) return false;
    }
    return check_alternatives(schema.any_of, value) && check_alternatives(schema.one_of, value);
  }

  bool check_alternatives(const std::vector<SchemaId>& alternatives, const Node& value) {
    if (alternatives.empty()) return true;
    Violation nearest;
    for (const SchemaId alternative : alternatives) {
      if (describes(alternative, value)) return true;
      // The one that went deepest into the value is most likely the one that was meant.
      if (nearest.message.empty() || found_.path.size() > nearest.path.size()) {
        nearest = std::move(found_);
      }
    }
    found_ = std::move(nearest);
    if (alternatives.size() > 1) found_.message += " (nearest of several alternatives)";
    return false;
  }

  bool check_condition(const Schema& schema, const Node& value) {
    const bool met_before = std::exchange(met_unchecked_, false);
    bool is_good = true;
    if (schema.not_schema && describes(*schema.not_schema, value) && !met_unchecked_) {
      is_good = fail("a value of this kind is ruled out by `not`");
    }
    if (is_good && schema.if_schema) {
      met_unchecked_ = false;
      const bool holds = describes(*schema.if_schema, value);
      const auto& branch = holds ? schema.then_schema : schema.else_schema;
      if (branch && !(holds && met_unchecked_)) is_good = check(*branch, value);
    }
    met_unchecked_ = met_unchecked_ || met_before;
    return is_good;
  }

  /// `check` for a question: leaves the path as it was.
  bool describes(SchemaId id, const Node& value) {
    const std::size_t depth = path_.size();
    const bool is_good = check(id, value);
    path_.resize(depth);
    return is_good;
  }

  const Spec& spec_;
  Direction direction_;
  std::vector<std::string> path_;  ///< To the value that is being checked.
  std::vector<std::pair<SchemaId, const Node*>> active_;
  std::size_t depth_ = 0, steps_ = 0;
  /// A keyword was met that only a pattern could decide.
  bool met_unchecked_ = false;
  Violation found_;
};

}  // namespace

std::optional<Violation> first_violation(const Spec& spec, SchemaId schema, const Node& value,
                                         Direction direction) {
  Checker checker(spec, direction);
  if (checker.check(schema, value)) return std::nullopt;
  return checker.take();
}

}  // namespace bindery::spec
