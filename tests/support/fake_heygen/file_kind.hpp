// What an uploaded file is, seen from its bytes as HeyGen sees it.
// Names and declared types do not count.
#pragma once

#include <string>
#include <string_view>

namespace fake_heygen {

/// MIME type of one of the kinds HeyGen takes; empty for every other content.
std::string mime_type_of(std::string_view content);

/// The bytes of the video with this id: `size` of them, beginning like an mp4, always the same.
std::string video_content(const std::string& video_id, std::size_t size);

}  // namespace fake_heygen
