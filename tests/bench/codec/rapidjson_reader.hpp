// RapidJSON's SAX reader, over the text in place.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <rapidjson/reader.h>

namespace codec_bench {

class RapidjsonReader {
 public:
  static constexpr std::string_view name = "rapidjson";

  // Reading in place writes into the text, so every copy is good for one time.
  void prepare(const std::string& text, std::size_t count) { copies_.assign(count, text); }
  template <class T>
  bool decode(std::size_t copy, T& value);

 private:
  std::vector<std::string> copies_;
  rapidjson::Reader reader_;
};

}  // namespace codec_bench
