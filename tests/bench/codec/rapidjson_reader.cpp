#include "rapidjson_reader.hpp"

#include <cstddef>

#include "battery_members.hpp"
#include "cases.hpp"
#include "rapidjson_page.hpp"
#include "rapidjson_tree.hpp"

namespace codec_bench {
namespace {

template <class T>
struct HandlerOf;
template <>
struct HandlerOf<heygen::ListVideosV3Response> {
  using Type = PageHandler<heygen::ListVideosV3Response, heygen::VideoDetail>;
};
template <>
struct HandlerOf<shapes::BatteryLog> {
  using Type = PageHandler<shapes::BatteryLog, shapes::BatteryPack>;
};
template <>
struct HandlerOf<shapes::Chart> {
  using Type = PageHandler<shapes::Chart, shapes::Candle>;
};
template <>
struct HandlerOf<shapes::CommentPage> {
  using Type = PageHandler<shapes::CommentPage, shapes::Comment>;
};
template <>
struct HandlerOf<shapes::EventPage> {
  using Type = EventsHandler;
};
template <>
struct HandlerOf<shapes::Folder> {
  using Type = FolderHandler;
};
template <>
struct HandlerOf<shapes::MeterLog> {
  using Type = PageHandler<shapes::MeterLog, shapes::MeterReading>;
};
template <>
struct HandlerOf<shapes::Route> {
  using Type = PageHandler<shapes::Route, shapes::Position>;
};

// By default the last digit of a double may be wrong. Where doubles have no more than 15 digits it
// is not, so only the others pay for precision.
template <class T>
constexpr unsigned flags_for_doubles = rapidjson::kParseNoFlags;
template <>
constexpr unsigned flags_for_doubles<shapes::Route> = rapidjson::kParseFullPrecisionFlag;

}  // namespace

template <class T>
bool RapidjsonReader::decode(std::size_t copy, T& value) {
  constexpr unsigned flags =
      rapidjson::kParseInsituFlag | rapidjson::kParseValidateEncodingFlag | flags_for_doubles<T>;
  rapidjson::InsituStringStream stream(copies_[copy].data());
  typename HandlerOf<T>::Type handler(value);
  return !reader_.Parse<flags>(stream, handler).IsError();
}

#define CODEC_BENCH_DECODED(T) template bool RapidjsonReader::decode(std::size_t, T&);
CODEC_BENCH_FOR_EACH_DECODED(CODEC_BENCH_DECODED)

}  // namespace codec_bench
