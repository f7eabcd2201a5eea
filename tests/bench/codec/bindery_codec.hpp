// Our own codec, as a generated client calls it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace codec_bench {

/// A reader has a `name`, copies of a text that it prepares outside of the timing, and `decode`,
/// which reads one of them into a fresh value.
class BinderyReader {
 public:
  static constexpr std::string_view name = "bindery";

  void prepare(const std::string& text, std::size_t count) { copies_.assign(count, text); }
  template <class T>
  bool decode(std::size_t copy, T& value);

 private:
  std::vector<std::string> copies_;
};

/// A writer has a `name` and a type for its `Text`, from which `view` makes a view.
struct BinderyWriter {
  static constexpr std::string_view name = "bindery";
  using Text = std::string;

  template <class T>
  static Text encode(const T& value);
  static std::string_view view(const Text& text) { return text; }
};

}  // namespace codec_bench
