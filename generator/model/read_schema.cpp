// What a schema turns out to be, before any type is made for it.
// Must not add to the type table.
#include "model/read_schema.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "model/inheritance.hpp"
#include "model/lower_enum.hpp"
#include "model/lower_union.hpp"
#include "model/merge_all_of.hpp"
#include "model/schema_facts.hpp"

namespace bindery::model {
namespace {

/// Unions nested by reference deeper than this are not looked through; they stay nested.
constexpr std::size_t deepest_reading = 100;

struct Format {
  std::string_view name;
  Primitive primitive;
};

constexpr std::array string_formats{
    Format{"date-time", Primitive::date_time}, Format{"date", Primitive::date},
    Format{"byte", Primitive::base64},         Format{"base64", Primitive::base64},
    Format{"binary", Primitive::binary},
};
constexpr std::array integer_formats{
    Format{"int8", Primitive::int32},    Format{"int16", Primitive::int32},
    Format{"int32", Primitive::int32},   Format{"uint8", Primitive::uint32},
    Format{"uint16", Primitive::uint32}, Format{"uint32", Primitive::uint32},
    Format{"uint64", Primitive::uint64}, Format{"uint", Primitive::uint64},
};
/// Formats that tell a string where no `type` does.
constexpr std::array string_hints{"date-time", "date",  "byte", "binary",  "uuid",
                                  "uri",       "email", "time", "hostname"};

template <std::size_t Size>
std::optional<Primitive> find_format(const std::array<Format, Size>& formats,
                                     const std::string& name) {
  for (const auto& format : formats) {
    if (format.name == name) return format.primitive;
  }
  return std::nullopt;
}

Primitive string_primitive(const spec::Schema& schema) {
  if (schema.content_encoding == "base64") return Primitive::base64;
  if (schema.format) {
    if (const auto found = find_format(string_formats, *schema.format)) return *found;
  }
  // OAS 3.1 4.8.14.1: a media type without an encoding says that the part holds raw bytes.
  if (schema.content_media_type && !schema.content_encoding &&
      (schema.content_media_type == "application/octet-stream" ||
       schema.content_media_type->find("image/") == 0 ||
       schema.content_media_type->find("audio/") == 0 ||
       schema.content_media_type->find("video/") == 0)) {
    return Primitive::binary;
  }
  return Primitive::string;
}

Primitive number_primitive(const spec::Schema& schema) {
  return schema.format == "float" ? Primitive::float32 : Primitive::float64;
}

/// Whether a value that the document gives needs more than an int64.
bool has_large_value(const spec::Schema& schema) {
  const auto is_large = [](const document::Node* node) {
    return node != nullptr && node->is_number() && beyond_int64(node->text) > 0;
  };
  return is_large(schema.default_value) ||
         std::any_of(schema.examples.begin(), schema.examples.end(), is_large);
}

Primitive integer_primitive(const spec::Schema& schema) {
  if (!schema.format) {
    const bool is_natural =
        (schema.minimum && compare_numbers(*schema.minimum, "0") >= 0) ||
        (schema.exclusive_minimum && compare_numbers(*schema.exclusive_minimum, "-1") >= 0);
    // A bound beyond 2^63 - 1 is mostly that number, rounded by a language that has only doubles.
    const bool is_large =
        schema.maximum && compare_numbers(*schema.maximum, "9223372036854775807") > 0;
    const bool has_minimum = schema.minimum || schema.exclusive_minimum;
    const bool is_unsigned =
        (is_natural && is_large) || ((is_natural || !has_minimum) && has_large_value(schema));
    return is_unsigned ? Primitive::uint64 : Primitive::int64;
  }
  return find_format(integer_formats, *schema.format).value_or(Primitive::int64);
}

/// The types a schema without `type` can only mean.
spec::TypeSet implied_types(const spec::Schema& schema) {
  spec::TypeSet types;
  types.object = !schema.properties.empty() || !schema.pattern_properties.empty() ||
                 schema.additional_properties.has_value();
  types.array = schema.items.has_value() || !schema.prefix_items.empty();
  if (types.empty() && schema.format) {
    for (const auto* name : string_hints) types.string = types.string || *schema.format == name;
    types.integer = schema.format == "int32" || schema.format == "int64";
    types.number = schema.format == "float" || schema.format == "double";
  }
  return types;
}

/// `type: [string, integer]`: one alternative per type, each with the keywords of its type.
Reading read_type_array(Lowering& lowering, spec::SchemaId id, spec::TypeSet types) {
  Reading reading;
  reading.schema = id;
  types.integer = types.integer && !types.number;
  if (types.boolean && types.string && types.array && types.object &&
      (types.number || types.integer)) {
    return reading;
  }
  const auto add = [&](bool spec::TypeSet::*type, const char* title) {
    if (!(types.*type)) return;
    spec::Schema made = lowering.schema(id);
    made.types = {};
    made.types.*type = true;
    made.nullable = false;
    made.title = title;
    if (type != &spec::TypeSet::object) {
      made.properties.clear();
      made.pattern_properties.clear();
      made.additional_properties.reset();
      made.required.clear();
    }
    if (type != &spec::TypeSet::array) {
      made.items.reset();
      made.prefix_items.clear();
    }
    reading.alternatives.push_back(lowering.make(std::move(made)));
  };
  add(&spec::TypeSet::boolean, "Boolean");
  add(&spec::TypeSet::integer, "Integer");
  add(&spec::TypeSet::number, "Number");
  add(&spec::TypeSet::string, "String");
  add(&spec::TypeSet::array, "Array");
  add(&spec::TypeSet::object, "Object");
  if (reading.alternatives.size() == 1) {
    reading.kind = Reading::Kind::same_as;
    reading.schema = reading.alternatives.front();
    return reading;
  }
  reading.kind = Reading::Kind::union_;
  return reading;
}

Reading read_object(Lowering& lowering, spec::SchemaId id) {
  const spec::Schema& schema = lowering.schema(id);
  Reading reading;
  reading.schema = id;
  reading.kind = Reading::Kind::object;
  if (!schema.properties.empty()) return reading;
  const auto is_boolean = [&](const std::optional<spec::SchemaId>& other, bool value) {
    return other && lowering.schema(*other).boolean == value;
  };
  const bool forbids = is_boolean(schema.additional_properties, false);
  const bool is_component = lowering.component(id) != nullptr;
  if (schema.pattern_properties.size() == 1 && (forbids || !schema.additional_properties)) {
    reading.kind = Reading::Kind::map;
    reading.map_value = schema.pattern_properties.front().schema;
    return reading;
  }
  if (forbids && schema.pattern_properties.empty()) return reading;
  if (schema.additional_properties && !forbids && !is_boolean(schema.additional_properties, true)) {
    reading.kind = Reading::Kind::map;
    reading.map_value = schema.additional_properties;
    return reading;
  }
  // Free-form. As a component it stays a type of its own, so that it can grow members.
  if (!is_component) reading.kind = Reading::Kind::map;
  return reading;
}

Reading read_by_type(Lowering& lowering, spec::SchemaId id) {
  const spec::Schema& schema = lowering.schema(id);
  spec::TypeSet types = schema.has_type ? schema.types : implied_types(schema);
  types.null = false;
  Reading reading;
  reading.schema = id;
  if (types.count() > 1) return read_type_array(lowering, id, types);
  reading.kind = Reading::Kind::scalar;
  if (types.boolean) {
    reading.primitive = Primitive::boolean;
  } else if (types.integer) {
    reading.primitive = integer_primitive(schema);
  } else if (types.number) {
    reading.primitive = number_primitive(schema);
  } else if (types.string) {
    reading.primitive = string_primitive(schema);
  } else if (types.array) {
    reading.kind = schema.prefix_items.empty() ? Reading::Kind::list : Reading::Kind::tuple;
  } else if (types.object) {
    return read_object(lowering, id);
  } else {
    reading.kind = Reading::Kind::any;
  }
  return reading;
}

Reading same_as(spec::SchemaId other, bool by_reference) {
  Reading reading;
  reading.kind = Reading::Kind::same_as;
  reading.schema = other;
  reading.by_reference = by_reference;
  return reading;
}

/// Where a parent is used, one of its children is meant; or itself, when it is mapped too.
Reading read_parent(Lowering& lowering, spec::SchemaId id) {
  Reading reading;
  reading.kind = Reading::Kind::union_;
  reading.schema = id;
  reading.discriminator = &*lowering.schema(id).discriminator;
  for (const auto child : lowering.children.at(id.index)) {
    if (child != id) {
      reading.alternatives.push_back(child);
      continue;
    }
    spec::Schema itself = lowering.schema(id);
    itself.discriminator.reset();
    itself.title = "Base";
    const auto made = lowering.make(std::move(itself));
    lowering.distributed_from[made.index] = id;
    reading.alternatives.push_back(made);
  }
  return reading;
}

Reading read(Lowering& lowering, spec::SchemaId id) {
  const spec::Schema& schema = lowering.schema(id);
  Reading reading;
  reading.schema = id;
  if (schema.boolean) return reading;
  if (is_parent(lowering, id)) return read_parent(lowering, id);
  if (schema.reference) {
    if (!schema.reference->target.is_known()) {
      reading.kind = Reading::Kind::invalid;
      return reading;
    }
    if (is_plain_reference(schema)) return same_as(schema.reference->target, true);
    return same_as(merged_schema(lowering, id), false);
  }
  if (!schema.all_of.empty()) {
    if (const auto only = single_member(lowering, id)) return same_as(*only, false);
    return same_as(merged_schema(lowering, id), false);
  }
  if (!schema.one_of.empty() || !schema.any_of.empty()) {
    if (needs_merge(lowering, schema)) return same_as(merged_schema(lowering, id), false);
    return read_union(lowering, id);
  }
  if (schema.const_value != nullptr || (schema.has_enum && !schema.enum_values.empty())) {
    return read_enum(lowering, id);
  }
  return read_by_type(lowering, id);
}

/// Schemas that only lead back to each other describe nothing: they are free-form from then on.
const Reading& refuse_endless(Lowering& lowering, const std::vector<spec::SchemaId>& passed) {
  const spec::Schema& schema = lowering.schema(passed.back());
  lowering.diagnostics
      .report(diagnostics::Code::E0201, schema.where, "schema is only a reference back to itself")
      .at(schema.pointer);
  for (const auto id : passed) {
    Reading any;
    any.schema = id;
    lowering.readings[id.index] = any;
  }
  return lowering.readings.at(passed.back().index);
}

}  // namespace

const Reading& read_schema(Lowering& lowering, spec::SchemaId id) {
  static const Reading opaque = [] {
    Reading reading;
    reading.kind = Reading::Kind::opaque;
    return reading;
  }();
  if (const auto found = lowering.readings.find(id.index); found != lowering.readings.end()) {
    return found->second;
  }
  if (lowering.reading_depth == deepest_reading || !lowering.being_read.insert(id.index).second) {
    return opaque;
  }
  ++lowering.reading_depth;
  Reading reading = read(lowering, id);
  --lowering.reading_depth;
  lowering.being_read.erase(id.index);
  return lowering.readings.emplace(id.index, std::move(reading)).first->second;
}

const Reading& read_through(Lowering& lowering, spec::SchemaId id) {
  std::vector<spec::SchemaId> passed;
  std::unordered_set<std::uint32_t> seen;
  const Reading* reading = &read_schema(lowering, id);
  while (reading->kind == Reading::Kind::same_as) {
    passed.push_back(id);
    if (!seen.insert(id.index).second) return refuse_endless(lowering, passed);
    const auto known = lowering.reading_ends.find(id.index);
    id = known == lowering.reading_ends.end() ? reading->schema : known->second;
    reading = &read_schema(lowering, id);
  }
  // What is still being read further up has another end later.
  if (reading->kind != Reading::Kind::opaque) {
    for (const auto link : passed) lowering.reading_ends[link.index] = id;
  }
  return *reading;
}

}  // namespace bindery::model
