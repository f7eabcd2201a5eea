// What a fuzz target holds to be true of every input.
// Must not use GoogleTest: a broken claim has to end the process, which is how libFuzzer sees it.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace bindery::fuzz {

/// Ends the process when `holds` is false; `what` says what should have held.
inline void claim(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "claim broken: %s\n", what);
  std::abort();
}

/// The bytes a target is given, as text.
inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace bindery::fuzz

/// Every target defines this one; libFuzzer or replay.cpp calls it. Always 0.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
