// A view's data as the engine reads it: by index, without names and without copies.
// Must not know a template; names were resolved against shape.hpp before.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "render/shape.hpp"

namespace bindery::render {

struct Items;

/// One member's data, in the order of Shape::members; a nested view is a list of one.
using Slot = std::variant<const std::string*, bool, Items>;

/// A list whose item type is forgotten. `read` appends the slots of item `index` to `slots`.
struct Items {
  const void* list = nullptr;
  std::size_t size = 0;
  void (*read)(const void* list, std::size_t index, std::vector<Slot>& slots) = nullptr;
};

/// The data of one view. Points into the view, which must outlive it.
struct Value {
  std::string_view view_name;
  std::vector<Slot> slots;
};

template <View V>
void read_slots(const V& view, std::vector<Slot>& slots);

template <class T>
void read_item(const void* list, std::size_t index, std::vector<Slot>& slots) {
  const T& item = (*static_cast<const std::vector<T>*>(list))[index];
  if constexpr (std::is_same_v<T, std::string>) {
    slots.emplace_back(&item);
  } else {
    read_slots(item, slots);
  }
}

template <View V>
void read_nested(const void* view, std::size_t, std::vector<Slot>& slots) {
  read_slots(*static_cast<const V*>(view), slots);
}

/// The slot of one member; the same cases as member_of.
template <class T>
Slot slot_of(const T& member) {
  if constexpr (std::is_same_v<T, std::string>) {
    return &member;
  } else if constexpr (std::is_same_v<T, bool>) {
    return member;
  } else if constexpr (List<T>) {
    return Items{&member, member.size(), &read_item<typename ListItem<T>::type>};
  } else {
    return Items{&member, 1, &read_nested<T>};
  }
}

/// Appends the slots of `view` in the order of its member list.
template <View V>
void read_slots(const V& view, std::vector<Slot>& slots) {
  V::members(
      [&]<class T>(std::string_view, T V::*member) { slots.push_back(slot_of<T>(view.*member)); });
}

/// The data of `view`, which must outlive the result.
template <View V>
Value value_of(const V& view) {
  Value value{V::view_name, {}};
  read_slots(view, value.slots);
  return value;
}
template <View V>
Value value_of(const V&& view) = delete;

/// A view that keeps itself alive with its type forgotten, so that a plan of files can list unlike
/// ones.
struct OwnedValue {
  std::shared_ptr<const void> view;
  Value value;
};

template <View V>
OwnedValue owned_value(V view) {
  auto owner = std::make_shared<const V>(std::move(view));
  Value value = value_of(*owner);
  return {std::move(owner), std::move(value)};
}

}  // namespace bindery::render
