#include "spec/wait_rule.hpp"

#include "document/mapping_reader.hpp"

namespace bindery::spec {

WaitRule read_wait_rule(const document::Node& node, std::string operation,
                        const document::Pointer& pointer, diagnostics::Diagnostics& diagnostics) {
  WaitRule rule;
  rule.operation = std::move(operation);
  rule.where = node.where;
  document::MappingReader reader(node, pointer, diagnostics);
  reader.text("name", rule.name);
  reader.text("status", rule.status);
  reader.scalars("success", rule.success);
  reader.scalars("failure", rule.failure);
  reader.scalars("stop", rule.stop);
  reader.text("until", rule.until);
  reader.text("unless", rule.unless);
  reader.texts("reason", rule.reason);
  if (const document::Node* next = reader.find("then")) {
    WaitRule::Then then;
    document::MappingReader fields(*next, pointer / "then", diagnostics);
    fields.text("operation", then.operation);
    fields.text("name", then.name);
    fields.map("inputs", [&](const std::string& key, std::string value, source::Location) {
      then.inputs.emplace_back(key, std::move(value));
    });
    fields.finish();
    rule.then = std::move(then);
  }
  reader.finish();
  return rule;
}

}  // namespace bindery::spec
