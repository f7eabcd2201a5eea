// A text that two schemas share when they describe the same values.
// Must not read prose.
#include "model/structure_key.hpp"

#include <algorithm>

namespace bindery::model {
namespace {

constexpr std::size_t deepest = 64;

/// Every part is written with its length or between brackets, so no text can imitate another.
class KeyWriter {
 public:
  explicit KeyWriter(const Lowering& lowering) : lowering_(&lowering) {}

  void schema(spec::SchemaId id, std::size_t depth) {
    const spec::Schema& schema = lowering_->schema(id);
    if (schema.reference) {
      key_ += '&';
      key_ += schema.reference->target.is_known() ? std::to_string(schema.reference->target.index)
                                                  : "!" + std::to_string(id.index);
    }
    if (depth == deepest || schema.boolean) {
      key_ += schema.boolean ? (*schema.boolean ? "T" : "F") : "?" + std::to_string(id.index);
      return;
    }
    key_ += '{';
    types(schema);
    text('f', schema.format);
    text('e', schema.content_encoding);
    text('m', schema.content_media_type);
    values(schema);
    constraints(schema);
    for (const auto& property : schema.properties) {
      name('p', property.name);
      const bool required = std::find(schema.required.begin(), schema.required.end(),
                                      property.name) != schema.required.end();
      key_ += required ? '!' : '?';
      const spec::Schema& member = lowering_->schema(property.schema);
      if (member.read_only) key_ += 'r';
      if (member.write_only) key_ += 'w';
      this->schema(property.schema, depth + 1);
    }
    auto sorted = schema.required;
    std::sort(sorted.begin(), sorted.end());
    for (const auto& required : sorted) name('R', required);
    for (const auto& pattern : schema.pattern_properties) {
      name('P', pattern.name);
      this->schema(pattern.schema, depth + 1);
    }
    one('A', schema.additional_properties, depth);
    one('U', schema.unevaluated_properties, depth);
    one('I', schema.items, depth);
    list('T', schema.prefix_items, depth);
    list('a', schema.all_of, depth);
    list('y', schema.any_of, depth);
    list('o', schema.one_of, depth);
    if (schema.discriminator) {
      name('D', schema.discriminator->property_name);
      for (const auto& entry : schema.discriminator->mapping) {
        name('v', entry.value);
        name('t', entry.target);
      }
    }
    key_ += '}';
  }

  std::string take() { return std::move(key_); }

 private:
  void name(char tag, const std::string& text) {
    key_ += tag;
    key_ += std::to_string(text.size());
    key_ += ':';
    key_ += text;
  }
  void text(char tag, const std::optional<std::string>& value) {
    if (value) name(tag, *value);
  }
  void number(char tag, const std::optional<std::uint64_t>& value) {
    if (value) name(tag, std::to_string(*value));
  }
  void one(char tag, const std::optional<spec::SchemaId>& id, std::size_t depth) {
    if (!id) return;
    key_ += tag;
    schema(*id, depth + 1);
  }
  void list(char tag, const std::vector<spec::SchemaId>& ids, std::size_t depth) {
    if (ids.empty()) return;
    key_ += tag;
    key_ += '[';
    for (const auto id : ids) schema(id, depth + 1);
    key_ += ']';
  }
  void types(const spec::Schema& schema) {
    const spec::TypeSet& types = schema.types;
    const bool flags[] = {types.null || schema.nullable,
                          types.boolean,
                          types.integer,
                          types.number,
                          types.string,
                          types.array,
                          types.object};
    for (const bool flag : flags) key_ += flag ? '1' : '0';
  }
  void values(const spec::Schema& schema) {
    if (schema.has_enum) {
      key_ += 'E';
      for (const auto* value : schema.enum_values) name('=', document::to_json(*value));
    }
    if (schema.const_value != nullptr) name('C', document::to_json(*schema.const_value));
  }
  void constraints(const spec::Schema& schema) {
    number('1', schema.min_length);
    number('2', schema.max_length);
    number('3', schema.min_items);
    number('4', schema.max_items);
    number('5', schema.min_properties);
    number('6', schema.max_properties);
    text('7', schema.minimum);
    text('8', schema.maximum);
    text('9', schema.exclusive_minimum);
    text('0', schema.exclusive_maximum);
    text('*', schema.multiple_of);
    text('~', schema.pattern);
    if (schema.unique_items) key_ += 'u';
  }

  const Lowering* lowering_;
  std::string key_;
};

}  // namespace

std::string structure_key(const Lowering& lowering, spec::SchemaId id) {
  KeyWriter writer(lowering);
  writer.schema(id, 0);
  return writer.take();
}

}  // namespace bindery::model
