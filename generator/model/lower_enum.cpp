// `enum` and `const`: values to an enumeration.
// Must not name anything: enumerators are named by the room that knows the language.
#include "model/lower_enum.hpp"

#include <algorithm>
#include <array>

#include "model/schema_facts.hpp"

namespace bindery::model {
namespace {

bool is_integer_text(const std::string& text) {
  const std::size_t begin = !text.empty() && text.front() == '-' ? 1 : 0;
  return text.size() > begin &&
         std::all_of(text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

/// Numbers of the wire may be written `1.0`; as an integer that is `1`.
std::string as_integer(std::string text) {
  const auto dot = text.find('.');
  if (dot != std::string::npos && text.find_first_not_of('0', dot + 1) == std::string::npos &&
      dot != 0) {
    text.erase(dot);
  }
  return text;
}

const document::Node* extension(const spec::Schema& schema,
                                std::initializer_list<std::string_view> names) {
  for (const auto name : names) {
    for (const auto& candidate : schema.extensions) {
      if (candidate.name == name) return candidate.value;
    }
  }
  return nullptr;
}

std::optional<std::string> text_at(const document::Node* list, std::size_t index,
                                   const Literal& literal) {
  if (list == nullptr) return std::nullopt;
  const document::Node* text = nullptr;
  if (list->is_sequence() && index < list->items.size()) text = &list->items[index];
  if (list->is_mapping()) text = list->find(literal.text);
  if (text == nullptr || !text->is_string()) return std::nullopt;
  return text->text;
}

/// The kind a literal has after `type` had its say.
void adapt(Literal& literal, const spec::TypeSet& types) {
  if (types.string && !types.number && !types.integer && literal.kind == Literal::Kind::number) {
    literal.kind = Literal::Kind::string;
  } else if (types.string && !types.boolean && literal.kind == Literal::Kind::boolean) {
    literal.kind = Literal::Kind::string;
    literal.text = literal.boolean ? "true" : "false";
    literal.boolean = false;
  } else if (!types.string && (types.integer || types.number) &&
             literal.kind == Literal::Kind::string && is_integer_text(literal.text)) {
    literal.kind = Literal::Kind::number;
  }
  if (literal.kind == Literal::Kind::number) literal.text = as_integer(literal.text);
}

std::optional<Enum::Base> base_of(const Literal& literal) {
  switch (literal.kind) {
    case Literal::Kind::string:
      return Enum::Base::string;
    case Literal::Kind::boolean:
      return Enum::Base::boolean;
    case Literal::Kind::number:
      return is_integer_text(literal.text) ? Enum::Base::integer : Enum::Base::number;
    case Literal::Kind::null:
      break;
  }
  return std::nullopt;
}

Reading free_form(spec::SchemaId id) {
  Reading reading;
  reading.kind = Reading::Kind::any;
  reading.schema = id;
  return reading;
}

/// More than an enumerator's wire integer holds.
bool is_beyond_int64(const Enum& enumeration) {
  return std::any_of(enumeration.values.begin(), enumeration.values.end(),
                     [](const EnumValue& value) { return beyond_int64(value.literal.text) != 0; });
}

/// Any number of that size: the values are left to the server.
Reading unlisted(Lowering& lowering, spec::SchemaId id, const spec::Schema& schema) {
  lowering.diagnostics
      .report(diagnostics::Code::E0604, schema.where,
              "`enum` with integers beyond 64 bits, signed, is not part of a type")
      .at(schema.pointer);
  Reading reading;
  reading.kind = Reading::Kind::scalar;
  reading.schema = id;
  const bool is_negative =
      std::any_of(schema.enum_values.begin(), schema.enum_values.end(),
                  [](const document::Node* value) { return value->text.rfind("-", 0) == 0; });
  reading.primitive = is_negative ? Primitive::float64 : Primitive::uint64;
  return reading;
}

/// One schema per kind of value, so that the union's alternatives are schemas like any other.
Reading mixed(Lowering& lowering, spec::SchemaId id, const spec::Schema& schema) {
  std::array<std::vector<const document::Node*>, 3> by_kind;
  for (const auto* value : schema.enum_values) {
    if (value->is_string()) by_kind[0].push_back(value);
    if (value->is_number()) by_kind[1].push_back(value);
    if (value->is_boolean()) by_kind[2].push_back(value);
  }
  const std::array<const char*, 3> titles{"Text", "Number", "Boolean"};
  Reading reading;
  reading.kind = Reading::Kind::union_;
  reading.schema = id;
  for (std::size_t kind = 0; kind < by_kind.size(); ++kind) {
    if (by_kind[kind].empty()) continue;
    spec::Schema made;
    made.where = schema.where;
    made.pointer = schema.pointer;
    made.title = titles[kind];
    made.has_enum = true;
    made.enum_values = by_kind[kind];
    reading.alternatives.push_back(lowering.make(std::move(made)));
  }
  return reading;
}

}  // namespace

void unite(Enum& into, const Enum& from) {
  for (const auto& value : from.values) {
    const bool known =
        std::any_of(into.values.begin(), into.values.end(),
                    [&](const EnumValue& existing) { return existing.literal == value.literal; });
    if (!known) into.values.push_back(value);
  }
  if (into.base != from.base) into.base = Enum::Base::number;  // Integers beside other numbers.
}

Reading read_enum(Lowering& lowering, spec::SchemaId id) {
  const spec::Schema& schema = lowering.schema(id);
  std::vector<const document::Node*> nodes = schema.enum_values;
  if (schema.const_value != nullptr) nodes = {schema.const_value};
  const auto* names = extension(schema, {"x-enum-varnames", "x-enumNames", "x-enum-names"});
  const auto* descriptions =
      extension(schema, {"x-enum-descriptions", "x-enumDescriptions", "x-enum-description"});

  Reading reading;
  reading.kind = Reading::Kind::enumeration;
  reading.schema = id;
  reading.is_constant = schema.const_value != nullptr;
  std::optional<Enum::Base> base;
  std::unordered_set<std::string> seen;
  for (std::size_t index = 0; index < nodes.size(); ++index) {
    auto literal = literal_of(*nodes[index]);
    if (!literal) return free_form(id);
    if (literal->kind == Literal::Kind::null) continue;
    if (schema.has_type) adapt(*literal, schema.types);
    auto kind = *base_of(*literal);
    if (base && *base != kind) {
      const bool numbers = *base != Enum::Base::string && *base != Enum::Base::boolean &&
                           kind != Enum::Base::string && kind != Enum::Base::boolean;
      if (!numbers) return mixed(lowering, id, schema);
      kind = Enum::Base::number;
    }
    base = kind;
    // A literal's text alone tells values of one kind apart; booleans have none.
    if (!seen.insert(literal->boolean ? "true" : literal->text).second) continue;
    EnumValue value;
    value.literal = *literal;
    value.name_override = text_at(names, index, *literal);
    value.description = text_at(descriptions, index, *literal).value_or("");
    if (reading.is_constant) {
      // `oneOf` of constants documents each value where it stands.
      value.description = schema.description.value_or(schema.title.value_or(""));
      value.deprecated = schema.deprecated;
    }
    reading.enumeration.values.push_back(std::move(value));
  }
  if (!base) return free_form(id);
  reading.enumeration.base = *base;
  if (*base == Enum::Base::integer && is_beyond_int64(reading.enumeration)) {
    return unlisted(lowering, id, schema);
  }
  return reading;
}

}  // namespace bindery::model
