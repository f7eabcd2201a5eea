// Keywords that say more than a type can.
// Must not change what a schema becomes.
#include "model/unsupported_keywords.hpp"

#include <string>

namespace bindery::model {
namespace {

struct Keyword {
  const char* name;
  bool (*is_in)(const spec::Schema&, const spec::Spec&);
};

bool is_boolean(const std::optional<spec::SchemaId>& id, const spec::Spec& spec) {
  return id && id->index < spec.schemas.size() && spec.schema(*id).boolean.has_value();
}

constexpr Keyword keywords[] = {
    {"not", [](const spec::Schema& s, const spec::Spec&) { return s.not_schema.has_value(); }},
    {"if", [](const spec::Schema& s, const spec::Spec&) { return s.if_schema.has_value(); }},
    {"dependentSchemas",
     [](const spec::Schema& s, const spec::Spec&) { return !s.dependent_schemas.empty(); }},
    {"dependentRequired",
     [](const spec::Schema& s, const spec::Spec&) { return !s.dependent_required.empty(); }},
    // `false` and `true` are what `items` says too.
    {"unevaluatedItems",
     [](const spec::Schema& s, const spec::Spec& spec) {
       return s.unevaluated_items && !is_boolean(s.unevaluated_items, spec);
     }},
    {"contains", [](const spec::Schema& s, const spec::Spec&) { return s.contains.has_value(); }},
    {"propertyNames",
     [](const spec::Schema& s, const spec::Spec&) { return s.property_names.has_value(); }},
};

}  // namespace

void report_unsupported_keywords(const spec::Spec& spec, diagnostics::Diagnostics& diagnostics) {
  for (const auto& keyword : keywords) {
    const spec::Schema* first = nullptr;
    std::size_t count = 0;
    for (const auto& schema : spec.schemas) {
      if (!keyword.is_in(schema, spec)) continue;
      if (first == nullptr) first = &schema;
      ++count;
    }
    if (first == nullptr) continue;
    std::string message = "`" + std::string(keyword.name) + "` is not part of a type";
    if (count > 1) message += " (" + std::to_string(count) + " times in this document)";
    diagnostics.report(diagnostics::Code::E0604, first->where, std::move(message))
        .at(first->pointer);
  }
}

}  // namespace bindery::model
