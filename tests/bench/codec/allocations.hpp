// How often the program has asked for memory: allocations.cpp replaces the global `new`.
#pragma once

#include <cstdint>

namespace codec_bench {

std::uint64_t allocations_so_far() noexcept;

}  // namespace codec_bench
