// SPDX-License-Identifier: MIT-0
// The walk through a value that holds each part of it to its constraints.
// Must not know any struct: generated `Rules` say what holds for its members.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "bindery/base64.hpp"
#include "bindery/constraint_check.hpp"
#include "bindery/constraint_parts.hpp"
#include "bindery/constraints.hpp"
#include "bindery/equal_items.hpp"
#include "bindery/json.hpp"
#include "bindery/json_codec.hpp"
#include "bindery/rules.hpp"
#include "bindery/value_kind.hpp"
#include "bindery/value_path.hpp"
#include "bindery/violation.hpp"

namespace bindery {
inline namespace v1 {
namespace detail {

// False where nothing below a `T` can have rules, so that long lists of it need no look.
template <class T>
constexpr bool has_depth() noexcept {
  switch (value_kind<T>()) {
    case ValueKind::holder:
    case ValueKind::box:
    case ValueKind::list:
    case ValueKind::map:
    case ValueKind::tuple:
    case ValueKind::variant:
      return true;
    default:
      return HasRules<T>::value;
  }
}

}  // namespace detail

/// Collects the violations of one value. Constraints that are not about a value's kind do not
/// apply to it (JSON Schema 6.1: `maxLength` says nothing about a number); absent and null values
/// keep every constraint; a union hands its constraints to the alternative it holds. Costs no
/// allocation while nothing is wrong, but for lists of more than 64 unique items, base64 with a
/// pattern and free-form JSON with constraints.
class Checker {
 public:
  /// Both must outlive the checker.
  Checker(const ValidateOptions& options, std::vector<Violation>& violations) noexcept
      : options_(options), violations_(violations) {}
  Checker(const Checker&) = delete;
  Checker& operator=(const Checker&) = delete;

  /// Holds a member to `constraints`, and whatever is below it to rules of its own.
  template <class T, class... Constraints>
  void member(std::string_view name, const T& member, const Constraints&... constraints) {
    enter(ValuePlace{place_, name, 0, false}, member, constraints...);
  }

  /// The same for a value that has no name of its own here: the map of additional properties.
  template <class T, class... Constraints>
  void value(const T& value, const Constraints&... constraints) {
    if (is_full()) return;
    (apply(value, constraints), ...);
    descend(value, constraints...);
  }

  /// The same for the value whose own `Rules` these are: a union, a struct made from a list, or a
  /// struct whose members are counted.
  template <class T, class... Constraints>
  void itself(const T& value, const Constraints&... constraints) {
    if (is_full()) return;
    (apply(value, constraints), ...);
    descend_parts(value, constraints...);
  }

  /// Reports that the value here is wrong in a way no constraint can say.
  void add(std::string message) {
    if (is_full() || message.empty()) return;
    violations_.push_back({path_text(place_), std::move(message)});
  }

  /// True when no further violation is taken.
  bool is_full() const noexcept { return violations_.size() >= options_.max_violations; }

 private:
  using Kind = detail::ValueKind;

  template <class T, class... Constraints>
  void enter(const ValuePlace& place, const T& part, const Constraints&... constraints) {
    const ValuePlace* const outer = std::exchange(place_, &place);
    if (++depth_ > options_.max_depth) {
      // Once: all members there would repeat it.
      if (!std::exchange(is_too_deep_, true)) {
        add("is nested deeper than " + std::to_string(options_.max_depth) + " levels");
      }
    } else {
      value(part, constraints...);
    }
    --depth_;
    place_ = outer;
  }

  // One constraint on the value here, whatever holds it.
  template <class T, class Constraint>
  void apply(const T& value, const Constraint& constraint) {
    constexpr Kind kind = detail::value_kind<T>();
    if constexpr (kind == Kind::text) {
      apply_text(detail::text_of(value), constraint);
    } else if constexpr (kind == Kind::number) {
      apply_number(value, constraint);
    } else if constexpr (kind == Kind::open_enum) {
      apply_wire(value.wire(), constraint);
    } else if constexpr (kind == Kind::bytes) {
      apply_bytes(value, constraint);
    } else if constexpr (kind == Kind::file) {
      if constexpr (std::is_same_v<Constraint, Length>) {
        // What cannot be read is reported when it is sent.
        const std::optional<std::uint64_t> size = value.size();
        if (size) add(detail::check_count(*size, constraint.least, constraint.most, "bytes"));
      }
    } else if constexpr (kind == Kind::json) {
      with_json(value, [&](const auto& inside) { apply(inside, constraint); });
    } else if constexpr (kind == Kind::holder) {
      if (value.has_value()) apply(*value, constraint);
    } else if constexpr (kind == Kind::box) {
      if (!value.is_empty()) apply(*value, constraint);
    } else if constexpr (kind == Kind::list) {
      apply_list(value, constraint);
    } else if constexpr (kind == Kind::map) {
      apply_count(value.size(), constraint);
    } else if constexpr (kind == Kind::variant) {
      with_alternative(
          value,
          [&](const auto& alternative, const auto&... own) { (apply(alternative, own), ...); },
          constraint);
    } else if constexpr (detail::HasSize<T>::value) {
      apply_count(Rules<T>::size(value), constraint);
    }
  }

  template <class Constraint>
  void apply_text(std::string_view text, const Constraint& constraint) {
    if constexpr (std::is_same_v<Constraint, Length>) {
      add(detail::check_length(text, constraint));
    } else if constexpr (std::is_same_v<Constraint, Pattern>) {
      add(detail::check_pattern(text, constraint, options_.patterns.get()));
    }
  }

  template <class Number, class Constraint>
  void apply_number(Number number, const Constraint& constraint) {
    if constexpr (detail::IsBound<Constraint>::value) {
      add(detail::check_bound(number, constraint));
    } else if constexpr (detail::IsMultipleOf<Constraint>::value) {
      add(detail::check_multiple(number, constraint));
    }
  }

  template <class Wire, class Constraint>
  void apply_wire(Wire wire, const Constraint& constraint) {
    if constexpr (std::is_arithmetic_v<Wire>) {
      apply_number(wire, constraint);
    } else {
      apply_text(wire, constraint);
    }
  }

  // The constraints are about the base64 text.
  template <class Constraint>
  void apply_bytes(const Bytes& bytes, const Constraint& constraint) {
    if constexpr (std::is_same_v<Constraint, Length>) {
      const std::uint64_t size = (std::uint64_t{bytes.size()} + 2) / 3 * 4;
      add(detail::check_count(size, constraint.least, constraint.most, "characters"));
    } else if constexpr (std::is_same_v<Constraint, Pattern>) {
      if (options_.patterns != nullptr) apply_text(base64_encode(bytes), constraint);
    }
  }

  template <class T, class Constraint>
  void apply_list(const std::vector<T>& list, const Constraint& constraint) {
    if constexpr (std::is_same_v<Constraint, Items>) {
      add(detail::check_count(list.size(), constraint.least, constraint.most, "items"));
    } else if constexpr (std::is_same_v<Constraint, UniqueItems>) {
      if (const auto equal = detail::find_equal_items(list)) {
        add("expected unique items, found [" + std::to_string(equal->first) + "] and [" +
            std::to_string(equal->second) + "] equal");
      }
    }
  }

  template <class Constraint>
  void apply_count(std::uint64_t count, const Constraint& constraint) {
    if constexpr (std::is_same_v<Constraint, Properties>) {
      add(detail::check_count(count, constraint.least, constraint.most, "members"));
    }
  }

  // What is below the value here, by rules of its own where its type has some.
  template <class T, class... Constraints>
  void descend(const T& value, const Constraints&... constraints) {
    constexpr Kind kind = detail::value_kind<T>();
    if constexpr (detail::HasRules<T>::value) {
      if (!is_full()) Rules<T>::check(*this, value);
    } else if constexpr (kind == Kind::holder) {
      if (value.has_value()) descend(*value, constraints...);
    } else if constexpr (kind == Kind::box) {
      if (!value.is_empty()) descend(*value, constraints...);
    } else {
      descend_parts(value, constraints...);
    }
  }

  template <class T, class... Constraints>
  void descend_parts(const T& value, const Constraints&... constraints) {
    constexpr Kind kind = detail::value_kind<T>();
    if constexpr (kind == Kind::list) {
      descend_list(value, detail::each_of(constraints...));
    } else if constexpr (kind == Kind::map) {
      descend_map(value, detail::each_of(constraints...));
    } else if constexpr (kind == Kind::tuple) {
      descend_tuple(value, constraints...);
    } else if constexpr (kind == Kind::variant) {
      with_alternative(
          value, [&](const auto& alternative, const auto&... own) { descend(alternative, own...); },
          constraints...);
    } else if constexpr (kind == Kind::json && (detail::IsEach<Constraints>::value || ...)) {
      with_json(value, [&](const auto& inside) { descend(inside, constraints...); });
    }
  }

  template <class T, class... Constraints>
  void descend_list(const std::vector<T>& list, const std::tuple<Constraints...>& each) {
    if constexpr (sizeof...(Constraints) > 0 || detail::has_depth<T>()) {
      for (std::size_t i = 0; i < list.size() && !is_full(); ++i) {
        enter_part(ValuePlace{place_, {}, i, true}, static_cast<const T&>(list[i]), each);
      }
    } else {
      static_cast<void>(list);
      static_cast<void>(each);
    }
  }

  template <class T, class... Constraints>
  void descend_map(const std::map<std::string, T>& map, const std::tuple<Constraints...>& each) {
    if constexpr (sizeof...(Constraints) > 0 || detail::has_depth<T>()) {
      for (const auto& entry : map) {
        if (is_full()) return;
        enter_part(ValuePlace{place_, entry.first, 0, false}, entry.second, each);
      }
    } else {
      static_cast<void>(map);
      static_cast<void>(each);
    }
  }

  template <class... Ts, class... Constraints>
  void descend_tuple(const std::tuple<Ts...>& tuple, const Constraints&... constraints) {
    descend_places(std::index_sequence_for<Ts...>(), tuple, constraints...);
  }
  template <std::size_t... index, class... Ts, class... Constraints>
  void descend_places(std::index_sequence<index...>, const std::tuple<Ts...>& tuple,
                      const Constraints&... constraints) {
    (enter_part(ValuePlace{place_, {}, index, true}, std::get<index>(tuple),
                detail::parts_of<index, false>(constraints...)),
     ...);
  }

  template <class T, class... Constraints>
  void enter_part(const ValuePlace& place, const T& part,
                  const std::tuple<Constraints...>& constraints) {
    std::apply([&](const auto&... own) { enter(place, part, own...); }, constraints);
  }

  // Calls `act` with what the union holds and with the constraints that are about it. By hand, as
  // std::visit throws.
  template <class... Ts, class Act, class... Constraints>
  void with_alternative(const std::variant<Ts...>& variant, const Act& act,
                        const Constraints&... constraints) {
    with_index(std::index_sequence_for<Ts...>(), variant, act, constraints...);
  }
  template <std::size_t... index, class... Ts, class Act, class... Constraints>
  void with_index(std::index_sequence<index...>, const std::variant<Ts...>& variant, const Act& act,
                  const Constraints&... constraints) {
    const auto call = [&](const auto* alternative, const auto& own) {
      if (alternative == nullptr) return false;
      std::apply([&](const auto&... rest) { act(*alternative, rest...); }, own);
      return true;
    };
    // An array, as compilers limit the nesting of expressions, and documents not their unions.
    const bool is_held[] = {
        call(std::get_if<index>(&variant), detail::parts_of<index, true>(constraints...))...};
    static_cast<void>(is_held);
  }

  // Calls `act` with what the text stands for: text, a number, a list or a map of JSON.
  template <class Act>
  void with_json(const Json& json, const Act& act) {
    switch (json.kind()) {
      case JsonKind::string:
        return act_on<std::string>(json, act);
      case JsonKind::array:
        return act_on<std::vector<Json>>(json, act);
      case JsonKind::object:
        return act_on<std::map<std::string, Json>>(json, act);
      case JsonKind::number:
        if (json.as<std::int64_t>()) return act_on<std::int64_t>(json, act);
        if (json.as<std::uint64_t>()) return act_on<std::uint64_t>(json, act);
        return act_on<double>(json, act);
      default:
        return;
    }
  }
  template <class T, class Act>
  static void act_on(const Json& json, const Act& act) {
    if (const Result<T> value = json.as<T>()) act(*value);
  }

  const ValidateOptions& options_;
  std::vector<Violation>& violations_;
  const ValuePlace* place_ = nullptr;
  int depth_ = 0;
  bool is_too_deep_ = false;
};

}  // namespace v1
}  // namespace bindery
