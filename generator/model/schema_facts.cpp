// What one schema says by itself, in the model's terms.
// Must not look for types.
#include "model/schema_facts.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string_view>

#include "document/pointer.hpp"

namespace bindery::model {
namespace {

constexpr std::size_t most_examples = 3;
constexpr std::size_t longest_example = 200;

std::optional<std::uint64_t> larger(std::optional<std::uint64_t> a,
                                    std::optional<std::uint64_t> b) {
  if (!a || !b) return a ? a : b;
  return std::max(*a, *b);
}

std::optional<std::uint64_t> smaller(std::optional<std::uint64_t> a,
                                     std::optional<std::uint64_t> b) {
  if (!a || !b) return a ? a : b;
  return std::min(*a, *b);
}

using NumberBound = std::optional<std::string>;

NumberBound larger_number(const NumberBound& a, const NumberBound& b) {
  if (!a || !b) return a ? a : b;
  return compare_numbers(*a, *b) >= 0 ? a : b;
}

NumberBound smaller_number(const NumberBound& a, const NumberBound& b) {
  if (!a || !b) return a ? a : b;
  return compare_numbers(*a, *b) <= 0 ? a : b;
}

/// Whether compact JSON of the node stays short, without writing it: examples can be megabytes.
bool is_short(const document::Node& node, std::size_t& budget) {
  const std::size_t cost = node.text.size() + 2;
  if (cost > budget) return false;
  budget -= cost;
  for (const auto& item : node.items) {
    if (!is_short(item, budget)) return false;
  }
  for (const auto& member : node.members) {
    if (member.key.size() + 4 > budget) return false;
    budget -= member.key.size() + 4;
    if (!is_short(member.value, budget)) return false;
  }
  return true;
}

bool is_null_literal(const document::Node* node) { return node != nullptr && node->is_null(); }

/// `additionalProperties` beside a `$ref` would forbid the target's own members: never meant.
bool has_shape_beside_reference(const spec::Schema& schema) {
  return !schema.properties.empty() || !schema.pattern_properties.empty() ||
         !schema.required.empty() || schema.items.has_value() || !schema.prefix_items.empty() ||
         schema.has_enum || schema.const_value != nullptr || !schema.any_of.empty() ||
         !schema.one_of.empty() || !schema.all_of.empty();
}

}  // namespace

Docs docs_of(const spec::Schema& schema) {
  Docs docs;
  docs.title = schema.title.value_or("");
  docs.description = schema.description.value_or("");
  docs.examples = examples_of(schema.examples);
  docs.deprecated = schema.deprecated;
  return docs;
}

Constraints constraints_of(const spec::Schema& schema) {
  Constraints constraints;
  constraints.min_length = schema.min_length;
  constraints.max_length = schema.max_length;
  constraints.min_items = schema.min_items;
  constraints.max_items = schema.max_items;
  constraints.min_properties = schema.min_properties;
  constraints.max_properties = schema.max_properties;
  constraints.minimum = schema.minimum;
  constraints.maximum = schema.maximum;
  constraints.exclusive_minimum = schema.exclusive_minimum;
  constraints.exclusive_maximum = schema.exclusive_maximum;
  constraints.multiple_of = schema.multiple_of;
  constraints.pattern = schema.pattern;
  constraints.unique_items = schema.unique_items;
  return constraints;
}

bool is_empty(const Constraints& constraints) { return constraints == Constraints{}; }

Constraints tightened(const Constraints& a, const Constraints& b) {
  Constraints both;
  both.min_length = larger(a.min_length, b.min_length);
  both.max_length = smaller(a.max_length, b.max_length);
  both.min_items = larger(a.min_items, b.min_items);
  both.max_items = smaller(a.max_items, b.max_items);
  both.min_properties = larger(a.min_properties, b.min_properties);
  both.max_properties = smaller(a.max_properties, b.max_properties);
  both.minimum = larger_number(a.minimum, b.minimum);
  both.maximum = smaller_number(a.maximum, b.maximum);
  both.exclusive_minimum = larger_number(a.exclusive_minimum, b.exclusive_minimum);
  both.exclusive_maximum = smaller_number(a.exclusive_maximum, b.exclusive_maximum);
  both.multiple_of = a.multiple_of ? a.multiple_of : b.multiple_of;
  both.pattern = a.pattern ? a.pattern : b.pattern;
  both.unique_items = a.unique_items || b.unique_items;
  return both;
}

Origin origin_of(const spec::Schema& schema) { return {schema.where, schema.pointer}; }

Origin origin_of(const spec::Origin& origin) { return {origin.where, origin.pointer}; }

std::optional<Literal> literal_of(const document::Node& node) {
  using Kind = document::Node::Kind;
  Literal literal;
  switch (node.kind) {
    case Kind::null:
      return literal;
    case Kind::boolean:
      literal.kind = Literal::Kind::boolean;
      literal.boolean = node.boolean;
      return literal;
    case Kind::number:
      literal.kind = Literal::Kind::number;
      literal.text = node.text;
      return literal;
    case Kind::string:
      literal.kind = Literal::Kind::string;
      literal.text = node.text;
      return literal;
    case Kind::sequence:
    case Kind::mapping:
      break;
  }
  return std::nullopt;
}

std::optional<Literal> default_of(const spec::Schema& schema) {
  if (schema.default_value == nullptr || schema.default_value->is_null()) return std::nullopt;
  return literal_of(*schema.default_value);
}

std::vector<std::string> examples_of(const std::vector<const document::Node*>& nodes) {
  std::vector<std::string> examples;
  for (const auto* node : nodes) {
    if (examples.size() == most_examples) break;
    std::size_t budget = longest_example;
    if (node != nullptr && is_short(*node, budget)) examples.push_back(document::to_json(*node));
  }
  return examples;
}

std::optional<std::string> name_override_of(const std::vector<spec::Extension>& extensions) {
  for (const auto& extension : extensions) {
    if (extension.name == "x-cpp-name" && extension.value != nullptr &&
        extension.value->is_string()) {
      return extension.value->text;
    }
  }
  return std::nullopt;
}

bool has_shape(const spec::Schema& schema) {
  return schema.additional_properties.has_value() || has_shape_beside_reference(schema);
}

bool is_only_null(const spec::Schema& schema) {
  if (schema.reference || schema.boolean) return false;
  if (is_null_literal(schema.const_value)) return true;
  if (schema.has_enum && !schema.enum_values.empty() &&
      std::all_of(schema.enum_values.begin(), schema.enum_values.end(), is_null_literal)) {
    return true;
  }
  return schema.has_type && schema.types.null && schema.types.count() == 1;
}

bool is_plain_reference(const spec::Schema& schema) {
  return schema.reference.has_value() && !has_shape_beside_reference(schema);
}

int compare_numbers(const std::string& a, const std::string& b) {
  double first = 0, second = 0;
  std::from_chars(a.data(), a.data() + a.size(), first);
  std::from_chars(b.data(), b.data() + b.size(), second);
  if (first == second) return 0;
  return first < second ? -1 : 1;
}

int beyond_int64(const std::string& number) {
  std::int64_t value = 0;
  const char* const end = number.data() + number.size();
  const auto [stop, error] = std::from_chars(number.data(), end, value);
  if (error == std::errc::result_out_of_range) return number.front() == '-' ? -1 : 1;
  if (stop == end) return 0;
  if (compare_numbers(number, "9223372036854775807") > 0) return 1;
  return compare_numbers(number, "-9223372036854775808") < 0 ? -1 : 0;
}

std::string name_in_reference(const std::string& reference) {
  const auto hash = reference.find('#');
  if (hash != std::string::npos && hash + 1 < reference.size()) {
    const auto pointer = document::Pointer::parse(std::string_view(reference).substr(hash));
    if (pointer && !pointer->tokens().empty()) return pointer->tokens().back();
    return reference.substr(hash + 1);
  }
  std::string file = reference.substr(0, hash);
  if (const auto slash = file.rfind('/'); slash != std::string::npos) file.erase(0, slash + 1);
  if (const auto dot = file.find('.'); dot != std::string::npos && dot != 0) file.erase(dot);
  return file;
}

std::vector<std::string> pointer_tokens(const std::string& pointer) {
  // A pointer for people is not percent-encoded, so it is not parsed as a fragment.
  const std::string_view text = pointer;
  const auto parsed =
      document::Pointer::parse(!text.empty() && text.front() == '#' ? text.substr(1) : text);
  return parsed ? parsed->tokens() : std::vector<std::string>{};
}

}  // namespace bindery::model
