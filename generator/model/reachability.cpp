// Which types are needed, and where.
// Must not change what a type means.
#include "model/reachability.hpp"

#include <utility>
#include <vector>

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

template <class Contents>
void add_raw(const Contents& contents, Reached& raw) {
  for (const auto& content : contents) {
    if (holds_raw_bytes(content.kind)) raw.add(content.type.type);
  }
}

bool is_binary(const Type& type) {
  const auto* primitive = type.as<Primitive>();
  return primitive != nullptr && *primitive == Primitive::binary;
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
  Reached raw(api.types, Reached::Parents::ignored);
  for (const auto& operation : api.operations) {
    if (operation.body) add_raw(operation.body->contents, raw);
    for (const auto& response : operation.responses) add_raw(response.contents, raw);
  }
  raw.follow();
  for (std::size_t index = 0; index < api.types.size(); ++index) {
    const TypeId id = api.types.id(index);
    if (raw.at(id)) continue;
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

}  // namespace bindery::model
