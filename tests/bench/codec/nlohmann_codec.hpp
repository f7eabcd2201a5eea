// nlohmann::json: a document in memory, and structs from it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace codec_bench {

class NlohmannReader {
 public:
  static constexpr std::string_view name = "nlohmann";

  void prepare(const std::string& text, std::size_t count) { copies_.assign(count, text); }
  template <class T>
  bool decode(std::size_t copy, T& value);

 private:
  std::vector<std::string> copies_;
};

struct NlohmannWriter {
  static constexpr std::string_view name = "nlohmann";
  using Text = std::string;

  template <class T>
  static Text encode(const T& value);
  static std::string_view view(const Text& text) { return text; }
};

}  // namespace codec_bench
