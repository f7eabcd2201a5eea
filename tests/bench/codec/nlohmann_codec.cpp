#include "nlohmann_codec.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "battery_members.hpp"
#include "bindery/nullable.hpp"
#include "bindery/open_enum.hpp"
#include "cases.hpp"
#include "event_members.hpp"
#include "members.hpp"

namespace codec_bench {
namespace {

using nlohmann::json;

// Texts are moved out of the document, which nobody reads again.
void read(json& in, std::string& out) { out = std::move(in.get_ref<std::string&>()); }
void read(json& in, std::int64_t& out) { out = in.get<std::int64_t>(); }
void read(json& in, std::int32_t& out) { out = in.get<std::int32_t>(); }
void read(json& in, double& out) { out = in.get<double>(); }
void read(json& in, bool& out) { out = in.get<bool>(); }
template <class E>
void read(json& in, bindery::Open<E>& out) {
  out = bindery::Open<E>::from_wire(in.get_ref<const std::string&>());
}
template <class T>
void read(json& in, std::vector<T>& out);
void read(json& in, shapes::Event& out);
template <class T>
void read(json& in, T& out);

// A member that has to be there, may be absent, may be null as well.
template <class T>
void read_member(json& object, std::string_view name, T& out) {
  read(object.at(name), out);
}
template <class T>
void read_member(json& object, std::string_view name, std::optional<T>& out) {
  const auto found = object.find(name);
  if (found != object.end()) read(*found, out.emplace());
}
template <class T>
void read_member(json& object, std::string_view name, bindery::OptionalNullable<T>& out) {
  const auto found = object.find(name);
  if (found == object.end()) return;
  if (found->is_null()) {
    out = bindery::null;
  } else {
    read(*found, out.emplace());
  }
}

template <class T>
void read(json& in, T& out) {
  constexpr const auto& names = Members<T>::names;
  for (std::size_t index = 0; index < names.size(); ++index) {
    Members<T>::visit(out, index, [&](auto& member) {
      read_member(in, names[index], member);
      return true;
    });
  }
}
template <class T>
void read(json& in, std::vector<T>& out) {
  auto& items = in.get_ref<json::array_t&>();
  out.reserve(items.size());
  for (json& item : items) read(item, out.emplace_back());
}
void read(json& in, shapes::Event& out) {
  const auto& type = in.at("type").get_ref<const std::string&>();
  emplace_event(out, type, [&](auto& event) {
    read(in, event);
    return true;
  });
}

json written(const std::string& value) { return value; }
json written(std::int64_t value) { return value; }
json written(double value) { return value; }
json written(bool value) { return value; }
template <class E>
json written(const bindery::Open<E>& value) {
  return std::string(value.wire());
}
template <class T>
json written(const std::vector<T>& value);
template <class T>
json written(const T& value);

template <class T>
void write_member(json::object_t& out, std::string_view name, const T& value) {
  out.emplace(name, written(value));
}
template <class T>
void write_member(json::object_t& out, std::string_view name, const std::optional<T>& value) {
  if (value.has_value()) out.emplace(name, written(*value));
}
template <class T>
void write_member(json::object_t& out, std::string_view name,
                  const bindery::OptionalNullable<T>& value) {
  if (value.has_value()) {
    out.emplace(name, written(*value));
  } else if (value.is_null()) {
    out.emplace(name, nullptr);
  }
}

template <class T>
json written(const T& value) {
  constexpr const auto& names = Members<T>::names;
  json::object_t out;
  for (std::size_t index = 0; index < names.size(); ++index) {
    Members<T>::visit(value, index, [&](const auto& member) {
      write_member(out, names[index], member);
      return true;
    });
  }
  return out;
}
template <class T>
json written(const std::vector<T>& value) {
  json::array_t out;
  out.reserve(value.size());
  for (const T& item : value) out.push_back(written(item));
  return out;
}

}  // namespace

template <class T>
bool NlohmannReader::decode(std::size_t copy, T& value) {
  try {
    json document = json::parse(copies_[copy]);
    read(document, value);
    return true;
  } catch (const json::exception&) {
    return false;
  }
}

template <class T>
std::string NlohmannWriter::encode(const T& value) {
  return written(value).dump();
}

#define CODEC_BENCH_DECODED(T) template bool NlohmannReader::decode(std::size_t, T&);
CODEC_BENCH_FOR_EACH_DECODED(CODEC_BENCH_DECODED)
#define CODEC_BENCH_ENCODED(T) template std::string NlohmannWriter::encode(const T&);
CODEC_BENCH_FOR_EACH_ENCODED(CODEC_BENCH_ENCODED)

}  // namespace codec_bench
