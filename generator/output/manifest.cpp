// Prints and reads manifests.
// Must not touch a disk.
#include "output/manifest.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>

#include "output/file_set.hpp"

namespace bindery::output {
namespace {

constexpr std::string_view first_line =
    "# Files written by bindery, which may replace and remove them. Do not edit.";
constexpr std::string_view format_line = "bindery-manifest 1";
constexpr std::string_view version_key = "generator ";
constexpr std::string_view separator = "  ";
constexpr std::size_t hash_digits = 16;

std::string hexadecimal(std::uint64_t hash) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text(hash_digits, '0');
  for (std::size_t at = hash_digits; at > 0; hash >>= 4) text[--at] = digits[hash & 0xf];
  return text;
}

/// Takes the next line off `text`, without its end.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// Adds the file of one line; gives what is wrong with the line, or nothing.
std::string read_entry(std::string_view line, Manifest& manifest) {
  std::uint64_t hash = 0;
  const char* const digits_end = line.data() + std::min(hash_digits, line.size());
  const auto parsed = std::from_chars(line.data(), digits_end, hash, 16);
  if (line.size() < hash_digits + separator.size() || parsed.ptr != digits_end ||
      line.substr(hash_digits, separator.size()) != separator) {
    return "expected a hash of 16 digits, two blanks and a path";
  }
  const std::string path(line.substr(hash_digits + separator.size()));
  if (const std::string_view reason = unsafe_path_reason(path); !reason.empty()) {
    return "path `" + path + "` " + std::string(reason);
  }
  if (fold_case(path) == manifest_name) return "the manifest lists itself";
  if (!manifest.hashes.emplace(path, hash).second) return "path `" + path + "` is listed twice";
  return {};
}

}  // namespace

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3u;
  }
  return hash;
}

std::string print_manifest(const Manifest& manifest) {
  std::string text;
  text.append(first_line).append("\n").append(format_line).append("\n");
  text.append(version_key).append(manifest.generator_version).append("\n");
  for (const auto& [path, hash] : manifest.hashes) {
    text.append(hexadecimal(hash)).append(separator).append(path).append("\n");
  }
  return text;
}

std::optional<Manifest> read_manifest(std::string_view text, const std::string& name,
                                      diagnostics::Diagnostics& diagnostics) {
  Manifest manifest;
  std::size_t number = 0;
  bool is_good = true;
  const auto complain = [&](const std::string& what) {
    is_good = false;
    diagnostics
        .report(diagnostics::Code::I0005, source::Location::unknown(),
                "`" + name + "` is broken in line " + std::to_string(number) + ": " + what)
        .hint("restore it, or remove it together with the files bindery wrote there");
  };
  const bool is_cut_off = text.empty() || text.back() != '\n';
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    ++number;
    if (number == 1) {
      if (line != first_line) complain("expected `" + std::string(first_line) + "`");
    } else if (number == 2) {
      if (line != format_line) complain("expected `" + std::string(format_line) + "`");
    } else if (number == 3) {
      if (!line.starts_with(version_key)) complain("expected the generator's version");
      manifest.generator_version = line.substr(std::min(version_key.size(), line.size()));
    } else if (const std::string what = read_entry(line, manifest); !what.empty()) {
      complain(what);
    }
    if (!is_good && number <= 3) return std::nullopt;  // Not ours at all: no list of every line.
  }
  if (is_good && (is_cut_off || number < 3)) complain("it is cut off");
  return is_good ? std::optional(std::move(manifest)) : std::nullopt;
}

}  // namespace bindery::output
