// SPDX-License-Identifier: MIT-0
// Finding the end of plain text inside JSON strings, many bytes at a time.
// Must never read a byte at or past the end it is given.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__AVX2__) && defined(__GNUC__)
#include <immintrin.h>
#elif defined(__SSE2__) && defined(__GNUC__)
#include <emmintrin.h>
#elif defined(__ARM_NEON) && defined(__GNUC__) && defined(__BYTE_ORDER__) && \
    __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#include <arm_neon.h>
#define BINDERY_HAS_NEON 1
#endif

// For what is so short that the call costs more; compilers do not always see that by themselves.
#if defined(__GNUC__)
#define BINDERY_ALWAYS_INLINE inline __attribute__((always_inline))
#define BINDERY_NOINLINE __attribute__((noinline))
#else
#define BINDERY_ALWAYS_INLINE inline
#define BINDERY_NOINLINE
#endif

namespace bindery {
inline namespace v1 {
namespace detail {

/// True for the bytes a JSON string cannot simply hold: `"`, `\`, controls and all but ASCII.
constexpr bool is_special(char byte) noexcept {
  const auto value = static_cast<unsigned char>(byte);
  return value < 0x20 || value >= 0x80 || byte == '"' || byte == '\\';
}

/// The first special byte, or `end`: eight bytes at a time, on any machine.
inline const char* find_special_portable(const char* at, const char* end) noexcept {
  constexpr std::uint64_t ones = 0x0101010101010101u;
  constexpr std::uint64_t highs = 0x8080808080808080u;
  while (end - at >= 8) {
    std::uint64_t word;
    std::memcpy(&word, at, sizeof word);
    const std::uint64_t quotes = word ^ (ones * 0x22u);
    const std::uint64_t slashes = word ^ (ones * 0x5Cu);
    // Each term sets the high bit of a byte that is special. A borrow can only reach bytes beside
    // one that is, so the sum of them is exact.
    const std::uint64_t found =
        word | (((quotes - ones) & ~quotes) | ((slashes - ones) & ~slashes) |
                ((word - ones * 0x20u) & ~word));
    if ((found & highs) != 0) break;
    at += 8;
  }
  while (at != end && !is_special(*at)) ++at;
  return at;
}

#if defined(__SSE2__) && defined(__GNUC__)
#define BINDERY_HAS_BLOCKS 1
/// 16 bytes of text.
class TextBlock {
 public:
  BINDERY_ALWAYS_INLINE explicit TextBlock(const char* at) noexcept
      : bytes_(_mm_loadu_si128(reinterpret_cast<const __m128i*>(at))) {}

  BINDERY_ALWAYS_INLINE void store(char* out) const noexcept {
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out), bytes_);
  }
  /// The place of the first special one; 16 when there is none.
  BINDERY_ALWAYS_INLINE int first_special() const noexcept {
    return __builtin_ctz(specials() | 0x10000u);
  }
  /// A bit for each byte, set for the special ones.
  BINDERY_ALWAYS_INLINE unsigned specials() const noexcept {
    // Compared as signed bytes, what is not ASCII is below the space too.
    const __m128i found = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(bytes_, _mm_set1_epi8('"')),
                                                    _mm_cmpeq_epi8(bytes_, _mm_set1_epi8('\\'))),
                                       _mm_cmplt_epi8(bytes_, _mm_set1_epi8(' ')));
    return static_cast<unsigned>(_mm_movemask_epi8(found));
  }

 private:
  __m128i bytes_;
};
#elif defined(BINDERY_HAS_NEON)
#define BINDERY_HAS_BLOCKS 1
/// 16 bytes of text.
class TextBlock {
 public:
  BINDERY_ALWAYS_INLINE explicit TextBlock(const char* at) noexcept
      : bytes_(vld1q_u8(reinterpret_cast<const std::uint8_t*>(at))) {}

  BINDERY_ALWAYS_INLINE void store(char* out) const noexcept {
    vst1q_u8(reinterpret_cast<std::uint8_t*>(out), bytes_);
  }
  /// The place of the first special one; 16 when there is none.
  BINDERY_ALWAYS_INLINE int first_special() const noexcept {
    // Four bits of each byte, since there is no instruction that takes one.
    const uint8x8_t halves = vshrn_n_u16(vreinterpretq_u16_u8(found()), 4);
    const std::uint64_t mask = vget_lane_u64(vreinterpret_u64_u8(halves), 0);
    return mask == 0 ? 16 : __builtin_ctzll(mask) / 4;
  }
  /// A bit for each byte, set for the special ones.
  BINDERY_ALWAYS_INLINE unsigned specials() const noexcept {
    // One bit of each byte, another one in each of eight: their sums hold them all.
    const uint8x16_t weights = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    const uint8x16_t weighed = vandq_u8(found(), weights);
    uint8x8_t sums = vpadd_u8(vget_low_u8(weighed), vget_high_u8(weighed));
    sums = vpadd_u8(sums, sums);
    sums = vpadd_u8(sums, sums);
    return vget_lane_u16(vreinterpret_u16_u8(sums), 0);
  }

 private:
  // All bits of the special ones.
  BINDERY_ALWAYS_INLINE uint8x16_t found() const noexcept {
    // Counted from the space on, controls come last, behind what is not ASCII.
    const uint8x16_t from_space = vsubq_u8(bytes_, vdupq_n_u8(' '));
    return vorrq_u8(vorrq_u8(vceqq_u8(bytes_, vdupq_n_u8('"')), vceqq_u8(bytes_, vdupq_n_u8('\\'))),
                    vcgeq_u8(from_space, vdupq_n_u8(0x80 - ' ')));
  }

  uint8x16_t bytes_;
};
#endif

/// The first special byte, or `end`.
inline const char* find_special(const char* at, const char* end) noexcept {
#if defined(__AVX2__) && defined(__GNUC__)
  while (end - at >= 32) {
    const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
    const __m256i found =
        _mm256_or_si256(_mm256_or_si256(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('"')),
                                        _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\\'))),
                        _mm256_cmpgt_epi8(_mm256_set1_epi8(' '), bytes));
    const auto mask = static_cast<unsigned>(_mm256_movemask_epi8(found));
    if (mask != 0) return at + __builtin_ctz(mask);
    at += 32;
  }
#endif
#if defined(BINDERY_HAS_BLOCKS)
  while (end - at >= 16) {
    const int first = TextBlock(at).first_special();
    if (first != 16) return at + first;
    at += 16;
  }
#endif
  return find_special_portable(at, end);
}

/// find_special where it is mostly near, as the end of a name is: a call costs more than one look.
BINDERY_ALWAYS_INLINE const char* find_special_near(const char* at, const char* end) noexcept {
#if defined(BINDERY_HAS_BLOCKS)
  if (end - at >= 16) {
    const int first = TextBlock(at).first_special();
    if (first != 16) return at + first;
    at += 16;
  }
#endif
  return find_special(at, end);
}

/// The place of the lowest bit that is set; there must be one.
BINDERY_ALWAYS_INLINE int lowest_bit(std::uint64_t bits) noexcept {
#if defined(__GNUC__)
  return __builtin_ctzll(bits);
#else
  int place = 0;
  for (; (bits & 1u) == 0; bits >>= 1) ++place;
  return place;
#endif
}

/// A bit for each of the 64 bytes at `at`, the first one lowest: set for the special ones.
BINDERY_ALWAYS_INLINE std::uint64_t special_mask(const char* at) noexcept {
  std::uint64_t mask = 0;
#if defined(BINDERY_HAS_BLOCKS)
  for (int block = 0; block < 4; ++block) {
    mask |= std::uint64_t{TextBlock(at + 16 * block).specials()} << 16 * block;
  }
#else
  for (int place = 0; place < 64; ++place) {
    mask |= std::uint64_t{is_special(at[place])} << place;
  }
#endif
  return mask;
}

/// Copies plain bytes from `at` to `out` up to the first special one, 16 at most; `out` has room
/// for 16 and moves behind those that were copied. Returns the place of the first one that was not.
inline const char* copy_plain(const char* at, const char* end, char*& out) noexcept {
#if defined(BINDERY_HAS_BLOCKS)
  if (end - at >= 16) {
    const TextBlock block(at);
    block.store(out);
    const int count = block.first_special();
    out += count;
    return at + count;
  }
#endif
  const char* const stop = end - at < 16 ? end : at + 16;
  char* to = out;
  while (at != stop && !is_special(*at)) *to++ = *at++;
  out = to;
  return at;
}

/// Equality of two texts of one size, a word at a time: names are short, and a call costs more.
BINDERY_ALWAYS_INLINE bool same_bytes(const char* left, const char* right,
                                      std::size_t size) noexcept {
  const auto same = [left, right](std::size_t at, auto word) {
    auto other = word;
    std::memcpy(&word, left + at, sizeof word);
    std::memcpy(&other, right + at, sizeof word);
    return word == other;
  };
  // The last word once more, whole.
  if (size >= 8) {
    for (std::size_t at = 0; at + 8 <= size; at += 8) {
      if (!same(at, std::uint64_t{})) return false;
    }
    return same(size - 8, std::uint64_t{});
  }
  if (size >= 4) return same(0, std::uint32_t{}) && same(size - 4, std::uint32_t{});
  for (std::size_t at = 0; at < size; ++at) {
    if (left[at] != right[at]) return false;
  }
  return true;
}

BINDERY_ALWAYS_INLINE bool same_text(std::string_view left, std::string_view right) noexcept {
  return left.size() == right.size() && same_bytes(left.data(), right.data(), left.size());
}

/// Bytes of the well-formed UTF-8 sequence that begins with the non-ASCII byte at `at` (2 to 4);
/// 0 when there is none (Unicode 3.9, table 3-7: no overlong form, no surrogate, no truncation).
inline std::size_t utf8_sequence_size(const char* at, const char* end) noexcept {
  const auto byte = [at, end](std::ptrdiff_t index) {
    return index < end - at ? std::uint32_t{static_cast<unsigned char>(at[index])} : 0u;
  };
  // The first byte lowest, as four comparisons of the whole want it.
  const std::uint32_t word = end - at >= 4
                                 ? std::uint32_t{static_cast<unsigned char>(at[0])} |
                                       std::uint32_t{static_cast<unsigned char>(at[1])} << 8 |
                                       std::uint32_t{static_cast<unsigned char>(at[2])} << 16 |
                                       std::uint32_t{static_cast<unsigned char>(at[3])} << 24
                                 : byte(0) | byte(1) << 8 | byte(2) << 16 | byte(3) << 24;
  if ((word & 0x00C0C0F0u) == 0x008080E0u) {
    const std::uint32_t lead =
        word & 0x200Fu;  // 0: overlong; E0 of ED and A0 of its tail: surrogate
    return lead != 0 && lead != 0x200Du ? 3 : 0;
  }
  if ((word & 0xC0E0u) == 0x80C0u) return (word & 0x1Eu) != 0 ? 2 : 0;
  if ((word & 0xC0C0C0F8u) == 0x808080F0u) {
    const std::uint32_t lead = (word & 0x7u) << 2 | (word >> 12 & 0x3u);  // the planes' bits
    return lead >= 1 && lead <= 16 ? 4 : 0;
  }
  return 0;
}

#if defined(__SSE2__) && defined(__GNUC__)
/// What is wrong with 16 bytes of UTF-8, and where text ends in them: all bits of a byte, or none.
struct Utf8Block {
  __m128i wrong;
  __m128i stops;

  /// `before` begins one byte before `block`, the others two and three.
  BINDERY_ALWAYS_INLINE Utf8Block(__m128i block, __m128i before, __m128i before_2,
                                  __m128i before_3) noexcept {
    const auto all = [](int byte) { return _mm_set1_epi8(static_cast<char>(byte)); };
    const auto equal = [](__m128i left, __m128i right) { return _mm_cmpeq_epi8(left, right); };
    const auto either = [](__m128i left, __m128i right) { return _mm_or_si128(left, right); };
    // Tails belong behind C0 and above, two behind E0 and three behind F0: there alone.
    const __m128i due =
        either(either(_mm_subs_epu8(before, all(0xBF)), _mm_subs_epu8(before_2, all(0xDF))),
               _mm_subs_epu8(before_3, all(0xEF)));
    // Compared as signed bytes, all that is not ASCII is below it, in its order.
    const __m128i tails = _mm_cmplt_epi8(block, all(0xC0));
    const __m128i misplaced = equal(equal(due, _mm_setzero_si128()), tails);
    // C0, C1 and what is above F4 begin nothing. Behind E0 and F0 low tails would be overlong;
    // behind ED and F4 high ones are surrogates and beyond the last plane.
    const __m128i no_leads = either(equal(_mm_and_si128(block, all(0xFE)), all(0xC0)),
                                    equal(_mm_max_epu8(block, all(0xF5)), block));
    const __m128i from_a0 = _mm_cmpgt_epi8(block, all(0x9F));
    const __m128i from_90 = _mm_cmpgt_epi8(block, all(0x8F));
    const __m128i barred =
        either(equal(before, _mm_xor_si128(all(0xE0), _mm_and_si128(from_a0, all(0xE0 ^ 0xED)))),
               equal(before, _mm_xor_si128(all(0xF0), _mm_and_si128(from_90, all(0xF0 ^ 0xF4)))));
    wrong = either(either(misplaced, no_leads), barred);
    stops = either(either(equal(block, all('"')), equal(block, all('\\'))),
                   equal(block, _mm_min_epu8(block, all(0x1F))));
  }
};

/// Passes over well-formed UTF-8, 16 bytes at a time, from the beginning of a sequence to that of
/// another. Stops at the first `"`, `\` or control, and earlier where fewer bytes are left, where
/// some are not UTF-8 or where ASCII goes on: sequence by sequence is the way on from there.
inline const char* pass_utf8_blocks(const char* at, const char* end) noexcept {
  const auto load = [](const char* from) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
  };
  const auto bits = [](__m128i found) { return static_cast<unsigned>(_mm_movemask_epi8(found)); };
  if (end - at < 16) return at;
  const char* const begin = at;
  __m128i block = load(at);
  // What stands before the text is none of it.
  Utf8Block found(block, _mm_slli_si128(block, 1), _mm_slli_si128(block, 2),
                  _mm_slli_si128(block, 3));
  for (;;) {
    if (bits(_mm_or_si128(found.wrong, found.stops)) != 0) {
      const unsigned wrong = bits(found.wrong);
      const int first = __builtin_ctz(wrong | bits(found.stops));
      if ((wrong >> first & 1u) == 0) return at + first;
      break;
    }
    at += 16;
    if (bits(block) == 0) return at;
    if (end - at < 16) break;
    block = load(at);
    found = Utf8Block(block, load(at - 1), load(at - 2), load(at - 3));
  }
  // Back to the lead of a sequence that was not seen whole.
  if (at == begin) return at;
  const auto byte = [at](int index) { return static_cast<unsigned char>(at[index]); };
  if (byte(-1) >= 0xC0u) return at - 1;
  if (byte(-2) >= 0xE0u) return at - 2;
  return byte(-3) >= 0xF0u ? at - 3 : at;
}
#endif

/// Passes over well-formed UTF-8 a sequence at a time, up to ASCII, a byte that is wrong, or `end`.
inline const char* pass_utf8_sequences(const char* at, const char* end) noexcept {
  while (at != end && static_cast<unsigned char>(*at) >= 0x80u) {
    const std::size_t size = utf8_sequence_size(at, end);
    if (size == 0) return at;
    at += size;
  }
  return at;
}

/// find_text_end from a byte on that is not ASCII. A call of its own: most texts never get here.
BINDERY_NOINLINE inline const char* find_text_end_beyond_ascii(const char* at,
                                                               const char* end) noexcept {
  do {
    // Text that is not ASCII mostly stays so for a while.
#if defined(__SSE2__) && defined(__GNUC__)
    at = pass_utf8_blocks(at, end);
    if (at != end && *at == '"') return at;
#endif
    at = pass_utf8_sequences(at, end);
    if (at == end || static_cast<unsigned char>(*at) >= 0x80u) return at;
    at = find_special(at, end);
  } while (at != end && static_cast<unsigned char>(*at) >= 0x80u);
  return at;
}

/// The end of the text that stands for itself: a `"`, a `\`, a control, a byte that is not UTF-8,
/// or `end`.
inline const char* find_text_end(const char* at, const char* end) noexcept {
  at = find_special(at, end);
  if (at == end || static_cast<unsigned char>(*at) < 0x80u) return at;
  return find_text_end_beyond_ascii(at, end);
}

/// The same by sequences alone, as it is on machines without blocks.
inline const char* find_text_end_portable(const char* at, const char* end) noexcept {
  for (;;) {
    at = find_special_portable(at, end);
    if (at == end || static_cast<unsigned char>(*at) < 0x80u) return at;
    at = pass_utf8_sequences(at, end);
    if (at == end || static_cast<unsigned char>(*at) >= 0x80u) return at;
  }
}

/// Writes a code point that is not a surrogate to `out` (room for 4 bytes) and returns its end.
BINDERY_ALWAYS_INLINE char* write_utf8(char* out, char32_t code_point) noexcept {
  const auto push = [&out](char32_t byte) {
    *out++ = static_cast<char>(static_cast<unsigned char>(byte));
  };
  if (code_point < 0x80u) {
    push(code_point);
  } else if (code_point < 0x800u) {
    push(0xC0u | code_point >> 6);
    push(0x80u | (code_point & 0x3Fu));
  } else if (code_point < 0x10000u) {
    push(0xE0u | code_point >> 12);
    push(0x80u | (code_point >> 6 & 0x3Fu));
    push(0x80u | (code_point & 0x3Fu));
  } else {
    push(0xF0u | code_point >> 18);
    push(0x80u | (code_point >> 12 & 0x3Fu));
    push(0x80u | (code_point >> 6 & 0x3Fu));
    push(0x80u | (code_point & 0x3Fu));
  }
  return out;
}

}  // namespace detail
}  // namespace v1
}  // namespace bindery

#undef BINDERY_HAS_BLOCKS
#undef BINDERY_HAS_NEON
