// Whether null is a value of a schema.
// Must not recurse: references make chains of any length.
#include "model/nullability.hpp"

#include <algorithm>
#include <vector>

#include "model/schema_facts.hpp"

namespace bindery::model {
namespace {

/// Keywords of the schema itself.
bool says_null(const spec::Schema& schema) {
  if (schema.nullable || schema.types.null || is_only_null(schema)) return true;
  return std::any_of(schema.enum_values.begin(), schema.enum_values.end(),
                     [](const document::Node* value) { return value->is_null(); });
}

/// The schemas that decide when the schema itself does not say.
std::vector<spec::SchemaId> asked(const spec::Schema& schema) {
  std::vector<spec::SchemaId> others;
  if (schema.reference && schema.reference->target.is_known()) {
    others.push_back(schema.reference->target);
  }
  for (const auto* list : {&schema.any_of, &schema.one_of, &schema.all_of}) {
    others.insert(others.end(), list->begin(), list->end());
  }
  return others;
}

class Answers {
 public:
  explicit Answers(Lowering& lowering) : lowering_(&lowering) {}

  bool is_known(spec::SchemaId id) const { return lowering_->nullable.count(id.index) != 0; }
  void set(spec::SchemaId id, bool nullable) { lowering_->nullable[id.index] = nullable; }
  bool at(spec::SchemaId id) const {
    const auto found = lowering_->nullable.find(id.index);
    return found != lowering_->nullable.end() && found->second;
  }

 private:
  Lowering* lowering_;
};

/// Members of `allOf` that say nothing of the kind of value cannot forbid null.
bool has_opinion(const spec::Schema& schema) {
  return schema.reference || schema.has_type || has_shape(schema);
}

bool decide(const Lowering& lowering, const spec::Schema& schema, const Answers& answers) {
  if (says_null(schema)) return true;
  const auto is_null = [&](spec::SchemaId id) { return answers.at(id); };
  if (schema.reference && answers.at(schema.reference->target)) return true;
  if (std::any_of(schema.any_of.begin(), schema.any_of.end(), is_null)) return true;
  if (std::any_of(schema.one_of.begin(), schema.one_of.end(), is_null)) return true;
  if (schema.all_of.empty() || schema.has_type) return false;
  bool any = false;
  for (const auto member : schema.all_of) {
    if (!answers.at(member) && has_opinion(lowering.schema(member))) return false;
    any = any || answers.at(member);
  }
  return any;
}

}  // namespace

bool is_nullable(Lowering& lowering, spec::SchemaId id) {
  Answers answers(lowering);
  if (answers.is_known(id)) return answers.at(id);
  const spec::Schema& asked_for = lowering.schema(id);
  if (says_null(asked_for) || asked(asked_for).empty()) {  // Most of them.
    answers.set(id, says_null(asked_for));
    return answers.at(id);
  }
  // Depth first with a stack of our own. What refers back to itself is not null by that way.
  std::vector<spec::SchemaId> stack{id};
  std::unordered_set<std::uint32_t> opened;
  while (!stack.empty()) {
    const spec::SchemaId current = stack.back();
    if (answers.is_known(current)) {
      stack.pop_back();
      continue;
    }
    const spec::Schema& schema = lowering.schema(current);
    if (opened.insert(current.index).second && !says_null(schema)) {
      for (const auto other : asked(schema)) {
        if (!answers.is_known(other) && opened.count(other.index) == 0) stack.push_back(other);
      }
      continue;
    }
    answers.set(current, decide(lowering, schema, answers));
    stack.pop_back();
  }
  return answers.at(id);
}

}  // namespace bindery::model
