// SPDX-License-Identifier: MIT-0
// Follows members into a value that may be absent, null or boxed on the way.
// Must not know what is at the end.
#pragma once

#include <optional>
#include <type_traits>

#include "bindery/box.hpp"
#include "bindery/nullable.hpp"

namespace bindery {
inline namespace v1 {
namespace detail {

template <class T>
struct MayHoldNothing : std::false_type {};
template <class T>
struct MayHoldNothing<std::optional<T>> : std::true_type {};
template <class T>
struct MayHoldNothing<Nullable<T>> : std::true_type {};
template <class T>
struct MayHoldNothing<OptionalNullable<T>> : std::true_type {};
template <class T>
struct IsBoxed : std::false_type {};
template <class T>
struct IsBoxed<Box<T>> : std::true_type {};

// What a member holds, through any of what may hold nothing and boxes; null where there is nothing.
template <class T>
auto* held(T& value) {
  using Plain = std::remove_const_t<T>;
  if constexpr (MayHoldNothing<Plain>::value) {
    return value ? held(*value) : decltype(held(*value))(nullptr);
  } else if constexpr (IsBoxed<Plain>::value) {
    return held(*value);
  } else {
    return &value;
  }
}

}  // namespace detail

/// Members one inside the other, as in `page.data->videos`; none for the value itself. (One at a
/// time: with a std::tuple, paths were a seventh of what HeyGen's umbrella cost clang.)
template <class... Members>
class MemberPath;

template <>
class MemberPath<> {
 public:
  template <class Root>
  auto* in(Root& root) const {
    return detail::held(root);
  }
};

template <class First, class... Rest>
class MemberPath<First, Rest...> {
 public:
  constexpr explicit MemberPath(First first, Rest... rest) : first_(first), rest_{rest...} {}

  /// What is there; null where something on the way is absent or null.
  template <class Root>
  auto* in(Root& root) const {
    auto* const inner = detail::held(root);
    using Found = decltype(rest_.in(inner->*first_));
    return inner != nullptr ? rest_.in(inner->*first_) : Found(nullptr);
  }

 private:
  First first_;
  MemberPath<Rest...> rest_;
};

template <class... Members>
constexpr MemberPath<Members...> member_path(Members... members) {
  return MemberPath<Members...>(members...);
}

/// In place of a path where there is nothing to be found.
struct NoMember {
  template <class Root>
  constexpr const bool* in(Root&) const noexcept {
    return nullptr;
  }
};

}  // namespace v1
}  // namespace bindery
