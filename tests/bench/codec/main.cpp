// The codec against RapidJSON, simdjson and nlohmann::json, into and out of the same structs.
#include <benchmark/benchmark.h>

#include "codec_bench.hpp"

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  if (!codec_bench::register_decode_benchmarks()) return 1;
  if (!codec_bench::register_encode_benchmarks()) return 1;
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
