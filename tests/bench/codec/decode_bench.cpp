// decode/<case>/<reader>: a text into a fresh value, which dies in the measured time as well.
#include <cstdint>
#include <iostream>
#include <memory>
#include <string>
#include <utility>

#include <benchmark/benchmark.h>

#include "allocations.hpp"
#include "batch_timer.hpp"
#include "bindery_codec.hpp"
#include "cases.hpp"
#include "codec_bench.hpp"
#include "nlohmann_codec.hpp"
#include "rapidjson_reader.hpp"
#include "simdjson_reader.hpp"

namespace codec_bench {
namespace {

// What bindery's reading of a case costs in memory, and what its result alone costs.
struct Allocations {
  std::uint64_t decode = 0;
  std::uint64_t copy = 0;
};

template <class Reader, class T>
void run(benchmark::State& state, const Case<T>& tested) {
  Reader reader;
  time_batches(
      state, tested.text.size(), [&](std::size_t count) { reader.prepare(tested.text, count); },
      [&](std::size_t index) {
        T value{};
        if (!reader.decode(index, value)) state.SkipWithError("not decoded");
        benchmark::DoNotOptimize(value);
      });
}

template <class Reader, class T>
bool read_once(const Case<T>& tested, T& value) {
  Reader reader;
  reader.prepare(tested.text, 1);
  if (reader.decode(0, value)) return true;
  std::cerr << "decode/" << tested.name << ": " << Reader::name << " cannot read it\n";
  return false;
}

template <class Reader, class T>
bool agrees(const Case<T>& tested, const T& expected) {
  T value{};
  if (!read_once<Reader>(tested, value)) return false;
  if (value == expected) return true;
  std::cerr << "decode/" << tested.name << ": " << Reader::name << " and bindery differ\n";
  return false;
}

template <class T>
bool count_allocations(const Case<T>& tested, Allocations& allocations) {
  BinderyReader reader;
  reader.prepare(tested.text, 1);
  const std::uint64_t before = allocations_so_far();
  T value{};
  const bool is_read = reader.decode(0, value);
  const std::uint64_t between = allocations_so_far();
  const T copy(value);
  allocations.copy = allocations_so_far() - between;
  allocations.decode = between - before;
  return is_read && copy == value;
}

template <class Reader, class T>
void register_reader(const std::shared_ptr<const Case<T>>& tested) {
  const std::string name = benchmark_name("decode", tested->name, Reader::name);
  benchmark::RegisterBenchmark(name.c_str(), [tested](benchmark::State& state) {
    run<Reader>(state, *tested);
  })->UseManualTime();
}

template <class T>
void register_bindery(const std::shared_ptr<const Case<T>>& tested,
                      const Allocations& allocations) {
  const std::string name = benchmark_name("decode", tested->name, BinderyReader::name);
  benchmark::RegisterBenchmark(name.c_str(), [tested, allocations](benchmark::State& state) {
    run<BinderyReader>(state, *tested);
    state.counters["allocations"] = static_cast<double>(allocations.decode);
    state.counters["allocations_of_a_copy"] = static_cast<double>(allocations.copy);
  })->UseManualTime();
}

template <class T>
bool register_case(const std::shared_ptr<const Case<T>>& tested) {
  T expected{};
  Allocations allocations;
  if (!read_once<BinderyReader>(*tested, expected) || !count_allocations(*tested, allocations) ||
      !agrees<RapidjsonReader>(*tested, expected) || !agrees<SimdjsonReader>(*tested, expected) ||
      !agrees<NlohmannReader>(*tested, expected)) {
    return false;
  }
  register_bindery(tested, allocations);
  register_reader<RapidjsonReader>(tested);
  register_reader<SimdjsonReader>(tested);
  register_reader<NlohmannReader>(tested);
  return true;
}

}  // namespace

bool register_decode_benchmarks() {
  bool do_all_agree = true;
  for_each_decoded_case([&](auto tested) {
    using Tested = decltype(tested);
    do_all_agree &= register_case(std::make_shared<const Tested>(std::move(tested)));
  });
  return do_all_agree;
}

}  // namespace codec_bench
