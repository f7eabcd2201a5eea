// Timing of many small texts at a time, without what is prepared for them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <ctime>
#include <string>
#include <string_view>

#include <benchmark/benchmark.h>

namespace codec_bench {

/// So many texts of `size` that a batch takes much longer than a look at the clock.
inline std::size_t texts_per_batch(std::size_t size) {
  constexpr std::size_t least = std::size_t{1} << 18;
  return (least + size - 1) / size;
}

/// Runs `prepare`, which is not timed, and then `work` for every text of the batch. Counts the time
/// of the processor: others may use the machine as well.
template <class Prepare, class Work>
void time_batches(benchmark::State& state, std::size_t size, Prepare prepare, Work work) {
  const std::size_t count = texts_per_batch(size);
  for ([[maybe_unused]] auto _ : state) {
    prepare(count);
    const std::clock_t start = std::clock();
    for (std::size_t index = 0; index < count; ++index) work(index);
    const std::clock_t ticks = std::clock() - start;
    state.SetIterationTime(static_cast<double>(ticks) / CLOCKS_PER_SEC);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(count * size));
}

inline std::string benchmark_name(std::string_view what, std::string_view of, std::string_view by) {
  return std::string(what) + "/" + std::string(of) + "/" + std::string(by);
}

}  // namespace codec_bench
