// Counts and numbers to literals of their own types.
// Must not change a bound: integers stay integers, fractions the nearest double.
#include "cpp/constraint_text.hpp"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <optional>
#include <string_view>

#include "cpp/literal.hpp"

namespace bindery::cpp {
namespace {

constexpr std::string_view unique_items = "bindery::unique_items";
constexpr std::string_view properties = "bindery::properties";

std::string unsigned_literal(std::uint64_t value) {
  constexpr std::uint64_t largest_signed = std::numeric_limits<std::int64_t>::max();
  return std::to_string(value) + (value > largest_signed ? "u" : "");
}

std::optional<std::uint64_t> as_unsigned(std::string_view number) {
  std::uint64_t value = 0;
  const char* end = number.data() + number.size();
  const auto [rest, error] = std::from_chars(number.data(), end, value);
  if (error != std::errc() || rest != end) return std::nullopt;
  return value;
}

std::string number_literal(const std::string& number) {
  if (const auto integer = as_integer(number)) return integer_literal(*integer);
  if (const auto integer = as_unsigned(number)) return unsigned_literal(*integer);
  return double_literal(number);
}

double value_of(const std::string& number) { return std::strtod(number.c_str(), nullptr); }

class Texts {
 public:
  void count(std::string_view name, const std::optional<std::uint64_t>& least,
             const std::optional<std::uint64_t>& most) {
    if (least.value_or(0) == 0 && !most) return;
    std::string arguments = unsigned_literal(least.value_or(0));
    if (most) arguments += ", " + unsigned_literal(*most);
    add(name, arguments);
  }

  // Beyond all doubles: what all of them keep is not said, and what none keeps stays so.
  void least(std::string_view name, const std::optional<std::string>& bound) {
    if (!bound) return;
    if (!std::isinf(value_of(*bound))) {
      add(name, number_literal(*bound));
    } else if (value_of(*bound) > 0) {
      add("bindery::above", double_literal(*bound));
    }
  }
  void most(std::string_view name, const std::optional<std::string>& bound) {
    if (!bound) return;
    if (!std::isinf(value_of(*bound))) {
      add(name, number_literal(*bound));
    } else if (value_of(*bound) < 0) {
      add("bindery::below", double_literal(*bound));
    }
  }

  void step(const std::optional<std::string>& step) {
    if (!step || !(value_of(*step) > 0) || std::isinf(value_of(*step))) return;
    add("bindery::multiple_of", number_literal(*step));
  }

  void add(std::string_view name, const std::string& arguments) {
    all_.push_back(std::string(name) + "(" + arguments + ")");
  }
  void constant(std::string_view name) { all_.emplace_back(name); }

  std::vector<std::string> take() { return std::move(all_); }

 private:
  std::vector<std::string> all_;
};

}  // namespace

std::vector<std::string> constraint_texts(const model::Constraints& constraints,
                                          const Applicable& applicable) {
  Texts texts;
  if (applicable.text) {
    texts.count("bindery::length", constraints.min_length, constraints.max_length);
    if (constraints.pattern && !constraints.pattern->empty()) {
      texts.add("bindery::pattern", string_literal(*constraints.pattern));
    }
  }
  if (applicable.number) {
    texts.least("bindery::at_least", constraints.minimum);
    texts.least("bindery::above", constraints.exclusive_minimum);
    texts.most("bindery::at_most", constraints.maximum);
    texts.most("bindery::below", constraints.exclusive_maximum);
    texts.step(constraints.multiple_of);
  }
  if (applicable.list) {
    texts.count("bindery::items", constraints.min_items, constraints.max_items);
    if (constraints.unique_items) texts.constant(unique_items);
  }
  if (applicable.members) {
    texts.count(properties, constraints.min_properties, constraints.max_properties);
  }
  return texts.take();
}

bool is_unique_items(const std::string& text) { return text == unique_items; }

bool counts_members(const std::string& text) {
  return text.compare(0, properties.size() + 1, std::string(properties) + "(") == 0;
}

}  // namespace bindery::cpp
