// The two halves of the program.
#pragma once

namespace codec_bench {

/// Checks that all readers (writers) agree about every case, then registers their benchmarks. False
/// when they do not, which is said on the standard error output.
bool register_decode_benchmarks();
bool register_encode_benchmarks();

}  // namespace codec_bench
