// The documents the benchmarks read: the same bytes on every machine and in every run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace codec_bench {

/// Numbers by Knuth's linear congruence: the standard's distributions differ between libraries.
class LinearGenerator {
 public:
  explicit LinearGenerator(std::uint64_t seed) : state_(seed) {}

  /// From 0 to `end` - 1.
  std::size_t below(std::size_t end) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::size_t>((state_ >> 33) % end);
  }
  std::int64_t between(std::int64_t least, std::int64_t most) {
    return least + static_cast<std::int64_t>(below(static_cast<std::size_t>(most - least + 1)));
  }
  template <std::size_t N>
  std::string_view one_of(const std::string_view (&choices)[N]) {
    return choices[below(N)];
  }
  /// `count` characters out of `alphabet`.
  std::string letters(std::size_t count, std::string_view alphabet) {
    std::string text;
    for (std::size_t at = 0; at < count; ++at) text.push_back(alphabet[below(alphabet.size())]);
    return text;
  }

 private:
  std::uint64_t state_;
};

/// Adds a comma unless a container begins just before.
inline void separate(std::string& text) {
  if (text.back() != '[' && text.back() != '{') text.push_back(',');
}

/// A page of HeyGen's videos, some 650 bytes each.
std::string videos_document(std::size_t count);
/// The same with as many members again that the API's document does not name.
std::string unknown_document(std::size_t count);

/// Comments full of escapes, and comments in many scripts.
std::string escapes_document(std::size_t count);
std::string text_document(std::size_t count);

std::string integers_document(std::size_t count);
std::string short_doubles_document(std::size_t count);
std::string long_doubles_document(std::size_t count);

/// Chains of folders, 200 objects deep (400 containers), beside wide trees.
std::string nested_document(std::size_t chains);
std::string unions_document(std::size_t count);
std::string wide_document(std::size_t count);

}  // namespace codec_bench
