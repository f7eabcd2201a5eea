// JSON by RapidJSON's writer, member by member in the document's order.
// Null members are written: HeyGen's answers hold them.
#include "present.hpp"

#include <cstdint>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace fake_heygen {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void write(Writer& out, const std::string& text) {
  out.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}
void write(Writer& out, const char* text) { out.String(text); }
void write(Writer& out, std::int64_t number) { out.Int64(number); }
void write(Writer& out, double number) { out.Double(number); }
void write(Writer& out, bool flag) { out.Bool(flag); }

template <class T>
void write(Writer& out, const std::optional<T>& value) {
  if (value) {
    write(out, *value);
  } else {
    out.Null();
  }
}

template <class T>
void member(Writer& out, const char* name, const T& value) {
  out.Key(name);
  write(out, value);
}

void null_member(Writer& out, const char* name) {
  out.Key(name);
  out.Null();
}

/// `{"data": ...}` around what `write_data` writes.
template <class WriteData>
std::string enveloped(WriteData write_data) {
  rapidjson::StringBuffer buffer;
  Writer out(buffer);
  out.StartObject();
  out.Key("data");
  write_data(out);
  out.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

template <class Item, class WriteItem>
std::string paged(const Page<Item>& page, WriteItem write_item) {
  rapidjson::StringBuffer buffer;
  Writer out(buffer);
  out.StartObject();
  out.Key("data");
  out.StartArray();
  for (const Item* item : page.items) write_item(out, *item);
  out.EndArray();
  member(out, "has_more", !page.next_token.empty());
  member(out, "next_token",
         page.next_token.empty() ? std::nullopt : std::optional(page.next_token));
  out.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

const char* text_of(SessionState state) {
  switch (state) {
    case SessionState::thinking:
      return "thinking";
    case SessionState::waiting_for_input:
      return "waiting_for_input";
    case SessionState::generating:
      return "generating";
    case SessionState::completed:
      return "completed";
    case SessionState::failed:
      return "failed";
  }
  return "";
}

const char* text_of(VideoState state) {
  switch (state) {
    case VideoState::pending:
      return "pending";
    case VideoState::processing:
      return "processing";
    case VideoState::completed:
      return "completed";
    case VideoState::failed:
      return "failed";
  }
  return "";
}

std::int64_t progress_of(const Session& session, const Video* video) {
  if (session.state == SessionState::completed) return 100;
  if (video) return video->state == VideoState::pending ? 50 : 75;
  return session.state == SessionState::generating ? 25 : 0;
}

void write_video(Writer& out, const Video& video, const Links& links) {
  const bool is_completed = video.state == VideoState::completed;
  const bool is_failed = video.state == VideoState::failed && video.failure;
  out.StartObject();
  member(out, "id", video.id);
  member(out, "title", video.title);
  member(out, "status", text_of(video.state));
  member(out, "created_at", video.created_at);
  member(out, "completed_at", video.completed_at);
  member(out, "video_url", is_completed ? std::optional(video_url(video.id, links)) : std::nullopt);
  member(out, "thumbnail_url",
         is_completed ? std::optional(links.base_url + "/files/thumbs/" + video.id + ".jpg")
                      : std::nullopt);
  for (const char* name : {"gif_url", "captioned_video_url", "subtitle_url"})
    null_member(out, name);
  member(out, "duration", is_completed ? std::optional(30.5) : std::nullopt);
  member(out, "folder_id", video.folder_id);
  if (is_failed) {
    member(out, "failure_code", video.failure->code);
    member(out, "failure_message", video.failure->message);
  }
  member(out, "video_page_url", links.base_url + "/app/video/" + video.id);
  out.EndObject();
}

}  // namespace

std::string page_json(const Page<Session>& page) {
  return paged(page, [](Writer& out, const Session& session) {
    out.StartObject();
    member(out, "session_id", session.id);
    member(out, "title", session.title);
    member(out, "created_at", session.created_at);
    out.EndObject();
  });
}

std::string page_json(const Page<Video>& page, const Links& links) {
  return paged(page, [&](Writer& out, const Video& video) { write_video(out, video, links); });
}

std::string page_json(const Page<Style>& page) {
  return paged(page, [](Writer& out, const Style& style) {
    out.StartObject();
    member(out, "style_id", style.id);
    member(out, "name", style.name);
    null_member(out, "thumbnail_url");
    null_member(out, "preview_video_url");
    out.Key("tags");
    out.StartArray();
    for (const std::string& tag : style.tags) write(out, tag);
    out.EndArray();
    member(out, "aspect_ratio", style.aspect_ratio);
    out.EndObject();
  });
}

std::string page_json(const Page<Render>& page) {
  return paged(page, [](Writer& out, const Render& render) {
    out.StartObject();
    member(out, "render_id", render.id);
    member(out, "status", render.status);
    member(out, "title", render.title);
    null_member(out, "video_url");
    member(out, "fps", std::int64_t{30});
    member(out, "quality", "standard");
    member(out, "format", "mp4");
    member(out, "resolution", "1080p");
    member(out, "aspect_ratio", "16:9");
    member(out, "composition", "index.html");
    member(out, "created_at", render.created_at);
    out.EndObject();
  });
}

std::string created_json(const Session& session) {
  return enveloped([&](Writer& out) {
    out.StartObject();
    member(out, "session_id", session.id);
    member(out, "status", text_of(session.state));
    member(out, "video_id", session.video_id);
    member(out, "created_at", session.created_at);
    out.EndObject();
  });
}

std::string session_json(const Session& session, const Video* video) {
  return enveloped([&](Writer& out) {
    out.StartObject();
    member(out, "session_id", session.id);
    member(out, "status", text_of(session.state));
    member(out, "progress", progress_of(session, video));
    member(out, "title", session.title);
    member(out, "video_id", session.video_id);
    member(out, "created_at", session.created_at);
    out.Key("messages");
    out.StartArray();
    std::size_t left = 40;  // the API shows no more
    for (auto message = session.messages.rbegin(); message != session.messages.rend() && left > 0;
         ++message, --left) {
      out.StartObject();
      member(out, "role", message->role);
      member(out, "content", message->content);
      member(out, "type", message->type);
      member(out, "created_at", message->created_at);
      null_member(out, "resource_ids");
      out.EndObject();
    }
    out.EndArray();
    out.EndObject();
  });
}

std::string message_taken_json(const Session& session) {
  return enveloped([&](Writer& out) {
    out.StartObject();
    member(out, "session_id", session.id);
    member(out, "run_id", session.id + "_run_" + std::to_string(session.runs));
    member(out, "title", session.title);
    out.EndObject();
  });
}

std::string video_json(const Video& video, const Links& links) {
  return enveloped([&](Writer& out) { write_video(out, video, links); });
}

std::string statuses_json(const std::vector<std::pair<std::string, const Video*>>& videos) {
  rapidjson::StringBuffer buffer;
  Writer out(buffer);
  out.StartObject();
  out.Key("data");
  out.StartArray();
  for (const auto& [id, video] : videos) {
    out.StartObject();
    member(out, "video_id", id);
    member(out, "status", video == nullptr ? "not_found" : text_of(video->state));
    out.EndObject();
  }
  out.EndArray();
  member(out, "has_more", false);
  null_member(out, "next_token");
  out.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

std::string created_json(const Video& video, const std::string& output_format) {
  return enveloped([&](Writer& out) {
    out.StartObject();
    member(out, "video_id", video.id);
    member(out, "status", "waiting");
    member(out, "output_format", output_format);
    out.EndObject();
  });
}

std::string deleted_video_json(const std::string& id) {
  return enveloped([&](Writer& out) {
    out.StartObject();
    member(out, "id", id);
    member(out, "deleted", true);
    out.EndObject();
  });
}

std::string deleted_asset_json(const std::string& id) {
  return enveloped([&](Writer& out) {
    out.StartObject();
    member(out, "id", id);
    out.EndObject();
  });
}

std::string asset_json(const Asset& asset, const Links& links) {
  return enveloped([&](Writer& out) {
    out.StartObject();
    member(out, "asset_id", asset.id);
    member(out, "url", asset_url(asset, links));
    member(out, "mime_type", asset.mime_type);
    member(out, "size_bytes", static_cast<std::int64_t>(asset.content.size()));
    out.EndObject();
  });
}

std::string event_json(const Event& event, const Links& links) {
  rapidjson::StringBuffer buffer;
  Writer out(buffer);
  out.StartObject();
  member(out, "event_id", event.id);
  member(out, "event_type", event.type);
  out.Key("event_data");
  out.StartObject();
  if (event.session_id) member(out, "session_id", event.session_id);
  member(out, "video_id", event.video_id);
  if (event.type == "avatar_video.success") member(out, "url", video_url(*event.video_id, links));
  if (event.type == "avatar_video.fail") member(out, "msg", event.message);
  member(out, "callback_id", event.callback_id);
  out.EndObject();
  member(out, "created_at", "2024-03-25T16:00:00Z");
  out.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

Answer error_answer(int status, const std::string& code, const std::string& message,
                    const std::optional<std::string>& param) {
  rapidjson::StringBuffer buffer;
  Writer out(buffer);
  out.StartObject();
  out.Key("error");
  out.StartObject();
  member(out, "code", code);
  member(out, "message", message);
  member(out, "param", param);
  null_member(out, "doc_url");
  out.EndObject();
  out.EndObject();
  Answer answer;
  answer.status = status;
  answer.body.assign(buffer.GetString(), buffer.GetSize());
  return answer;
}

std::string video_url(const std::string& video_id, const Links& links) {
  return links.base_url + "/files/videos/" + video_id + ".mp4?signature=" + links.signature;
}

std::string asset_url(const Asset& asset, const Links& links) {
  return links.base_url + "/files/assets/" + asset.id;
}

}  // namespace fake_heygen
