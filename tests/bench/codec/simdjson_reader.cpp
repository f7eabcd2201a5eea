#include "simdjson_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <simdjson.h>

#include "battery_members.hpp"
#include "bindery/nullable.hpp"
#include "bindery/open_enum.hpp"
#include "cases.hpp"
#include "event_members.hpp"
#include "members.hpp"

namespace codec_bench {

struct SimdjsonReader::State {
  std::vector<simdjson::padded_string> copies;
  simdjson::ondemand::parser parser;
};

namespace {

using simdjson::ondemand::array;
using simdjson::ondemand::object;
using simdjson::ondemand::value;

// Each `read` is false where the value is of another kind. They are declared first, since values
// hold each other.
bool read(value& in, std::string& out) {
  std::string_view text;
  if (in.get_string().get(text) != simdjson::SUCCESS) return false;
  out.assign(text.data(), text.size());
  return true;
}
bool read(value& in, std::int64_t& out) { return in.get_int64().get(out) == simdjson::SUCCESS; }
bool read(value& in, std::int32_t& out) {
  std::int64_t wide = 0;
  if (!read(in, wide)) return false;
  out = static_cast<std::int32_t>(wide);
  return out == wide;
}
bool read(value& in, double& out) { return in.get_double().get(out) == simdjson::SUCCESS; }
bool read(value& in, bool& out) { return in.get_bool().get(out) == simdjson::SUCCESS; }
template <class E>
bool read(value& in, bindery::Open<E>& out) {
  std::string_view text;
  if (in.get_string().get(text) != simdjson::SUCCESS) return false;
  out = bindery::Open<E>::from_wire(text);
  return true;
}
template <class T>
bool read(value& in, std::optional<T>& out);
template <class T>
bool read(value& in, bindery::OptionalNullable<T>& out);
template <class T>
bool read(value& in, std::vector<T>& out);
bool read(value& in, heygen::VideoDetail& out);
bool read(value& in, shapes::BatteryPack& out);
bool read(value& in, shapes::Candle& out);
bool read(value& in, shapes::Comment& out);
bool read(value& in, shapes::Event& out);
bool read(value& in, shapes::Folder& out);
bool read(value& in, shapes::MeterReading& out);
bool read(value& in, shapes::Position& out);

template <class T>
bool read(value& in, std::optional<T>& out) {
  return read(in, out.emplace());
}

template <class T>
bool read(value& in, bindery::OptionalNullable<T>& out) {
  bool is_null = false;
  if (in.is_null().get(is_null) != simdjson::SUCCESS) return false;
  if (!is_null) return read(in, out.emplace());
  out = bindery::null;
  return true;
}

template <class T>
bool read(value& in, std::vector<T>& out) {
  array items;
  if (in.get_array().get(items) != simdjson::SUCCESS) return false;
  for (auto item : items) {
    value found;
    if (std::move(item).get(found) != simdjson::SUCCESS || !read(found, out.emplace_back())) {
      return false;
    }
  }
  return true;
}

// The members as they come, known ones or not.
template <class T>
bool read_members(object& in, T& out) {
  constexpr const auto& names = Members<T>::names;
  std::size_t expected = 0;
  for (auto item : in) {
    simdjson::ondemand::field field;
    if (std::move(item).get(field) != simdjson::SUCCESS) return false;
    const std::size_t index = names.find_quoted(field.key().raw(), expected);
    if (index == names.size()) continue;
    expected = index + 1;
    const auto use = [&field](auto& member) { return read(field.value(), member); };
    if (!Members<T>::visit(out, index, use)) return false;
  }
  return true;
}

// The members in the order of the document, all of which have to be there.
template <class T, std::size_t... I>
bool read_in_order(object& in, T& out, std::index_sequence<I...>) {
  return (Members<T>::visit(out, I,
                            [&in](auto& member) {
                              value found;
                              return in.find_field(Members<T>::names[I]).get(found) ==
                                         simdjson::SUCCESS &&
                                     read(found, member);
                            }) &&
          ...);
}
template <class T>
bool read_in_order(object& in, T& out) {
  return read_in_order(in, out, std::make_index_sequence<Members<T>::names.size()>());
}

// Looking members up in their order is faster, by up to a third where there are few of them. It is
// good for objects that have all of theirs.
template <class T>
bool read_whole(value& in, T& out) {
  object members;
  return in.get_object().get(members) == simdjson::SUCCESS && read_in_order(members, out);
}
template <class T>
bool read_partial(value& in, T& out) {
  object members;
  return in.get_object().get(members) == simdjson::SUCCESS && read_members(members, out);
}

bool read(value& in, heygen::VideoDetail& out) { return read_partial(in, out); }
bool read(value& in, shapes::BatteryPack& out) { return read_partial(in, out); }
bool read(value& in, shapes::Candle& out) { return read_whole(in, out); }
bool read(value& in, shapes::Comment& out) { return read_whole(in, out); }
bool read(value& in, shapes::Folder& out) { return read_whole(in, out); }
bool read(value& in, shapes::MeterReading& out) { return read_whole(in, out); }
bool read(value& in, shapes::Position& out) { return read_whole(in, out); }
bool read(value& in, shapes::Event& out) {
  object members;
  std::string_view type;
  if (in.get_object().get(members) != simdjson::SUCCESS ||
      members.find_field("type").get_string().get(type) != simdjson::SUCCESS) {
    return false;
  }
  return emplace_event(out, type, [&](auto& event) { return read_in_order(members, event); });
}

}  // namespace

SimdjsonReader::SimdjsonReader() : state_(std::make_unique<State>()) {}

SimdjsonReader::~SimdjsonReader() = default;

void SimdjsonReader::prepare(const std::string& text, std::size_t count) {
  std::vector<simdjson::padded_string>& copies = state_->copies;
  while (copies.size() < count) copies.emplace_back(text);
  for (simdjson::padded_string& copy : copies) std::memcpy(copy.data(), text.data(), text.size());
}

template <class T>
bool SimdjsonReader::decode(std::size_t copy, T& out) {
  simdjson::ondemand::document document;
  object root;
  // What stands behind the root goes unnoticed: 3.0 offers no cheap check.
  return state_->parser.iterate(state_->copies[copy]).get(document) == simdjson::SUCCESS &&
         document.get_object().get(root) == simdjson::SUCCESS && read_members(root, out);
}

#define CODEC_BENCH_DECODED(T) template bool SimdjsonReader::decode(std::size_t, T&);
CODEC_BENCH_FOR_EACH_DECODED(CODEC_BENCH_DECODED)

}  // namespace codec_bench
