// Operations, webhooks and callbacks.
// Must not look into schemas.
#include "model/lower_operation.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "model/filter.hpp"
#include "model/lower_content.hpp"
#include "model/lower_parameter.hpp"
#include "model/lower_response.hpp"
#include "model/lower_schema.hpp"
#include "model/lower_security.hpp"
#include "model/media_type.hpp"
#include "model/operation_ids.hpp"
#include "model/schema_facts.hpp"

namespace bindery::model {
namespace {

Docs docs_of_operation(const spec::PathItem& item, const spec::Operation& operation) {
  Docs docs;
  docs.summary = operation.summary ? *operation.summary : item.summary.value_or("");
  docs.description = operation.description ? *operation.description : item.description.value_or("");
  docs.deprecated = operation.deprecated;
  return docs;
}

void lower_incoming(Lowering& lowering, const spec::PathItem& item,
                    const spec::Operation& operation, std::string name) {
  Incoming incoming;
  incoming.name = std::move(name);
  incoming.method = operation.method;
  incoming.docs = docs_of_operation(item, operation);
  incoming.origin = origin_of(operation.origin);
  if (operation.request_body) {
    const Owner owner{std::nullopt, incoming.name};
    incoming.body =
        lower_body(lowering, *operation.request_body, owner, "body of `" + incoming.name + "`");
  }
  lowering.api.incoming.push_back(std::move(incoming));
}

/// Callbacks with an operationId of their own keep it; others are named after the operation that
/// registers them, since many operations have a callback of one name.
void lower_callbacks(Lowering& lowering, const spec::Operation& operation, const std::string& id) {
  for (const auto& callback : operation.callbacks) {
    for (const auto& item : callback.path_items) {
      for (const auto& received : item.operations) {
        std::string name = id + "_" + callback.name;
        if (item.operations.size() > 1) name += "_" + received.method;
        if (received.operation_id && !received.operation_id->empty()) {
          name = *received.operation_id;
        }
        const auto& known = lowering.api.incoming;
        const bool is_known = std::any_of(known.begin(), known.end(), [&](const Incoming& other) {
          return other.name == name && other.origin.pointer == received.origin.pointer;
        });
        if (!is_known) lower_incoming(lowering, item, received, std::move(name));
      }
    }
  }
}

Operation lower_operation(Lowering& lowering, const IdentifiedOperation& identified,
                          std::size_t index) {
  const spec::Operation& written = *identified.operation;
  const Owner owner{index, {}};
  Operation operation;
  operation.id = identified.id;
  operation.method = written.method;
  operation.path = identified.item->path;
  operation.tags = written.tags;
  operation.docs = docs_of_operation(*identified.item, written);
  operation.origin = origin_of(written.origin);
  operation.name_override = name_override_of(written.origin.extensions);
  operation.parameters = lower_parameters(lowering, written, operation.path, owner);
  const std::string what = "`" + operation.id + "`";
  if (written.request_body) {
    operation.body = lower_body(lowering, *written.request_body, owner, "request body of " + what);
    // A body without any content that can be written is no body.
    if (operation.body->contents.empty()) operation.body.reset();
  }
  operation.responses = lower_responses(lowering, written, owner, what);
  operation.security = lower_security(lowering, written.security);
  operation.servers = lower_servers(lowering, written.servers);
  return operation;
}

}  // namespace

std::vector<IdentifiedOperation> identify_operations(Lowering& lowering) {
  std::vector<IdentifiedOperation> operations;
  std::unordered_map<std::string, const spec::Operation*> first;
  for_each_operation(lowering.spec, [&](const std::string& id, const spec::PathItem& item,
                                        const spec::Operation& operation) {
    const std::string written = operation.operation_id.value_or("");
    if (written.empty()) {
      lowering.diagnostics
          .report(diagnostics::Code::E0401, operation.origin.where,
                  "operation has no operationId; it is called `" + id + "`")
          .at(operation.origin.pointer);
    } else if (const auto known = first.emplace(written, &operation); !known.second) {
      lowering.diagnostics
          .report(diagnostics::Code::E0402, operation.operation_id_where,
                  "operationId `" + written + "` is given twice; this one is called `" + id + "`")
          .at(operation.origin.pointer)
          .note(known.first->second->operation_id_where, "it is first given here");
    }
    operations.push_back({&item, &operation, id});
  });
  return operations;
}

void lower_operations(Lowering& lowering, const std::vector<IdentifiedOperation>& operations,
                      const Filter& filter) {
  for (const auto& identified : operations) {
    if (!passes(filter, *identified.operation, identified.id, identified.item->path)) continue;
    const std::size_t index = lowering.api.operations.size();
    lowering.api.operations.push_back(lower_operation(lowering, identified, index));
    lower_callbacks(lowering, *identified.operation, identified.id);
    fill_pending(lowering);
  }
}

void lower_webhooks(Lowering& lowering, const Filter& filter) {
  for (const auto& item : lowering.spec.webhooks) {
    for (const auto& operation : item.operations) {
      const std::string id = operation.operation_id.value_or(item.path);
      if (!passes(filter, operation, id, item.path)) continue;
      std::string name = item.path;
      if (item.operations.size() > 1) name += "_" + operation.method;
      lower_incoming(lowering, item, operation, std::move(name));
      fill_pending(lowering);
    }
  }
}

void unite_webhooks(Lowering& lowering, const Filter& filter) {
  spec::Schema united;
  united.description = "What a webhook delivers.";
  for (const auto& item : lowering.spec.webhooks) {
    for (const auto& operation : item.operations) {
      const std::string id = operation.operation_id.value_or(item.path);
      if (!passes(filter, operation, id, item.path) || !operation.request_body) continue;
      for (const spec::MediaType& content : operation.request_body->content) {
        if (kind_by_name(content.name) != ContentKind::json || !content.schema) continue;
        if (united.one_of.empty()) {
          united.where = operation.origin.where;
          united.pointer = "#/webhooks";
        }
        united.one_of.push_back(*content.schema);
        break;
      }
    }
  }
  if (united.one_of.empty()) return;
  TypeName name;
  name.source = TypeName::Source::component;
  name.component = "WebhookEvent";
  const spec::SchemaId id =
      united.one_of.size() == 1 ? united.one_of.front() : lowering.make(std::move(united));
  lowering.api.event = lower_schema(lowering, id, name);
  fill_pending(lowering);
}

}  // namespace bindery::model
