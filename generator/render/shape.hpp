// What a template may ask of a view: names and kinds, in the order of the view's member list.
// Must not hold a view's data (value.hpp), nor know a template.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace bindery::render {

/// What a member is to a template.
enum class MemberKind {
  text,    ///< `std::string`, printed by `{{name}}`.
  flag,    ///< `bool`, asked by `{{#name}}` and `{{^name}}`; the scope stays.
  list,    ///< `std::vector<View>`, walked by `{{#name}}`, asked for emptiness by `{{^name}}`.
  nested,  ///< Another view by value, entered once by `{{#name}}`.
};

/// `text`, `flag`, `list`, `nested view`: for messages and `describe-templates`.
std::string_view to_string(MemberKind kind);

struct Shape;

struct Member {
  std::string_view name;
  MemberKind kind = MemberKind::text;
  /// The shape of a list's items or of a nested view, null for texts and flags. A function, so that
  /// a view may hold a list of itself.
  Shape (*item)() = nullptr;

  friend bool operator==(const Member&, const Member&) = default;
};

/// All that a template bound to a view may name. Inside a list `first` and `last` come on top.
struct Shape {
  std::string_view view_name;
  std::vector<Member> members;

  /// Index of the member called `name`.
  std::optional<std::size_t> find(std::string_view name) const;

  friend bool operator==(const Shape&, const Shape&) = default;
};

/// Adds a member. Throws std::logic_error when the name is taken, is `first` or `last`, or is no
/// name a tag could spell: that is a mistake in the view, not in anybody's input.
void add_member(Shape& shape, Member member);

/// A view is a plain struct of `std::string`, `bool`, `std::vector` of views or strings, and views:
///
///     struct FieldView {
///       static constexpr std::string_view view_name = "FieldView";
///       std::string type;
///       bool has_docs = false;
///       std::vector<DocLineView> docs;
///       template <class F>
///       static void members(F f) {
///         f("type", &FieldView::type);
///         f("has_docs", &FieldView::has_docs);
///         f("docs", &FieldView::docs);
///       }
///     };
template <class T>
concept View = requires {
  { T::view_name } -> std::convertible_to<std::string_view>;
};

template <class T>
struct ListItem;
/// The item type of a list member.
template <class T>
struct ListItem<std::vector<T>> {
  using type = T;
};

template <class T>
concept List = requires {
  typename ListItem<T>::type;
};

/// The shape of an item of a `std::vector<std::string>`: one member, `text`.
Shape text_item_shape();

template <View V>
Shape shape_of();

/// How a member of type `T` looks to a template; does not compile for what no view may hold.
template <class T>
Member member_of(std::string_view name) {
  if constexpr (std::is_same_v<T, std::string>) {
    return {name, MemberKind::text, nullptr};
  } else if constexpr (std::is_same_v<T, bool>) {
    return {name, MemberKind::flag, nullptr};
  } else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
    return {name, MemberKind::list, &text_item_shape};
  } else if constexpr (List<T>) {
    return {name, MemberKind::list, &shape_of<typename ListItem<T>::type>};
  } else {
    return {name, MemberKind::nested, &shape_of<T>};
  }
}

/// The shape of `V`, in the order of its member list. See add_member for what throws.
template <View V>
Shape shape_of() {
  Shape shape{V::view_name, {}};
  V::members(
      [&shape]<class T>(std::string_view name, T V::*) { add_member(shape, member_of<T>(name)); });
  return shape;
}

}  // namespace bindery::render
