#include "bindery_codec.hpp"

#include <string>

#include "bindery/json_codec.hpp"
#include "cases.hpp"
#include "heygen/operations/list_videos_v3_json.hpp"
#include "shapes/models/battery_log_json.hpp"
#include "shapes/models/chart_json.hpp"
#include "shapes/models/comment_page_json.hpp"
#include "shapes/models/event_page_json.hpp"
#include "shapes/models/folder_json.hpp"
#include "shapes/models/meter_log_json.hpp"
#include "shapes/models/route_json.hpp"

namespace codec_bench {

template <class T>
bool BinderyReader::decode(std::size_t copy, T& value) {
  // As strict as a client is, and as deep as the competitors go.
  constexpr bindery::DecodeOptions options(bindery::Decode::strict,
                                           bindery::DecodeOptions::highest_depth);
  bindery::DecodeError error;
  return bindery::decode_json(copies_[copy], value, error, options);
}

template <class T>
std::string BinderyWriter::encode(const T& value) {
  return bindery::to_json(value);
}

#define CODEC_BENCH_DECODED(T) template bool BinderyReader::decode(std::size_t, T&);
CODEC_BENCH_FOR_EACH_DECODED(CODEC_BENCH_DECODED)
#define CODEC_BENCH_ENCODED(T) template std::string BinderyWriter::encode(const T&);
CODEC_BENCH_FOR_EACH_DECODED(CODEC_BENCH_ENCODED)

}  // namespace codec_bench
