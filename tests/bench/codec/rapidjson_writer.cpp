// Every x86-64 has what this asks for. It doubles the writer's speed; the reader, which checks
// every character, it does not help.
#ifdef __SSE2__
#define RAPIDJSON_SSE2
#endif

#include "rapidjson_writer.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "bindery/nullable.hpp"
#include "bindery/open_enum.hpp"
#include "cases.hpp"
#include "members.hpp"

namespace codec_bench {
namespace {

using Out = rapidjson::Writer<rapidjson::StringBuffer>;

bool text(Out& out, std::string_view value) {
  return out.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}
bool write(Out& out, const std::string& value) { return text(out, value); }
bool write(Out& out, std::int64_t value) { return out.Int64(value); }
bool write(Out& out, double value) { return out.Double(value); }
bool write(Out& out, bool value) { return out.Bool(value); }
template <class E>
bool write(Out& out, const bindery::Open<E>& value) {
  return text(out, value.wire());
}
template <class T>
bool write_object(Out& out, const T& value);
bool write(Out& out, const heygen::VideoDetail& value) { return write_object(out, value); }
bool write(Out& out, const shapes::Comment& value) { return write_object(out, value); }
bool write(Out& out, const shapes::Candle& value) { return write_object(out, value); }
template <class T>
bool write(Out& out, const std::vector<T>& value) {
  out.StartArray();
  for (const T& item : value) write(out, item);
  return out.EndArray();
}

bool key(Out& out, std::string_view name) {
  return out.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
}
template <class T>
bool member(Out& out, std::string_view name, const T& value) {
  return key(out, name) && write(out, value);
}
template <class T>
bool member(Out& out, std::string_view name, const std::optional<T>& value) {
  return !value.has_value() || member(out, name, *value);
}
template <class T>
bool member(Out& out, std::string_view name, const bindery::OptionalNullable<T>& value) {
  if (value.has_value()) return member(out, name, *value);
  return value.is_absent() || (key(out, name) && out.Null());
}

// One line for each member, as if written out: the indexes are constants.
template <class T, std::size_t... I>
void write_members(Out& out, const T& value, std::index_sequence<I...>) {
  (Members<T>::visit(
       value, I, [&out](const auto& found) { return member(out, Members<T>::names[I], found); }),
   ...);
}
template <class T>
bool write_object(Out& out, const T& value) {
  out.StartObject();
  write_members(out, value, std::make_index_sequence<Members<T>::names.size()>());
  return out.EndObject();
}

}  // namespace

template <class T>
rapidjson::StringBuffer RapidjsonWriter::encode(const T& value) {
  rapidjson::StringBuffer buffer;
  Out out(buffer);
  write_object(out, value);
  return buffer;
}

#define CODEC_BENCH_ENCODED(T) template rapidjson::StringBuffer RapidjsonWriter::encode(const T&);
CODEC_BENCH_FOR_EACH_ENCODED(CODEC_BENCH_ENCODED)

}  // namespace codec_bench
