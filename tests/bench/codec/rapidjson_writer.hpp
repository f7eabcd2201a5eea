// RapidJSON's writer into its own buffer, which is nearer to it than a std::string.
#pragma once

#include <string_view>

#include <rapidjson/stringbuffer.h>

namespace codec_bench {

struct RapidjsonWriter {
  static constexpr std::string_view name = "rapidjson";
  using Text = rapidjson::StringBuffer;

  template <class T>
  static Text encode(const T& value);
  // Writes the end of the text, which costs the writer nothing where nobody asks for it.
  static std::string_view view(const Text& text) { return {text.GetString(), text.GetSize()}; }
};

}  // namespace codec_bench
