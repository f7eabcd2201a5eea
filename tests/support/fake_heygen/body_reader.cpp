// The rules of the request bodies, as the documents in openapi/heygen state them.
// One problem is enough: HeyGen answers with the first.
#include "body_reader.hpp"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <limits>
#include <string_view>
#include <utility>

#include <rapidjson/document.h>

namespace fake_heygen {
namespace {

using Json = rapidjson::Value;

struct Length {
  std::size_t least = 0;
  std::size_t most = std::numeric_limits<std::size_t>::max();
};

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

std::string text_of(const Json& json) { return {json.GetString(), json.GetStringLength()}; }

/// Typed access to the members of one object: keeps the first problem, and remembers which names
/// were asked for, so that every other one is a problem too (`additionalProperties: false`).
class Members {
 public:
  Members(const Json& json, std::string place, std::optional<Problem>& problem)
      : json_(json), place_(std::move(place)), problem_(problem) {
    if (!json_.IsObject()) report("", "must be an object");
  }

  /// Null when the member is absent or null; a null where none may be is a problem.
  const Json* find(std::string_view name, bool nullable = true) {
    known_.push_back(name);
    if (!json_.IsObject()) return nullptr;
    const auto found = json_.FindMember(
        Json(rapidjson::StringRef(name.data(), static_cast<rapidjson::SizeType>(name.size()))));
    if (found == json_.MemberEnd()) return nullptr;
    if (!found->value.IsNull()) return &found->value;
    if (!nullable) report(name, "must not be null");
    return nullptr;
  }

  std::optional<std::string> text(std::string_view name, Length length = {}, bool nullable = true) {
    const Json* json = find(name, nullable);
    if (!json) return std::nullopt;
    if (!json->IsString()) return report(name, "must be a string"), std::nullopt;
    std::string text = text_of(*json);
    const std::size_t size = code_points(text);
    if (size < length.least || size > length.most)
      report(name, "must have " + std::to_string(length.least) + " to " +
                       std::to_string(length.most) + " characters");
    return text;
  }

  std::string required_text(std::string_view name, Length length = {}) {
    auto found = text(name, length, false);
    if (!found) report(name, "is required");
    return found.value_or("");
  }

  std::optional<std::string> choice(std::string_view name,
                                    std::initializer_list<std::string_view> values,
                                    bool nullable = true) {
    auto found = text(name, {}, nullable);
    if (found && std::find(values.begin(), values.end(), *found) == values.end())
      report(name, "has an unknown value");
    return found;
  }

  void number(std::string_view name, double least, double most, bool nullable = true) {
    const Json* json = find(name, nullable);
    if (!json) return;
    if (!json->IsNumber()) return report(name, "must be a number");
    if (json->GetDouble() < least || json->GetDouble() > most) report(name, "is out of range");
  }

  void flag(std::string_view name, bool nullable = true) {
    const Json* json = find(name, nullable);
    if (json && !json->IsBool()) report(name, "must be a boolean");
  }

  /// Call when every member was asked for.
  void refuse_others() {
    if (!json_.IsObject()) return;
    for (const auto& member : json_.GetObject()) {
      const std::string name = text_of(member.name);
      if (std::find(known_.begin(), known_.end(), name) == known_.end())
        report(name, "is not a known member");
    }
  }

  void report(std::string_view name, const std::string& what) {
    if (problem_) return;
    const std::string param = at(name);
    problem_ = Problem{(param.empty() ? "the body" : param) + " " + what,
                       param.empty() ? std::nullopt : std::optional(param)};
  }

  std::string at(std::string_view name) const {
    if (name.empty()) return place_;
    return place_.empty() ? std::string(name) : place_ + "." + std::string(name);
  }

 private:
  const Json& json_;
  std::string place_;
  std::optional<Problem>& problem_;
  std::vector<std::string_view> known_;
};

void read_asset_input(const Json& json, const std::string& place, std::vector<AssetUse>& assets,
                      std::optional<Problem>& problem) {
  Members members(json, place, problem);
  const std::string type = members.required_text("type");
  if (type == "url") {
    members.required_text("url", {1});
  } else if (type == "asset_id") {
    assets.push_back({members.at("asset_id"), members.required_text("asset_id", {1})});
  } else if (type == "base64") {
    members.required_text("media_type", {1});
    members.required_text("data");
  } else {
    members.report("type", "must be url, asset_id or base64");
  }
  members.refuse_others();
}

void read_files(Members& members, std::vector<AssetUse>& assets, std::optional<Problem>& problem) {
  const Json* files = members.find("files");
  if (!files) return;
  if (!files->IsArray()) return members.report("files", "must be an array");
  if (files->Size() > 20) return members.report("files", "must have at most 20 entries");
  for (rapidjson::SizeType i = 0; i < files->Size(); ++i)
    read_asset_input((*files)[i], "files[" + std::to_string(i) + "]", assets, problem);
}

Callback read_callback(Members& members) {
  Callback callback;
  callback.url = members.text("callback_url");
  callback.id = members.text("callback_id");
  return callback;
}

void read_background(const Json& json, std::vector<AssetUse>& assets,
                     std::optional<Problem>& problem) {
  Members members(json, "background", problem);
  if (!members.find("type", false)) members.report("type", "is required");
  const auto type = members.choice("type", {"color", "image"}, false);
  const auto value = members.text("value");
  const auto url = members.text("url");
  const auto asset_id = members.text("asset_id");
  if (type == "color" && !value) members.report("value", "is required for a color");
  if (type == "image" && url.has_value() == asset_id.has_value())
    members.report("url", "or asset_id is required for an image, not both");
  if (asset_id) assets.push_back({members.at("asset_id"), *asset_id});
  members.refuse_others();
}

void read_engine_settings(const Json& json, std::optional<Problem>& problem) {
  Members members(json, "voice_settings.engine_settings", problem);
  const std::string engine = members.required_text("engine_type");
  if (engine == "elevenlabs") {
    members.choice(
        "model", {"eleven_multilingual_v2", "eleven_turbo_v2_5", "eleven_flash_v2_5", "eleven_v3"});
    for (const char* name : {"similarity_boost", "stability", "style"}) members.number(name, 0, 1);
    members.flag("use_speaker_boost");
  } else if (engine == "fish") {
    members.choice("model", {"s1", "s2-pro"});
    for (const char* name : {"stability", "similarity"}) members.number(name, 0, 1);
  } else if (engine != "starfish") {
    members.report("engine_type", "must be elevenlabs, fish or starfish");
  }
  members.refuse_others();
}

void read_voice_settings(const Json& json, std::optional<Problem>& problem) {
  Members members(json, "voice_settings", problem);
  members.number("speed", 0.5, 1.5, false);
  members.number("pitch", -50, 50, false);
  members.number("volume", 0, 1, false);
  members.text("locale");
  if (const Json* engine = members.find("engine_settings")) read_engine_settings(*engine, problem);
  members.refuse_others();
}

std::optional<Problem> parse(const std::string& body, rapidjson::Document& document) {
  document.Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag>(
      body.data(), body.size());
  if (document.HasParseError()) return Problem{"the body is not JSON", std::nullopt};
  return std::nullopt;
}

NewSession read_session(const Json& json, std::optional<Problem>& problem) {
  NewSession session;
  Members members(json, "", problem);
  session.prompt = members.required_text("prompt", {1, 10000});
  session.is_chat = members.choice("mode", {"generate", "chat"}, false) == "chat";
  for (const char* name : {"avatar_id", "voice_id", "style_id", "brand_kit_id"}) members.text(name);
  members.choice("orientation", {"landscape", "portrait"});
  members.flag("incognito_mode", false);
  session.callback = read_callback(members);
  read_files(members, session.assets, problem);
  members.refuse_others();
  return session;
}

NewMessage read_message(const Json& json, std::optional<Problem>& problem) {
  NewMessage message;
  Members members(json, "", problem);
  message.message = members.required_text("message", {1, 10000});
  for (const char* name : {"avatar_id", "voice_id", "brand_kit_id"}) members.text(name);
  read_files(members, message.assets, problem);
  members.refuse_others();
  return message;
}

void read_speech(Members& members, bool has_own_voice, NewVideo& video,
                 std::optional<Problem>& problem) {
  const auto script = members.text("script", {1});
  const auto voice = members.text("voice_id");
  const auto audio_url = members.text("audio_url");
  const auto audio_asset = members.text("audio_asset_id");
  if (script && (audio_url || audio_asset)) members.report("script", "excludes a recording");
  if (audio_url && audio_asset) members.report("audio_url", "excludes audio_asset_id");
  if (script && !voice && !has_own_voice) members.report("voice_id", "is required with a script");
  if (audio_asset) video.assets.push_back({"audio_asset_id", *audio_asset});
  if (const Json* settings = members.find("voice_settings"))
    read_voice_settings(*settings, problem);
}

NewVideo read_video(const Json& json, std::optional<Problem>& problem) {
  NewVideo video;
  Members members(json, "", problem);
  const std::string type = members.required_text("type");
  if (type == "avatar") {
    members.required_text("avatar_id", {1});
  } else if (type == "image") {
    if (const Json* image = members.find("image", false)) {
      read_asset_input(*image, "image", video.assets, problem);
    } else {
      members.report("image", "is required");
    }
  } else {
    members.report("type", "must be avatar or image");
  }
  video.title = members.text("title");
  members.choice("resolution", {"4k", "1080p", "720p"});
  members.choice("aspect_ratio", {"16:9", "9:16"});
  video.output_format = members.choice("output_format", {"mp4", "webm"}, false).value_or("mp4");
  if (const Json* background = members.find("background")) {
    if (video.output_format == "webm") members.report("background", "excludes webm");
    read_background(*background, video.assets, problem);
  }
  members.flag("remove_background");
  video.callback = read_callback(members);
  read_speech(members, type == "avatar", video, problem);
  members.text("motion_prompt");
  members.choice("expressiveness", {"high", "medium", "low"});
  members.refuse_others();
  return video;
}

template <class Read>
auto read(const std::string& body, Read read_object)
    -> std::variant<decltype(read_object(std::declval<const Json&>(),
                                         std::declval<std::optional<Problem>&>())),
                    Problem> {
  rapidjson::Document document;
  std::optional<Problem> problem = parse(body, document);
  if (problem) return *problem;
  auto value = read_object(document, problem);
  if (problem) return *problem;
  return value;
}

}  // namespace

std::variant<NewSession, Problem> read_new_session(const std::string& body) {
  return read(body, read_session);
}

std::variant<NewMessage, Problem> read_new_message(const std::string& body) {
  return read(body, read_message);
}

std::variant<NewVideo, Problem> read_new_video(const std::string& body) {
  return read(body, read_video);
}

}  // namespace fake_heygen
