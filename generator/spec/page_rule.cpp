#include "spec/page_rule.hpp"

#include <utility>

#include "document/mapping_reader.hpp"

namespace bindery::spec {

PageRule read_page_rule(const document::Node& node, std::string operation,
                        const document::Pointer& pointer, diagnostics::Diagnostics& diagnostics) {
  PageRule rule;
  rule.operation = std::move(operation);
  rule.where = node.where;
  rule.is_off = node.is_string() && node.text == "none";
  if (rule.is_off) return rule;
  document::MappingReader reader(node, pointer, diagnostics);
  reader.text("by", rule.by);
  reader.text("parameter", rule.parameter);
  reader.text("items", rule.items);
  reader.text("next", rule.next);
  reader.text("more", rule.more);
  reader.finish();
  return rule;
}

}  // namespace bindery::spec
