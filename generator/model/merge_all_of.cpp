// `allOf`: several schemas that hold at once become one.
// Must not make types: the result is a schema again, read like any other.
#include "model/merge_all_of.hpp"

#include <algorithm>

#include "model/inheritance.hpp"
#include "model/nullability.hpp"
#include "model/schema_facts.hpp"
#include "model/schema_parts.hpp"
#include "model/structure_key.hpp"

namespace bindery::model {
namespace {

/// More alternatives than this make no type anybody wants to read.
constexpr std::size_t most_alternatives = 64;

/// A union whose alternatives have alternatives, and so on, is merged with its base so often.
constexpr std::size_t deepest_distribution = 3;

/// Merging recursive schemas with each other can ask for a number of types that grows without
/// reason; no document comes near this.
std::size_t most_merges(const Lowering& lowering) {
  return 10000 + 8 * lowering.spec.schemas.size();
}

struct Alternatives {
  std::vector<spec::SchemaId> ids;
  std::optional<spec::Discriminator> discriminator;
};

bool has_members(const spec::Schema& schema) {
  return !schema.properties.empty() || !schema.required.empty() || schema.additional_properties;
}

/// Builds the merged schema part by part.
class Merge {
 public:
  Merge(Lowering& lowering, spec::SchemaId root) : lowering_(&lowering) {
    const spec::Schema& schema = lowering.schema(root);
    result_.where = schema.where;
    result_.pointer = schema.pointer;
    result_.title = schema.title;
    result_.description = schema.description;
    result_.deprecated = schema.deprecated;
    result_.default_value = schema.default_value;
    result_.examples = schema.examples;
    result_.extensions = schema.extensions;
    result_.read_only = schema.read_only;
    result_.write_only = schema.write_only;
    result_.nullable = is_nullable(lowering, root);
    parts_ = parts_of(lowering, root);
    root_ = root;
  }

  spec::SchemaId run() {
    for (const auto leaf : parts_.leaves) add(leaf);
    result_.types.null = false;
    if (result_.has_type && result_.types.empty()) result_.has_type = false;
    settle_additional();
    if (contradicts_) {
      spec::Schema free_form;
      free_form.where = result_.where;
      free_form.pointer = result_.pointer;
      free_form.title = result_.title;
      free_form.description = result_.description;
      return lowering_->make(std::move(free_form));
    }
    return distribute();
  }

 private:
  const spec::Schema& schema(spec::SchemaId id) const { return lowering_->schema(id); }

  /// What contradicts itself has no type: it becomes free-form JSON, which any value fits.
  void conflict(const spec::Schema& part, const source::Location& other, std::string message) {
    contradicts_ = true;
    lowering_->diagnostics.report(diagnostics::Code::E0305, part.where, std::move(message))
        .at(part.pointer)
        .note(other, "the other one is here")
        .hint("the value is generated as free-form JSON");
  }

  void add(spec::SchemaId id) {
    const spec::Schema& part = schema(id);
    if (!result_.description && !part.reference && id != root_) {
      result_.description = part.description;
    }
    if (part.default_value != nullptr && result_.default_value == nullptr) {
      result_.default_value = part.default_value;
    }
    result_.read_only = result_.read_only || part.read_only;
    result_.write_only = result_.write_only || part.write_only;
    add_types(part);
    add_texts(part);
    add_values(part);
    add_constraints(part);
    add_members(id, part);
    add_alternatives(id, part);
  }

  void add_types(const spec::Schema& part) {
    // Beside a reference, `type` is decoration: the target decides.
    if (!part.has_type || part.reference) return;
    spec::TypeSet mine = part.types;
    mine.null = false;
    if (mine.empty()) return;
    if (!result_.has_type) {
      result_.has_type = true;
      result_.types = mine;
      typed_at_ = part.where;
      return;
    }
    spec::TypeSet& types = result_.types;
    spec::TypeSet both;
    both.boolean = types.boolean && mine.boolean;
    both.integer = (types.integer && (mine.integer || mine.number)) ||
                   (mine.integer && (types.integer || types.number));
    both.number = types.number && mine.number;
    both.string = types.string && mine.string;
    both.array = types.array && mine.array;
    both.object = types.object && mine.object;
    if (both.empty()) {
      // `type: object` written beside an `allOf` out of habit is no wish of its own.
      const bool is_habit = part.where == schema(root_).where && mine.object && !has_members(part);
      if (!is_habit) conflict(part, typed_at_, "members of `allOf` demand different types");
      return;
    }
    types = both;
  }

  void add_texts(const spec::Schema& part) {
    if (part.format && (!result_.format || *part.format == "int32" || *part.format == "float")) {
      result_.format = part.format;
    }
    if (part.content_encoding) result_.content_encoding = part.content_encoding;
    if (part.content_media_type) result_.content_media_type = part.content_media_type;
  }

  static bool holds(const std::vector<const document::Node*>& values, const document::Node& value) {
    return std::any_of(values.begin(), values.end(), [&](const document::Node* other) {
      return document::same_value(*other, value);
    });
  }

  void add_values(const spec::Schema& part) {
    std::vector<const document::Node*> values;
    bool constant = false;
    if (part.const_value != nullptr) {
      values.push_back(part.const_value);
      constant = true;
    } else if (part.has_enum) {
      values = part.enum_values;
    } else {
      return;
    }
    if (values_at_) {
      std::vector<const document::Node*> both;
      for (const auto* value : values_) {
        if (holds(values, *value)) both.push_back(value);
      }
      if (both.empty()) {
        conflict(part, *values_at_, "members of `allOf` have no allowed value in common");
        return;
      }
      values = std::move(both);
    } else {
      values_at_ = part.where;
    }
    values_ = values;
    if (constant || result_.const_value != nullptr) {
      result_.const_value = values_.front();
      result_.has_enum = false;
      result_.enum_values.clear();
    } else {
      result_.has_enum = true;
      result_.enum_values = values_;
      for (const auto& extension : part.extensions) result_.extensions.push_back(extension);
    }
  }

  void add_constraints(const spec::Schema& part) {
    const Constraints both = tightened(constraints_of(result_), constraints_of(part));
    result_.min_length = both.min_length;
    result_.max_length = both.max_length;
    result_.min_items = both.min_items;
    result_.max_items = both.max_items;
    result_.min_properties = both.min_properties;
    result_.max_properties = both.max_properties;
    result_.minimum = both.minimum;
    result_.maximum = both.maximum;
    result_.exclusive_minimum = both.exclusive_minimum;
    result_.exclusive_maximum = both.exclusive_maximum;
    result_.multiple_of = both.multiple_of;
    result_.pattern = both.pattern;
    result_.unique_items = both.unique_items;
  }

  /// What a merge is made of, down to schemas that are no merges.
  std::string merge_key(char kind, spec::SchemaId first, spec::SchemaId second) const {
    std::string key(1, kind);
    std::unordered_set<std::uint32_t> seen;
    for (const auto id : {first, second}) {
      for (const auto leaf : parts_of(*lowering_, id).leaves) {
        if (seen.insert(leaf.index).second) key += std::to_string(leaf.index) + ",";
      }
    }
    return key;
  }

  bool is_exhausted() {
    if (lowering_->made.size() < most_merges(*lowering_)) return false;
    if (!lowering_->merges_exhausted) {
      lowering_->merges_exhausted = true;
      const spec::Schema& root = schema(root_);
      lowering_->diagnostics
          .report(diagnostics::Code::E0604, root.where,
                  "`allOf` of schemas that contain themselves leads to too many types; members "
                  "are not merged further")
          .at(root.pointer);
    }
    return true;
  }

  /// A schema that holds when both do; made only when they differ in more than prose.
  spec::SchemaId both(spec::SchemaId first, spec::SchemaId second) {
    if (first == second) return first;
    if (structure_key(*lowering_, first) == structure_key(*lowering_, second)) return second;
    const std::string key = merge_key('b', first, second);
    if (const auto found = lowering_->merges.find(key); found != lowering_->merges.end()) {
      return found->second;
    }
    if (is_exhausted()) return second;
    spec::Schema made;
    const spec::Schema& later = schema(second);
    made.where = later.where;
    made.pointer = later.pointer;
    made.description = later.description ? later.description : schema(first).description;
    made.title = later.title;
    made.default_value = later.default_value;
    made.examples = later.examples;
    made.all_of = {first, second};
    const auto id = lowering_->make(std::move(made));
    lowering_->merges.emplace(key, id);
    return id;
  }

  void add_members(spec::SchemaId id, const spec::Schema& part) {
    for (const auto& property : part.properties) {
      const auto found = property_at_.find(property.name);
      if (found == property_at_.end()) {
        property_at_.emplace(property.name, result_.properties.size());
        result_.properties.push_back(property);
      } else {
        auto& existing = result_.properties[found->second];
        existing.schema = both(existing.schema, property.schema);
      }
    }
    for (const auto& name : part.required) {
      if (required_.insert(name).second) result_.required.push_back(name);
    }
    for (const auto& pattern : part.pattern_properties) {
      result_.pattern_properties.push_back(pattern);
    }
    if (!part.properties.empty() || part.additional_properties) {
      ++object_parts_;
      const bool forbids =
          part.additional_properties && schema(*part.additional_properties).boolean == false;
      forbidding_parts_ += forbids;
      if (part.additional_properties && !forbids) {
        const spec::Schema& values = schema(*part.additional_properties);
        const bool is_typed = !values.boolean;
        if (!additional_ || (is_typed && schema(*additional_).boolean)) {
          additional_ = part.additional_properties;
        }
      } else if (forbids) {
        forbidding_ = part.additional_properties;
        root_forbids_ = root_forbids_ || id == root_;
      }
    }
    if (part.items) {
      result_.items = result_.items ? both(*result_.items, *part.items) : *part.items;
    }
    if (result_.prefix_items.empty()) result_.prefix_items = part.prefix_items;
  }

  /// Each part's `additionalProperties: false` strictly forbids the members of the others, which
  /// nobody means: only when the whole says it, or every part, does it count.
  void settle_additional() {
    if (forbidding_ && (root_forbids_ || forbidding_parts_ == object_parts_)) {
      result_.additional_properties = forbidding_;
    } else {
      result_.additional_properties = additional_;
    }
  }

  void add_alternatives(spec::SchemaId id, const spec::Schema& part) {
    for (const auto* list : {&part.one_of, &part.any_of}) {
      if (list->empty() || only_restrict(*lowering_, *list)) continue;
      if (id != root_ && lists_one_of(*lowering_, *list, parts_)) continue;
      unions_.push_back({*list, part.discriminator});
    }
    // A discriminator without alternatives makes a parent of whatever extends this schema.
    if (id == root_ && part.one_of.empty() && part.any_of.empty()) {
      result_.discriminator = part.discriminator;
    }
  }

  /// Members of the alternative itself, wherever they are declared.
  bool covers_base(spec::SchemaId alternative) const {
    std::unordered_set<std::string> names, required;
    const Parts parts = parts_of(*lowering_, alternative);
    for (const auto leaf : parts.leaves) {
      const spec::Schema& part = schema(leaf);
      for (const auto* list : {&part.one_of, &part.any_of}) {
        if (!list->empty() && !lists_one_of(*lowering_, *list, parts)) return false;
      }
      for (const auto& property : part.properties) names.insert(property.name);
      required.insert(part.required.begin(), part.required.end());
    }
    return std::all_of(result_.properties.begin(), result_.properties.end(),
                       [&](const auto& property) { return names.count(property.name) != 0; }) &&
           std::all_of(result_.required.begin(), result_.required.end(),
                       [&](const auto& name) { return required.count(name) != 0; });
  }

  bool base_matters(const std::vector<spec::SchemaId>& alternatives) const {
    if (!result_.properties.empty() || !result_.required.empty()) {
      return !std::all_of(alternatives.begin(), alternatives.end(), [&](spec::SchemaId id) {
        return is_only_null(schema(id)) || covers_base(id);
      });
    }
    if (has_shape(result_)) return !result_.additional_properties.has_value();
    if (!result_.has_type) return false;
    // `type: string` beside alternatives that only say `format`.
    return std::any_of(alternatives.begin(), alternatives.end(), [&](spec::SchemaId id) {
      const spec::Schema& alternative = schema(id);
      return !alternative.reference && !alternative.has_type && alternative.all_of.empty() &&
             alternative.any_of.empty() && alternative.one_of.empty();
    });
  }

  spec::SchemaId with_base(spec::SchemaId base, spec::SchemaId alternative) {
    const std::string key = merge_key('w', base, alternative);
    if (const auto found = lowering_->merges.find(key); found != lowering_->merges.end()) {
      return found->second;
    }
    const spec::Schema& written = schema(alternative);
    spec::Schema made;
    made.where = written.where;
    made.pointer = written.pointer;
    made.title = written.title;
    if (written.reference) made.title = name_in_reference(written.reference->text);
    made.description = written.description;
    made.all_of = {base, alternative};
    const auto id = lowering_->make(std::move(made));
    lowering_->distributed_from[id.index] = alternative;
    lowering_->merges.emplace(key, id);
    return id;
  }

  std::size_t depth() const {
    std::size_t deepest = 0;
    for (const auto leaf : parts_.leaves) {
      const auto found = lowering_->distribution_depth.find(leaf.index);
      if (found != lowering_->distribution_depth.end()) deepest = std::max(deepest, found->second);
    }
    return deepest;
  }

  spec::SchemaId intern_base(spec::Schema base) {
    const std::string key = merge_key('.', root_, root_);
    const auto found = lowering_->merges.find(key);
    if (found != lowering_->merges.end()) return found->second;
    const auto id = lowering_->make(std::move(base));
    lowering_->merges.emplace(key, id);
    lowering_->distribution_depth[id.index] = depth() + 1;
    return id;
  }

  spec::SchemaId distribute() {
    if (depth() >= deepest_distribution || is_exhausted()) unions_.clear();
    if (unions_.empty()) return lowering_->make(std::move(result_));
    std::vector<spec::SchemaId> alternatives = unions_.front().ids;
    std::optional<spec::Discriminator> discriminator = unions_.front().discriminator;
    for (std::size_t next = 1; next < unions_.size(); ++next) {
      if (alternatives.size() * unions_[next].ids.size() > most_alternatives) break;
      if (!discriminator) discriminator = unions_[next].discriminator;
      std::vector<spec::SchemaId> product;
      for (const auto first : alternatives) {
        for (const auto second : unions_[next].ids) product.push_back(with_base(first, second));
      }
      alternatives = std::move(product);
    }
    if (base_matters(alternatives)) {
      spec::Schema base = result_;
      base.nullable = false;
      base.title.reset();
      base.description.reset();
      base.default_value = nullptr;
      base.examples.clear();
      const auto base_id = intern_base(std::move(base));
      for (auto& alternative : alternatives) {
        if (!is_only_null(schema(alternative))) alternative = with_base(base_id, alternative);
      }
    }
    spec::Schema whole;
    whole.where = result_.where;
    whole.pointer = result_.pointer;
    whole.title = result_.title;
    whole.description = result_.description;
    whole.deprecated = result_.deprecated;
    whole.default_value = result_.default_value;
    whole.examples = result_.examples;
    whole.extensions = result_.extensions;
    whole.read_only = result_.read_only;
    whole.write_only = result_.write_only;
    whole.nullable = result_.nullable;
    whole.one_of = std::move(alternatives);
    whole.discriminator = std::move(discriminator);
    return lowering_->make(std::move(whole));
  }

  Lowering* lowering_;
  spec::SchemaId root_;
  Parts parts_;
  spec::Schema result_;
  bool contradicts_ = false;
  source::Location typed_at_;
  std::vector<const document::Node*> values_;
  std::optional<source::Location> values_at_;
  std::unordered_map<std::string, std::size_t> property_at_;
  std::unordered_set<std::string> required_;
  std::optional<spec::SchemaId> additional_, forbidding_;
  bool root_forbids_ = false;
  std::size_t object_parts_ = 0, forbidding_parts_ = 0;
  std::vector<Alternatives> unions_;
};

}  // namespace

spec::SchemaId merged_schema(Lowering& lowering, spec::SchemaId id) {
  if (const auto found = lowering.merged.find(id.index); found != lowering.merged.end()) {
    return found->second;
  }
  const spec::SchemaId result = Merge(lowering, id).run();
  lowering.merged[id.index] = result;
  return result;
}

bool needs_merge(const Lowering& lowering, const spec::Schema& schema) {
  if (schema.one_of.empty() && schema.any_of.empty()) return false;
  if (!schema.one_of.empty() && !schema.any_of.empty()) return true;
  spec::TypeSet types = schema.types;
  types.null = false;
  return (schema.has_type && !types.empty()) || !schema.properties.empty() ||
         !schema.pattern_properties.empty() || !schema.required.empty() ||
         schema.additional_properties || schema.items || !schema.prefix_items.empty() ||
         schema.has_enum || schema.const_value != nullptr ||
         only_restrict(lowering, schema.one_of.empty() ? schema.any_of : schema.one_of);
}

std::optional<spec::SchemaId> single_member(const Lowering& lowering, spec::SchemaId id) {
  const spec::Schema& schema = lowering.schema(id);
  spec::Schema own = schema;
  own.all_of.clear();
  if (has_shape(own) || schema.discriminator) return std::nullopt;
  std::optional<spec::SchemaId> only;
  for (const auto member : schema.all_of) {
    const spec::Schema& part = lowering.schema(member);
    if (!part.reference && !part.has_type && !has_shape(part)) continue;
    if (only) return std::nullopt;
    only = member;
  }
  if (!only) return std::nullopt;
  // A component that only extends a parent is a child of it, not another name for it.
  const spec::Schema& member = lowering.schema(*only);
  const bool extends = member.reference && member.reference->target.is_known() &&
                       is_parent(lowering, member.reference->target);
  if (extends && lowering.component(id) != nullptr) return std::nullopt;
  return only;
}

}  // namespace bindery::model
