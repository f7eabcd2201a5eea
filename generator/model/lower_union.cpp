// `oneOf` and `anyOf`: which alternatives there really are.
// Must not decide how they are told apart: that needs all types.
#include "model/lower_union.hpp"

#include <algorithm>

#include "model/lower_enum.hpp"
#include "model/lower_schema.hpp"
#include "model/nullability.hpp"
#include "model/read_schema.hpp"
#include "model/schema_facts.hpp"
#include "model/structure_key.hpp"

namespace bindery::model {
namespace {

enum class JsonGroup { none, string, number, boolean };

JsonGroup group_of(const Reading& reading) {
  if (reading.kind == Reading::Kind::enumeration) {
    switch (reading.enumeration.base) {
      case Enum::Base::string:
        return JsonGroup::string;
      case Enum::Base::boolean:
        return JsonGroup::boolean;
      case Enum::Base::integer:
      case Enum::Base::number:
        return JsonGroup::number;
    }
  }
  if (reading.kind != Reading::Kind::scalar) return JsonGroup::none;
  switch (reading.primitive) {
    case Primitive::boolean:
      return JsonGroup::boolean;
    case Primitive::int32:
    case Primitive::int64:
    case Primitive::uint32:
    case Primitive::uint64:
    case Primitive::float32:
    case Primitive::float64:
      return JsonGroup::number;
    case Primitive::string:
    case Primitive::date_time:
    case Primitive::date:
    case Primitive::base64:
    case Primitive::binary:
      break;
  }
  return JsonGroup::string;
}

bool is_float(Primitive primitive) {
  return primitive == Primitive::float32 || primitive == Primitive::float64;
}

/// The scalar that holds the values of both; both are of one JSON group.
Primitive wider(Primitive a, Primitive b, JsonGroup group) {
  if (a == b) return a;
  if (group == JsonGroup::string) {
    return a == Primitive::binary || b == Primitive::binary ? Primitive::binary : Primitive::string;
  }
  return is_float(a) || is_float(b) ? Primitive::float64 : Primitive::int64;
}

/// The component a schema leads to by references alone; itself when there is none.
spec::SchemaId named_end(Lowering& lowering, spec::SchemaId id) {
  for (std::size_t step = 0; step <= lowering.spec.schemas.size(); ++step) {
    if (lowering.component(id) != nullptr) return id;
    const Reading& reading = read_schema(lowering, id);
    if (reading.kind != Reading::Kind::same_as) return id;
    id = reading.schema;
  }
  return id;
}

/// A schema of its own whose reading is known without keywords.
spec::SchemaId make_read(Lowering& lowering, const spec::Schema& like, Reading reading) {
  spec::Schema made;
  made.where = like.where;
  made.pointer = like.pointer;
  made.title = like.title;
  made.description = like.description;
  const auto id = lowering.make(std::move(made));
  reading.schema = id;
  lowering.readings[id.index] = std::move(reading);
  return id;
}

struct Gathered {
  std::vector<spec::SchemaId> alternatives;
  bool anything = false;
};

Gathered gather(Lowering& lowering, spec::SchemaId id) {
  const spec::Schema& schema = lowering.schema(id);
  Gathered gathered;
  std::unordered_set<std::string> seen;
  std::unordered_set<std::uint32_t> spliced;
  std::vector<spec::SchemaId> waiting = schema.one_of.empty() ? schema.any_of : schema.one_of;
  std::reverse(waiting.begin(), waiting.end());
  while (!waiting.empty()) {
    const auto alternative = waiting.back();
    waiting.pop_back();
    const spec::Schema& written = lowering.schema(alternative);
    if (is_only_null(written) || written.boolean == false) continue;
    const auto end = named_end(lowering, alternative);
    if (end == id) continue;
    const Reading& reading = read_schema(lowering, end);
    const bool is_component = lowering.component(end) != nullptr;
    if (read_through(lowering, end).kind == Reading::Kind::any) {
      gathered.anything = true;
      continue;
    }
    if (!is_component && reading.kind == Reading::Kind::union_ &&
        reading.discriminator == nullptr && !schema.discriminator) {
      if (!spliced.insert(end.index).second) continue;
      waiting.insert(waiting.end(), reading.alternatives.rbegin(), reading.alternatives.rend());
      continue;
    }
    const std::string key =
        is_component ? "c" + std::to_string(end.index) : structure_key(lowering, end);
    const bool is_made_up = end.index >= lowering.spec.schemas.size();
    if (!seen.insert(is_made_up ? "m" + std::to_string(end.index) : key).second) continue;
    gathered.alternatives.push_back(alternative);
  }
  return gathered;
}

/// One schema for several alternatives of one JSON group.
spec::SchemaId fold(Lowering& lowering, spec::SchemaId whole, JsonGroup group,
                    const std::vector<spec::SchemaId>& members) {
  std::optional<Primitive> scalar;
  std::vector<spec::SchemaId> enumerations;
  Reading united;
  united.kind = Reading::Kind::enumeration;
  for (const auto member : members) {
    const Reading& reading = read_through(lowering, member);
    if (reading.kind == Reading::Kind::scalar) {
      scalar = scalar ? wider(*scalar, reading.primitive, group) : reading.primitive;
    } else {
      if (enumerations.empty()) united.enumeration = reading.enumeration;
      unite(united.enumeration, reading.enumeration);
      enumerations.push_back(member);
    }
  }
  const bool scalar_is_wider = scalar && (is_float(*scalar) || group == JsonGroup::boolean ||
                                          united.enumeration.base == Enum::Base::number);
  if (enumerations.empty() || scalar_is_wider) {
    Reading reading;
    reading.kind = Reading::Kind::scalar;
    reading.primitive = *scalar;
    return make_read(lowering, lowering.schema(whole), std::move(reading));
  }
  if (enumerations.size() == 1) {
    const Reading& only = read_through(lowering, enumerations.front());
    // A constant beside a free string is no constant any more.
    if (!scalar || !only.is_constant) return enumerations.front();
  }
  return make_read(lowering, lowering.schema(whole), std::move(united));
}

void fold_scalars(Lowering& lowering, spec::SchemaId whole,
                  std::vector<spec::SchemaId>& alternatives) {
  for (const auto group : {JsonGroup::string, JsonGroup::number, JsonGroup::boolean}) {
    std::vector<spec::SchemaId> members;
    for (const auto alternative : alternatives) {
      if (group_of(read_through(lowering, alternative)) == group) members.push_back(alternative);
    }
    if (members.size() < 2) continue;
    const auto folded = fold(lowering, whole, group, members);
    const auto first = std::find(alternatives.begin(), alternatives.end(), members.front());
    *first = folded;
    alternatives.erase(std::remove_if(alternatives.begin(), alternatives.end(),
                                      [&](spec::SchemaId id) {
                                        return id != folded &&
                                               std::find(members.begin(), members.end(), id) !=
                                                   members.end();
                                      }),
                       alternatives.end());
    // The folded one may be a member that also stood further down.
    const auto again = std::find(alternatives.begin(), alternatives.end(), folded);
    alternatives.erase(std::remove(again + 1, alternatives.end(), folded), alternatives.end());
  }
}

/// What an alternative calls itself: its title, the value of a member that has only one (such as
/// `type: {const: text}`), a member it must have.
std::vector<std::string> own_names(Lowering& lowering, spec::SchemaId id) {
  std::vector<std::string> names{lowering.schema(id).title.value_or("")};
  const Reading& reading = read_through(lowering, id);
  if (reading.kind == Reading::Kind::enumeration) {
    const auto& values = reading.enumeration.values;
    if (values.size() == 1) names.push_back(values.front().literal.text);
    names.push_back("Value");
  } else if (reading.kind == Reading::Kind::list) {
    names.push_back("List");
  } else if (reading.kind == Reading::Kind::map) {
    names.push_back("Map");
  } else if (reading.kind == Reading::Kind::object) {
    const spec::Schema& schema = lowering.schema(reading.schema);
    for (const auto& property : schema.properties) {
      const Reading& value = read_through(lowering, property.schema);
      if (value.kind == Reading::Kind::enumeration && value.enumeration.values.size() == 1 &&
          value.enumeration.base == Enum::Base::string) {
        names.push_back(value.enumeration.values.front().literal.text);
        break;
      }
    }
    for (const auto& name : schema.required) names.push_back("With_" + name);
    for (const auto& property : schema.properties) names.push_back("With_" + property.name);
  }
  return names;
}

/// Names derive from what the alternative says; its place is the last resort.
std::vector<std::string> alternative_names(Lowering& lowering, const Reading& reading) {
  std::vector<std::string> names;
  for (std::size_t index = 0; index < reading.alternatives.size(); ++index) {
    const auto is_free = [&](const std::string& name) {
      return !name.empty() && std::find(names.begin(), names.end(), name) == names.end();
    };
    const auto candidates = own_names(lowering, reading.alternatives[index]);
    const auto name = std::find_if(candidates.begin(), candidates.end(), is_free);
    names.push_back(name != candidates.end() ? *name : "Alternative" + std::to_string(index + 1));
  }
  return names;
}

}  // namespace

Reading read_union(Lowering& lowering, spec::SchemaId id) {
  Gathered gathered = gather(lowering, id);
  const spec::Schema& schema = lowering.schema(id);
  Reading reading;
  reading.schema = id;
  if (gathered.anything) return reading;
  if (!schema.discriminator) fold_scalars(lowering, id, gathered.alternatives);
  if (gathered.alternatives.empty()) return reading;
  if (gathered.alternatives.size() == 1) {
    reading.kind = Reading::Kind::same_as;
    reading.schema = gathered.alternatives.front();
    return reading;
  }
  reading.kind = Reading::Kind::union_;
  reading.alternatives = std::move(gathered.alternatives);
  if (schema.discriminator) reading.discriminator = &*schema.discriminator;
  return reading;
}

void define_union(Lowering& lowering, TypeId type, const Reading& reading) {
  Union shape;
  PendingUnion pending{type, reading.schema, {}, reading.discriminator};
  const auto names = alternative_names(lowering, reading);
  for (std::size_t index = 0; index < reading.alternatives.size(); ++index) {
    const auto source = reading.alternatives[index];
    TypeName name;
    name.source = TypeName::Source::member;
    name.parent = type;
    name.member = names[index];
    Alternative alternative;
    alternative.type = lower_nested(lowering, source, name);
    alternative.type.nullable = false;  // Null is the union's own.
    const bool repeated =
        std::any_of(shape.alternatives.begin(), shape.alternatives.end(),
                    [&](const Alternative& other) { return other.type == alternative.type; });
    if (repeated) continue;
    shape.alternatives.push_back(std::move(alternative));
    pending.alternatives.push_back(source);
  }
  lowering.types().at(type).shape = std::move(shape);
  lowering.unions.push_back(std::move(pending));
}

}  // namespace bindery::model
