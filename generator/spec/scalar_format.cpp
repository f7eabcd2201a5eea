// Works on texts, since no C++ type holds every number of a document.
// Must not allocate: examples of megabytes pass through here.
#include "spec/scalar_format.hpp"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string>

namespace bindery::spec {
namespace {

template <class Integer>
bool fits(std::string_view number) {
  Integer value{};
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error == std::errc() && end == number.data() + number.size()) return true;
  if (number.find_first_of(".eE") == std::string_view::npos) return false;
  const double wide = std::strtod(std::string(number).c_str(), nullptr);
  // The upper bound itself is no double of 64 bits: it rounds up.
  return std::floor(wide) == wide &&
         wide >= static_cast<double>(std::numeric_limits<Integer>::min()) &&
         (sizeof(Integer) < 8 ? wide <= static_cast<double>(std::numeric_limits<Integer>::max())
                              : wide < static_cast<double>(std::numeric_limits<Integer>::max()));
}

int digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+') return 62;
  return c == '/' ? 63 : -1;
}

}  // namespace

bool is_integer(std::string_view number) {
  if (number.find_first_of(".eE") == std::string_view::npos) return true;
  const double value = std::strtod(std::string(number).c_str(), nullptr);
  return std::floor(value) == value;
}

bool fits_format(std::string_view number, std::string_view format) {
  if (format == "int32") return fits<std::int32_t>(number);
  if (format == "int64") return fits<std::int64_t>(number);
  if (format == "uint32") return fits<std::uint32_t>(number);
  if (format == "uint64") return fits<std::uint64_t>(number);
  return true;
}

bool is_canonical_base64(std::string_view text) {
  if (text.size() % 4 != 0) return false;
  std::size_t padding = 0;
  while (padding < 2 && padding < text.size() && text[text.size() - 1 - padding] == '=') ++padding;
  const std::string_view digits = text.substr(0, text.size() - padding);
  for (const char c : digits) {
    if (digit(c) < 0) return false;
  }
  if (padding == 0) return true;
  const int unused = padding == 2 ? 0xF : 0x3;
  return (digit(digits.back()) & unused) == 0;
}

}  // namespace bindery::spec
