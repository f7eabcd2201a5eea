// SPDX-License-Identifier: MIT-0
// Numbers from JSON text: exact integers, correctly rounded floats. float_text.hpp writes them.
// Must not depend on the locale, nor report errors: the cursor does.
#pragma once

#include <charconv>
#include <clocale>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>

#include "bindery/json_scan.hpp"

namespace bindery {
inline namespace v1 {
namespace detail {

// libc++ before 20 has no std::from_chars for floats.
#if defined(__cpp_lib_to_chars) && __cpp_lib_to_chars >= 201611L
inline constexpr bool has_float_charconv = true;
#else
inline constexpr bool has_float_charconv = false;
#endif

constexpr bool is_digit(char character) noexcept { return character >= '0' && character <= '9'; }

/// A number token taken apart: +-`digits` x 10^`exponent` when `is_exact`.
struct JsonNumber {
  const char* begin = nullptr;
  /// Past the token; where the grammar broke when scanning failed.
  const char* end = nullptr;
  /// All digits as one integer; meaningless when not `is_exact`.
  std::uint64_t digits = 0;
  std::int64_t exponent = 0;
  /// The one after `e`; 0 without.
  std::int64_t written_exponent = 0;
  bool is_negative = false;
  /// False when there are more than 19 digits.
  bool is_exact = true;

  std::string_view text() const noexcept {
    return std::string_view(begin, static_cast<std::size_t>(end - begin));
  }
};

#if defined(__GNUC__) && defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define BINDERY_HAS_DIGIT_WORDS 1
/// Eight bytes of a number, the first one lowest.
struct DigitWord {
  /// Digits are 0 to 9.
  std::uint64_t values;
  /// The high bit of each byte that is no digit. A carry can reach only bytes behind one that is
  /// not ASCII.
  std::uint64_t others;

  static constexpr std::uint64_t powers_of_ten[] = {1,      10,      100,      1000,     10000,
                                                    100000, 1000000, 10000000, 100000000};

  explicit DigitWord(const char* at) noexcept {
    std::memcpy(&values, at, sizeof values);
    values ^= 0x3030303030303030u;
    others = (values | (values + 0x7676767676767676u)) & 0x8080808080808080u;
  }

  static int leading(std::uint64_t others) noexcept {
    return others == 0 ? 8 : __builtin_ctzll(others) / 8;
  }
  /// The first `count` bytes, 1 to 8, as a number: zeros come before them instead of what stands
  /// behind; then pairs are made, then fours, then all.
  static std::uint64_t number(std::uint64_t word, int count) noexcept {
    word <<= 64 - 8 * count;
    word = word * 2561 >> 8;
    word = (word & 0x00FF00FF00FF00FFu) * 6553601 >> 16;
    return (word & 0x0000FFFF0000FFFFu) * 42949672960001u >> 32;
  }
};
#endif

// Appends the digits at `at` to `value`, which wraps when there are too many; returns their end.
BINDERY_ALWAYS_INLINE const char* take_digits(const char* at, const char* end,
                                              std::uint64_t& value) noexcept {
#if defined(BINDERY_HAS_DIGIT_WORDS)
  // How many bytes of a word are digits is computed: a loop would guess it, and often wrong.
  while (end - at >= 8) {
    const DigitWord word(at);
    const int count = DigitWord::leading(word.others);
    if (count == 0) return at;
    value = value * DigitWord::powers_of_ten[count] + DigitWord::number(word.values, count);
    at += count;
    if (count != 8) return at;
  }
#endif
  for (; at != end && is_digit(*at); ++at) {
    value = value * 10 + static_cast<std::uint64_t>(*at - '0');
  }
  return at;
}

// The end of the digits at `at`.
BINDERY_ALWAYS_INLINE const char* pass_digits(const char* at, const char* end) noexcept {
#if defined(BINDERY_HAS_DIGIT_WORDS)
  while (end - at >= 8) {
    const int count = DigitWord::leading(DigitWord(at).others);
    at += count;
    if (count != 8) return at;
  }
#endif
  while (at != end && is_digit(*at)) ++at;
  return at;
}

// Reads `e` and the exponent, and goes behind it; false where that is broken.
inline bool take_exponent(const char*& at, const char* end, std::int64_t& exponent) noexcept {
  ++at;
  const bool is_down = at != end && *at == '-';
  if (at != end && (*at == '-' || *at == '+')) ++at;
  if (at == end || !is_digit(*at)) return false;
  exponent = 0;
  do {
    // Saturates far beyond any exponent that the digits of a text in memory could outweigh.
    if (exponent < 1'000'000'000'000'000) exponent = exponent * 10 + (*at - '0');
    ++at;
  } while (at != end && is_digit(*at));
  if (is_down) exponent = -exponent;
  return true;
}

// How many zeros stand in front of the other digits.
inline std::ptrdiff_t leading_zeros(const char* at, const char* end) noexcept {
  std::ptrdiff_t zeros = 0;
  for (; at != end && (*at == '0' || *at == '.'); ++at) zeros += *at == '0' ? 1 : 0;
  return zeros;
}

/// Reads a number by the grammar of RFC 8259 section 6; false where it is broken. Part of its
/// caller, where the number need not be in memory.
BINDERY_ALWAYS_INLINE bool take_number(const char* at, const char* end,
                                       JsonNumber& number) noexcept {
  number.begin = at;
  number.is_negative = at != end && *at == '-';
  at += number.is_negative ? 1 : 0;
  const char* const first = at;
  std::uint64_t digits = 0;  // wraps when there are too many, which is found out below
  at = take_digits(at, end, digits);
  std::ptrdiff_t count = at - first;
  std::ptrdiff_t places = 0;
  number.end = at;
  if (count == 0) return false;
  if (*first == '0' && count > 1) {
    number.end = first + 1;
    return false;
  }
  if (at != end && *at == '.') {
    const char* const point = at++;
    at = take_digits(at, end, digits);
    places = at - point - 1;
    count += places;
    number.end = at;
    if (places == 0) return false;
  }
  number.digits = digits;
  number.exponent = -places;
  // 19 digits always fit.
  number.is_exact = count <= 19 || count - leading_zeros(first, at) <= 19;
  if (at != end && (*at == 'e' || *at == 'E')) {
    const bool is_whole = take_exponent(at, end, number.written_exponent);
    number.end = at;
    if (!is_whole) return false;
    number.exponent += number.written_exponent;
  }
  return true;
}

/// The same as a call.
inline bool scan_number(const char* at, const char* end, JsonNumber& number) noexcept {
  return take_number(at, end, number);
}

/// What became of a number on its way into a C++ type.
enum class Conversion { done, not_integer, out_of_range };

/// `digits` x 10^`exponent` as an integer.
inline Conversion scale(std::uint64_t digits, std::int64_t exponent,
                        std::uint64_t& magnitude) noexcept {
  for (; exponent < 0 && digits % 10 == 0 && digits != 0; ++exponent) digits /= 10;
  if (digits != 0 && exponent < 0) return Conversion::not_integer;
  for (; exponent > 0 && digits != 0; --exponent) {
    if (digits > (std::numeric_limits<std::uint64_t>::max)() / 10) return Conversion::out_of_range;
    digits *= 10;
  }
  magnitude = digits;
  return Conversion::done;
}

/// The magnitude of an integer however it is written (`12`, `1.20e1`), exactly.
inline Conversion to_magnitude(const JsonNumber& number, std::uint64_t& magnitude) noexcept {
  if (number.is_exact) return scale(number.digits, number.exponent, magnitude);
  // 20 digits and more: read again, leaving out the zeros that no digit follows.
  std::uint64_t value = 0;
  std::int64_t exponent = number.written_exponent;
  std::int64_t zeros = 0;
  bool is_fraction = false;
  bool overflows = false;
  const auto push = [&value, &overflows](std::uint64_t digit) {
    overflows = overflows || value > ((std::numeric_limits<std::uint64_t>::max)() - digit) / 10;
    value = value * 10 + digit;
  };
  for (const char* at = number.begin; at != number.end && *at != 'e' && *at != 'E'; ++at) {
    if (*at == '.') is_fraction = true;
    if (!is_digit(*at)) continue;
    if (is_fraction) --exponent;
    if (*at == '0') {
      ++zeros;
      continue;
    }
    for (; zeros > 0; --zeros) {
      if (value != 0) push(0);
    }
    push(static_cast<std::uint64_t>(*at - '0'));
  }
  exponent += zeros;
  if (overflows) return exponent < 0 ? Conversion::not_integer : Conversion::out_of_range;
  return scale(value, exponent, magnitude);
}

/// Neither infinite nor NaN. (<cmath> would cost every user more than the rest of this file.)
template <class Float>
constexpr bool is_finite(Float value) noexcept {
  return value <= (std::numeric_limits<Float>::max)() &&
         value >= std::numeric_limits<Float>::lowest();
}

/// The number as the C library reads it, whatever the locale says. For standard libraries without
/// `std::from_chars` of floats, and for what is too small for it.
template <class Float>
Float parse_float_portable(std::string_view text) {
  std::string copy(text);
  const std::lconv* const convention = std::localeconv();
  const std::size_t point = copy.find('.');
  if (point != std::string::npos) copy.replace(point, 1, convention->decimal_point);
  if constexpr (std::is_same_v<Float, float>) {
    return std::strtof(copy.c_str(), nullptr);
  } else {
    return std::strtod(copy.c_str(), nullptr);
  }
}

/// What one rounding does: both the digits and the power of ten exact in the type (Clinger 1990).
template <class Float>
struct ExactFloat {
  static constexpr bool is_float = std::is_same_v<Float, float>;
  static constexpr std::uint64_t most_digits = std::uint64_t{1} << (is_float ? 24 : 53);
  static constexpr int most_places = is_float ? 10 : 22;
  static constexpr Float signs[] = {Float(1), Float(-1)};  // to multiply by: no branch
  static constexpr Float negative_powers[] = {Float(-1e0), Float(-1e1), Float(-1e2), Float(-1e3),
                                              Float(-1e4), Float(-1e5), Float(-1e6), Float(-1e7)};
  static constexpr Float powers[] = {
      Float(1e0),  Float(1e1),  Float(1e2),  Float(1e3),  Float(1e4),  Float(1e5),
      Float(1e6),  Float(1e7),  Float(1e8),  Float(1e9),  Float(1e10), Float(1e11),
      Float(1e12), Float(1e13), Float(1e14), Float(1e15), Float(1e16), Float(1e17),
      Float(1e18), Float(1e19), Float(1e20), Float(1e21), Float(1e22)};
};

#if defined(__SIZEOF_INT128__)
__extension__ typedef unsigned __int128 WideInteger;

/// The powers of five that fit into 64 bits, each shifted until its highest bit is set, with what
/// divides by it: floor((2^128 - 1) / power) - 2^64 (Moeller and Granlund 2011).
struct PowersOfFive {
  static constexpr int highest = 27;
  std::uint64_t shifted[highest + 1] = {};
  std::uint64_t reciprocal[highest + 1] = {};
  int shift[highest + 1] = {};

  constexpr PowersOfFive() {
    std::uint64_t power = 1;
    for (int i = 0; i <= highest; ++i) {
      shifted[i] = power;
      for (; shifted[i] >> 63 == 0; ++shift[i]) shifted[i] *= 2;
      reciprocal[i] = static_cast<std::uint64_t>(~WideInteger{0} / shifted[i]);
      power *= i < highest ? 5 : 1;
    }
  }
};
inline constexpr PowersOfFive powers_of_five{};

/// `digits`, not 0, times 10^`exponent`, at most 27 from 0, rounded once: 62 bits and more are
/// computed, and the lowest of them tells whether anything but zeros would follow.
template <class Float>
BINDERY_ALWAYS_INLINE Conversion scale_exactly(std::uint64_t digits, int exponent,
                                               Float& value) noexcept {
  const int zeros = __builtin_clzll(digits);
  digits <<= zeros;
  std::uint64_t bits = 0;
  int scale = exponent - zeros;
  if (exponent < 0) {
    const std::uint64_t divisor = powers_of_five.shifted[-exponent];
    // digits x 2^62 by the divisor: their algorithm 4.
    const std::uint64_t high = digits >> 2;
    const std::uint64_t low = digits << 62;
    const WideInteger guess =
        WideInteger{high} * powers_of_five.reciprocal[-exponent] + (WideInteger{high} << 64 | low);
    bits = static_cast<std::uint64_t>(guess >> 64) + 1;
    std::uint64_t remainder = low - bits * divisor;
    // As often true as not, and late: a branch would be guessed wrong.
    const std::uint64_t is_too_high = remainder > static_cast<std::uint64_t>(guess) ? 1 : 0;
    bits -= is_too_high;
    remainder += divisor & (0 - is_too_high);
    if (remainder >= divisor) {
      ++bits;
      remainder -= divisor;
    }
    bits |= remainder != 0 ? 1u : 0u;
    scale += powers_of_five.shift[-exponent] - 62;
  } else {
    const WideInteger product = WideInteger{digits} * powers_of_five.shifted[exponent];
    bits = static_cast<std::uint64_t>(product >> 65);
    if ((product << 63) != 0) bits |= 1u;
    scale += 65 - powers_of_five.shift[exponent];
  }
  const std::uint64_t power_bits = static_cast<std::uint64_t>(1023 + scale) << 52;
  double power;
  std::memcpy(&power, &power_bits, sizeof power);
  // The one rounding is the conversion of the bits.
  const double scaled =
      static_cast<double>(static_cast<Float>(static_cast<std::int64_t>(bits))) * power;
  if (scaled > static_cast<double>((std::numeric_limits<Float>::max)())) {
    return Conversion::out_of_range;
  }
  value = static_cast<Float>(scaled);
  return Conversion::done;
}
#endif

/// The nearest `Float` to what stands there by the grammar of JSON; too small a number is 0, too
/// large a one is out of range.
template <class Float>
Conversion parse_float(const char* begin, const char* end, Float& value) {
  if constexpr (has_float_charconv) {
    if (std::from_chars(begin, end, value).ec == std::errc()) return Conversion::done;
  }
  value =
      parse_float_portable<Float>(std::string_view(begin, static_cast<std::size_t>(end - begin)));
  return is_finite(value) ? Conversion::done : Conversion::out_of_range;
}

/// The same of a number that was taken apart. A call: what is rare in it would slow down scanning.
template <class Float>
BINDERY_NOINLINE Conversion to_float(const JsonNumber& number, Float& value) {
  using Exact = ExactFloat<Float>;
  if (!number.is_exact) return parse_float(number.begin, number.end, value);
  const std::int64_t exponent = number.exponent;
  Float magnitude{};
  if (number.digits <= Exact::most_digits && exponent >= -Exact::most_places &&
      exponent <= Exact::most_places) {
    magnitude = static_cast<Float>(static_cast<std::int64_t>(number.digits));
    if (exponent <= 0) {
      magnitude /= Exact::powers[-exponent];
    } else {
      magnitude *= Exact::powers[exponent];
    }
  } else if (number.digits != 0) {
#if defined(__SIZEOF_INT128__)
    constexpr int most = PowersOfFive::highest;
    if (exponent < -most || exponent > most) return parse_float(number.begin, number.end, value);
    if (scale_exactly(number.digits, static_cast<int>(exponent), magnitude) != Conversion::done) {
      return Conversion::out_of_range;
    }
#else
    return parse_float(number.begin, number.end, value);
#endif
  }
  value = magnitude * Exact::signs[number.is_negative ? 1 : 0];
  return Conversion::done;
}

// take_float for all numbers. A call: what it needs in registers would slow down the short ones.
template <class Float>
BINDERY_NOINLINE const char* take_any_float(const char* at, const char* end, Float& value,
                                            Conversion& conversion) {
  JsonNumber number;
  if (!take_number(at, end, number)) return nullptr;
  conversion = to_float(number, value);
  return number.end;
}

#if defined(BINDERY_HAS_DIGIT_WORDS) && defined(__SIZEOF_INT128__)
/// Goes on behind the point of a number without exponent, whose digits before it are `digits`:
/// where 19 digits are enough, and 17 bytes can be read. Returns the end, or null.
template <class Float>
BINDERY_NOINLINE const char* take_long_fraction(const char* at, std::uint64_t digits,
                                                Float& magnitude) {
  using Exact = ExactFloat<Float>;
  const DigitWord high(at);
  int places = DigitWord::leading(high.others);
  if (places == 0) return nullptr;
  digits = digits * DigitWord::powers_of_ten[places] + DigitWord::number(high.values, places);
  if (places == 8) {
    const DigitWord low(at + 8);
    const int count = DigitWord::leading(low.others);
    if (count == 8 || digits >= 1'000'000'000'000) return nullptr;
    digits *= DigitWord::powers_of_ten[count];
    if (count != 0) digits += DigitWord::number(low.values, count);
    places += count;
  }
  at += places;
  if (*at == 'e' || *at == 'E') return nullptr;
  if (digits <= Exact::most_digits && places <= Exact::most_places) {
    magnitude = static_cast<Float>(static_cast<std::int64_t>(digits)) / Exact::powers[places];
    return at;
  }
  return digits != 0 && scale_exactly(digits, -places, magnitude) == Conversion::done ? at
                                                                                      : nullptr;
}
#endif

/// Reads the number at `at` as a `Float`; returns its end, or null where there is none.
template <class Float>
const char* take_float(const char* at, const char* end, Float& value, Conversion& conversion) {
#if defined(BINDERY_HAS_DIGIT_WORDS) && defined(__SIZEOF_INT128__)
  using Exact = ExactFloat<Float>;
  // A sign, seven digits and the point, and what take_long_fraction reads.
  if (end - at >= 1 + 8 + 17) {
    const bool is_negative = *at == '-';
    const char* const first = at + (is_negative ? 1 : 0);
    const DigitWord word(first);
    const int whole = DigitWord::leading(word.others);
    if (whole != 0 && whole != 8 && first[whole] == '.' && (*first != '0' || whole == 1)) {
      conversion = Conversion::done;
      const std::uint64_t others = word.others >> 8 >> 8 * whole;
      if (others != 0) {
        // As prices are: the digits, seven at most, are moved together. Exact, as the power is.
        const int places = DigitWord::leading(others);
        const char* const stop = first + whole + 1 + places;
        if (places != 0 && *stop != 'e' && *stop != 'E') {
          const std::uint64_t before = (std::uint64_t{1} << 8 * whole) - 1;
          const std::uint64_t digits = DigitWord::number(
              (word.values & before) | (word.values >> 8 & ~before), whole + places);
          const Float* const powers = is_negative ? Exact::negative_powers : Exact::powers;
          value = static_cast<Float>(static_cast<std::int64_t>(digits)) / powers[places];
          return stop;
        }
      } else {
        Float magnitude{};
        const char* const stop =
            take_long_fraction(first + whole + 1, DigitWord::number(word.values, whole), magnitude);
        if (stop != nullptr) {
          value = magnitude * Exact::signs[is_negative ? 1 : 0];
          return stop;
        }
      }
    }
  }
#endif
  return take_any_float(at, end, value, conversion);
}

}  // namespace detail
}  // namespace v1
}  // namespace bindery

#undef BINDERY_HAS_DIGIT_WORDS
