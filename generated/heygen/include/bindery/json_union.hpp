// SPDX-License-Identifier: MIT-0
// Unions whose alternatives can only be told apart by trying, and how a union is written.
// Must not be needed for discriminated unions, which `JsonCursor::tag` decides.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "bindery/json.hpp"
#include "bindery/json_cursor.hpp"
#include "bindery/json_writer.hpp"

namespace bindery {
inline namespace v1 {
namespace detail {

// The best alternative so far.
struct BestFit {
  const char* end = nullptr;  // null while nothing fits
  JsonFit fit{};
};

constexpr bool is_better(const JsonFit& left, const JsonFit& right) noexcept {
  if (left.known_members != right.known_members) return left.known_members > right.known_members;
  return left.unknown_values < right.unknown_values;
}

// Tries one alternative; true when none after it could fit better.
template <class T, class Union>
bool try_alternative(JsonCursor& in, Union& out, BestFit& best) {
  JsonTrial trial(in);
  T value{};
  if (!Codec<T>::decode(in, value) || in.has_failed()) return false;
  const JsonFit fit = trial.fit();
  if (best.end != nullptr && !is_better(fit, best.fit)) return false;
  best.end = in.position();
  best.fit = fit;
  out.template emplace<T>(std::move(value));
  return fit.unknown_members == 0 && fit.unknown_values == 0;
}

template <class... Ts>
constexpr bool holds_json(const std::variant<Ts...>*) noexcept {
  return (std::is_same_v<Ts, Json> || ...);
}

template <class... Ts>
void encode_alternatives(JsonWriter& out, const std::variant<Ts...>& value) {
  if (value.valueless_by_exception()) return out.null();
  std::visit(
      [&out](const auto& alternative) {
        Codec<std::decay_t<decltype(alternative)>>::encode(out, alternative);
      },
      value);
}

}  // namespace detail

/// Reads the alternative that knows most members of the value without an error, the first of
/// equals; a value that fits none is kept as JSON where the union can hold it.
template <class... Alternatives, class Union>
bool decode_best(JsonCursor& in, Union& out) {
  detail::BestFit best;
  static_cast<void>((detail::try_alternative<Alternatives>(in, out, best) || ...));
  if (in.has_failed()) return false;
  if (best.end != nullptr) {
    in.accept(best.end, best.fit);
    return true;
  }
  if constexpr (detail::holds_json(static_cast<const Union*>(nullptr))) {
    return in.template alternative<Json>(out);
  } else {
    return in.fail("fits no alternative");
  }
}

/// Writes whatever `value`, a variant or a struct made from one, holds.
template <class Union>
void encode_variant(JsonWriter& out, const Union& value) {
  detail::encode_alternatives(out, value);
}

/// The same, where a union tells its alternatives by a member that they do not have: `tags` has the
/// value of `property` for each of them, empty for those that write it themselves.
template <class Union>
void encode_tagged(JsonWriter& out, const Union& value, std::string_view property,
                   std::initializer_list<std::string_view> tags) {
  const std::size_t index = value.index();
  const std::string_view tag = index < tags.size() ? tags.begin()[index] : std::string_view();
  if (tag.empty()) return encode_variant(out, value);
  JsonWriter alternative;
  encode_variant(alternative, value);
  out.note_inexact(alternative.is_exact());
  const std::string text = alternative.take();
  // What was read and kept unknown members has it already; no object has no place for it.
  if (text.front() != '{' || JsonCursor(text).has_member(property)) return out.raw(text);
  out.member_name('{', property);
  out.string(tag);
  if (text != "{}") out.put(',');
  out.raw(std::string_view(text).substr(1));
}

}  // namespace v1
}  // namespace bindery
