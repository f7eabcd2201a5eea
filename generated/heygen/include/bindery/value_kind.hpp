// SPDX-License-Identifier: MIT-0
// Which kinds of C++ values the parts of a generated struct are, for whoever walks through them.
// Must not know constraints.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <variant>
#include <vector>

#include "bindery/box.hpp"
#include "bindery/bytes.hpp"
#include "bindery/date_time.hpp"
#include "bindery/file.hpp"
#include "bindery/json.hpp"
#include "bindery/open_enum.hpp"
#include "bindery/parameters.hpp"

namespace bindery {
inline namespace v1 {
namespace detail {

template <class T>
struct IsBox : std::false_type {};
template <class T>
struct IsBox<Box<T>> : std::true_type {};

template <class T>
struct IsOpen : std::false_type {};
template <class E>
struct IsOpen<Open<E>> : std::true_type {};

// Seen as the container it is made from, a struct that inherits from one selects these as well.
template <class T>
std::true_type is_list(const std::vector<T>*);
std::false_type is_list(const void*);
template <class T>
std::true_type is_map(const std::map<std::string, T>*);
std::false_type is_map(const void*);
template <class... Ts>
std::true_type is_tuple(const std::tuple<Ts...>*);
std::false_type is_tuple(const void*);
template <class... Ts>
std::true_type is_union(const std::variant<Ts...>*);
std::false_type is_union(const void*);

enum class ValueKind : int {
  text,
  number,
  bytes,
  file,
  open_enum,
  json,
  holder,
  box,
  list,
  map,
  tuple,
  variant,
  other,
};

template <class T>
constexpr ValueKind value_kind() noexcept {
  using Pointer = const T*;
  if constexpr (std::is_same_v<T, bool>) return ValueKind::other;
  if constexpr (std::is_arithmetic_v<T>) return ValueKind::number;
  if constexpr (std::is_same_v<T, std::string>) return ValueKind::text;
  if constexpr (std::is_same_v<T, DateTime> || std::is_same_v<T, Date>) return ValueKind::text;
  if constexpr (std::is_same_v<T, Bytes>) return ValueKind::bytes;
  if constexpr (std::is_same_v<T, File>) return ValueKind::file;
  if constexpr (std::is_same_v<T, Json>) return ValueKind::json;
  if constexpr (IsOpen<T>::value) return ValueKind::open_enum;
  if constexpr (HasState<T>::value) return ValueKind::holder;
  if constexpr (IsBox<T>::value) return ValueKind::box;
  if constexpr (decltype(is_list(Pointer()))::value) return ValueKind::list;
  if constexpr (decltype(is_map(Pointer()))::value) return ValueKind::map;
  if constexpr (decltype(is_tuple(Pointer()))::value) return ValueKind::tuple;
  if constexpr (decltype(is_union(Pointer()))::value) return ValueKind::variant;
  return ValueKind::other;
}

inline std::string_view text_of(const std::string& text) noexcept { return text; }
inline std::string_view text_of(const DateTime& time) noexcept { return time.text(); }
inline std::string_view text_of(const Date& date) noexcept { return date.text(); }

}  // namespace detail
}  // namespace v1
}  // namespace bindery
