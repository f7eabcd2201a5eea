// encode/<case>/<writer>: a value into a fresh text, which dies in the measured time as well.
#include <iostream>
#include <memory>
#include <string>

#include <benchmark/benchmark.h>

#include "batch_timer.hpp"
#include "bindery_codec.hpp"
#include "cases.hpp"
#include "codec_bench.hpp"
#include "nlohmann_codec.hpp"
#include "rapidjson_writer.hpp"

namespace codec_bench {
namespace {

template <class T>
bool decode(const std::string& text, T& value) {
  BinderyReader reader;
  reader.prepare(text, 1);
  return reader.decode(0, value);
}

template <class T>
struct Encoded {
  std::string name;
  T value{};
  // Of bindery's text; the speeds of all writers count the same bytes.
  std::size_t size = 0;
};

template <class Writer, class T>
void run(benchmark::State& state, const Encoded<T>& tested) {
  time_batches(
      state, tested.size, [](std::size_t) {},
      [&](std::size_t) {
        auto text = Writer::encode(tested.value);
        benchmark::DoNotOptimize(text);
      });
}

template <class Writer, class T>
bool register_writer(const std::shared_ptr<const Encoded<T>>& tested) {
  const auto text = Writer::encode(tested->value);
  T again{};
  if (!decode(std::string(Writer::view(text)), again) || !(again == tested->value)) {
    std::cerr << "encode/" << tested->name << ": what " << Writer::name
              << " writes does not read as the value\n";
    return false;
  }
  const std::string name = benchmark_name("encode", tested->name, Writer::name);
  benchmark::RegisterBenchmark(name.c_str(), [tested](benchmark::State& state) {
    run<Writer>(state, *tested);
  })->UseManualTime();
  return true;
}

template <class T>
bool register_case(const Case<T>& tested) {
  const auto encoded = std::make_shared<Encoded<T>>();
  encoded->name = tested.name;
  if (!decode(tested.text, encoded->value)) {
    std::cerr << "encode/" << tested.name << ": bindery cannot read it\n";
    return false;
  }
  encoded->size = BinderyWriter::encode(encoded->value).size();
  const std::shared_ptr<const Encoded<T>> shared = encoded;
  return register_writer<BinderyWriter>(shared) && register_writer<RapidjsonWriter>(shared) &&
         register_writer<NlohmannWriter>(shared);
}

}  // namespace

bool register_encode_benchmarks() {
  bool do_all_agree = true;
  for_each_encoded_case([&](const auto& tested) { do_all_agree &= register_case(tested); });
  return do_all_agree;
}

}  // namespace codec_bench
