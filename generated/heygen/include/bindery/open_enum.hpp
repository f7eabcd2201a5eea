// SPDX-License-Identifier: MIT-0
// An enumerator of the document, or a value the document did not know yet.
// Must not know JSON.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace bindery {
inline namespace v1 {
namespace detail {

template <class E, class = void>
struct HasTextWire : std::false_type {};
template <class E>
struct HasTextWire<E, std::void_t<decltype(to_string(std::declval<E>()))>> : std::true_type {};

template <class E, class = void>
struct HasIntegerWire : std::false_type {};
template <class E>
struct HasIntegerWire<E, std::void_t<decltype(to_integer(std::declval<E>()))>> : std::true_type {};

template <class E, class = void>
struct HasNumberWire : std::false_type {};
template <class E>
struct HasNumberWire<E, std::void_t<decltype(to_number(std::declval<E>()))>> : std::true_type {};

// How the values of `E` look on the wire: which conversions stand beside it, how a value that is
// no enumerator is stored, and how it is handed out.
template <class E, class = void>
struct EnumWire {
  static_assert(HasTextWire<E>::value || HasIntegerWire<E>::value || HasNumberWire<E>::value,
                "include the header that defines this enum and its conversions first");
};
template <class E>
struct EnumWire<E, std::enable_if_t<HasTextWire<E>::value>> {
  using Stored = std::string;
  using View = std::string_view;
  static constexpr View to_wire(E value) noexcept { return to_string(value); }
  static constexpr bool from_wire(View wire, E& value) noexcept { return from_string(wire, value); }
};
template <class E>
struct EnumWire<E, std::enable_if_t<HasIntegerWire<E>::value>> {
  using Stored = std::int64_t;
  using View = std::int64_t;
  static constexpr View to_wire(E value) noexcept { return to_integer(value); }
  static constexpr bool from_wire(View wire, E& value) noexcept {
    return from_integer(wire, value);
  }
};
template <class E>
struct EnumWire<E, std::enable_if_t<HasNumberWire<E>::value>> {
  using Stored = double;
  using View = double;
  static constexpr View to_wire(E value) noexcept { return to_number(value); }
  static constexpr bool from_wire(View wire, E& value) noexcept { return from_number(wire, value); }
};

}  // namespace detail

/// Holds any wire value of an enum that may grow: a known enumerator, or the value as it came, so
/// that it survives a round trip. A new one is unset: not known, and empty (or 0) on the wire.
template <class E>
class Open {
  using Wire = detail::EnumWire<E>;

 public:
  using enum_type = E;
  /// `std::string_view`, `std::int64_t` or `double`.
  using wire_type = typename Wire::View;

  Open() noexcept {}
  Open(E value) noexcept : value_(value), is_known_(true) {}

  /// The enumerator that `wire` names, or `wire` itself where there is none.
  static Open from_wire(wire_type wire) {
    Open open;
    open.is_known_ = Wire::from_wire(wire, open.value_);
    if (!open.is_known_) open.unknown_ = typename Wire::Stored(wire);
    return open;
  }

  bool is_known() const noexcept { return is_known_; }
  std::optional<E> known() const noexcept {
    return is_known_ ? std::optional<E>(value_) : std::nullopt;
  }
  E known_or(E other) const noexcept { return is_known_ ? value_ : other; }

  /// What stands on the wire; a text is valid as long as this object is.
  wire_type wire() const noexcept {
    return is_known_ ? Wire::to_wire(value_) : wire_type(unknown_);
  }

  friend bool operator==(const Open& left, const Open& right) noexcept {
    if (left.is_known_ != right.is_known_) return false;
    return left.is_known_ ? left.value_ == right.value_ : left.unknown_ == right.unknown_;
  }
  friend bool operator!=(const Open& left, const Open& right) noexcept { return !(left == right); }
  friend bool operator==(const Open& left, E right) noexcept {
    return left.is_known_ && left.value_ == right;
  }
  friend bool operator==(E left, const Open& right) noexcept { return right == left; }
  friend bool operator!=(const Open& left, E right) noexcept { return !(left == right); }
  friend bool operator!=(E left, const Open& right) noexcept { return !(right == left); }

 private:
  typename Wire::Stored unknown_{};
  E value_{};
  bool is_known_ = false;
};

}  // namespace v1
}  // namespace bindery
