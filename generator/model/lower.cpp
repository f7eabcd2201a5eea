// Spec to Api: the order of this room's passes.
// Must not hold a rule of its own.
#include "model/lower.hpp"

#include <algorithm>
#include <utility>

#include "model/filter.hpp"
#include "model/gather_examples.hpp"
#include "model/inheritance.hpp"
#include "model/lower_operation.hpp"
#include "model/lower_schema.hpp"
#include "model/lower_security.hpp"
#include "model/lowering.hpp"
#include "model/patch_types.hpp"
#include "model/reachability.hpp"
#include "model/recursion.hpp"
#include "model/request_types.hpp"
#include "model/schema_facts.hpp"
#include "model/type_uses.hpp"
#include "model/union_matching.hpp"
#include "model/unsupported_keywords.hpp"

namespace bindery::model {
namespace {

void lower_tags(Lowering& lowering) {
  auto& tags = lowering.api.tags;
  const auto add = [&](const std::string& name, const std::string& description) {
    const bool known =
        std::any_of(tags.begin(), tags.end(), [&](const Tag& tag) { return tag.name == name; });
    if (!known) tags.push_back({name, description});
  };
  for (const auto& tag : lowering.spec.tags) {
    add(tag.name, tag.description.value_or(tag.summary.value_or("")));
  }
  for (const auto& operation : lowering.api.operations) {
    for (const auto& tag : operation.tags) add(tag, "");
  }
}

/// Free-form JSON holds null itself.
void drop_null_of_any(Api& api) {
  const auto ends = api.types.alias_ends();
  const auto drop = [&](TypeUse& use) {
    if (api.types.at(ends[use.type.index]).as<Any>() != nullptr) use.nullable = false;
  };
  for (std::size_t index = 0; index < api.types.size(); ++index) {
    for_each_use(api.types.at(api.types.id(index)).shape, drop);
  }
  for_each_api_use(api, drop);
}

}  // namespace

Api lower(const spec::Spec& spec, const Filter& filter, diagnostics::Diagnostics& diagnostics,
          WebhookEvents events) {
  Lowering lowering(spec, diagnostics);
  Api& api = lowering.api;
  api.title = spec.info.title;
  api.description = spec.info.description.value_or(spec.info.summary.value_or(""));
  api.version = spec.info.version;
  api.servers = lower_servers(lowering, spec.servers);
  api.security_schemes = lower_security_schemes(lowering);
  api.security = lower_security(lowering, std::nullopt);

  declare_components(lowering);
  find_children(lowering);
  fill_components(lowering);

  const auto operations = identify_operations(lowering);
  std::vector<std::string> ids;
  for (const auto& operation : operations) ids.push_back(operation.id);
  check_filter(filter, spec, ids, diagnostics);
  lower_operations(lowering, operations, filter);
  lower_webhooks(lowering, filter);
  if (events == WebhookEvents::united) unite_webhooks(lowering, filter);
  lower_tags(lowering);

  drop_null_of_any(api);
  decide_matching(lowering);
  settle_untyped_parts(api, primitive_use(lowering, Primitive::binary).type);
  settle_binary(api, primitive_use(lowering, Primitive::string).type);
  gather_examples(lowering);
  std::vector<TypeId> components;
  for (const auto& component : lowering.components) components.push_back(component.type);
  separate_request_types(api, components);
  separate_patch_types(api);
  drop_unused_types(api, filter.is_empty() ? components : std::vector<TypeId>{});
  break_cycles(api.types);
  report_unsupported_keywords(spec, diagnostics);
  return std::move(lowering.api);
}

}  // namespace bindery::model
