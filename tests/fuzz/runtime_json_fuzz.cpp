// The runtime's JSON against RapidJSON: both accept the same texts and read the same from them;
// what a struct is read from, it writes so that the same struct is read again.
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include "bindery/json_codec.hpp"
#include "claim.hpp"

namespace {

using namespace bindery;
using fuzz::claim;

void append_text(std::string& transcript, std::string_view text) {
  transcript += std::to_string(text.size()) + '"';
  transcript += text;
}

/// What RapidJSON reads, event by event. Stops at half a surrogate pair, which it lets pass but
/// UTF-8 cannot hold.
class Transcriber : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Transcriber> {
 public:
  bool Null() { return scalar("null"); }
  bool Bool(bool value) { return scalar(value ? "true" : "false"); }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool) { return scalar({text, size}); }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    append_text(transcript_, {text, size});
    return !has_surrogate({text, size});
  }
  bool Key(const char* text, rapidjson::SizeType size, bool copy) {
    return String(text, size, copy);
  }
  bool StartObject() { return begin('{'); }
  bool EndObject(rapidjson::SizeType) { return end('}'); }
  bool StartArray() { return begin('['); }
  bool EndArray(rapidjson::SizeType) { return end(']'); }

  const std::string& transcript() const { return transcript_; }

 private:
  bool scalar(std::string_view text) {
    transcript_.append(text).append(" ");
    return true;
  }
  bool begin(char bracket) {
    transcript_ += bracket;
    return ++depth_ <= DecodeOptions().max_json_depth;
  }
  bool end(char bracket) {
    --depth_;
    return scalar({&bracket, 1});
  }
  /// U+D800 to U+DFFF as three bytes, ED A0 80 to ED BF BF.
  static bool has_surrogate(std::string_view text) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
      if (text[i] == '\xed' && static_cast<unsigned char>(text[i + 1]) >= 0xa0) return true;
    }
    return false;
  }

  std::string transcript_;
  int depth_ = 0;
};

/// What RapidJSON makes of a text.
struct Expectation {
  /// It refuses some numbers for their size even when it reads them as text: those are JSON.
  bool is_undecided = false;
  std::optional<std::string> transcript;
};

Expectation read_by_rapidjson(std::string_view text) {
  constexpr unsigned flags = rapidjson::kParseIterativeFlag |
                             rapidjson::kParseNumbersAsStringsFlag |
                             rapidjson::kParseValidateEncodingFlag;
  rapidjson::MemoryStream stream(text.data(), text.size());
  rapidjson::Reader reader;
  Transcriber transcriber;
  const auto result = reader.Parse<flags>(stream, transcriber);
  if (result.Code() == rapidjson::kParseErrorNumberTooBig) return {true, {}};
  // A zero byte looks like the end of the text to RapidJSON.
  if (result.IsError() || stream.Tell() != text.size()) return {};
  return {false, transcriber.transcript()};
}

/// Every number as each arithmetic type; a double is compared with the C library's.
void check_number(std::string_view text) {
  const std::string copy(text);
  const double expected = std::strtod(copy.c_str(), nullptr);
  DecodeError error;
  double value = 0;
  const bool is_read = decode_json(text, value, error);
  claim(is_read == !std::isinf(expected), "a number is read unless a double cannot hold it");
  if (is_read) {
    claim(value == expected && std::signbit(value) == std::signbit(expected),
          "a number is the nearest double");
    double again = 1;
    claim(decode_json(to_json(value), again, error) && again == value,
          "a double is written so that it reads back");
  }
  float narrow = 0;
  if (decode_json(text, narrow, error)) {
    claim(narrow == std::strtof(copy.c_str(), nullptr), "a number is the nearest float");
  }
  std::int64_t integer = 0;
  if (decode_json(text, integer, error)) {
    claim(static_cast<double>(integer) == expected, "an integer is the number written");
    std::uint64_t natural = 0;
    claim(decode_json(text, natural, error) == (integer >= 0), "a natural number is no negative");
  }
  std::int32_t small = 0;
  if (decode_json(text, small, error)) claim(small == integer, "a small integer is the same one");
}

/// Reads the next value as Transcriber writes it down.
bool transcribe(JsonCursor& in, std::string& transcript) {
  switch (in.kind()) {
    case JsonKind::object: {
      transcript += '{';
      ObjectReader object(in);
      while (object.next()) {
        append_text(transcript, object.name());
        if (!transcribe(in, transcript)) return false;
      }
      transcript += "} ";
      return object.finish({});
    }
    case JsonKind::array: {
      transcript += '[';
      ArrayReader items(in);
      while (items.next()) {
        if (!transcribe(in, transcript)) return false;
      }
      transcript += "] ";
      return items.finish();
    }
    case JsonKind::string: {
      std::string text;
      if (!in.read_string(text)) return false;
      append_text(transcript, text);
      std::string again;
      DecodeError error;
      claim(decode_json(to_json(text), again, error) && again == text,
            "a text is written so that it reads back");
      return true;
    }
    default: {
      const bool is_number = in.kind() == JsonKind::number;
      std::string_view raw;
      if (!in.read_raw(raw)) return false;
      if (is_number) check_number(raw);
      transcript.append(raw).append(" ");
      return true;
    }
  }
}

std::optional<std::string> read_by_cursor(std::string_view text) {
  JsonCursor in(text);
  std::string transcript;
  if (!transcribe(in, transcript) || !in.finish()) {
    claim(in.has_failed() && !in.error().message.empty(), "what is not read has an error");
    claim(in.error().offset <= text.size(), "an error is in the text");
    return {};
  }
  return transcript;
}

/// A member of each shape that generated structs have.
struct Sample {
  std::string id;
  std::int64_t count = 0;
  std::optional<bool> flag;
  Nullable<double> ratio;
  OptionalNullable<std::string> note;
  std::vector<Sample> children;
  std::map<std::string, std::vector<std::int32_t>> groups;
  std::optional<Bytes> bytes;
  std::optional<DateTime> created;
  std::variant<bool, std::string, std::vector<double>, Json> any;
  std::map<std::string, Json> others;
};

}  // namespace

template <>
struct bindery::Codec<Sample> {
  static constexpr std::string_view names[] = {"id",       "count",  "flag",  "ratio",   "note",
                                               "children", "groups", "bytes", "created", "any"};

  static bool decode(JsonCursor& in, Sample& out) {
    static constexpr NameFilter filter(names);
    ObjectReader object(in, names, filter);
    while (object.next()) {
      switch (object.member()) {
        // clang-format off
        case 0: object.read(out.id); if (!object.next_is(1, names)) break; [[fallthrough]];
        case 1: object.read(out.count); if (!object.next_is(2, names)) break; [[fallthrough]];
        case 2: object.read(out.flag); if (!object.next_is(3, names)) break; [[fallthrough]];
        case 3: object.read(out.ratio); if (!object.next_is(4, names)) break; [[fallthrough]];
        case 4: object.read(out.note); if (!object.next_is(5, names)) break; [[fallthrough]];
        case 5: object.read(out.children); if (!object.next_is(6, names)) break; [[fallthrough]];
        case 6: object.read(out.groups); if (!object.next_is(7, names)) break; [[fallthrough]];
        case 7: object.read(out.bytes); if (!object.next_is(8, names)) break; [[fallthrough]];
        case 8: object.read(out.created); if (!object.next_is(9, names)) break; [[fallthrough]];
        case 9: decode_best<bool, std::string, std::vector<double>>(in, out.any); break;
        default: object.read_additional(out.others); break;
          // clang-format on
      }
    }
    return object.finish({0});
  }

  static void encode(JsonWriter& out, const Sample& value) {
    ObjectWriter object(out);
    object.member("id", value.id);
    object.member("count", value.count);
    object.member("flag", value.flag);
    object.member("ratio", value.ratio);
    object.member("note", value.note);
    object.member("children", value.children);
    object.member("groups", value.groups);
    object.member("bytes", value.bytes);
    object.member("created", value.created);
    std::visit([&](const auto& any) { object.member("any", any); }, value.any);
    object.additional(value.others);
    object.finish();
  }
};

namespace {

void check_struct(std::string_view text, bool is_json) {
  Sample strict, tolerant;
  DecodeError error;
  const bool is_read = decode_json(text, strict, error);
  claim(!is_read || is_json, "a struct is read from JSON only");

  std::vector<DecodeError> mismatches;
  const bool is_read_tolerantly =
      decode_json(text, tolerant, error, {Decode::tolerant, 256}, &mismatches);
  claim(!is_read_tolerantly || is_json, "tolerance ends where JSON ends");
  claim(is_read == (is_read_tolerantly && mismatches.empty()),
        "strict is tolerant and no mismatch");
  if (!is_read_tolerantly) return;

  const std::string once = to_json(tolerant);
  claim(!is_read || once == to_json(strict), "strict and tolerant read the same");
  Sample again;
  claim(decode_json(once, again, error), "what a struct writes can be read");
  claim(to_json(again) == once, "and says the same");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // A copy of exactly this size, so that a read past the end is seen.
  const std::vector<char> bytes(data, data + size);
  const std::string_view text(bytes.data(), bytes.size());
  const auto found = read_by_cursor(text);
  const Expectation expected = read_by_rapidjson(text);
  claim(expected.is_undecided || found == expected.transcript,
        "the cursor reads what RapidJSON reads");

  const auto json = from_json<Json>(text);
  claim(json.has_value() == found.has_value(), "skipping accepts what reading accepts");
  if (json.has_value()) {
    claim(json_equal(json->text(), json->text()), "JSON equals itself");
    const std::string wrapped = to_json(std::vector<Json>{*json, *json});
    claim(json->text().size() * 2 + 3 == wrapped.size(), "JSON is written as it was read");
  }
  check_struct(text, found.has_value());
  return 0;
}
