#include "model/type_copies.hpp"

#include <utility>

namespace bindery::model {

void spread_to_users(std::vector<bool>& marked,
                     const std::vector<std::vector<std::size_t>>& users) {
  std::vector<std::size_t> waiting;
  for (std::size_t index = 0; index < marked.size(); ++index) {
    if (marked[index]) waiting.push_back(index);
  }
  while (!waiting.empty()) {
    const std::size_t index = waiting.back();
    waiting.pop_back();
    for (const std::size_t user : users[index]) {
      if (marked[user]) continue;
      marked[user] = true;
      waiting.push_back(user);
    }
  }
}

TypeId TypeCopies::of(std::size_t index) const {
  return index < copies_.size() ? copies_[index] : TypeId{};
}

void TypeCopies::redirect(TypeUse& use) const {
  if (!use.type.is_known()) return;
  if (const TypeId copy = of(use.type.index); copy.is_known()) use.type = copy;
}

void TypeCopies::fill(std::size_t index, Type form, const std::string& suffix,
                      const std::string& note) {
  TypeName& name = form.name;
  const TypeId parent = name.source == TypeName::Source::member && name.parent.is_known()
                            ? of(name.parent.index)
                            : TypeId{};
  if (parent.is_known()) {
    name.parent = parent;
  } else if (name.source != TypeName::Source::anonymous) {
    name = {};
    name.source = TypeName::Source::member;
    name.parent = types_->id(index);
    name.member = suffix;
    std::string& text = form.docs.description;
    text += (text.empty() ? "" : "\n\n") + note;
  }
  types_->at(copies_[index]) = std::move(form);
}

}  // namespace bindery::model
