// How the alternatives of a union are told apart.
// Must not add or drop alternatives.
#include "model/union_matching.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "model/json_kinds.hpp"
#include "model/likeness.hpp"
#include "model/lower_schema.hpp"
#include "model/read_schema.hpp"

namespace bindery::model {
namespace {

/// Unions nested deeper than this are not looked into for tags.
constexpr std::size_t deepest_tags = 16;

using Tags = std::vector<Literal>;

void add_once(Tags& tags, const Literal& literal) {
  if (std::find(tags.begin(), tags.end(), literal) == tags.end()) tags.push_back(literal);
}

Literal text_literal(const std::string& text) {
  Literal literal;
  literal.kind = Literal::Kind::string;
  literal.text = text;
  return literal;
}

/// A tag as the member would hold it: a mapping's key is always text, its member may be a number.
bool same_tag(const Literal& a, const Literal& b) {
  const auto text = [](const Literal& literal) {
    if (literal.kind == Literal::Kind::boolean)
      return std::string(literal.boolean ? "true" : "false");
    return literal.text;
  };
  return a.kind != Literal::Kind::null && b.kind != Literal::Kind::null && text(a) == text(b);
}

const Field* find_field(const Object& object, const std::string& name) {
  for (const auto& field : object.fields) {
    if (field.wire_name == name) return &field;
  }
  return nullptr;
}

class Matcher {
 public:
  explicit Matcher(Lowering& lowering) : lowering_(&lowering) {}

  void run() {
    for (std::size_t index = 0; index < lowering_->unions.size(); ++index) {
      by_type_[lowering_->unions[index].type.index] = index;
    }
    decided_.resize(lowering_->unions.size());
    kinds_ = json_kinds(types());
    for (std::size_t index = 0; index < lowering_->unions.size(); ++index) decide(index, 0);
    settle_constants();
    find_lacking_tags();
  }

 private:
  TypeTable& types() { return lowering_->types(); }

  JsonKinds kinds_of(const TypeUse& use) const { return kinds_[use.type.index]; }

  const Type& behind(const TypeUse& use) { return types().at(types().resolved(use).type); }

  void decide(std::size_t index, std::size_t depth) {
    if (decided_[index] || depth > deepest_tags) return;
    decided_[index] = true;
    const PendingUnion& pending = lowering_->unions[index];
    Union shape = *types().at(pending.type).as<Union>();
    for (const auto& alternative : shape.alternatives) {
      const auto nested = by_type_.find(types().resolved(alternative.type).type.index);
      if (nested != by_type_.end()) decide(nested->second, depth + 1);
    }
    if (!by_discriminator(pending, shape)) {
      if (by_json_kind(shape)) {
        shape.matching = Union::Matching::json_kind;
      } else {
        by_members(pending, shape);
      }
    }
    types().at(pending.type).shape = std::move(shape);
  }

  /// The values of `property` by which values of the type can be known.
  std::optional<Tags> tags_of(const TypeUse& use, const std::string& property, std::size_t depth) {
    const Type& type = behind(use);
    if (const auto* object = type.as<Object>()) {
      const Field* field = find_field(*object, property);
      if (field == nullptr) return std::nullopt;
      if (field->constant) return Tags{*field->constant};
      const auto* values = behind(field->type).as<Enum>();
      if (values == nullptr) return std::nullopt;
      Tags tags;
      for (const auto& value : values->values) tags.push_back(value.literal);
      return tags;
    }
    const auto* nested = type.as<Union>();
    if (nested == nullptr || depth == deepest_tags) return std::nullopt;
    Tags tags;
    for (const auto& alternative : nested->alternatives) {
      if (nested->property == property && !alternative.tags.empty()) {
        for (const auto& tag : alternative.tags) add_once(tags, tag);
        continue;
      }
      const auto more = tags_of(alternative.type, property, depth + 1);
      if (!more) return std::nullopt;
      for (const auto& tag : *more) add_once(tags, tag);
    }
    return tags;
  }

  /// The type of an alternative, and of every alternative nested in it.
  void collect_types(const TypeUse& use, std::set<TypeId>& found, std::size_t depth) {
    const TypeId type = types().resolved(use).type;
    if (!found.insert(type).second || depth == deepest_tags) return;
    if (const auto* nested = types().at(type).as<Union>()) {
      const auto alternatives = nested->alternatives;
      for (const auto& alternative : alternatives) {
        collect_types(alternative.type, found, depth + 1);
      }
    }
  }

  spec::SchemaId as_written(spec::SchemaId id) const {
    auto found = lowering_->distributed_from.find(id.index);
    for (; found != lowering_->distributed_from.end();
         found = lowering_->distributed_from.find(id.index)) {
      id = found->second;
    }
    return id;
  }

  /// The component an alternative refers to.
  const Component* component_of(spec::SchemaId id) const {
    id = as_written(id);
    for (std::size_t step = 0; step <= lowering_->spec.schemas.size(); ++step) {
      if (const auto* component = lowering_->component(id)) return component;
      const spec::Schema& schema = lowering_->schema(id);
      if (schema.reference && schema.reference->target.is_known()) {
        id = schema.reference->target;
      } else if (schema.all_of.size() == 1) {
        id = schema.all_of.front();
      } else {
        break;
      }
    }
    return nullptr;
  }

  void complain(const PendingUnion& pending, source::Location where, std::string message) {
    lowering_->diagnostics.report(diagnostics::Code::E0307, where, std::move(message))
        .at(lowering_->schema(pending.schema).pointer);
  }

  /// The alternative a mapping's target is, or is nested in.
  std::optional<std::size_t> alternative_for(const PendingUnion& pending, const Union& shape,
                                             spec::SchemaId target) {
    const Component* wanted = component_of(target);
    for (std::size_t index = 0; index < pending.alternatives.size(); ++index) {
      if (as_written(pending.alternatives[index]) == target) return index;
      if (wanted != nullptr && component_of(pending.alternatives[index]) == wanted) return index;
    }
    TypeName nameless;
    if (wanted == nullptr && lowering_->uses.count(target.index) == 0) return std::nullopt;
    const TypeId type = types().resolved(lower_schema(*lowering_, target, nameless)).type;
    for (std::size_t index = 0; index < shape.alternatives.size(); ++index) {
      std::set<TypeId> found;
      collect_types(shape.alternatives[index].type, found, 0);
      if (found.count(type) != 0) return index;
    }
    return std::nullopt;
  }

  bool by_discriminator(const PendingUnion& pending, Union& shape) {
    if (pending.discriminator == nullptr || pending.discriminator->property_name.empty()) {
      return false;
    }
    const spec::Discriminator& discriminator = *pending.discriminator;
    for (const auto& alternative : shape.alternatives) {
      if ((kinds_of(alternative.type) & ~json_object) != 0) {
        complain(pending, discriminator.where,
                 "discriminator `" + discriminator.property_name +
                     "` cannot tell alternatives that are no objects");
        return false;
      }
    }
    shape.property = discriminator.property_name;
    Tags mapped;
    for (const auto& entry : discriminator.mapping) {
      if (!entry.schema.is_known()) continue;
      const auto index = alternative_for(pending, shape, entry.schema);
      if (!index) {
        complain(pending, entry.where,
                 "`" + entry.value + "` is mapped to a schema that is no alternative here");
        continue;
      }
      add_once(shape.alternatives[*index].tags, text_literal(entry.value));
      mapped.push_back(text_literal(entry.value));
    }
    if (discriminator.default_mapping.is_known()) {
      shape.default_alternative = alternative_for(pending, shape, discriminator.default_mapping);
    }
    add_declared_tags(pending, shape, mapped);
    settle_discriminator(pending, shape);
    return true;
  }

  /// Alternatives that no mapping names: by the values their member can have, else by their name
  /// (OAS 3.1 4.8.25: the name of the component is an implicit value).
  void add_declared_tags(const PendingUnion& pending, Union& shape, const Tags& mapped) {
    std::vector<std::optional<Tags>> declared(shape.alternatives.size());
    std::size_t unmapped = 0;
    for (std::size_t index = 0; index < declared.size(); ++index) {
      if (!shape.alternatives[index].tags.empty()) continue;
      ++unmapped;
      declared[index] = tags_of(shape.alternatives[index].type, shape.property, 0);
    }
    for (std::size_t index = 0; index < declared.size(); ++index) {
      auto& alternative = shape.alternatives[index];
      if (!alternative.tags.empty()) continue;
      // An enumeration that several alternatives share tells nothing.
      bool tells = declared[index].has_value();
      for (std::size_t other = 0; tells && other < declared.size(); ++other) {
        tells =
            other == index || declared[other] != declared[index] || declared[index]->size() == 1;
      }
      const Component* component = component_of(pending.alternatives[index]);
      if (tells) {
        for (const auto& tag : *declared[index]) {
          const bool taken = std::any_of(mapped.begin(), mapped.end(), [&](const Literal& other) {
            return same_tag(other, tag);
          });
          if (!taken) add_once(alternative.tags, tag);
        }
      }
      if (alternative.tags.empty() && component != nullptr) {
        alternative.tags.push_back(text_literal(component->name));
      }
    }
  }

  void settle_discriminator(const PendingUnion& pending, Union& shape) {
    shape.matching = Union::Matching::discriminator;
    for (std::size_t index = 0; index < shape.alternatives.size(); ++index) {
      const auto& alternative = shape.alternatives[index];
      if (alternative.tags.empty() && shape.default_alternative != index) {
        complain(pending, pending.discriminator->where,
                 "no value of `" + shape.property + "` leads to alternative " +
                     std::to_string(index + 1));
      }
      for (std::size_t other = 0; other < index; ++other) {
        for (const auto& tag : alternative.tags) {
          for (const auto& same : shape.alternatives[other].tags) {
            // Two alternatives share a value: it narrows the choice, members decide the rest.
            if (same_tag(tag, same)) shape.matching = Union::Matching::members;
          }
        }
      }
    }
    if (shape.matching == Union::Matching::members) find_required(shape);
  }

  bool by_json_kind(const Union& shape) {
    JsonKinds seen = 0;
    for (const auto& alternative : shape.alternatives) {
      const JsonKinds kinds = kinds_of(alternative.type);
      if ((seen & kinds) != 0) return false;
      seen |= kinds;
    }
    return true;
  }

  /// Indices of alternatives that can be JSON objects with known members.
  std::vector<std::size_t> objects_of(const Union& shape) {
    std::vector<std::size_t> objects;
    for (std::size_t index = 0; index < shape.alternatives.size(); ++index) {
      const Type& type = behind(shape.alternatives[index].type);
      if (type.as<Object>() != nullptr || type.as<Union>() != nullptr) objects.push_back(index);
    }
    return objects;
  }

  bool tags_by(Union& shape, const std::vector<std::size_t>& objects, const std::string& property) {
    std::vector<Tags> all;
    for (const auto index : objects) {
      const auto tags = tags_of(shape.alternatives[index].type, property, 0);
      if (!tags || tags->empty()) return false;
      for (const auto& other : all) {
        for (const auto& tag : *tags) {
          if (std::any_of(other.begin(), other.end(),
                          [&](const Literal& known) { return same_tag(known, tag); })) {
            return false;
          }
        }
      }
      all.push_back(*tags);
    }
    shape.property = property;
    for (std::size_t index = 0; index < objects.size(); ++index) {
      shape.alternatives[objects[index]].tags = all[index];
    }
    return true;
  }

  void find_tags(Union& shape, const std::vector<std::size_t>& objects) {
    std::vector<std::string> candidates;
    for (const auto index : objects) {
      const auto* object = behind(shape.alternatives[index].type).as<Object>();
      if (object == nullptr) continue;
      // Required members first: only they are surely there to be looked at.
      for (const bool required : {true, false}) {
        for (const auto& field : object->fields) {
          if (field.required == required) candidates.push_back(field.wire_name);
        }
      }
      break;
    }
    for (const auto& candidate : candidates) {
      if (tags_by(shape, objects, candidate)) return;
    }
  }

  void find_required(Union& shape) {
    const auto objects = objects_of(shape);
    std::map<std::string, std::size_t> declared_by;
    for (const auto index : objects) {
      if (const auto* object = behind(shape.alternatives[index].type).as<Object>()) {
        for (const auto& field : object->fields) ++declared_by[field.wire_name];
      }
    }
    for (const auto index : objects) {
      const auto* object = behind(shape.alternatives[index].type).as<Object>();
      if (object == nullptr) continue;
      for (const auto& field : object->fields) {
        if (field.required && declared_by[field.wire_name] == 1) {
          shape.alternatives[index].required.push_back(field.wire_name);
        }
      }
    }
  }

  std::string called(const PendingUnion& pending, std::size_t index) {
    const Component* component = component_of(pending.alternatives[index]);
    return component != nullptr ? "`" + component->name + "`" : std::to_string(index + 1);
  }

  void by_members(const PendingUnion& pending, Union& shape) {
    shape.matching = Union::Matching::members;
    find_tags(shape, objects_of(shape));
    find_required(shape);
    const spec::Schema& schema = lowering_->schema(pending.schema);
    Likeness alike(types(), kinds_);
    for (std::size_t index = 0; index < shape.alternatives.size(); ++index) {
      for (std::size_t other = 0; other < index; ++other) {
        if (!shape.alternatives[index].tags.empty() && !shape.alternatives[other].tags.empty()) {
          continue;
        }
        if (!alike.ask(shape.alternatives[other].type, shape.alternatives[index].type)) continue;
        lowering_->diagnostics
            .report(diagnostics::Code::E0306, schema.where,
                    "alternatives " + called(pending, other) + " and " + called(pending, index) +
                        " cannot be told apart; a value that fits both is read as the first")
            .at(schema.pointer)
            .hint("give each alternative a member with a `const` value, or add a discriminator");
        return;
      }
    }
  }

  /// An object with one tag wherever it is an alternative always has that value in its tag member.
  void settle_constants() {
    struct TagMember {
      TypeId object;
      std::string property;
      Tags tags;
    };
    std::vector<TagMember> members;
    std::map<std::pair<TypeId, std::string>, std::size_t> index_of;
    for (const auto& pending : lowering_->unions) {
      const Type& type = types().at(pending.type);
      const Union& shape = *type.as<Union>();
      if (shape.property.empty()) continue;
      for (const auto& alternative : shape.alternatives) {
        const TypeId object = types().resolved(alternative.type).type;
        if (types().at(object).as<Object>() == nullptr) continue;
        const auto [entry, is_new] =
            index_of.emplace(std::pair{object, shape.property}, members.size());
        if (is_new) members.push_back({object, shape.property, {}});
        for (const auto& tag : alternative.tags) add_once(members[entry->second].tags, tag);
      }
    }
    for (const auto& member : members) {
      if (member.tags.size() == 1) {
        set_constant(member.object, member.property, member.tags.front());
      }
    }
  }

  void set_constant(TypeId id, const std::string& property, const Literal& tag) {
    // Asked for first: adding it may move the table.
    const TypeId string_type = primitive_use(*lowering_, Primitive::string).type;
    auto& object = *types().at(id).as<Object>();
    for (auto& field : object.fields) {
      if (field.wire_name != property) continue;
      if (field.constant || field.type.nullable) return;
      const Type& type = behind(field.type);
      if (const auto* values = type.as<Enum>()) {
        for (const auto& value : values->values) {
          if (same_tag(value.literal, tag)) field.constant = value.literal;
        }
        // `enum: [x]` inline is a `const` in the 3.0 dialect: nobody else needs the enumeration.
        if (field.constant && values->values.size() == 1 && values->base == Enum::Base::string &&
            type.name.source == TypeName::Source::member) {
          field.type.type = string_type;
        }
      } else if (type.as<Primitive>() != nullptr && *type.as<Primitive>() == Primitive::string) {
        field.constant = tag;
      }
      return;
    }
  }

  /// True when every value of the type may hold the member.
  bool has_member(const TypeUse& use, const std::string& property, std::size_t depth) {
    const Type& type = behind(use);
    if (const auto* object = type.as<Object>()) return find_field(*object, property) != nullptr;
    const auto* nested = type.as<Union>();
    if (nested == nullptr || depth == deepest_tags) return false;
    return std::all_of(nested->alternatives.begin(), nested->alternatives.end(),
                       [&](const Alternative& alternative) {
                         return has_member(alternative.type, property, depth + 1);
                       });
  }

  /// The member is the union's own then: the same type may be an alternative of another union, with
  /// another tag, or stand alone.
  void find_lacking_tags() {
    for (const auto& pending : lowering_->unions) {
      auto& shape = *types().at(pending.type).as<Union>();
      if (shape.matching != Union::Matching::discriminator) continue;
      for (auto& alternative : shape.alternatives) {
        alternative.lacks_tag =
            !alternative.tags.empty() && !has_member(alternative.type, shape.property, 0);
      }
    }
  }

  Lowering* lowering_;
  std::unordered_map<std::uint32_t, std::size_t> by_type_;
  std::vector<bool> decided_;
  std::vector<JsonKinds> kinds_;
};

}  // namespace

void decide_matching(Lowering& lowering) { Matcher(lowering).run(); }

}  // namespace bindery::model
