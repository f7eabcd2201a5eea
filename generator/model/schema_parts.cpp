// The schemas that hold at once where a schema stands.
// Must not merge them.
#include "model/schema_parts.hpp"

#include <algorithm>

#include "model/schema_facts.hpp"

namespace bindery::model {
namespace {

bool says_something(const spec::Schema& schema) {
  return schema.has_type || schema.format || has_shape(schema) ||
         !is_empty(constraints_of(schema)) || schema.boolean == false;
}

spec::SchemaId end_of_references(const Lowering& lowering, spec::SchemaId id) {
  for (std::size_t step = 0; step < lowering.spec.schemas.size(); ++step) {
    const spec::Schema& schema = lowering.schema(id);
    if (!schema.reference || !schema.reference->target.is_known()) break;
    id = schema.reference->target;
  }
  return id;
}

}  // namespace

Parts parts_of(const Lowering& lowering, spec::SchemaId id) {
  struct Step {
    spec::SchemaId schema;
    bool expanded;
  };
  Parts parts;
  std::vector<Step> stack{{id, false}};
  while (!stack.empty()) {
    const Step step = stack.back();
    stack.pop_back();
    const spec::Schema& schema = lowering.schema(step.schema);
    if (step.expanded) {
      if (says_something(schema)) parts.leaves.push_back(step.schema);
      continue;
    }
    if (!parts.seen.insert(step.schema.index).second) continue;
    stack.push_back({step.schema, true});
    for (auto member = schema.all_of.rbegin(); member != schema.all_of.rend(); ++member) {
      stack.push_back({*member, false});
    }
    if (schema.reference && schema.reference->target.is_known()) {
      stack.push_back({schema.reference->target, false});
    }
  }
  return parts;
}

bool lists_one_of(const Lowering& lowering, const std::vector<spec::SchemaId>& alternatives,
                  const Parts& parts) {
  return std::any_of(alternatives.begin(), alternatives.end(), [&](spec::SchemaId alternative) {
    return parts.seen.count(end_of_references(lowering, alternative).index) != 0;
  });
}

bool only_restrict(const Lowering& lowering, const std::vector<spec::SchemaId>& alternatives) {
  return std::all_of(alternatives.begin(), alternatives.end(), [&](spec::SchemaId id) {
    const spec::Schema& schema = lowering.schema(id);
    spec::TypeSet others = schema.types;
    others.object = false;
    return !schema.reference && !schema.boolean && others.empty() && schema.properties.empty() &&
           schema.any_of.empty() && schema.one_of.empty() && schema.all_of.empty() &&
           !schema.has_enum && schema.const_value == nullptr && !schema.items &&
           !schema.additional_properties && schema.pattern_properties.empty() &&
           (!schema.required.empty() || schema.not_schema.has_value());
  });
}

}  // namespace bindery::model
