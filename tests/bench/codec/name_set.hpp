// Names of members, found the way a careful reader written by hand would find them.
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <string_view>

namespace codec_bench {

/// `N` names in the order documents have them. `find` tries the one expected next, then those of
/// the same length only, which is what a switch over the length comes to.
template <std::size_t N>
class NameSet {
 public:
  constexpr explicit NameSet(const std::array<std::string_view, N>& names) : names_(names) {
    for (const std::string_view name : names_) ++first_[name.size() + 1];
    for (std::size_t length = 1; length <= longest + 1; ++length) {
      first_[length] += first_[length - 1];
    }
    std::array<std::size_t, longest + 2> next = first_;
    for (std::size_t index = 0; index < N; ++index) {
      by_length_[next[names_[index].size()]++] = index;
    }
  }

  static constexpr std::size_t size() noexcept { return N; }
  constexpr std::string_view operator[](std::size_t index) const { return names_[index]; }

  /// The index of `name`; `N` when it is none of them.
  std::size_t find(std::string_view name, std::size_t expected) const noexcept {
    if (expected < N && is_same(names_[expected], name)) return expected;
    return find_by_length(name);
  }
  /// The same for a name that begins at `name` and ends before a quote.
  std::size_t find_quoted(const char* name, std::size_t expected) const noexcept {
    if (expected < N) {
      const std::string_view guess = names_[expected];
      // simdjson's padding makes it safe to look this far.
      if (name[guess.size()] == '"' && std::memcmp(name, guess.data(), guess.size()) == 0) {
        return expected;
      }
    }
    std::size_t length = 0;
    while (name[length] != '"') ++length;
    return find_by_length(std::string_view(name, length));
  }

 private:
  static constexpr std::size_t longest = 31;

  static bool is_same(std::string_view left, std::string_view right) noexcept {
    return left.size() == right.size() && std::memcmp(left.data(), right.data(), left.size()) == 0;
  }
  std::size_t find_by_length(std::string_view name) const noexcept {
    if (name.size() > longest) return N;
    const std::size_t end = first_[name.size() + 1];
    for (std::size_t at = first_[name.size()]; at < end; ++at) {
      const std::size_t index = by_length_[at];
      if (std::memcmp(names_[index].data(), name.data(), name.size()) == 0) return index;
    }
    return N;
  }

  std::array<std::string_view, N> names_;
  std::array<std::size_t, longest + 2> first_{};  // where the names of a length begin
  std::array<std::size_t, N> by_length_{};
};

template <class... Names>
constexpr NameSet<sizeof...(Names)> name_set(const Names&... names) {
  return NameSet<sizeof...(Names)>({std::string_view(names)...});
}

}  // namespace codec_bench
