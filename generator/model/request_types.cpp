// Finds the types a request cannot use as they are, and copies just those.
// Must not touch what no `readOnly` or `writeOnly` member is in, and no file that is answered.
#include "model/request_types.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "model/type_copies.hpp"
#include "model/type_uses.hpp"

namespace bindery::model {
namespace {

using Flags = std::vector<bool>;

/// Everything that can be reached from `roots`, by index.
class Reach {
 public:
  explicit Reach(const TypeTable& types) : types_(&types), flags_(types.size(), false) {}

  void add(const TypeUse& use) {
    if (!use.type.is_known() || flags_[use.type.index]) return;
    flags_[use.type.index] = true;
    waiting_.push_back(use.type);
  }
  Flags finish() {
    while (!waiting_.empty()) {
      const Type& type = types_->at(waiting_.back());
      waiting_.pop_back();
      for_each_use(type.shape, [&](const TypeUse& use) { add(use); });
    }
    return std::move(flags_);
  }

 private:
  const TypeTable* types_;
  Flags flags_;
  std::vector<TypeId> waiting_;
};

class Separation {
 public:
  Separation(Api& api, const std::vector<TypeId>& components) : api_(&api) {
    Reach sent(types()), answered(types()), held(types());
    const auto answer = [&](const TypeUse& use) {
      answered.add(use);
      held.add(use);
    };
    for (const auto& operation : api.operations) {
      if (operation.body) {
        for_each_content_use(operation.body->contents, [&](const TypeUse& use) { sent.add(use); });
      }
      for (const auto& response : operation.responses) {
        for_each_content_use(response.contents, answer);
        for (const auto& header : response.headers) answer(header.type);
      }
    }
    for (const auto& incoming : api.incoming) {
      if (incoming.body) for_each_content_use(incoming.body->contents, answer);
    }
    for (const TypeId component : components) held.add({component});
    sent_ = sent.finish();
    answered_ = answered.finish();
    held_ = held.finish();
  }

  void run() {
    find_differing();
    copies_.emplace(types());
    const std::size_t count = types().size();
    for (std::size_t index = 0; index < count; ++index) {
      if (is_copied(index)) copies_->reserve(index);
    }
    for (std::size_t index = 0; index < count; ++index) {
      if (!differs_[index] || !sent_[index]) continue;
      if (held_[index]) {
        fill_copy(index);
      } else {
        make_input(types().at(types().id(index)));
      }
    }
    for (std::size_t index = 0; index < count; ++index) {
      if (!differs_[index] || !sent_[index]) continue;
      const TypeId input = held_[index] ? copies_->of(index) : types().id(index);
      if (auto* shape = types().at(input).as<Union>()) forget_dropped(*shape);
    }
    for (auto& operation : api_->operations) {
      if (!operation.body) continue;
      for_each_content_use(operation.body->contents, [&](TypeUse& use) { copies_->redirect(use); });
    }
    for (auto& example : api_->examples) {
      if (example.is_sent) copies_->redirect(example.type);
    }
    for (std::size_t index = 0; index < count; ++index) {
      if (!answered_[index]) continue;
      relax(types().at(types().id(index)));
      if (holds_bytes_[index]) write_bytes_as_text(types().id(index));
    }
  }

 private:
  TypeTable& types() const { return api_->types; }

  bool is_copied(std::size_t index) const {
    return differs_[index] && sent_[index] && held_[index];
  }

  /// A discriminator or another constant costs nothing to send, and its union needs it.
  bool differs_itself(std::size_t index) const {
    const auto* object = types().at(types().id(index)).as<Object>();
    return object != nullptr &&
           std::any_of(object->fields.begin(), object->fields.end(), [&](const Field& field) {
             if (!field.required || field.constant) return false;
             return field.read_only || (field.write_only && answered_[index]);
           });
  }

  /// Whether a member is bytes, or a list of them: a part of a multipart body.
  bool is_bytes(const TypeUse& use) const {
    std::set<std::size_t> seen;
    std::vector<TypeId> waiting{use.type};
    while (!waiting.empty()) {
      const TypeId id = waiting.back();
      waiting.pop_back();
      if (!seen.insert(id.index).second) continue;
      const Type& type = types().at(id);
      const auto* primitive = type.as<Primitive>();
      if (primitive != nullptr && *primitive == Primitive::binary) return true;
      if (type.as<Object>() != nullptr) continue;
      for_each_use(type.shape, [&](const TypeUse& part) { waiting.push_back(part.type); });
    }
    return false;
  }

  /// An answer is JSON, where there are no bytes: what is a file in the request is text in it.
  void write_bytes_as_text(TypeId id) {
    if (!text_.is_known()) {
      Type text;
      text.shape = Primitive::string;
      text_ = types().add(std::move(text));
    }
    const std::size_t count = types().at(id).as<Object>()->fields.size();
    for (std::size_t field = 0; field < count; ++field) {
      TypeUse use = types().at(id).as<Object>()->fields[field].type;
      if (!is_bytes(use)) continue;
      const Type& type = types().at(use.type);
      if (type.as<Primitive>() != nullptr || type.as<Union>() != nullptr) {
        use.type = text_;
      } else {
        Type list = type;
        for_each_use(list.shape, [&](TypeUse& part) {
          if (is_bytes(part)) part.type = text_;
        });
        use.type = types().add(std::move(list));
      }
      // What was added may have moved the type.
      types().at(id).as<Object>()->fields[field].type = use;
    }
  }

  /// A type differs when one it uses does, over any distance.
  void find_differing() {
    const std::size_t count = types().size();
    holds_bytes_.assign(count, false);
    for (std::size_t index = 0; index < count; ++index) {
      const auto* object = types().at(types().id(index)).as<Object>();
      holds_bytes_[index] = object != nullptr &&
                            std::any_of(object->fields.begin(), object->fields.end(),
                                        [&](const Field& field) { return is_bytes(field.type); });
    }
    std::vector<std::vector<std::size_t>> users(count);
    differs_.assign(count, false);
    for (std::size_t index = 0; index < count; ++index) {
      for_each_use(types().at(types().id(index)).shape, [&](const TypeUse& use) {
        if (use.type.is_known()) users[use.type.index].push_back(index);
      });
      differs_[index] = differs_itself(index) || (holds_bytes_[index] && answered_[index]);
    }
    spread_to_users(differs_, users);
  }

  void fill_copy(std::size_t index) {
    Type type = types().at(types().id(index));
    make_input(type);
    copies_->fill(index, std::move(type), "Input", "As requests send it.");
  }

  void make_input(Type& type) const {
    if (auto* object = type.as<Object>()) {
      std::erase_if(object->fields,
                    [](const Field& field) { return field.read_only && !field.constant; });
    }
    for_each_use(type.shape, [&](TypeUse& use) { copies_->redirect(use); });
  }

  /// Alternatives cannot be told by members that are not sent.
  void forget_dropped(Union& shape) const {
    for (auto& alternative : shape.alternatives) {
      const auto* object = types().at(types().resolved(alternative.type).type).as<Object>();
      if (object == nullptr) continue;
      std::erase_if(alternative.required, [&](const std::string& name) {
        return std::none_of(object->fields.begin(), object->fields.end(),
                            [&](const Field& field) { return field.wire_name == name; });
      });
    }
  }

  static void relax(Type& type) {
    auto* object = type.as<Object>();
    if (object == nullptr) return;
    for (auto& field : object->fields) {
      if (field.write_only && !field.constant) field.required = false;
    }
  }

  Api* api_;
  Flags sent_, answered_, held_, differs_;
  Flags holds_bytes_;  ///< A file part is among its members.
  TypeId text_;
  std::optional<TypeCopies> copies_;  ///< Once it is known of which types.
};

}  // namespace

void separate_request_types(Api& api, const std::vector<TypeId>& components) {
  Separation(api, components).run();
}

}  // namespace bindery::model
