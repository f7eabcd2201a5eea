// count_codec decode|encode: one pass of our codec over a few documents, for its instructions to be
// counted by `valgrind --tool=callgrind --collect-atstart=no --toggle-collect=measured_part`.
// Prints a checksum of the results, so that nothing of it can be left out.
#include <cstdint>
#include <iostream>
#include <string>
#include <string_view>
#include <tuple>

#include "bindery_codec.hpp"
#include "cases.hpp"

namespace codec_bench {
namespace {

template <class T>
struct Task {
  explicit Task(const std::string& text) { reader.prepare(text, 1); }

  bool decode() { return reader.decode(0, value); }
  void encode() { encoded = BinderyWriter::encode(value); }

  BinderyReader reader;
  T value{};
  std::string encoded;
};

struct Tasks {
  std::tuple<Task<heygen::ListVideosV3Response>, Task<shapes::CommentPage>, Task<shapes::Chart>,
             Task<shapes::EventPage>, Task<shapes::Folder>>
      all{videos_document(200), escapes_document(450), short_doubles_document(2100),
          unions_document(1700), nested_document(8)};

  bool decode() {
    return std::apply([](auto&... task) { return (task.decode() && ...); }, all);
  }
  void encode() {
    std::apply([](auto&... task) { (task.encode(), ...); }, all);
  }
  std::uint64_t checksum() const {
    std::uint64_t sum = 14695981039346656037u;  // FNV-1a
    const auto add = [&sum](const std::string& text) {
      for (const char character : text) {
        sum = (sum ^ static_cast<unsigned char>(character)) * 1099511628211u;
      }
    };
    std::apply([&add](const auto&... task) { (add(task.encoded), ...); }, all);
    return sum;
  }
};

}  // namespace
}  // namespace codec_bench

// Has a plain name, and is a call in every build, for callgrind to find it.
extern "C" [[gnu::noinline]] bool measured_part(void* tasks, bool is_decoding) {
  auto& work = *static_cast<codec_bench::Tasks*>(tasks);
  if (is_decoding) return work.decode();
  work.encode();
  return true;
}

int main(int argc, char** argv) {
  const std::string_view what = argc == 2 ? argv[1] : "";
  if (what != "decode" && what != "encode") {
    std::cerr << "usage: count_codec decode|encode\n";
    return 2;
  }
  const bool is_decoding = what == "decode";
  codec_bench::Tasks tasks;
  // What the other half needs or makes is not measured.
  if (!is_decoding && !tasks.decode()) return 1;
  if (!measured_part(&tasks, is_decoding)) return 1;
  if (is_decoding) tasks.encode();
  std::cout << what << " checksum " << tasks.checksum() << "\n";
  return 0;
}
