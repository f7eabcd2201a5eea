// Magic bytes, and their reverse: content that carries them.
// No files on disk.
#include "file_kind.hpp"

#include <cstdint>

namespace fake_heygen {
namespace {

bool begins_with(std::string_view content, std::string_view magic, std::size_t offset = 0) {
  return content.size() >= offset && content.substr(offset, magic.size()) == magic;
}

bool is_mp3_frame(std::string_view content) {
  return content.size() >= 2 && static_cast<unsigned char>(content[0]) == 0xFF &&
         (static_cast<unsigned char>(content[1]) & 0xE0) == 0xE0;
}

}  // namespace

std::string mime_type_of(std::string_view content) {
  if (begins_with(content, "\x89PNG\r\n\x1A\n")) return "image/png";
  if (begins_with(content, "\xFF\xD8\xFF")) return "image/jpeg";
  if (begins_with(content, "ftyp", 4)) return "video/mp4";
  if (begins_with(content, "\x1A\x45\xDF\xA3")) return "video/webm";
  if (begins_with(content, "RIFF") && begins_with(content, "WAVE", 8)) return "audio/wav";
  if (begins_with(content, "ID3") || is_mp3_frame(content)) return "audio/mpeg";
  if (begins_with(content, "%PDF-")) return "application/pdf";
  if (begins_with(content, "1\n") && content.find(" --> ") != std::string_view::npos)
    return "application/x-subrip";
  return "";
}

std::string video_content(const std::string& video_id, std::size_t size) {
  std::string content(
      "\0\0\0\x18"
      "ftypisom\0\0\2\0isomiso2",
      24);
  std::uint32_t state = 2166136261u;  // FNV-1a of the id, then a linear congruence
  for (const char c : video_id) state = (state ^ static_cast<unsigned char>(c)) * 16777619u;
  content.reserve(size);
  while (content.size() < size) {
    state = state * 1664525u + 1013904223u;
    content += static_cast<char>(state >> 24);
  }
  content.resize(size);
  return content;
}

}  // namespace fake_heygen
