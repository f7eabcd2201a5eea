// Reads the JSON bodies of the POST operations and finds what HeyGen would refuse in them.
// Knows no account: whether an id exists is asked elsewhere.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "account.hpp"

namespace fake_heygen {

/// Why a body is refused; `param` names the member, as `files[0].url`.
struct Problem {
  std::string message;
  std::optional<std::string> param;
};

/// An asset id in a body, with its place.
struct AssetUse {
  std::string param;
  std::string id;
};

/// Body of `POST /v3/video-agents`.
struct NewSession {
  std::string prompt;
  bool is_chat = false;
  Callback callback;
  std::vector<AssetUse> assets;
};

/// Body of `POST /v3/video-agents/{session_id}`.
struct NewMessage {
  std::string message;
  std::vector<AssetUse> assets;
};

/// Body of `POST /v3/videos`.
struct NewVideo {
  std::optional<std::string> title;
  std::string output_format = "mp4";
  Callback callback;
  std::vector<AssetUse> assets;
};

std::variant<NewSession, Problem> read_new_session(const std::string& body);
std::variant<NewMessage, Problem> read_new_message(const std::string& body);
std::variant<NewVideo, Problem> read_new_video(const std::string& body);

}  // namespace fake_heygen
