// What the account looks like on the wire: the JSON of every answer and of every announcement.
// Decides nothing.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "account.hpp"
#include "exchange.hpp"

namespace fake_heygen {

/// One page of a list, newest first.
template <class Item>
struct Page {
  std::vector<const Item*> items;
  /// Empty on the last page.
  std::string next_token;
};

/// Where links of the account point: the fake's own address, and the signature they must carry.
struct Links {
  std::string base_url;
  std::string signature;
};

std::string page_json(const Page<Session>& page);
std::string page_json(const Page<Video>& page, const Links& links);
std::string page_json(const Page<Style>& page);
std::string page_json(const Page<Render>& page);

std::string created_json(const Session& session);
std::string session_json(const Session& session, const Video* video);
std::string message_taken_json(const Session& session);
std::string video_json(const Video& video, const Links& links);
/// The states of some videos by their ids, and `not_found` for those that are none (null).
std::string statuses_json(const std::vector<std::pair<std::string, const Video*>>& videos);
std::string created_json(const Video& video, const std::string& output_format);
std::string deleted_video_json(const std::string& id);
std::string deleted_asset_json(const std::string& id);
std::string asset_json(const Asset& asset, const Links& links);

/// The body of an announcement; `links` makes the download link of a directly created video.
std::string event_json(const Event& event, const Links& links);

/// An error in HeyGen's envelope.
Answer error_answer(int status, const std::string& code, const std::string& message,
                    const std::optional<std::string>& param = std::nullopt);

/// The link a completed video is downloaded from, and one of an uploaded file.
std::string video_url(const std::string& video_id, const Links& links);
std::string asset_url(const Asset& asset, const Links& links);

}  // namespace fake_heygen
