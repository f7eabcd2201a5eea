// Finds the types that patches cannot use as they are, and copies just those.
// Must not reach into lists: they are replaced as a whole.
#include "model/patch_types.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "model/type_copies.hpp"
#include "model/type_uses.hpp"

namespace bindery::model {
namespace {

using Flags = std::vector<bool>;

bool is_merge_patch(const Content& content) {
  return content.media_type == "application/merge-patch+json";
}

bool is_replaced_whole(const Shape& shape) {
  return std::holds_alternative<List>(shape) || std::holds_alternative<Tuple>(shape);
}

/// The uses that a patch goes on into.
template <class AnyShape, class Visit>
void for_each_patched_use(AnyShape& shape, Visit visit) {
  if (!is_replaced_whole(shape)) for_each_use(shape, visit);
}

class Separation {
 public:
  explicit Separation(Api& api) : api_(&api) {}

  void run() {
    patched_.assign(types().size(), false);
    others_ = patched_;
    for_each_body([&](Content& content) { reach_patched(content.type); });
    if (std::find(patched_.begin(), patched_.end(), true) == patched_.end()) return;
    reach_others();
    find_differing();
    const std::size_t count = types().size();
    copies_.emplace(types());
    for (std::size_t index = 0; index < count; ++index) {
      if (differs_[index] && others_[index]) copies_->reserve(index);
    }
    for (std::size_t index = 0; index < count; ++index) {
      if (!differs_[index]) continue;
      if (others_[index]) {
        fill_copy(index);
      } else {
        make_patch(types().at(types().id(index)));
      }
    }
    for_each_body([&](Content& content) { copies_->redirect(content.type); });
  }

 private:
  TypeTable& types() const { return api_->types; }

  template <class Visit>
  void for_each_body(Visit visit) {
    for (auto& operation : api_->operations) {
      if (!operation.body) continue;
      for (auto& content : operation.body->contents) {
        if (is_merge_patch(content)) visit(content);
      }
    }
  }

  /// Marks what can be reached, and gives the newly marked ones.
  static void mark(const TypeUse& use, Flags& flags, std::vector<TypeId>& waiting) {
    if (!use.type.is_known() || flags[use.type.index]) return;
    flags[use.type.index] = true;
    waiting.push_back(use.type);
  }

  void reach_patched(const TypeUse& root) {
    std::vector<TypeId> waiting;
    mark(root, patched_, waiting);
    while (!waiting.empty()) {
      const TypeId id = waiting.back();
      waiting.pop_back();
      for_each_patched_use(types().at(id).shape,
                           [&](const TypeUse& use) { mark(use, patched_, waiting); });
    }
  }

  /// From everything but patches, and from the lists in them.
  void reach_others() {
    std::vector<TypeId> waiting;
    const auto add = [&](const TypeUse& use) { mark(use, others_, waiting); };
    Api others = without_patches();
    for_each_api_use(others, add);
    for (std::size_t index = 0; index < types().size(); ++index) {
      const Shape& shape = types().at(types().id(index)).shape;
      if (patched_[index] && is_replaced_whole(shape)) for_each_use(shape, add);
    }
    while (!waiting.empty()) {
      const TypeId id = waiting.back();
      waiting.pop_back();
      for_each_use(types().at(id).shape, add);
    }
  }

  Api without_patches() const {
    Api others;
    others.operations = api_->operations;
    others.incoming = api_->incoming;
    for (auto& operation : others.operations) {
      if (operation.body) std::erase_if(operation.body->contents, is_merge_patch);
    }
    return others;
  }

  bool may_become_nullable(const TypeUse& use) const {
    return !use.nullable && types().at(types().resolved(use).type).as<Any>() == nullptr;
  }

  bool differs_itself(const Shape& shape) const {
    if (const auto* map = std::get_if<Map>(&shape)) return may_become_nullable(map->value);
    const auto* object = std::get_if<Object>(&shape);
    if (object == nullptr) return false;
    if (object->additional.kind == AdditionalProperties::Kind::typed &&
        may_become_nullable(object->additional.type)) {
      return true;
    }
    return std::any_of(object->fields.begin(), object->fields.end(), [&](const Field& field) {
      return !field.required && !field.constant && may_become_nullable(field.type);
    });
  }

  /// A patched type differs when one it leads to does.
  void find_differing() {
    const std::size_t count = types().size();
    std::vector<std::vector<std::size_t>> users(count);
    differs_.assign(count, false);
    for (std::size_t index = 0; index < count; ++index) {
      if (!patched_[index]) continue;
      const Shape& shape = types().at(types().id(index)).shape;
      for_each_patched_use(shape, [&](const TypeUse& use) {
        if (use.type.is_known()) users[use.type.index].push_back(index);
      });
      differs_[index] = differs_itself(shape);
    }
    spread_to_users(differs_, users);
  }

  void fill_copy(std::size_t index) {
    Type type = types().at(types().id(index));
    make_patch(type);
    copies_->fill(index, std::move(type), "Patch",
                  "As a merge patch sends it: null removes a member.");
  }

  void make_patch(Type& type) const {
    const auto allow_null = [&](TypeUse& use) {
      if (may_become_nullable(use)) use.nullable = true;
    };
    if (auto* map = type.as<Map>()) {
      allow_null(map->value);
    } else if (auto* object = type.as<Object>()) {
      if (object->additional.kind == AdditionalProperties::Kind::typed) {
        allow_null(object->additional.type);
      }
      for (auto& field : object->fields) {
        if (!field.required && !field.constant) allow_null(field.type);
      }
    }
    for_each_patched_use(type.shape, [&](TypeUse& use) { copies_->redirect(use); });
  }

  Api* api_;
  Flags patched_, others_, differs_;
  std::optional<TypeCopies> copies_;  ///< Once it is known of which types.
};

}  // namespace

void separate_patch_types(Api& api) { Separation(api).run(); }

}  // namespace bindery::model
