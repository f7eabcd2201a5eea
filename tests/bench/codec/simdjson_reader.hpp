// simdjson On-Demand. It has no writer.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace codec_bench {

class SimdjsonReader {
 public:
  static constexpr std::string_view name = "simdjson";

  SimdjsonReader();
  ~SimdjsonReader();
  SimdjsonReader(const SimdjsonReader&) = delete;
  SimdjsonReader& operator=(const SimdjsonReader&) = delete;

  void prepare(const std::string& text, std::size_t count);
  template <class T>
  bool decode(std::size_t copy, T& value);

 private:
  // simdjson.hpp of one file only: that file is compiled for the processor it runs on.
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace codec_bench
