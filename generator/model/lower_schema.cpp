// A schema to a type. The shapes with members have files of their own.
// Must not recurse along references: what needs a name is reserved and filled in later.
#include "model/lower_schema.hpp"

#include <algorithm>
#include <string_view>

#include "model/lower_object.hpp"
#include "model/lower_union.hpp"
#include "model/nullability.hpp"
#include "model/read_schema.hpp"
#include "model/schema_facts.hpp"

namespace bindery::model {
namespace {

/// Lists of lists and the like nest by recursion up to here; deeper ones are cut into types of
/// their own, filled in later.
constexpr std::size_t deepest_nesting = 200;

TypeId add_anonymous(Lowering& lowering, Shape shape, const spec::Schema& schema) {
  Type type;
  type.shape = std::move(shape);
  type.origin = origin_of(schema);
  return lowering.types().add(std::move(type));
}

/// What a schema that a reference leads to is called, when it is no component.
TypeName name_of_target(const Lowering& lowering, spec::SchemaId target,
                        const std::string& reference, const TypeName& fallback) {
  const spec::Schema& schema = lowering.schema(target);
  const auto tokens = pointer_tokens(schema.pointer);
  const auto is = [&](std::size_t index, std::string_view text) {
    return index < tokens.size() && tokens[index] == text;
  };
  if (is(0, "components") && is(1, "schemas") && tokens.size() > 3 &&
      std::find(tokens.begin(), tokens.end(), "$defs") == tokens.end()) {
    // A pointer into a component: named as its member, whoever comes first.
    for (const auto& component : lowering.components) {
      if (component.name != tokens[2]) continue;
      TypeName name;
      name.source = TypeName::Source::member;
      name.parent = component.type;
      for (std::size_t index = 3; index < tokens.size(); ++index) {
        if (is(index, "properties") || is(index, "allOf") || is(index, "anyOf") ||
            is(index, "oneOf")) {
          continue;
        }
        const std::string word = is(index, "items") ? "Item" : tokens[index];
        name.member += name.member.empty() ? word : "_" + word;
      }
      return name;
    }
  }
  if (is(0, "paths")) return fallback;
  TypeName name;
  name.source = TypeName::Source::component;
  name.component = name_in_reference(reference);
  return name.component.empty() ? fallback : name;
}

bool is_component_or_done(const Lowering& lowering, spec::SchemaId id) {
  return lowering.component(id) != nullptr || lowering.uses.count(id.index) != 0;
}

/// `name` after following a `$ref` from `id`.
TypeName name_behind(const Lowering& lowering, spec::SchemaId id, const Reading& reading,
                     const TypeName& name) {
  if (!reading.by_reference || is_component_or_done(lowering, reading.schema)) return name;
  return name_of_target(lowering, reading.schema, lowering.schema(id).reference->text, name);
}

TypeUse reserve(Lowering& lowering, spec::SchemaId id, const TypeName& name) {
  const TypeId type = lowering.types().reserve();
  lowering.types().at(type).name = name;
  lowering.pending.push_back({type, id});
  return {type};
}

TypeUse lower_list(Lowering& lowering, spec::SchemaId id, const TypeName& name) {
  const spec::Schema& schema = lowering.schema(id);
  const TypeId type = add_anonymous(lowering, List{}, schema);
  lowering.uses[id.index] = {type};  // So that an item may refer to its own list.
  List list;
  list.item = schema.items ? lower_nested(lowering, *schema.items, nested_name(name, "Item"))
                           : any_use(lowering);
  lowering.types().at(type).shape = list;
  return {type};
}

TypeUse lower_tuple(Lowering& lowering, spec::SchemaId id, const TypeName& name) {
  const spec::Schema& schema = lowering.schema(id);
  const TypeId type = add_anonymous(lowering, Tuple{}, schema);
  lowering.uses[id.index] = {type};
  Tuple tuple;
  for (std::size_t index = 0; index < schema.prefix_items.size(); ++index) {
    tuple.items.push_back(lower_nested(lowering, schema.prefix_items[index],
                                       nested_name(name, "Item" + std::to_string(index + 1))));
  }
  if (schema.items && lowering.schema(*schema.items).boolean != false) {
    tuple.rest = lower_nested(lowering, *schema.items, nested_name(name, "Rest"));
  }
  lowering.types().at(type).shape = std::move(tuple);
  return {type};
}

TypeUse lower_map(Lowering& lowering, spec::SchemaId id, const Reading& reading,
                  const TypeName& name) {
  const TypeId type = add_anonymous(lowering, Map{}, lowering.schema(id));
  lowering.uses[id.index] = {type};
  Map map;
  map.value = reading.map_value
                  ? lower_nested(lowering, *reading.map_value, nested_name(name, "Value"))
                  : any_use(lowering);
  lowering.types().at(type).shape = map;
  return {type};
}

TypeUse lower_new(Lowering& lowering, spec::SchemaId id, const TypeName& name) {
  read_through(lowering, id);  // A chain without an end is cut here.
  const Reading& reading = read_schema(lowering, id);
  switch (reading.kind) {
    case Reading::Kind::invalid:
      return invalid_use(lowering);
    case Reading::Kind::any:
      return any_use(lowering);
    case Reading::Kind::same_as:
      return lower_schema(lowering, reading.schema, name_behind(lowering, id, reading, name));
    case Reading::Kind::scalar:
      return primitive_use(lowering, reading.primitive);
    case Reading::Kind::list:
      return lower_list(lowering, id, name);
    case Reading::Kind::tuple:
      return lower_tuple(lowering, id, name);
    case Reading::Kind::map:
      return lower_map(lowering, id, reading, name);
    case Reading::Kind::opaque:
    case Reading::Kind::enumeration:
    case Reading::Kind::object:
    case Reading::Kind::union_:
      break;
  }
  return reserve(lowering, id, name);
}

void describe(Lowering& lowering, TypeId id, spec::SchemaId schema_id) {
  const spec::Schema& schema = lowering.schema(schema_id);
  Type& type = lowering.types().at(id);
  type.docs = docs_of(schema);
  type.origin = origin_of(schema);
}

/// Fills a reserved type. A schema that only stands for another one without a name is that one.
void define(Lowering& lowering, TypeId type, spec::SchemaId id) {
  describe(lowering, type, id);
  if (const auto override_name = name_override_of(lowering.schema(id).extensions)) {
    TypeName& name = lowering.types().at(type).name;
    name.source = TypeName::Source::component;
    name.component = *override_name;
    name.is_override = true;
  }
  read_through(lowering, id);  // A chain without an end is cut here.
  spec::SchemaId current = id;
  const Reading* reading = &read_schema(lowering, current);
  while (reading->kind == Reading::Kind::same_as && !reading->by_reference &&
         !is_component_or_done(lowering, reading->schema)) {
    current = reading->schema;
    lowering.uses[current.index] = {type};
    Type& described = lowering.types().at(type);
    if (described.docs.description.empty()) {
      described.docs.description = lowering.schema(current).description.value_or("");
    }
    reading = &read_schema(lowering, current);
  }
  lowering.types().at(type).constraints = constraints_of(lowering.schema(current));
  switch (reading->kind) {
    case Reading::Kind::object:
      define_object(lowering, type, current);
      return;
    case Reading::Kind::union_:
      define_union(lowering, type, *reading);
      return;
    case Reading::Kind::enumeration:
      lowering.types().at(type).shape = reading->enumeration;
      return;
    default:
      break;
  }
  lowering.uses.erase(current.index);
  TypeName inner;
  inner.source = TypeName::Source::member;
  inner.parent = type;
  TypeUse target = lower_new(lowering, current, name_behind(lowering, current, *reading, inner));
  target.nullable = false;  // Null stands where the alias is used.
  lowering.types().at(type).shape = Alias{target};
}

}  // namespace

TypeName nested_name(TypeName name, const std::string& part) {
  if (name.source == TypeName::Source::operation) {
    name.role += name.role.empty() ? part : "_" + part;
  } else if (name.source == TypeName::Source::component) {
    name.component += part;
  } else {
    name.member += name.member.empty() ? part : "_" + part;
  }
  return name;
}

void declare_components(Lowering& lowering) {
  for (const auto& component : lowering.spec.component_schemas) {
    spec::SchemaId id = component.schema;
    if (!id.is_known()) continue;
    // A component that only refers to a schema outside of components gives that one its name.
    const spec::Schema& schema = lowering.schema(id);
    if (is_plain_reference(schema) && schema.reference->target.is_known()) {
      const auto target = schema.reference->target;
      const auto tokens = pointer_tokens(lowering.schema(target).pointer);
      const bool inside = tokens.size() >= 3 && tokens[0] == "components" &&
                          lowering.schema(target).where.source == schema.where.source;
      if (!inside && lowering.component_of.count(target.index) == 0) id = target;
    }
    const TypeId type = lowering.types().reserve();
    TypeName& name = lowering.types().at(type).name;
    name.source = TypeName::Source::component;
    name.component = component.name;
    lowering.component_of.emplace(id.index, lowering.components.size());
    lowering.components.push_back({component.name, id, type});
  }
}

TypeUse lower_schema(Lowering& lowering, spec::SchemaId id, const TypeName& name) {
  if (!id.is_known()) return invalid_use(lowering);
  if (const Component* component = lowering.component(id)) {
    return {component->type, is_nullable(lowering, id)};
  }
  if (const auto found = lowering.uses.find(id.index); found != lowering.uses.end()) {
    TypeUse use = found->second;
    use.nullable = is_nullable(lowering, id);
    return use;
  }
  TypeUse use;
  if (lowering.lowering_depth >= deepest_nesting) {
    use = reserve(lowering, id, name);
  } else {
    ++lowering.lowering_depth;
    use = lower_new(lowering, id, name);
    --lowering.lowering_depth;
  }
  use.nullable = is_nullable(lowering, id);
  lowering.uses[id.index] = use;
  return use;
}

TypeUse lower_nested(Lowering& lowering, spec::SchemaId id, const TypeName& name) {
  TypeUse use = lower_schema(lowering, id, name);
  const Type& shared = lowering.types().at(use.type);
  const auto* map = shared.as<Map>();
  const bool is_map = map != nullptr && map->value.type.is_known();  // Not one still being made.
  const bool keeps_none = shared.as<Primitive>() != nullptr || shared.as<List>() != nullptr ||
                          shared.as<Any>() != nullptr || is_map;
  // What stands beside a reference to a type with a name is said of this use alone.
  const bool is_aside = !keeps_none && read_schema(lowering, id).kind == Reading::Kind::same_as &&
                        !is_empty(constraints_of(lowering.schema(id)));
  if (!keeps_none && !is_aside) return use;
  const Constraints constraints = facts_of_use(lowering, id).constraints;
  if (is_empty(constraints)) return use;
  Type type = lowering.types().at(use.type);
  if (is_aside) {
    type = Type();
    type.shape = Alias{{use.type}};
  }
  type.constraints = constraints;
  type.origin = origin_of(lowering.schema(id));
  use.type = lowering.types().add(std::move(type));
  return use;
}

void fill_components(Lowering& lowering) {
  for (std::size_t index = 0; index < lowering.components.size(); ++index) {
    const Component component = lowering.components[index];
    const auto other = lowering.component_of.at(component.schema.index);
    if (other != index) {
      // Two names for one schema: the second is another name for the first.
      lowering.types().at(component.type).shape = Alias{{lowering.components[other].type}};
      describe(lowering, component.type, component.schema);
    } else {
      define(lowering, component.type, component.schema);
    }
    fill_pending(lowering);
  }
}

void fill_pending(Lowering& lowering) {
  while (!lowering.pending.empty()) {
    const PendingType pending = lowering.pending.front();
    lowering.pending.pop_front();
    define(lowering, pending.type, pending.schema);
  }
}

TypeUse primitive_use(Lowering& lowering, Primitive primitive) {
  const auto key = static_cast<std::size_t>(primitive);
  const auto found = lowering.primitives.find(key);
  if (found != lowering.primitives.end()) return {found->second};
  Type type;
  type.shape = primitive;
  const TypeId id = lowering.types().add(std::move(type));
  lowering.primitives.emplace(key, id);
  return {id};
}

TypeUse any_use(Lowering& lowering) {
  if (!lowering.any.is_known()) {
    Type type;
    type.shape = Any{};
    lowering.any = lowering.types().add(std::move(type));
  }
  return {lowering.any};
}

TypeUse invalid_use(Lowering& lowering) {
  if (!lowering.invalid.is_known()) lowering.invalid = lowering.types().reserve();
  return {lowering.invalid};
}

UseFacts facts_of_use(Lowering& lowering, spec::SchemaId id) {
  UseFacts facts;
  for (std::size_t step = 0; step <= lowering.spec.schemas.size(); ++step) {
    const spec::Schema& schema = lowering.schema(id);
    facts.read_only = facts.read_only || schema.read_only;
    facts.write_only = facts.write_only || schema.write_only;
    // What a component says is said by its type; null is what a use may add to it.
    if (step != 0 && lowering.component(id) != nullptr) break;
    const Docs docs = docs_of(schema);
    if (facts.docs.title.empty()) facts.docs.title = docs.title;
    if (facts.docs.description.empty()) facts.docs.description = docs.description;
    if (facts.docs.examples.empty()) facts.docs.examples = docs.examples;
    facts.docs.deprecated = facts.docs.deprecated || docs.deprecated;
    facts.constraints = tightened(facts.constraints, constraints_of(schema));
    if (!facts.default_value) facts.default_value = default_of(schema);
    if (!facts.name_override) facts.name_override = name_override_of(schema.extensions);
    const Reading& reading = read_schema(lowering, id);
    if (reading.kind != Reading::Kind::same_as) break;
    id = reading.schema;
  }
  return facts;
}

}  // namespace bindery::model
