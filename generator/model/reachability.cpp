// Which types are needed, and where.
// Must not change what a type means.
#include "model/reachability.hpp"

#include <utility>
#include <vector>

#include "model/media_type.hpp"
#include "model/type_uses.hpp"

namespace bindery::model {
namespace {

/// Types that can be reached, as flags by index.
class Reached {
 public:
  enum class Parents { ignored, followed };

  /// A type's name is made of its parent's, so what is kept keeps its parents.
  Reached(const TypeTable& types, Parents parents)
      : types_(&types), parents_(parents), flags_(types.size(), false) {}

  void add(TypeId id) {
    if (!id.is_known() || flags_[id.index]) return;
    flags_[id.index] = true;
    waiting_.push_back(id);
  }
  void follow() {
    while (!waiting_.empty()) {
      const Type& type = types_->at(waiting_.back());
      waiting_.pop_back();
      for_each_use(type.shape, [&](const TypeUse& use) { add(use.type); });
      if (parents_ == Parents::followed) add(type.name.parent);
    }
  }
  bool at(TypeId id) const { return flags_[id.index]; }

 private:
  const TypeTable* types_;
  Parents parents_;
  std::vector<bool> flags_;
  std::vector<TypeId> waiting_;
};

bool holds_raw_bytes(ContentKind kind) {
  return kind != ContentKind::json && kind != ContentKind::json_lines &&
         kind != ContentKind::json_sequence && kind != ContentKind::event_stream;
}

/// Marks the types between a multipart body and the parts that are files: its object, and the lists
/// and unions of files in it. An object in an object is JSON, where no bytes are.
class Parts {
 public:
  explicit Parts(const TypeTable& types) : types_(&types), flags_(types.size(), false) {}

  void add(TypeId id, bool is_body) {
    if (!id.is_known() || flags_[id.index]) return;
    const Type& type = types_->at(id);
    const bool is_object = type.as<Object>() != nullptr;
    if (is_object ? !is_body : !is_passed(type)) return;
    flags_[id.index] = true;
    const bool is_alias = type.as<Alias>() != nullptr;
    for_each_use(type.shape, [&](const TypeUse& use) { add(use.type, is_body && is_alias); });
  }
  bool at(TypeId id) const { return id.index < flags_.size() && flags_[id.index]; }

 private:
  static bool is_passed(const Type& type) {
    return type.as<Alias>() != nullptr || type.as<List>() != nullptr ||
           type.as<Tuple>() != nullptr || type.as<Map>() != nullptr || type.as<Union>() != nullptr;
  }

  const TypeTable* types_;
  std::vector<bool> flags_;
};

Parts file_parts(const Api& api) {
  Parts parts(api.types);
  for (const auto& operation : api.operations) {
    if (!operation.body) continue;
    for (const auto& content : operation.body->contents) {
      if (content.kind == ContentKind::multipart) parts.add(content.type.type, true);
    }
  }
  return parts;
}

bool is_binary(const Type& type) {
  const auto* primitive = type.as<Primitive>();
  return primitive != nullptr && *primitive == Primitive::binary;
}

/// JSON or text by its `encoding`, whatever the schema leaves open.
bool is_text_part(const Content& content, const std::string& property) {
  for (const auto& encoding : content.encodings) {
    if (encoding.property != property) continue;
    const std::string type = encoding.content_type.substr(0, encoding.content_type.find(','));
    const auto kind = kind_by_name(without_parameters(type));
    return kind == ContentKind::json || kind == ContentKind::text;
  }
  return false;
}

}  // namespace

void drop_unused_types(Api& api, const std::vector<TypeId>& kept) {
  Reached reached(api.types, Reached::Parents::followed);
  for (const TypeId id : kept) reached.add(id);
  for_each_api_use(std::as_const(api), [&](const TypeUse& use) { reached.add(use.type); });
  reached.follow();

  std::vector<TypeId> moved(api.types.size());
  TypeTable table;
  for (std::size_t index = 0; index < api.types.size(); ++index) {
    const TypeId id = api.types.id(index);
    if (reached.at(id)) moved[index] = table.add(std::move(api.types.at(id)));
  }
  const auto renumber = [&](TypeId& id) {
    if (id.is_known()) id = moved[id.index];
  };
  for (std::size_t index = 0; index < table.size(); ++index) {
    Type& type = table.at(table.id(index));
    for_each_use(type.shape, [&](TypeUse& use) { renumber(use.type); });
    renumber(type.name.parent);
  }
  for_each_api_use(api, [&](TypeUse& use) { renumber(use.type); });
  std::erase_if(api.examples, [&](Example& example) {
    renumber(example.type.type);
    return !example.type.type.is_known();
  });
  api.types = std::move(table);
}

void settle_binary(Api& api, TypeId string_type) {
  const Parts parts = file_parts(api);
  for (std::size_t index = 0; index < api.types.size(); ++index) {
    const TypeId id = api.types.id(index);
    if (parts.at(id)) continue;
    for_each_use(api.types.at(id).shape, [&](TypeUse& use) {
      if (is_binary(api.types.at(use.type))) use.type = string_type;
    });
  }
  const auto to_text = [&](auto& contents) {
    for (auto& content : contents) {
      if (!holds_raw_bytes(content.kind) && is_binary(api.types.at(content.type.type))) {
        content.type.type = string_type;
      }
    }
  };
  for (auto& operation : api.operations) {
    for (auto& parameter : operation.parameters) {
      if (is_binary(api.types.at(parameter.type.type))) parameter.type.type = string_type;
    }
    if (operation.body) to_text(operation.body->contents);
    for (auto& response : operation.responses) {
      to_text(response.contents);
      for (auto& header : response.headers) {
        if (is_binary(api.types.at(header.type.type))) header.type.type = string_type;
      }
    }
  }
  for (auto& incoming : api.incoming) {
    if (incoming.body) to_text(incoming.body->contents);
  }
}

void settle_untyped_parts(Api& api, TypeId binary_type) {
  Reached elsewhere(api.types, Reached::Parents::ignored);
  const auto add = [&](const TypeUse& use) { elsewhere.add(use.type); };
  for (const auto& operation : api.operations) {
    for (const auto& parameter : operation.parameters) add(parameter.type);
    for (const auto& response : operation.responses) for_each_content_use(response.contents, add);
    if (!operation.body) continue;
    for (const auto& content : operation.body->contents) {
      if (content.kind != ContentKind::multipart) add(content.type);
    }
  }
  for (const auto& incoming : api.incoming) {
    if (incoming.body) for_each_content_use(incoming.body->contents, add);
  }
  elsewhere.follow();

  const auto settle = [&](TypeUse& use) {
    if (api.types.at(use.type).as<Any>() != nullptr) {
      use = {binary_type};
    } else if (const auto* list = api.types.at(use.type).as<List>()) {
      if (api.types.at(list->item.type).as<Any>() == nullptr) return;
      Type files;
      files.shape = List{{binary_type}};
      files.origin = api.types.at(use.type).origin;
      use.type = api.types.add(std::move(files));
    }
  };
  for (auto& operation : api.operations) {
    if (!operation.body) continue;
    for (auto& content : operation.body->contents) {
      if (content.kind != ContentKind::multipart) continue;
      const TypeId target = api.types.resolved(content.type).type;
      if (elsewhere.at(target)) continue;
      auto* object = api.types.at(target).as<Object>();
      if (object == nullptr) continue;
      for (std::size_t index = 0; index < object->fields.size(); ++index) {
        if (is_text_part(content, object->fields[index].wire_name)) continue;
        TypeUse use = object->fields[index].type;
        settle(use);  // May move the types.
        object = api.types.at(target).as<Object>();
        object->fields[index].type = use;
      }
    }
  }
}

}  // namespace bindery::model
