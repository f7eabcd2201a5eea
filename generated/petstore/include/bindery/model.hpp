// SPDX-License-Identifier: MIT-0
// The few names every generated struct is written with.
// Must stay light: every model header includes it.
#pragma once

#include <string_view>
#include <type_traits>

#include "bindery/version.hpp"

/// The initialiser of a member whose type holds a vector of a type declared further down. It is
/// `{}`, except where clang would then instantiate the vector's constexpr destructor too early.
#if defined(__clang__) && __cplusplus >= 202002L
#define BINDERY_EMPTY
#else
#define BINDERY_EMPTY \
  {}
#endif

/// Between these a header names what the document calls deprecated without warning: its own codecs
/// and comparisons are no use of it.
#if defined(__GNUC__)
#define BINDERY_OWN_USE_BEGIN \
  _Pragma("GCC diagnostic push") _Pragma("GCC diagnostic ignored \"-Wdeprecated-declarations\"")
#define BINDERY_OWN_USE_END _Pragma("GCC diagnostic pop")
#elif defined(_MSC_VER)
#define BINDERY_OWN_USE_BEGIN __pragma(warning(push)) __pragma(warning(disable : 4996))
#define BINDERY_OWN_USE_END __pragma(warning(pop))
#else
#define BINDERY_OWN_USE_BEGIN
#define BINDERY_OWN_USE_END
#endif

namespace bindery {
inline namespace v1 {

/// `bool` when both types are one: makes a friend template of exactly that type, which costs
/// nothing until somebody compares.
template <class T, class U>
using if_same = std::enable_if_t<std::is_same_v<T, U>, bool>;

/// `int` when `T` can be read as text without naming a request struct by accident.
template <class T>
using if_text = std::enable_if_t<std::is_convertible_v<const T&, std::string_view>, int>;

/// `int` when `T` is `U` itself, not something that converts to it (so `{}` never selects it).
template <class T, class U>
using if_exactly =
    std::enable_if_t<std::is_same_v<std::remove_cv_t<std::remove_reference_t<T>>, U>, int>;

/// What an operation answers that has no body to read.
struct NoContent {
  friend constexpr bool operator==(NoContent, NoContent) noexcept { return true; }
  friend constexpr bool operator!=(NoContent, NoContent) noexcept { return false; }
};

}  // namespace v1
}  // namespace bindery
